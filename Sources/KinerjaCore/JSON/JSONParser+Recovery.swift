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
    case _ where isWordByte(byte) && !isFaulty(byte):
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
    case _ where isWordByte(byte) && !isFaulty(byte):
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
    case UInt8(ascii: "="):
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
      report(.jsonMissingComma)
      state = isArray ? .element : .key
    case _ where isWordByte(byte) && !isFaulty(byte):
      report(.jsonMissingComma)
      state = isArray ? .element : .key
    default:
      skipUnexpected(isArray ? .jsonCommaOrBracketExpected : .jsonCommaOrBraceExpected)
    }
  }

  /// `"weight": 0,5` reads as a number, a comma and a key that is a number.
  private mutating func recoverDecimalComma() {
    let start = offset
    skipWord()
    let decimals = bytes[start..<offset]
    if let last = entries.last, last.kind == .number, Int(last.end) == lastComma,
      start == lastComma + 1, decimals.allSatisfy(isDigit)
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

  private mutating func skipUnexpected(_ expected: LocalizedText) {
    let start = offset
    let character = character(at: offset)
    offset += max(1, String(character).utf8.count)
    offset = min(offset, bytes.count)
    // Bytes that are not UTF-8 have been reported already.
    guard !isFaulty(bytes[start]) || character != "\u{FFFD}" else { return }
    report(
      .jsonUnexpectedCharacter,
      ["character": .text(String(character)), "expected": .localized(expected)], at: start)
  }

  private func isFaulty(_ byte: UInt8) -> Bool { byte >= 0x80 }
}
