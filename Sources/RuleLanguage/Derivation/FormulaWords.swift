import KinerjaCore

/// Writes the formula of a step with the values that it used, only the way that was taken.
struct FormulaWords {
  let words: ValueWords
  let step: DerivationStep
  /// Whether the formula is written for anybody: every way, and titles for values.
  let isWhole: Bool
  private var conditions: [Reason] = []
  /// The element at hand, while a figure over a list is written out.
  var element: Int?

  /// A condition that decided, as it is said.
  struct Reason {
    let text: String
    /// What was held against a category, and whether it was that one.
    var compared: (name: String, isEqual: Bool)?
  }

  init(_ words: ValueWords, for step: DerivationStep) {
    self.words = words
    self.step = step
    isWhole = false
  }

  /// Writes a formula whole, with the titles of what it names.
  init(whole words: ValueWords, in list: StepID?) {
    self.words = words
    step = DerivationStep(
      id: "formula", list: list, element: nil, operands: [], conditions: [], lookups: [],
      variants: [], terms: [], dropped: [], choice: nil, exact: .missing(.notGiven),
      result: .missing(.notGiven), unit: nil, replacement: nil, measuredShare: .one)
    isWhole = true
  }

  /// The conditions that decided; a category that was found makes those passed over needless.
  var reasons: [String] {
    let found = conditions.filter { $0.compared?.isEqual == true }.compactMap(\.compared?.name)
    return conditions.filter { reason in
      guard let compared = reason.compared, !compared.isEqual else { return true }
      return !found.contains(compared.name)
    }.map(\.text)
  }

  /// The formula's text in words and figures; a category in quotes is one of the scale.
  mutating func text(_ node: FormulaNode, on scale: ScaleID? = nil) -> String {
    let node = taken(node)
    switch node.kind {
    case .number(let number): return isWhole ? words.exactText(number) : words.text(number)
    case .flag(let flag): return words.text(.flag(flag))
    case .category(let text):
      return (try? CategoryID(text)).map { words.text(.category($0), on: scale) } ?? text
    case .name(let name): return value(of: name)
    case .negate(let inner): return "−" + enclosed(inner)
    case .not(let inner): return words.word("bukan ", "not ") + enclosed(inner)
    case .binary(let sign, let left, let right):
      let scale = self.scale(of: left) ?? self.scale(of: right)
      let one = operand(left, on: .left, of: sign, scale)
      let other = operand(right, on: .right, of: sign, scale)
      return "\(one) \(symbol(sign)) \(other)"
    case .conditional(let condition, let then, let otherwise):
      let (test, one) = (text(condition), text(then, on: scale))
      let other = text(otherwise, on: scale)
      return words.word(
        "jika \(test) maka \(one), selain itu \(other)", "if \(test) then \(one), else \(other)")
    case .round(let inner, let places, let mode):
      return "\(text(inner)) \(words.rounded(places, mode))"
    case .call(let function, let arguments): return call(function, arguments)
    }
  }

  // MARK: - Ways taken

  /// The part that was computed: the branch of a condition, the argument that was there.
  ///
  /// The node itself where nothing recorded tells which, as inside a figure over a list; it is
  /// then written out whole.
  mutating func taken(_ node: FormulaNode) -> FormulaNode {
    switch node.kind {
    case .conditional(let condition, let then, let otherwise):
      guard let holds = answer(to: condition) else { return node }
      let reason = reason(condition, holds: holds)
      if !conditions.contains(where: { $0.text == reason.text }) { conditions.append(reason) }
      return taken(holds ? then : otherwise)
    case .call(.coalesce, let arguments):
      for argument in arguments.dropLast() {
        guard let isMissing = isMissing(argument) else { return node }
        if !isMissing { return taken(argument) }
      }
      return arguments.last.map { taken($0) } ?? node
    default:
      return node
    }
  }

  func title(of name: String) -> String {
    let local = isWhole ? words.titleInList(of: name) : nil
    return local?.title ?? words.title(of: name, in: step.list)
  }

  private func answer(to condition: FormulaNode) -> Bool? {
    let text = condition.canonicalText
    return step.conditions.first { $0.text == text }?.holds.flag
  }

  /// Whether a part is missing; nil for a calculation, of which no value is recorded.
  private func isMissing(_ node: FormulaNode) -> Bool? {
    switch node.kind {
    case .name(let name): raw(name)?.isMissing
    case .number, .flag, .category: false
    default: nil
    }
  }

  // MARK: - Values

  private func raw(_ name: String) -> RuleValue? {
    guard let operand = step.operands.first(where: { $0.name == name }) else { return nil }
    guard operand.isList else { return operand.values.first }
    return element.flatMap { operand.values.indices.contains($0) ? operand.values[$0] : nil }
  }

  private func value(of name: String) -> String {
    guard !isWhole else { return words.title(besideSigns: title(of: name)) }
    guard let value = raw(name) else { return title(of: name) }
    guard value.isMissing else {
      return words.text(
        value, on: words.scale(of: name, in: step.list), in: words.unit(of: name, in: step.list))
    }
    return element == nil ? title(of: name) : words.text(value)
  }

  /// The scale of what a part names; nil for anything but a name.
  func scale(of node: FormulaNode) -> ScaleID? {
    guard case .name(let name) = node.kind else { return nil }
    return words.scale(of: name, in: step.list)
  }

  private mutating func operand(
    _ node: FormulaNode, on side: FormulaNode.Side, of sign: FormulaOperator, _ scale: ScaleID?
  ) -> String {
    let node = taken(node)
    let text = text(node, on: scale)
    let isNegative = side == .right && text.hasPrefix("−")
    // A quotient that is multiplied reads as one, though its signs bind alike.
    let isQuotient = isWhole && sign == .times && node.isQuotient
    return node.needsParentheses(on: side, of: sign) || node.isPhrase || isNegative || isQuotient
      ? "(\(text))" : text
  }

  mutating func enclosed(_ node: FormulaNode) -> String {
    let node = taken(node)
    let text = text(node)
    if case .binary = node.kind { return "(\(text))" }
    return node.isPhrase || text.hasPrefix("−") ? "(\(text))" : text
  }

  func symbol(_ sign: FormulaOperator) -> String {
    switch sign {
    case .or: words.word("atau", "or")
    case .and: words.word("dan", "and")
    case .notEqual: "≠"
    case .atMost: "≤"
    case .atLeast: "≥"
    case .minus: "−"
    case .times: "×"
    case .equal, .less, .greater, .plus, .over: sign.rawValue
    }
  }
}

extension FormulaNode {
  /// Whether its words would run into those of an operator beside it.
  fileprivate var isPhrase: Bool {
    switch kind {
    case .conditional, .round, .call(.clamp, _): true
    default: false
    }
  }

  fileprivate var isQuotient: Bool {
    if case .binary(.over, _, _) = kind { true } else { false }
  }
}
