/// The first 48 bytes of a segment file, and of an index file.
///
/// | bytes | content |
/// |---|---|
/// | 0–7 | `KINERJA` and a line feed |
/// | 8–11 | version of the format |
/// | 12–15 | CRC-32C of bytes 0–11 |
/// | 16–23 | number of the segment, from 1 |
/// | 24–31 | number of the first commit in it |
/// | 32–39 | kind of file; 0 for a journal, 1 for the index of one |
/// | 40–43 | CRC-32C of bytes 16–39 |
/// | 44–47 | `A5 5A C3 3C` |
///
/// Integers are little-endian. The first 16 bytes keep their meaning in every version, so that an
/// older program can tell a newer file from a damaged one.
struct SegmentHeader: Equatable {
  static let size = 48
  static let version: UInt32 = 1

  let number: UInt64
  let firstSequence: UInt64
  var kind = Kind.journal

  /// What a file holds.
  enum Kind: UInt64 {
    case journal = 0
    case index = 1
  }

  var bytes: [UInt8] {
    var writer = ByteWriter()
    writer.append(Self.magic)
    writer.append(Self.version)
    writer.append(CRC32C.checksum(of: writer.bytes))
    writer.append(number)
    writer.append(firstSequence)
    writer.append(kind.rawValue)
    writer.append(CRC32C.checksum(of: writer.bytes[16...]))
    writer.append(Frame.mark)
    return writer.bytes
  }

  private static let magic = Array("KINERJA\n".utf8)
}

extension SegmentHeader {
  /// The checksum of the header, from which that of the file goes on.
  var checksum: CRC32C {
    var checksum = CRC32C()
    checksum.update(bytes)
    return checksum
  }

  /// Reads the header of a file.
  ///
  /// - Throws: ``StoreError/newerFormat(place:found:supported:)`` for a sound header of a later
  ///   version, ``StoreError/corrupted(_:)`` for everything else that is not one of ours.
  init(_ bytes: [UInt8], file: String, kind wanted: Kind = .journal) throws(StoreError) {
    let damage = StoreError.corrupted(StoreDamage(file: file, offset: 0, .header))
    var reader = ByteReader(bytes, in: 0..<bytes.count)
    guard
      let magic = reader.skip(8), Array(bytes[magic]) == Self.magic,
      let version = reader.integer(UInt32.self),
      reader.integer(UInt32.self) == CRC32C.checksum(of: bytes[..<12])
    else { throw damage }
    guard version <= Self.version else {
      throw .newerFormat(place: file, found: version, supported: Self.version)
    }
    guard
      version == Self.version, let number = reader.integer(UInt64.self),
      let firstSequence = reader.integer(UInt64.self), let kind = reader.integer(UInt64.self),
      reader.integer(UInt32.self) == CRC32C.checksum(of: bytes[16..<40]),
      reader.integer(UInt32.self) == Frame.mark
    else { throw damage }
    guard kind == wanted.rawValue else {
      throw .corrupted(StoreDamage(file: file, offset: 32, .content))
    }
    self.kind = wanted
    self.number = number
    self.firstSequence = firstSequence
  }
}
