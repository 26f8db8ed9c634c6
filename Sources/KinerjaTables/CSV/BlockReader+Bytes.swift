import KinerjaCore

extension BlockReader {
  /// What is wrong with the bytes of a text: not UTF-8, or a control character.
  static func byteFault(in text: [UInt8], allowsBreaks: Bool) -> Diagnostic? {
    if let position = text.firstInvalidUTF8 {
      return Diagnostic(.invalidUTF8, ["position": .integer(Int64(position + 1))])
    }
    let isControl: (UInt8) -> Bool = { byte in
      (byte < 0x20 && !(allowsBreaks && (byte == 0x09 || byte == 0x0A || byte == 0x0D)))
        || byte == 0x7F
    }
    guard let position = text.firstIndex(where: isControl) else { return nil }
    let hex = String(text[position], radix: 16, uppercase: true)
    return Diagnostic(
      .controlCharacter,
      [
        "character": .text("U+" + String(repeating: "0", count: 4 - hex.count) + hex),
        "position": .integer(Int64(position + 1)),
      ])
  }
}

extension [UInt8] {
  /// Where the first byte stands that no UTF-8 text has there, by the Unicode standard's table 3-7.
  var firstInvalidUTF8: Int? {
    var at = 0
    while at < count {
      let lead = self[at]
      if lead < 0x80 {
        at += 1
        continue
      }
      let (length, second): (Int, ClosedRange<UInt8>) =
        switch lead {
        case 0xC2...0xDF: (2, 0x80...0xBF)
        case 0xE0: (3, 0xA0...0xBF)
        case 0xED: (3, 0x80...0x9F)
        case 0xE1...0xEF: (3, 0x80...0xBF)
        case 0xF0: (4, 0x90...0xBF)
        case 0xF1...0xF3: (4, 0x80...0xBF)
        case 0xF4: (4, 0x80...0x8F)
        default: (0, 0x80...0xBF)
        }
      guard length > 0, at + length <= count, second.contains(self[at + 1]) else { return at }
      for trail in (at + 2)..<Swift.max(at + length, at + 2)
      where !(0x80...0xBF).contains(self[trail]) { return at }
      at += length
    }
    return nil
  }
}
