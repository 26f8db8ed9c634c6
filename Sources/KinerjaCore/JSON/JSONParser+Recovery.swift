// Going on after a problem, as a person would who mends the file while reading it.

extension JSONParser {
  /// A value was expected and none of JSON begins here.
  mutating func recoverValue(_ byte: UInt8) {
    switch byte {
    case UInt8(ascii: "]"), UInt8(ascii: "}"):
      if state == .element {
        reportTrailingComma(before: byte)
        close(byte)
      } else if state == .value, !frames.isEmpty {
        reportMissingValue()
      } else if state == .firstElement {
        close(byte)
      } else {
        skipUnexpected(.jsonValueExpected)
      }
    case UInt8(ascii: ","):
      if state == .value, !frames.isEmpty {
        reportMissingValue()
      } else {
        report(.jsonExtraComma)
        offset += 1
      }
    case UInt8(ascii: "'"):
      readSingleQuoted(.string)
    case UInt8(ascii: "+"), UInt8(ascii: "."):
      let start = offset
      skipWord()
      report(.jsonNumber, ["number": .text(excerpt(bytes[start..<offset]))], at: start)
      append(.number, from: start, to: offset)
    case _ where isWordByte(byte) && !isFaulty(at: offset):
      let start = offset
      skipWord()
      report(.jsonWord, ["word": .text(excerpt(bytes[start..<offset]))], at: start)
      append(.null, from: start, to: offset)
    default:
      skipUnexpected(.jsonValueExpected)
    }
  }

  /// A key was expected and no quotation mark begins here.
  mutating func recoverKey(_ byte: UInt8) {
    switch byte {
    case UInt8(ascii: "}"):
      reportTrailingComma(before: byte)
      close(byte)
    case UInt8(ascii: "]"):
      close(byte)
    case UInt8(ascii: ","):
      report(.jsonExtraComma)
      offset += 1
    case UInt8(ascii: "'"):
      readSingleQuoted(.key)
    case UInt8(ascii: "0")...UInt8(ascii: "9"):
      recoverDecimalComma()
    case _ where isWordByte(byte) && !isFaulty(at: offset):
      let start = offset
      skipWord()
      report(.jsonUnquotedKey, ["key": .text(excerpt(bytes[start..<offset]))], at: start)
      append(.key, from: start, to: offset)
    default:
      skipUnexpected(.jsonKeyExpected)
    }
  }

  /// A colon was expected.
  mutating func recoverColon(_ byte: UInt8) {
    report(.jsonMissingColon, ["key": .text(lastKey)])
    switch byte {
    case UInt8(ascii: "="), UInt8(ascii: ";"):
      offset += 1
      state = .value
    case UInt8(ascii: ","), UInt8(ascii: "}"), UInt8(ascii: "]"):
      append(.null, from: offset, to: offset)
    default:
      state = .value
    }
  }

  /// A comma or a closing bracket was expected.
  mutating func recoverSeparator(_ byte: UInt8, isArray: Bool) {
    switch byte {
    case UInt8(ascii: "\""), UInt8(ascii: "'"), UInt8(ascii: "{"), UInt8(ascii: "["):
      // An unclosed text has swallowed the comma.
      if offset != resumption { report(.jsonMissingComma) }
      state = isArray ? .element : .key
    case _ where isWordByte(byte) && !isFaulty(at: offset):
      report(.jsonMissingComma)
      state = isArray ? .element : .key
    default:
      skipUnexpected(isArray ? .jsonCommaOrBracketExpected : .jsonCommaOrBraceExpected)
    }
  }

  /// Finds the end of a text that is not closed on its line.
  ///
  /// If the next line begins like one of JSON, only the quotation mark was forgotten; else the text
  /// goes on to the next quotation mark.
  mutating func recoverUnclosedText() {
    while offset < bytes.count {
      switch bytes[offset] {
      case UInt8(ascii: "\n"), UInt8(ascii: "\r"):
        while offset < bytes.count, bytes[offset] <= UInt8(ascii: " ") { offset += 1 }
        guard offset < bytes.count else { return }
        if #"\"{}[],"#.utf8.contains(bytes[offset]) {
          resumption = offset
          return
        }
      case UInt8(ascii: "\""):
        offset += 1
        return
      default:
        offset += 1
      }
    }
  }

  /// `"weight": 0,5` reads as a number, a comma and a key that is a number.
  private mutating func recoverDecimalComma() {
    let start = offset
    skipWord()
    let decimals = bytes[start..<offset]
    if let last = entries.last, last.kind == .number, Int(last.end) == lastComma,
      start == lastComma + 1, decimals.allSatisfy({ $0 &- UInt8(ascii: "0") < 10 })
    {
      let whole = bytes[Int(last.start)..<Int(last.end)]
      report(
        .jsonDecimalComma, ["number": .text("\(excerpt(whole)).\(excerpt(decimals))")],
        at: Int(last.start))
      state = .afterValue
    } else {
      report(.jsonUnquotedKey, ["key": .text(excerpt(decimals))], at: start)
      append(.key, from: start, to: offset)
    }
  }

  private mutating func readSingleQuoted(_ kind: JSONStorage.Entry.Kind) {
    report(.jsonSingleQuotes)
    let start = offset + 1
    offset = start
    while offset < bytes.count, bytes[offset] != UInt8(ascii: "'"),
      bytes[offset] != UInt8(ascii: "\n")
    {
      offset += 1
    }
    append(kind, from: start, to: offset)
    if offset < bytes.count, bytes[offset] == UInt8(ascii: "'") { offset += 1 }
  }

  /// Goes past a comment, having reported it; false if none begins here.
  mutating func skipComment() -> Bool {
    guard offset + 1 < bytes.count else { return false }
    switch bytes[offset + 1] {
    case UInt8(ascii: "/"):
      report(.jsonComment)
      while offset < bytes.count, bytes[offset] != UInt8(ascii: "\n") { offset += 1 }
    case UInt8(ascii: "*"):
      report(.jsonComment)
      offset += 2
      while offset < bytes.count {
        offset += 1
        if bytes[offset - 1] == UInt8(ascii: "/"), bytes[offset - 2] == UInt8(ascii: "*") { break }
      }
    default:
      return false
    }
    return true
  }

  /// Goes past what can be nothing; where a value was wanted, it counts as one.
  private mutating func skipUnexpected(_ expected: LocalizedText) {
    let character = character(at: offset)
    guard !isFaulty(at: offset) else {
      // Bytes that are not UTF-8 have been reported already.
      offset += 1
      return
    }
    report(
      .jsonUnexpectedCharacter,
      ["character": .text(String(character)), "expected": .localized(expected)])
    offset += String(character).utf8.count
    if state == .value, !frames.isEmpty { append(.null, from: offset, to: offset) }
  }

  /// Whether no UTF-8 begins here.
  private func isFaulty(at offset: Int) -> Bool {
    bytes[offset] >= 0x80 && character(at: offset) == "\u{FFFD}"
      && !bytes[offset...].starts(with: "\u{FFFD}".utf8)
  }
}
