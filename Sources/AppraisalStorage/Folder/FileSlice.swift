/// Where a payload lies on disk: 12 bytes in memory, however large it is.
///
/// In the file its schema, length and checksum stand before its bytes.
struct FileSlice: Hashable, Sendable {
  let segment: UInt32
  /// Where its schema begins in the file.
  let offset: UInt32
  /// The CRC-32C of schema, length and checksum, so that reading them later is checked too.
  let headerChecksum: UInt32

  /// Bytes of schema, length and checksum.
  static let headerSize = 12

  /// Schema, length and checksum of a payload, as they stand before its bytes.
  struct Header {
    let schema: Int32
    let length: Int
    let checksum: UInt32

    /// Reads a header; nil if there are too few bytes.
    init?(_ bytes: [UInt8], at offset: Int) {
      guard offset + FileSlice.headerSize <= bytes.count else { return nil }
      var reader = ByteReader(bytes, in: offset..<offset + FileSlice.headerSize)
      guard
        let schema = reader.integer(Int32.self), let length = reader.integer(UInt32.self),
        let checksum = reader.integer(UInt32.self)
      else { return nil }
      self.schema = schema
      self.length = Int(length)
      self.checksum = checksum
    }
  }
}

/// Where the frame of a commit lies on disk.
struct FramePlace: Hashable, Sendable {
  let segment: UInt32
  let offset: UInt32
}
