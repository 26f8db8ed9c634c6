/// A formula as the oracle reads it from its text.
///
/// Read and walked by code of its own, so that a fault of the library's parser, compiler or
/// evaluator shows.
indirect enum OracleFormula {
  case number(ExactNumber)
  case flag(Bool)
  case category(String)
  case name(String)
  case negate(OracleFormula)
  case not(OracleFormula)
  case binary(String, OracleFormula, OracleFormula)
  case conditional(OracleFormula, OracleFormula, OracleFormula)
  case call(String, [OracleFormula])

  /// Something in a text that the oracle cannot read.
  struct Unreadable: Error, CustomStringConvertible {
    let description: String
  }

  init(_ text: String) throws {
    var reader = OracleReader(tokens: OracleReader.tokens(of: text))
    self = try reader.expression()
    guard reader.tokens.isEmpty else {
      throw Unreadable(description: "\(text): the oracle stops at \(reader.tokens[0])")
    }
  }
}

private struct OracleReader {
  var tokens: ArraySlice<String>

  static func tokens(of text: String) -> ArraySlice<String> {
    var tokens: [String] = []
    var rest = Substring(text)
    func isWord(_ c: Character) -> Bool { c.isLetter || c.isNumber || c == "." || c == "_" }
    while let first = rest.first {
      if first.isWhitespace {
        rest.removeFirst()
      } else if isWord(first) {
        let word = rest.prefix(while: isWord)
        tokens.append(String(word))
        rest = rest.dropFirst(word.count)
      } else if first == "\"" {
        let inside = rest.dropFirst().prefix { $0 != "\"" }
        tokens.append("\"" + inside)
        rest = rest.dropFirst(inside.count + 2)
      } else if ["<=", ">=", "!="].contains(where: rest.hasPrefix) {
        tokens.append(String(rest.prefix(2)))
        rest = rest.dropFirst(2)
      } else {
        tokens.append(String(rest.removeFirst()))
      }
    }
    return tokens[...]
  }

  mutating func take(_ token: String) -> Bool {
    guard tokens.first == token else { return false }
    tokens.removeFirst()
    return true
  }

  mutating func require(_ token: String) throws {
    guard take(token) else {
      throw OracleFormula.Unreadable(
        description: "the oracle wants \(token) before \(tokens.first ?? "the end")")
    }
  }

  mutating func expression() throws -> OracleFormula {
    guard take("if") else { return try binary(0) }
    let condition = try expression()
    try require("then")
    let then = try expression()
    try require("else")
    return .conditional(condition, then, try expression())
  }

  private static let levels = [
    ["or"], ["and"], ["=", "!=", "<", "<=", ">", ">="], ["+", "-"], ["*", "/"],
  ]

  mutating func binary(_ level: Int) throws -> OracleFormula {
    guard level < Self.levels.count else { return try prefix() }
    if level == 2, take("not") { return .not(try binary(2)) }
    var left = try binary(level + 1)
    while let sign = tokens.first, Self.levels[level].contains(sign) {
      tokens.removeFirst()
      left = .binary(sign, left, try binary(level + 1))
    }
    return left
  }

  mutating func prefix() throws -> OracleFormula {
    if take("-") { return .negate(try prefix()) }
    if take("(") {
      let inside = try expression()
      try require(")")
      return inside
    }
    guard let token = tokens.popFirst(), let first = token.first else {
      throw OracleFormula.Unreadable(description: "the oracle misses an end")
    }
    if first.isNumber { return .number(try number(token)) }
    if first == "\"" { return .category(String(token.dropFirst())) }
    if token == "true" || token == "false" { return .flag(token == "true") }
    guard take("(") else { return .name(token) }
    var arguments: [OracleFormula] = []
    while !take(")") {
      arguments.append(try expression())
      _ = take(",")
    }
    return .call(token, arguments)
  }

  private func number(_ text: String) throws -> ExactNumber {
    let parts = text.split(separator: ".")
    let places = parts.count > 1 ? parts[1].count : 0
    guard let digits = Int128(parts.joined()) else {
      throw OracleFormula.Unreadable(description: "\(text) is no number to the oracle")
    }
    return .fraction(digits, (0..<places).reduce(1) { power, _ in power * 10 })
  }
}
