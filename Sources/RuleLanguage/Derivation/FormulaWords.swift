import KinerjaCore

/// Writes the formula of a step with the values that it used, only the way that was taken.
struct FormulaWords {
  let words: ValueWords
  let step: DerivationStep
  private var conditions: [Reason] = []
  private var element: Int?

  /// A condition that decided, as it is said.
  private struct Reason {
    let text: String
    /// What was held against a category, and whether it was that one.
    var compared: (name: String, isEqual: Bool)?
  }

  init(_ words: ValueWords, for step: DerivationStep) {
    self.words = words
    self.step = step
  }

  /// The conditions that decided; a category that was found makes those passed over needless.
  var reasons: [String] {
    let found = conditions.filter { $0.compared?.isEqual == true }.compactMap(\.compared?.name)
    return conditions.filter { reason in
      guard let compared = reason.compared, !compared.isEqual else { return true }
      return !found.contains(compared.name)
    }.map(\.text)
  }

  /// The formula's text in words and figures.
  mutating func text(_ node: FormulaNode) -> String {
    switch node.kind {
    case .number(let number): return words.text(number)
    case .flag(let flag): return words.text(.flag(flag))
    case .category(let text):
      return (try? CategoryID(text)).map { words.text(.category($0)) } ?? text
    case .name(let name): return value(of: name)
    case .negate(let inner): return "−" + enclosed(taken(inner))
    case .not(let inner): return words.word("bukan ", "not ") + enclosed(taken(inner))
    case .binary(let sign, let left, let right):
      let one = operand(taken(left), on: .left, of: sign)
      let other = operand(taken(right), on: .right, of: sign)
      return "\(one) \(symbol(sign)) \(other)"
    case .conditional, .call(.coalesce, _): return text(taken(node))
    case .round(let inner, let places, let mode):
      let body = text(inner)
      return words.word(
        "\(body) dibulatkan \(places) desimal (\(mode.label.indonesian))",
        "\(body) rounded to \(places) decimals (\(mode.label.english))")
    case .call(let function, let arguments): return call(function, arguments)
    }
  }

  // MARK: - Ways taken

  /// The part that was computed: the branch of a condition, the argument that was there.
  private mutating func taken(_ node: FormulaNode) -> FormulaNode {
    switch node.kind {
    case .conditional(let condition, let then, let otherwise):
      guard let holds = answer(to: condition) else { return node }
      let reason = reason(condition, holds: holds)
      if !conditions.contains(where: { $0.text == reason.text }) { conditions.append(reason) }
      return taken(holds ? then : otherwise)
    case .call(.coalesce, let arguments):
      let present = arguments.first { !isMissing($0) }
      return taken(present ?? arguments[arguments.count - 1])
    default:
      return node
    }
  }

  private mutating func reason(_ condition: FormulaNode, holds: Bool) -> Reason {
    switch condition.kind {
    case .name(let name):
      return Reason(text: "\(title(of: name)): \(words.text(.flag(holds)))")
    case .call(.isMissing, let arguments):
      return Reason(text: presence(of: arguments[0], isMissing: holds))
    case .call(.coalesce, let arguments):
      guard case .flag = taken(condition).kind else {
        return reason(taken(condition), holds: holds)
      }
      return Reason(text: presence(of: arguments[0], isMissing: true))
    case .binary(let sign, let left, let right):
      guard !holds, let opposite = sign.opposite else { break }
      return reason(
        FormulaNode(.binary(opposite, left, right), at: condition.offset), holds: true)
    default:
      break
    }
    if case .binary(let sign, let left, let right) = condition.kind,
      case .name(let name) = left.kind, case .category = right.kind
    {
      return Reason(
        text: "\(title(of: name)) \(symbol(sign)) \(text(right))",
        compared: (name, sign == .equal))
    }
    return Reason(
      text: holds ? text(condition) : words.word("bukan ", "not ") + enclosed(condition))
  }

  private func title(of name: String) -> String { words.title(of: name, in: step.list) }

  private func answer(to condition: FormulaNode) -> Bool? {
    let text = condition.canonicalText
    return step.conditions.first { $0.text == text }?.holds.flag
  }

  private func isMissing(_ node: FormulaNode) -> Bool {
    guard case .name(let name) = node.kind else { return false }
    return raw(name)?.isMissing ?? false
  }

  private func presence(of node: FormulaNode, isMissing: Bool) -> String {
    guard case .name(let name) = node.kind else { return node.canonicalText }
    let title = title(of: name)
    return isMissing
      ? words.word("\(title) tidak diisi", "\(title) is not given")
      : words.word("\(title) diisi", "\(title) is given")
  }

  // MARK: - Values

