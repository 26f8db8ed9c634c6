import KinerjaCore

/// Writes the values and names of a rule as people read them.
struct ValueWords {
  let rule: Rule
  let language: Language

  var convention: DecimalConvention { language.decimalConvention }

  /// Picks the wording of the language.
  func word(_ indonesian: String, _ english: String) -> String {
    LocalizedText(id: indonesian, en: english)[language]
  }

  /// A number with up to six decimals; one with more is cut after four, and says so.
  func text(_ number: Ratio) -> String {
    if let points = Points(exactly: number), points.places <= 6 {
      return minus(points.text(convention, grouping: true))
    }
    return minus(number.decimalText(places: 4, .down, convention, grouping: true)) + "…"
  }

  private func minus(_ text: String) -> String {
    text.hasPrefix("-") ? "−" + text.dropFirst() : text
  }

  /// A value; a category by its label on the scale, or on whichever scale has it.
  func text(_ value: RuleValue, on scale: ScaleID? = nil) -> String {
    switch value {
    case .number(let number): return text(number)
    case .flag(let flag): return flag ? word("ya", "yes") : word("tidak", "no")
    case .category(let category):
      let found =
        scale.flatMap(rule.scale) ?? rule.scales.first { $0.rank(of: category) != nil }
      return found?.label(of: category)[language] ?? category.text
    case .missing: return "–"
    }
  }

  /// Why a value is missing, with the title of what it needs.
  func text(_ reason: MissingReason) -> String {
    guard case .needs(let name) = reason else { return reason.label[language] }
    return word("\(title(of: name)) tidak tersedia", "\(title(of: name)) is missing")
  }

  /// A source; how far it may be relied on is said where it is not law.
  func text(_ source: LegalSource) -> String {
    source.standing == .law
      ? source.citation : "\(source.citation), \(source.standing.label[language])"
  }

  /// What a name stands for, with the element's number where it has one.
  func title(of name: String, in list: StepID? = nil) -> String {
    if let list = list.flatMap(rule.list), let title = title(of: name, in: list) { return title }
    if let title = rule.inputs.first(where: { $0.id.text == name })?.title
      ?? rule.steps.first(where: { $0.id.text == name })?.title
      ?? rule.parameters.first(where: { $0.id.text == name })?.title
      ?? rule.lists.first(where: { $0.id.text == name })?.title
    {
      return title[language]
    }
    return qualifiedTitle(of: name) ?? name
  }

  private func title(of name: String, in list: RuleList) -> String? {
    let title =
      list.fields.first { $0.id.text == name }?.title
      ?? list.steps.first { $0.id.text == name }?.title
    return title?[language]
  }

  /// The title of `tasks.value` or `tasks[0].value`.
  private func qualifiedTitle(of name: String) -> String? {
    for list in rule.lists where name.hasPrefix(list.id.text) {
      var rest = name.dropFirst(list.id.text.count)
      var heading = list.title[language]
      if rest.first == "[", let close = rest.firstIndex(of: "]"),
        let position = Int(rest[rest.index(after: rest.startIndex)..<close])
      {
        heading = self.heading(of: list, element: position)
        rest = rest[rest.index(after: close)...]
      }
      guard rest.first == ".", let title = title(of: String(rest.dropFirst()), in: list) else {
        continue
      }
      return "\(heading): \(title)"
    }
    return nil
  }

  /// "Tugas 1" for the first element of a list.
  func heading(of list: RuleList, element: Int) -> String {
    "\(list.title[language]) \(element &+ 1)"
  }
}
