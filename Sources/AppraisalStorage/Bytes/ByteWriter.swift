/// Writes numbers and texts as bytes: integers little-endian, texts with their length before them.
struct ByteWriter {
  private(set) var bytes: [UInt8] = []

  mutating func append(_ integer: some FixedWidthInteger) {
    withUnsafeBytes(of: integer.littleEndian) { bytes += $0 }
  }

  mutating func append(_ text: String) {
    append(UInt16(text.utf8.count))
    bytes += text.utf8
  }

  mutating func append(_ more: [UInt8]) { bytes += more }

  /// The bytes of some numbers.
  static func bytes<Integer: FixedWidthInteger>(_ integers: Integer...) -> [UInt8] {
    var writer = ByteWriter()
    for integer in integers { writer.append(integer) }
    return writer.bytes
  }

  /// The bytes of many words.
  static func bytes(_ words: [UInt64]) -> [UInt8] {
    words.littleEndian.withUnsafeBytes { Array($0) }
  }
}
