/// Eight bytes that stand for a text: the text itself if it is so short, else a hash of it.
enum CodeKey {
  /// The longest text that is its own key.
  static let width = 8

  /// An odd number that nobody outside knows, so that nobody can send texts that all collide.
  ///
  /// It decides where a code lies in a table, never its number, which is that of its first
  /// appearance; so no result depends on it.
  static let secret = UInt64.random(in: .min ... .max) | 1

  @inline(__always)
  static func of(_ text: Span<UInt8>, _ from: Int, _ to: Int, _ secret: UInt64) -> UInt64 {
    to - from <= width ? word(text, from, to) : hash(text, from, to, secret)
  }

  private static func hash(
    _ text: Span<UInt8>, _ from: Int, _ to: Int, _ secret: UInt64
  ) -> UInt64 {
    var hash = UInt64(truncatingIfNeeded: to - from)
    var position = from
    while position < to {
      let product = (hash ^ word(text, position, min(position + width, to)))
        .multipliedFullWidth(by: secret)
      hash = product.high ^ product.low
      position += width
    }
    return hash
  }

  /// At most eight bytes as one number, the first the lowest.
  @inline(__always)
  private static func word(_ text: Span<UInt8>, _ from: Int, _ to: Int) -> UInt64 {
    let length = to - from
    guard length > 0 else { return 0 }
    if from + width <= text.count { return ByteWord(text, at: from).first(length) }
    var word: UInt64 = 0
    for offset in 0..<length { word |= UInt64(text[from + offset]) << UInt64(8 * offset) }
    return word
  }
}
