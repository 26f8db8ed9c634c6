/// Reads what a ``ByteWriter`` wrote; every read answers nil at the end of the bytes.
struct ByteReader {
  private let bytes: [UInt8]
  private let end: Int
  /// Where the next read begins.
  private(set) var offset: Int

  /// Begins to read a range, which must lie within the bytes.
  init(_ bytes: [UInt8], in range: Range<Int>) {
    self.bytes = bytes
    offset = range.lowerBound
    end = range.upperBound
  }

  /// A reader of a range that was passed over.
  func again(in range: Range<Int>) -> ByteReader { ByteReader(bytes, in: range) }

  var isAtEnd: Bool { offset == end }

  mutating func integer<Integer: FixedWidthInteger>(_: Integer.Type) -> Integer? {
    guard let range = skip(MemoryLayout<Integer>.size) else { return nil }
    var integer: Integer = 0
    withUnsafeMutableBytes(of: &integer) { $0.copyBytes(from: bytes[range]) }
    return Integer(littleEndian: integer)
  }

  mutating func text() -> String? {
    guard let length = integer(UInt16.self), let range = skip(Int(length)) else { return nil }
    return String(validating: bytes[range], as: UTF8.self)
  }

  /// The CRC-32C of some of the bytes.
  func checksum(of range: Range<Int>) -> UInt32 { CRC32C.checksum(of: bytes[range]) }

  /// Passes over so many bytes and says which they are.
  mutating func skip(_ count: Int) -> Range<Int>? {
    guard count >= 0, count <= end - offset else { return nil }
    defer { offset += count }
    return offset..<offset + count
  }
}
