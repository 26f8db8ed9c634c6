import KinerjaCore

extension FormulaNode {
  /// The part as text: one space around operators, parentheses only where they are needed.
  package var canonicalText: String {
    switch kind {
    case .number(let number): number.text(.point)
    case .flag(let flag): flag ? "true" : "false"
    case .category(let category): "\"\(category)\""
    case .name(let name): name
    case .negate(let inner): "-" + inner.text(bindingAtLeast: FormulaOperator.signPrecedence)
    case .not(let inner): "not " + inner.text(bindingAtLeast: FormulaOperator.notPrecedence)
    case .binary(let sign, let left, let right):
      "\(left.text(on: .left, of: sign)) \(sign.rawValue) \(right.text(on: .right, of: sign))"
    case .conditional(let condition, let then, let otherwise):
      "if \(condition.inCondition) then \(then.inCondition) else \(otherwise.canonicalText)"
    case .call(let function, let arguments):
      "\(function.rawValue)(\(arguments.map(\.canonicalText).joined(separator: ", ")))"
    case .round(let inner, let places, let mode):
      "round(\(inner.canonicalText), \(places), \(mode.formulaName))"
    }
  }

  package enum Side { case left, right }

  /// Whether the part needs parentheses beside an operator.
  package func needsParentheses(on side: Side, of sign: FormulaOperator) -> Bool {
    guard precedence == sign.precedence else { return precedence < sign.precedence }
    guard side == .left, case .binary(let own, _, _) = kind else { return true }
    // One level holds both `and` and `or`, and comparisons do not chain.
    return sign.isComparison || (sign.isLogical && own != sign)
  }

  private func text(on side: Side, of sign: FormulaOperator) -> String {
    needsParentheses(on: side, of: sign) ? "(\(canonicalText))" : canonicalText
  }

  private func text(bindingAtLeast least: Int) -> String {
    precedence < least ? "(\(canonicalText))" : canonicalText
  }

  private var inCondition: String {
    if case .conditional = kind { return "(\(canonicalText))" }
    return canonicalText
  }

  private var precedence: Int {
    switch kind {
    case .conditional: 0
    case .binary(let sign, _, _): sign.precedence
    case .not: FormulaOperator.notPrecedence
    case .negate: FormulaOperator.signPrecedence
    default: 8
    }
  }
}
