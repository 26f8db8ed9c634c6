/// Reads the frames of one segment file in order and tells a torn tail from damage.
struct FrameScanner {
  /// What stands at a place of a file.
  enum Finding: Equatable {
    /// A sound frame.
    case frame(Frame)
    /// The end of the file.
    case end
    /// A frame that was being written when the power went, and nothing after it.
    case torn
    /// Something that no crash leaves behind.
    case damaged(StoreDamage.Finding)
  }

  let bytes: [UInt8]

  /// Looks at what begins at an offset.
  func finding(at offset: Int, expecting sequence: UInt64) -> Finding {
    if offset == bytes.count { return .end }
    guard let header = FrameHeader(bytes, at: offset) else {
      return isTornHeader(at: offset) ? tornUnlessFollowed(offset) : .damaged(.checksum)
    }
    guard header.sequence == sequence else { return .damaged(.order) }
    let frame = header.frame
    guard frame.end <= bytes.count else { return tornUnlessFollowed(offset) }
    if isSound(frame, header) { return .frame(frame) }
    let zeros = Frame.pieces(of: frame.body.lowerBound..<frame.end).count(where: isZero)
    return zeros > header.blankPieces ? tornUnlessFollowed(offset) : .damaged(.checksum)
  }

  private func isSound(_ frame: Frame, _ header: FrameHeader) -> Bool {
    var trailer = ByteReader(bytes, in: frame.body.upperBound..<frame.end)
    return trailer.integer(UInt32.self) == UInt32(frame.body.count)
      && trailer.integer(UInt32.self) == Frame.done
      && CRC32C.checksum(of: bytes[frame.body]) == header.checksum
  }

  /// Whether a header that cannot be read was never written whole.
  private func isTornHeader(at offset: Int) -> Bool {
    let end = offset + Frame.headerSize
    return end > bytes.count || Frame.pieces(of: offset..<end).contains(where: isZero)
  }

  private func isZero(_ range: Range<Int>) -> Bool { bytes[range].allSatisfy { $0 == 0 } }

  /// A frame behind the torn one proves that it had been committed: then it is damage.
  private func tornUnlessFollowed(_ offset: Int) -> Finding {
    var place = offset + 1
    while place + Frame.headerSize <= bytes.count {
      if bytes[place] == UInt8(truncatingIfNeeded: Frame.magic),
        FrameHeader(bytes, at: place) != nil
      {
        return .damaged(.checksum)
      }
      place += 1
    }
    return .torn
  }
}

/// The header of a ``Frame`` as it stands in a file.
struct FrameHeader {
  let frame: Frame
  let checksum: UInt32
  let blankPieces: Int
  var sequence: UInt64 { frame.sequence }

  /// Reads a header; nil if there are too few bytes or they do not hold together.
  init?(_ bytes: [UInt8], at offset: Int) {
    guard offset + Frame.headerSize <= bytes.count else { return nil }
    var reader = ByteReader(bytes, in: offset..<offset + Frame.headerSize)
    guard
      reader.integer(UInt32.self) == Frame.magic,
      let length = reader.integer(UInt32.self), let checksum = reader.integer(UInt32.self),
      let blank = reader.integer(UInt32.self), let sequence = reader.integer(UInt64.self),
      reader.integer(UInt32.self) == CRC32C.checksum(of: bytes[offset..<offset + 24]),
      reader.integer(UInt32.self) == Frame.mark
    else { return nil }
    let start = offset + Frame.headerSize
    frame = Frame(sequence: sequence, body: start..<start + Int(length))
    self.checksum = checksum
    blankPieces = Int(blank)
  }
}
