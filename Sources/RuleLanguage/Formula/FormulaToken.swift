import KinerjaCore

/// A word, number or sign of a formula.
struct FormulaToken: Sendable {
  enum Kind: Sendable, Equatable {
    case number(Ratio)
    case quoted(String)
    case name(String)
    case keyword(Keyword)
    case sign(FormulaOperator)
    case open, close, comma
    case end
  }

  enum Keyword: String, Sendable, CaseIterable {
    case `if`, then, `else`, not, `true`, `false`
  }

  let kind: Kind
  /// Characters before it.
  let offset: Int
  /// As written; empty at the end.
  let text: String
}

/// Cuts the text of a formula into tokens.
///
/// Characters that mean nothing are reported, each with what to write instead, and left out, so
/// that all of them are found at once.
struct FormulaScanner {
  private let characters: [Character]
  private var position = 0
  private(set) var tokens: [FormulaToken] = []
  /// What was wrong, with the offset at which it stands.
  private(set) var problems: [(diagnostic: Diagnostic, offset: Int)] = []

  init(_ characters: [Character]) {
    self.characters = characters
    while position < characters.count { scan() }
    tokens.append(FormulaToken(kind: .end, offset: characters.count, text: ""))
  }

  private mutating func scan() {
    let start = position
    let character = characters[position]
    position += 1
    switch character {
    case " ", "\t", "\n", "\r\n", "\r": return
    case "(": add(.open, from: start)
    case ")": add(.close, from: start)
    case ",": add(.comma, from: start)
    case "+": add(.sign(.plus), from: start)
    case "-": add(.sign(.minus), from: start)
    case "*": add(.sign(.times), from: start)
    case "/": add(.sign(.over), from: start)
    case "=": scanEquals(from: start)
    case "!" where follows("="): add(.sign(.notEqual), from: start)
    case "<": add(.sign(follows("=") ? .atMost : .less), from: start)
    case ">": add(.sign(follows("=") ? .atLeast : .greater), from: start)
    case "\"": scanQuoted(from: start)
    default:
      if character.isFormulaDigit {
        scanNumber(from: start)
      } else if character.isFormulaLetter {
        scanWord(from: start)
      } else {
        refuse(character, at: start)
      }
    }
  }

  private mutating func follows(_ character: Character) -> Bool {
    guard position < characters.count, characters[position] == character else { return false }
    position += 1
    return true
  }

  private mutating func add(_ kind: FormulaToken.Kind, from start: Int) {
    let text = String(characters[start..<position])
    tokens.append(FormulaToken(kind: kind, offset: start, text: text))
  }

  private mutating func scanEquals(from start: Int) {
    if follows("=") {
      report(
        Diagnostic(
          .formulaCharacter,
          [
            "character": "==",
            "cure": .localized(LocalizedText(id: "tulis satu =", en: "write a single =")),
          ]), at: start)
    }
    add(.sign(.equal), from: start)
  }

  private mutating func scanQuoted(from start: Int) {
    while position < characters.count, characters[position] != "\"" { position += 1 }
    guard position < characters.count else {
      report(Diagnostic(.formulaQuote), at: start)
      return
    }
    let text = String(characters[(start + 1)..<position])
    position += 1
    add(.quoted(text), from: start)
  }

  private mutating func scanNumber(from start: Int) {
    while position < characters.count, characters[position].isFormulaDigit { position += 1 }
    if position + 1 < characters.count, characters[position] == ".",
      characters[position + 1].isFormulaDigit
    {
      position += 1
      while position < characters.count, characters[position].isFormulaDigit { position += 1 }
    }
    let text = String(characters[start..<position])
    guard let number = Ratio(formulaDigits: text) else {
      report(Diagnostic(.formulaNumber, ["number": .text(text)]), at: start)
      add(.number(0), from: start)
      return
    }
    add(.number(number), from: start)
  }

  private mutating func scanWord(from start: Int) {
    while position < characters.count, characters[position].isFormulaNamePart { position += 1 }
    let text = String(characters[start..<position])
    if let keyword = FormulaToken.Keyword(rawValue: text) {
      add(.keyword(keyword), from: start)
    } else if text == "and" || text == "or", let sign = FormulaOperator(rawValue: text) {
      add(.sign(sign), from: start)
    } else {
      add(.name(text), from: start)
    }
  }

  private mutating func refuse(_ character: Character, at offset: Int) {
    report(
      Diagnostic(
        .formulaCharacter,
        ["character": .text(String(character)), "cure": .localized(cure(for: character))]),
      at: offset)
  }

  private mutating func report(_ diagnostic: Diagnostic, at offset: Int) {
    problems.append((diagnostic, offset))
  }

  private func cure(for character: Character) -> LocalizedText {
    let meant: String? =
      switch character {
      case "×", "·", "⋅", "∙": "*"
      case "÷", "∕", ":": "/"
      case "−", "–", "—": "-"
      case "≤": "<="
      case "≥": ">="
      case "≠", "!": "!="
      case "“", "”", "'", "‘", "’": "\""
      case "[", "{": "("
      case "]", "}": ")"
      case "&": "and"
      case "|": "or"
      default: nil
      }
    if let meant { return LocalizedText(id: "tulis \(meant)", en: "write \(meant)") }
    if character == "%" {
      return LocalizedText(
        id: "tulis pecahan seperti 0.6, atau bagi 100", en: "write a share as 0.6, or divide by 100"
      )
    }
    return LocalizedText(id: "hapus", en: "take it out")
  }
}

extension Character {
  fileprivate var isFormulaDigit: Bool { isASCII && isNumber }
  fileprivate var isFormulaLetter: Bool { isASCII && isLetter }
  fileprivate var isFormulaNamePart: Bool {
    isFormulaDigit || isFormulaLetter || self == "." || self == "_"
  }
}

extension Ratio {
  /// Reads digits with an optional point and at most 18 decimals, so that it prints as a decimal
  /// again; nil if they are too many.
  fileprivate init?(formulaDigits text: String) {
    let decimals = text.split(separator: ".").dropFirst().first?.count ?? 0
    guard decimals <= Points.mostPlaces, let ratio = try? Ratio(text, .point) else { return nil }
    self = ratio
  }
}
