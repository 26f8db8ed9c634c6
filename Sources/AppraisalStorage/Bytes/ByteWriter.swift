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
}
