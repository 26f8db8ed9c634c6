/// One commit in a segment file: a header of 32 bytes, the body, and a commit marker of 8.
///
/// | bytes | content |
/// |---|---|
/// | 0–3 | `KJF1` |
/// | 4–7 | length of the body |
/// | 8–11 | CRC-32C of the body |
/// | 12–15 | blank pieces, see below |
/// | 16–23 | number of the commit |
/// | 24–27 | CRC-32C of bytes 0–23 |
/// | 28–31 | `A5 5A C3 3C` |
/// | … | body |
/// | last 8 | length of the body again, and `DONE` |
///
/// A loss of power may leave the last frame torn: cut short, or with sectors that were never
/// written and read as zeros. A flipped bit is something else, and must not be taken for it, since
/// a torn frame is thrown away. So the header counts the pieces of body and marker, cut at each
/// 512 bytes of the file, that are blank by nature (at most eight bits set): only a frame with more
/// pieces of pure zeros than that was torn.
struct Frame: Equatable {
  static let headerSize = 32
  static let trailerSize = 8
  static let magic: UInt32 = 0x3146_4A4B  // "KJF1"
  static let mark: UInt32 = 0x3CC3_5AA5
  static let done: UInt32 = 0x454E_4F44  // "DONE"
  /// What a disk writes whole or not at all.
  static let sector = 512

  let sequence: UInt64
  /// Where the body lies in the file.
  let body: Range<Int>

  /// Where the frame ends in the file.
  var end: Int { body.upperBound + Self.trailerSize }

  /// The bytes of a frame that will begin at an offset of the file.
  static func bytes(sequence: UInt64, body: [UInt8], at offset: Int) -> [UInt8] {
    var tail = ByteWriter()
    tail.append(body)
    tail.append(UInt32(body.count))
    tail.append(Self.done)
    let blank = pieces(of: offset + headerSize..<offset + headerSize + tail.bytes.count)
      .count { piece in
        tail.bytes[piece.shifted(by: -offset - headerSize)].isNearlyBlank
      }
    var header = ByteWriter()
    header.append(magic)
    header.append(UInt32(body.count))
    header.append(CRC32C.checksum(of: body))
    header.append(UInt32(blank))
    header.append(sequence)
    header.append(CRC32C.checksum(of: header.bytes))
    header.append(mark)
    return header.bytes + tail.bytes
  }

  /// Cuts a range of a file at the borders of sectors.
  static func pieces(of range: Range<Int>) -> [Range<Int>] {
    var pieces: [Range<Int>] = []
    var start = range.lowerBound
    while start < range.upperBound {
      let end = min(range.upperBound, (start / sector + 1) * sector)
      pieces.append(start..<end)
      start = end
    }
    return pieces
  }
}

extension Range<Int> {
  fileprivate func shifted(by distance: Int) -> Self {
    lowerBound + distance..<upperBound + distance
  }
}

extension ArraySlice<UInt8> {
  /// Whether at most eight bits are set; most pieces tell by their first bytes that they are not.
  fileprivate var isNearlyBlank: Bool {
    var count = 0
    for byte in self {
      count += byte.nonzeroBitCount
      if count > 8 { return false }
    }
    return true
  }
}
