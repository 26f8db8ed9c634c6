// Saying what is wrong.

extension JSONParser {
  /// Records a problem at a byte, or where reading stands.
  mutating func report(
    _ kind: DiagnosticKind, _ values: [String: DiagnosticValue] = [:], at start: Int? = nil,
    seeing other: Int? = nil
  ) {
    let path = problems.isFull ? [] : path
    problems.add(kind, values, at: start ?? offset, seeing: other, path: path)
  }

  mutating func reportEnd() {
    if let frame = frames.last {
      let isArray = entries[frame.entry].kind == .array
      report(
        .jsonUnclosed, ["open": isArray ? "[" : "{", "close": isArray ? "]" : "}"],
        seeing: Int(entries[frame.entry].start))
    } else if entries.isEmpty {
      report(.jsonEmpty)
    }
  }

  mutating func reportMismatch(_ bracket: UInt8, _ frame: Frame) {
    let isArray = entries[frame.entry].kind == .array
    report(
      .jsonMismatchedBracket,
      [
        "found": .text(String(Unicode.Scalar(bracket))), "open": isArray ? "[" : "{",
        "close": isArray ? "]" : "}",
      ], seeing: Int(entries[frame.entry].start))
  }

  mutating func reportTrailingComma(before bracket: UInt8) {
    report(.jsonTrailingComma, ["close": .text(String(Unicode.Scalar(bracket)))], at: lastComma)
  }

  /// Puts null where a key has no value, so that the rest keeps its shape.
  mutating func reportMissingValue() {
    report(.jsonMissingValue, ["key": .text(lastKey)])
    append(.null, from: offset, to: offset)
  }

  /// The key that was read last, as a message shows it.
  var lastKey: String {
    guard let entry = entries.last, entry.kind == .key else { return "" }
    return JSONProblems.excerpt(JSONStorage.text(of: entry, in: bytes))
  }

  func excerpt(_ bytes: ArraySlice<UInt8>) -> String {
    JSONProblems.excerpt(String(decoding: bytes.prefix(200), as: UTF8.self))
  }

  /// The scalar at a byte, as a character.
  func character(at offset: Int) -> Character {
    let following = String(decoding: bytes[offset..<min(offset + 4, bytes.count)], as: UTF8.self)
    return following.unicodeScalars.first.map { Character($0) } ?? " "
  }

  /// The path to what is being read.
  private var path: DefinitionPath {
    if let last = entries.last, last.kind == .key, state != .afterValue {
      return JSONStorage.path(to: entries.count - 1, entries: entries, bytes: bytes)
    }
    guard let frame = frames.last else { return [] }
    let path = JSONStorage.path(to: frame.entry, entries: entries, bytes: bytes)
    return entries[frame.entry].kind == .array ? path.appending(.index(Int(frame.count))) : path
  }
}

extension LocalizedText {
  static let jsonValueExpected = LocalizedText(id: "sebuah nilai", en: "a value")
  static let jsonKeyExpected = LocalizedText(
    id: "sebuah kunci dalam tanda petik ganda", en: "a key in double quotation marks")
  static let jsonCommaOrBracketExpected = LocalizedText(id: "koma atau ]", en: "a comma or ]")
  static let jsonCommaOrBraceExpected = LocalizedText(id: "koma atau }", en: "a comma or }")
}
