import KinerjaCore

/// Builds the tree of a formula from its tokens, by precedence climbing.
struct FormulaParser {
  private let tokens: [FormulaToken]
  private var index = 0
  private var nesting = 0
  private var size = 0

  /// One part inside the other, at most.
  static let deepest = 100
  /// Parts in all, at most.
  static let largest = 2_000
  /// Both, as a diagnostic names them.
  static let limits: [String: DiagnosticValue] = [
    "parts": .integer(Int64(largest)), "depth": .integer(Int64(deepest)),
  ]

  /// A syntax error ends the parse: what follows it would be guesswork.
  struct Problem: Error {
    let diagnostic: Diagnostic
    let offset: Int
  }

  init(_ tokens: [FormulaToken]) { self.tokens = tokens }

  mutating func parse() throws(Problem) -> FormulaNode {
    let root = try expression()
    guard next.kind == .end else { throw unexpected(.operatorOrEnd) }
    return root
  }

  private var next: FormulaToken { tokens[index] }

  private mutating func take() -> FormulaToken {
    defer { if index < tokens.count - 1 { index += 1 } }
    return tokens[index]
  }

  private mutating func take(_ kind: FormulaToken.Kind, or wanted: Wanted) throws(Problem) {
    guard next.kind == kind else { throw unexpected(wanted) }
    _ = take()
  }

  private mutating func node(_ kind: FormulaNode.Kind, at offset: Int) throws(Problem)
    -> FormulaNode
  {
    size += 1
    let node = FormulaNode(kind, at: offset)
    guard size <= Self.largest, node.depth <= Self.deepest else { throw tooLarge(at: offset) }
    return node
  }

  private func tooLarge(at offset: Int) -> Problem {
    Problem(
      diagnostic: Diagnostic(.formulaTooLarge, Self.limits), offset: offset)
  }

  // MARK: - Expressions

  private mutating func expression() throws(Problem) -> FormulaNode {
    try enter()
    defer { nesting -= 1 }
    guard next.kind == .keyword(.if) else { return try binary(atLeast: 0) }
    let offset = take().offset
    let condition = try expression()
    try take(.keyword(.then), or: .then)
    let then = try expression()
    try take(.keyword(.else), or: .otherwise)
    return try node(
      .conditional(condition, then: then, otherwise: try expression()), at: offset)
  }

  private mutating func enter() throws(Problem) {
    nesting += 1
    // Written canonically, every part may stand in parentheses of its own.
    guard nesting <= 2 * Self.deepest else { throw tooLarge(at: next.offset) }
  }

  private mutating func binary(atLeast least: Int) throws(Problem) -> FormulaNode {
    var left = try prefix(atLeast: least)
    var joining: FormulaOperator?
    while case .sign(let sign) = next.kind, sign.precedence >= least {
      if let joining, sign.precedence == joining.precedence {
        if sign.isComparison { throw problem(.formulaChainedComparison) }
        if sign.isLogical, sign != joining { throw problem(.formulaMixedLogic) }
      }
      let offset = take().offset
      let right = try binary(atLeast: sign.precedence + 1)
      left = try node(.binary(sign, left, right), at: offset)
      joining = sign
    }
    return left
  }

  private mutating func prefix(atLeast least: Int) throws(Problem) -> FormulaNode {
    let start = next
    switch start.kind {
    case .keyword(.not) where least <= FormulaOperator.notPrecedence:
      _ = take()
      try enter()
      defer { nesting -= 1 }
      let inner = try binary(atLeast: FormulaOperator.notPrecedence)
      return try node(.not(inner), at: start.offset)
    case .sign(.minus):
      _ = take()
      try enter()
      defer { nesting -= 1 }
      return try node(
        .negate(try prefix(atLeast: FormulaOperator.signPrecedence)), at: start.offset)
    default:
      return try primary()
    }
  }

  private mutating func primary() throws(Problem) -> FormulaNode {
    let start = next
    switch start.kind {
    case .number(let number):
      _ = take()
      return try node(.number(number), at: start.offset)
    case .quoted(let text):
      _ = take()
      return try node(.category(text), at: start.offset)
    case .keyword(.true), .keyword(.false):
      _ = take()
      return try node(.flag(start.kind == .keyword(.true)), at: start.offset)
    case .open:
      _ = take()
      let inner = try expression()
      try take(.close, or: .close)
      return inner
    case .name(let name):
      _ = take()
      return next.kind == .open
        ? try call(name, at: start.offset) : try node(.name(name), at: start.offset)
    default:
      throw unexpected(.operand)
    }
  }

  // MARK: - Calls

  private mutating func call(_ name: String, at offset: Int) throws(Problem) -> FormulaNode {
    guard let function = FormulaFunction(rawValue: name) else {
      throw Problem(diagnostic: .unknownFunction(name), offset: offset)
    }
    _ = take()
    if function == .round { return try rounding(at: offset) }
    var arguments: [FormulaNode] = []
    if next.kind != .close {
      arguments.append(try expression())
      while next.kind == .comma {
        _ = take()
        arguments.append(try expression())
      }
    }
    try take(.close, or: .commaOrClose)
    guard function.argumentCount.contains(arguments.count) else {
      throw Problem(diagnostic: .argumentCount(function, arguments.count), offset: offset)
    }
    return try node(.call(function, arguments), at: offset)
  }

  private mutating func rounding(at offset: Int) throws(Problem) -> FormulaNode {
    let inner = try expression()
    try take(.comma, or: .roundingPlaces)
    guard case .number(let number) = next.kind, number.isWhole,
      let places = Int(exactly: number.numerator), places <= Points.mostPlaces
    else { throw unexpected(.roundingPlaces) }
    _ = take()
    try take(.comma, or: .roundingMode)
    guard case .name(let name) = next.kind,
      let mode = RoundingMode.allCases.first(where: { $0.formulaName == name })
    else { throw unexpected(.roundingMode) }
    _ = take()
    try take(.close, or: .close)
    return try node(.round(inner, places: places, mode), at: offset)
  }

  // MARK: - Problems

  private func problem(_ kind: DiagnosticKind) -> Problem {
    Problem(diagnostic: Diagnostic(kind, ["sign": .text(next.text)]), offset: next.offset)
  }

  private func unexpected(_ wanted: Wanted) -> Problem {
    Problem(
      diagnostic: Diagnostic(
        .formulaExpected,
        [
          "found": .localized(next.description), "expected": .localized(wanted.label),
          "cure": .localized(cure(for: wanted)),
        ]), offset: next.offset)
  }

  private func cure(for wanted: Wanted) -> LocalizedText {
    if next.kind == .comma, wanted == .operatorOrEnd || wanted == .close {
      return LocalizedText(
        id: "desimal memakai titik: 0.6, bukan 0,6", en: "decimals take a point: 0.6, not 0,6")
    }
    if case .name(let name) = next.kind, let meant = Self.meant[name.lowercased()] {
      return LocalizedText(id: "tulis \(meant)", en: "write \(meant)")
    }
    if wanted == .operand, next.kind == .keyword(.if) || next.kind == .keyword(.not) {
      return LocalizedText(
        id: "beri tanda kurung: (\(next.text) …)", en: "put it in parentheses: (\(next.text) …)")
    }
    return wanted.cure
  }

  /// What people write for a keyword.
  private static let meant = [
    "if": "if", "then": "then", "else": "else", "and": "and", "or": "or", "not": "not",
    "jika": "if", "maka": "then", "selain": "else", "dan": "and", "atau": "or", "bukan": "not",
  ]
}
