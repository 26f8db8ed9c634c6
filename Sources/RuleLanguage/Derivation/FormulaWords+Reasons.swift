import KinerjaCore

// Why a way was taken, in words.
extension FormulaWords {

  mutating func reason(_ condition: FormulaNode, holds: Bool) -> Reason {
    switch condition.kind {
    case .name(let name):
      return Reason(text: "\(title(of: name)): \(words.text(.flag(holds)))")
    case .call(.isMissing, let arguments):
      return Reason(text: presence(of: arguments[0], isMissing: holds))
    case .call(.coalesce, let arguments):
      let part = taken(condition)
      // Nothing recorded tells which argument of calculations was there.
      guard part.canonicalText != condition.canonicalText else { break }
      guard case .flag = part.kind else { return reason(part, holds: holds) }
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
      let category = text(right, on: scale(of: left))
      return Reason(
        text: "\(title(of: name)) \(symbol(sign)) \(category)",
        compared: (name, sign == .equal))
    }
    return Reason(
      text: holds ? text(condition) : words.word("bukan ", "not ") + enclosed(condition))
  }

  func presence(of node: FormulaNode, isMissing: Bool) -> String {
    guard case .name(let name) = node.kind else { return node.canonicalText }
    let title = words.quoted(title(of: name))
    return isMissing
      ? words.word("\(title) tidak diisi", "\(title) is not given")
      : words.word("\(title) diisi", "\(title) is given")
  }
}