  private func raw(_ name: String) -> RuleValue? {
    guard let operand = step.operands.first(where: { $0.name == name }) else { return nil }
    guard operand.isList else { return operand.values.first }
    return element.flatMap { operand.values.indices.contains($0) ? operand.values[$0] : nil }
  }

  private func value(of name: String) -> String {
    guard let value = raw(name) else { return title(of: name) }
    return value.isMissing
      ? title(of: name)
      : words.text(value, on: words.rule.scale(ofName: name, in: step.list))
  }

  private mutating func operand(
    _ node: FormulaNode, on side: FormulaNode.Side, of sign: FormulaOperator
  ) -> String {
    let text = text(node)
    let isNegative = side == .right && text.hasPrefix("−")
    return node.needsParentheses(on: side, of: sign) || isNegative ? "(\(text))" : text
  }

  private mutating func enclosed(_ node: FormulaNode) -> String {
    if case .binary = node.kind { return "(\(text(node)))" }
    return text(node)
  }

  // MARK: - Functions

  private mutating func call(_ function: FormulaFunction, _ arguments: [FormulaNode]) -> String {
    switch function {
    case .abs: return "|\(text(taken(arguments[0])))|"
    case .isMissing: return presence(of: arguments[0], isMissing: true)
    case .clamp:
      let parts = arguments.map { text(taken($0)) }
      return words.word(
        "\(parts[0]) dibatasi \(parts[1]) s.d. \(parts[2])",
        "\(parts[0]) kept within \(parts[1]) to \(parts[2])")
    case .min:
      return words.word("terkecil dari", "the smallest of") + " (\(list(arguments)))"
    case .max:
      return words.word("terbesar dari", "the largest of") + " (\(list(arguments)))"
    case .sum: return words.word("jumlah", "sum of") + " (\(list(arguments)))"
    case .mean: return words.word("rata-rata", "mean of") + " (\(list(arguments)))"
    case .weightedMean:
      let product = FormulaNode(
        .binary(.times, arguments[1], arguments[0]), at: arguments[0].offset)
      return words.word("rata-rata berbobot", "weighted mean of") + " (\(list([product])))"
    case .count:
      if case .name(let name) = arguments[0].kind {
        return words.word("banyaknya ", "number of ") + words.title(of: name, in: step.list)
      }
      return words.word("banyaknya yang memenuhi", "how many of") + " (\(list(arguments)))"
    case .round, .coalesce: return ""
    }
  }

  /// At most so many elements are written out.
  private static let mostElements = 24

  private mutating func list(_ arguments: [FormulaNode]) -> String {
    guard let count = elementCount(of: arguments) else {
      return arguments.map { text(taken($0)) }.joined(separator: "; ")
    }
    var parts: [String] = []
    for position in 0..<min(count, Self.mostElements) {
      element = position
      parts.append(arguments.map { text($0) }.joined(separator: "; "))
    }
    element = nil
    if count > Self.mostElements { parts.append("…") }
    return parts.joined(separator: "; ")
  }

  /// How many elements the list has that the arguments name; nil if they name none.
  private func elementCount(of arguments: [FormulaNode]) -> Int? {
    let names = arguments.flatMap(\.names)
    return step.operands.first { $0.isList && names.contains($0.name) }?.values.count
  }

  private func symbol(_ sign: FormulaOperator) -> String {
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

extension FormulaOperator {
  /// The comparison that holds where this one does not.
  fileprivate var opposite: FormulaOperator? {
    switch self {
    case .equal: .notEqual
    case .notEqual: .equal
    case .less: .atLeast
    case .atLeast: .less
    case .greater: .atMost
    case .atMost: .greater
    case .or, .and, .plus, .minus, .times, .over: nil
    }
  }
}

extension Rule {
  /// The scale of what a name stands for, as far as it is declared.
  func scale(ofName name: String, in list: StepID?) -> ScaleID? {
    let fields = list.flatMap { self.list($0) }?.fields ?? []
    let input = fields.first { $0.id.text == name } ?? inputs.first { $0.id.text == name }
    return input?.type.scale ?? steps.first { $0.id.text == name }?.scale
  }
}

extension RoundingMode {
  /// The mode in words.
  var label: LocalizedText {
    switch self {
    case .halfUp: LocalizedText(id: "setengah ke atas", en: "half up")
    case .halfEven: LocalizedText(id: "setengah ke genap", en: "half to even")
    case .down: LocalizedText(id: "menuju nol", en: "towards zero")
    case .up: LocalizedText(id: "menjauhi nol", en: "away from zero")
    case .floor: LocalizedText(id: "ke bawah", en: "downwards")
    case .ceiling: LocalizedText(id: "ke atas", en: "upwards")
    }
  }
}
