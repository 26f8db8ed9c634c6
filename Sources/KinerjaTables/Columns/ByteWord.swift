/// Eight bytes of a text at once.
struct ByteWord {
  private let word: UInt64

  /// Loads the bytes at `position`, of which there are at least eight.
  @inline(__always)
  init(_ bytes: Span<UInt8>, at position: Int) {
    // Checked against the bounds; every pattern of bits is an integer.
    word = UInt64(
      littleEndian: bytes.bytes.unsafeLoadUnaligned(fromByteOffset: position, as: UInt64.self))
  }

  /// The first bytes as a number, the others nought.
  @inline(__always)
  func first(_ count: Int) -> UInt64 { word & (.max >> UInt64(64 - 8 * count)) }

  /// A number whose lowest set bit, divided by eight, is where a byte first stands.
  ///
  /// Nought if it stands nowhere; higher bits mean nothing.
  @inline(__always)
  func places(of byte: UInt8) -> UInt64 {
    // Nought where the byte stands; only there does subtracting one borrow into a clear high bit.
    let gaps = word ^ (UInt64(byte) &* 0x0101_0101_0101_0101)
    return (gaps &- 0x0101_0101_0101_0101) & ~gaps & 0x8080_8080_8080_8080
  }
}
