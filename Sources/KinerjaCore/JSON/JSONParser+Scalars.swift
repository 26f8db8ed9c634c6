// Space, texts, numbers and words.

extension JSONParser {
  mutating func skipSpace() {
    while offset < bytes.count {
      switch bytes[offset] {
      case UInt8(ascii: " "), UInt8(ascii: "\n"), UInt8(ascii: "\r"), UInt8(ascii: "\t"):
        offset += 1
      case UInt8(ascii: "/") where skipComment(): continue
      default: return
      }
    }
  }

  /// Reads a text or a key, from its quotation mark to behind its last one.
  mutating func readText(_ kind: JSONStorage.Entry.Kind) {
    let start = offset + 1
    var isEscaped = false
    offset = start
    while true {
      offset = endOfPlainText(from: offset)
      guard offset < bytes.count else { break }
      switch bytes[offset] {
      case UInt8(ascii: "\""):
        offset += 1
        return append(kind, from: start, to: offset - 1, isEscaped: isEscaped)
      case UInt8(ascii: "\\"):
        isEscaped = true
        checkEscape()
      case UInt8(ascii: "\n"), UInt8(ascii: "\r"):
        report(.jsonUnclosedText, at: start - 1)
        append(kind, from: start, to: offset, isEscaped: isEscaped)
        return recoverUnclosedText()
      default:
        reportControlCharacter()
        offset += 1
      }
    }
    report(.jsonUnclosedText, at: start - 1)
    isStopped = true
  }

  private func endOfPlainText(from start: Int) -> Int {
    var end = start
    while end < bytes.count, bytes[end] >= 0x20, bytes[end] != UInt8(ascii: "\""),
      bytes[end] != UInt8(ascii: "\\")
    {
      end += 1
    }
    return end
  }

  private mutating func checkEscape() {
    let start = offset
    offset += 1
    guard offset < bytes.count else { return }
    let letter = bytes[offset]
    guard letter == UInt8(ascii: "u") else {
      if JSONEscapes.plain(letter) == nil {
        // The line break that ends an unclosed text is no part of an escape.
        let isBreak = letter < 0x20
        report(
          .jsonEscape,
          ["escape": .text("\\" + (isBreak ? "" : String(character(at: offset))))], at: start)
        if isBreak { return }
      }
      offset += 1
      return
    }
    offset += 1
    var end = offset
    if JSONEscapes.scalar(in: bytes[...], from: &end) != nil {
      offset = end
    } else if JSONEscapes.fourDigits(in: bytes[...], from: offset) != nil {
      offset += 4
      report(
        .jsonSurrogate, ["escape": .text(String(decoding: bytes[start..<offset], as: UTF8.self))],
        at: start)
    } else {
      report(.jsonEscape, ["escape": .text("\\u")], at: start)
    }
  }

  private mutating func reportControlCharacter() {
    let code = Unicode.Scalar(bytes[offset]).codePoint
    let isTab = bytes[offset] == UInt8(ascii: "\t")
    report(
      .jsonControlCharacter,
      ["code": .text(code), "escape": .text(isTab ? "\\t" : "\\u\(code.dropFirst(2))")])
  }

  /// Reads a number, or what somebody took for one.
  mutating func readNumber() {
    let start = offset
    skipWord()
    let text = bytes[start..<offset]
    if let spelling = JSONNumberSpelling(text) {
      // A short number without a power of ten is within every limit.
      let isLong = text.count > JSONLimits.numberDigits || spelling.exponent != 0
      if isLong, JSONNumber(text) == nil {
        report(.jsonNumberSize, ["limit": .integer(Int64(JSONLimits.numberDigits))], at: start)
      }
    } else {
      report(.jsonNumber, ["number": .text(excerpt(text))], at: start)
    }
    append(.number, from: start, to: offset)
  }

  /// Reads `true`, `false` or `null`, or a word that is none of them.
  mutating func readWord(_ word: StaticString, _ kind: JSONStorage.Entry.Kind) {
    let start = offset
    skipWord()
    let isRight = word.withUTF8Buffer { $0.elementsEqual(bytes[start..<offset]) }
    if !isRight { report(.jsonWord, ["word": .text(excerpt(bytes[start..<offset]))], at: start) }
    append(kind, from: start, to: offset)
  }

  /// Goes past letters, digits and what people put between them.
  mutating func skipWord() {
    while offset < bytes.count, isWordByte(bytes[offset]) { offset += 1 }
  }

  func isWordByte(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), UInt8(ascii: "$"),
      UInt8(ascii: "."), UInt8(ascii: "-"), UInt8(ascii: "+"), 0x80...:
      true
    default: false
    }
  }
}
