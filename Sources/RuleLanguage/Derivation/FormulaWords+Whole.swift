package import KinerjaCore

// A formula in words without anybody's values, as it stands in a legal annex.

extension ValueWords {
  /// A formula with the titles of what it names; the text itself if it cannot be read.
  ///
  /// - Parameters:
  ///   - formula: The formula.
  ///   - list: The list for whose elements it is computed, if it is.
  ///   - scale: The scale of the categories that it gives.
  package func text(
    _ formula: FormulaText, in list: StepID? = nil, on scale: ScaleID? = nil
  ) -> String {
    var problems = Diagnostics()
    guard let root = formula.parsed(&problems) else { return formula.text }
    var words = FormulaWords(whole: self, in: list)
    return words.text(root, on: scale)
  }

  /// A formula that decides by conditions, one after another: what it gives, and if what holds.
  ///
  /// The last one has no condition: it is for all other cases. A formula that does not begin with
  /// a condition is that case alone.
  package func cases(
    of formula: FormulaText, in list: StepID? = nil, on scale: ScaleID? = nil
  ) -> [(condition: String?, value: String)] {
    var problems = Diagnostics()
    guard var node = formula.parsed(&problems) else { return [(nil, formula.text)] }
    var words = FormulaWords(whole: self, in: list)
    var cases: [(condition: String?, value: String)] = []
    while case .conditional(let condition, let then, let otherwise) = node.kind {
      cases.append((words.condition(condition), words.text(then, on: scale)))
      node = otherwise
    }
    cases.append((nil, words.text(node, on: scale)))
    return cases
  }

  /// A condition as a clause; the text itself if it cannot be read.
  package func clause(_ formula: FormulaText, in list: StepID? = nil) -> String {
    var problems = Diagnostics()
    guard let root = formula.parsed(&problems) else { return formula.text }
    var words = FormulaWords(whole: self, in: list)
    return words.condition(root)
  }

  /// A value exactly, as law prints it: a number that is no decimal is a fraction.
  package func exactText(_ value: RuleValue, on scale: ScaleID? = nil) -> String {
    guard case .number(let number) = value else { return text(value, on: scale) }
    return exactText(number)
  }

  /// A number exactly, with thousands marked; one that is no decimal is a fraction.
  package func exactText(_ number: Ratio) -> String {
    let text =
      Points(exactly: number)?.text(convention, grouping: true) ?? number.text(convention)
    return text.hasPrefix("-") ? "−" + text.dropFirst() : text
  }

  /// A title beside signs: in quotation marks if it has any itself that would run into them.
  func title(besideSigns title: String) -> String {
    let runsIn = title.contains { "+-−×/*<>=≤≥≠,;:|".contains($0) || $0.isNumber }
    return runsIn ? quoted(title) : title
  }

  /// A title in quotation marks, as a part of a sentence.
  package func quoted(_ title: String) -> String { "“\(title)”" }
}

extension FormulaWords {
  /// A condition as a clause: "“Setuju” bernilai ya" for a flag by itself.
  fileprivate mutating func condition(_ node: FormulaNode) -> String {
    switch node.kind {
    case .name(let name):
      let title = words.quoted(title(of: name))
      return words.word("\(title) bernilai ya", "\(title) is yes")
    case .not(let inner):
      guard case .name(let name) = inner.kind else { return text(node) }
      let title = words.quoted(title(of: name))
      return words.word("\(title) bernilai tidak", "\(title) is no")
    case .call(.coalesce, let arguments):
      guard case .name(let name) = arguments[0].kind, case .flag(let flag) = arguments[1].kind
      else { return text(node) }
      let title = words.quoted(title(of: name))
      return flag
        ? words.word("\(title) bernilai ya atau tidak diisi", "\(title) is yes or not given")
        : words.word("\(title) diisi ya", "\(title) is given as yes")
    case .binary(let sign, let left, let right) where sign == .equal || sign == .notEqual:
      guard case .name(let name) = left.kind, case .category = right.kind else {
        return text(node)
      }
      let title = words.quoted(title(of: name))
      let category = text(right, on: scale(of: left))
      return sign == .equal
        ? words.word("\(title) adalah \(category)", "\(title) is \(category)")
        : words.word("\(title) bukan \(category)", "\(title) is not \(category)")
    case .binary(let sign, let left, let right) where sign.isLogical:
      return "\(condition(left, beside: sign)) \(symbol(sign)) \(condition(right, beside: sign))"
    default:
      return text(node)
    }
  }

  private mutating func condition(_ node: FormulaNode, beside sign: FormulaOperator) -> String {
    if case .binary(let own, _, _) = node.kind, own.isLogical, own != sign {
      return "(\(condition(node)))"
    }
    return condition(node)
  }
}
