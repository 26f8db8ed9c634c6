package import KinerjaCore

/// Writes the values and names of a rule as people read them.
package struct ValueWords {
  package let rule: Rule
  package let language: Language
  /// What steps gave for an earlier period.
  let earlier: [StepID: EarlierValue]
  /// How many elements each list has, where that is known.
  private let counts: [StepID: Int]
  /// The units of what has a name, qualified by its list, as far as they are known.
  private let units: [String: MeasurementUnit]

  /// The words of a rule by itself.
  package init(_ rule: Rule, _ language: Language) {
    self.rule = rule
    self.language = language
    counts = [:]
    earlier = [:]
    units = rule.declaredUnits
  }

  init(_ derivation: Derivation, _ language: Language) {
    rule = derivation.rule
    self.language = language
    counts = derivation.inputs.lists.mapValues(\.count)
    earlier = derivation.inputs.earlier
    var units = derivation.rule.declaredUnits
    for step in derivation.steps {
      if let unit = step.unit { units[step.list.map { "\($0).\(step.id)" } ?? step.id.text] = unit }
    }
    self.units = units
  }

  package var convention: DecimalConvention { language.decimalConvention }

  /// Picks the wording of the language.
  package func word(_ indonesian: String, _ english: String) -> String {
    LocalizedText(id: indonesian, en: english)[language]
  }

  package func text(_ number: Ratio) -> String { number.checkableText(convention) }

  /// A value; a number with its unit, a category by its label on the scale, or on whichever scale
  /// has it.
  package func text(
    _ value: RuleValue, on scale: ScaleID? = nil, in unit: MeasurementUnit? = nil
  ) -> String {
    switch value {
    case .number(let number):
      return unit?.text(behind: text(number), in: language) ?? text(number)
    case .flag(let flag): return flag ? word("ya", "yes") : word("tidak", "no")
    case .category(let category):
      let found =
        scale.flatMap(rule.scale) ?? rule.scales.first { $0.rank(of: category) != nil }
      return found?.label(of: category)[language] ?? category.text
    case .missing: return "–"
    }
  }

  /// A rounding, such as "dibulatkan 2 desimal (setengah ke atas)".
  package func rounded(_ places: Int, _ mode: RoundingMode) -> String {
    word(
      "dibulatkan \(places) desimal (\(mode.label.indonesian))",
      "rounded to \(places) decimal\(places == 1 ? "" : "s") (\(mode.label.english))")
  }

  /// Why a value is missing, with the title of what it needs.
  package func text(_ reason: MissingReason) -> String {
    switch reason {
    case .needs(let name):
      return word("\(title(of: name)) tidak tersedia", "\(title(of: name)) is missing")
    case .outsideTable(let name):
      return MissingReason.outsideTable(title(of: name)).label[language]
    case .notListed(let period):
      return MissingReason.notListed(label(of: period)).label[language]
    case .tooFewRatings(let role, let found, let minimum):
      return MissingReason.tooFewRatings(of: label(of: role), found: found, minimum: minimum)
        .label[language]
    case .notGiven, .divisionByZero, .nothingToAverage, .outsideBands, .negativeWeight,
      .tooLittleMeasured, .noVariantHolds:
      return reason.label[language]
    }
  }

  /// The name of a category on whichever scale has it.
  private func label(of category: String) -> String {
    (try? CategoryID(category)).map { text(.category($0)) } ?? category
  }

  /// A source; how far it may be relied on is said where it is not law.
  package func text(_ source: LegalSource) -> String {
    source.standing == .law
      ? source.citation : "\(source.citation), \(source.standing.label[language])"
  }

  /// What a name stands for, with the element's number where it has one.
  package func title(of name: String, in list: StepID? = nil) -> String {
    if let list = list.flatMap(rule.list), let title = title(of: name, in: list) { return title }
    if let title = rule.inputs.first(where: { $0.id.text == name })?.title
      ?? rule.steps.first(where: { $0.id.text == name })?.title
      ?? rule.parameters.first(where: { $0.id.text == name })?.title
      ?? rule.lists.first(where: { $0.id.text == name })?.title
      ?? rule.tables.first(where: { $0.id.text == name })?.title
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

  /// The titles of a list and of what a name such as `tasks.value` means in it; nil for any other.
  func titleInList(of name: String) -> (list: String, title: String)? {
    for list in rule.lists where name.hasPrefix("\(list.id).") {
      let plain = String(name.dropFirst(list.id.text.count + 1))
      if let title = title(of: plain, in: list) { return (list.title[language], title) }
    }
    return nil
  }

  /// How many elements a list has, such as "banyaknya Tugas (3)".
  package func count(of list: String) -> String {
    let text = word("banyaknya ", "number of ") + title(of: list)
    let count = rule.lists.first { $0.id.text == list }.flatMap { counts[$0.id] }
    return count.map { "\(text) (\($0))" } ?? text
  }

  /// The scale of what a name stands for, as far as it is declared.
  package func scale(of name: String, in list: StepID?) -> ScaleID? {
    if let list = list.flatMap(rule.list), let scale = list.scale(of: name) { return scale }
    if let input = rule.inputs.first(where: { $0.id.text == name }) { return input.type.scale }
    if let step = rule.steps.first(where: { $0.id.text == name }) { return step.scale }
    for list in rule.lists where name.hasPrefix("\(list.id).") {
      if let scale = list.scale(of: String(name.dropFirst(list.id.text.count + 1))) { return scale }
    }
    return nil
  }

  /// In what the value of a name is measured; nil if that is not known.
  package func unit(of name: String, in list: StepID?) -> MeasurementUnit? {
    list.flatMap { units["\($0).\(name)"] } ?? units[name]
  }

  /// "Tugas 1" for the first element of a list.
  package func heading(of list: RuleList, element: Int) -> String {
    "\(list.title[language]) \(element &+ 1)"
  }
}

extension Rule {
  /// The units of inputs, parameters and fields by the names that formulas use.
  fileprivate var declaredUnits: [String: MeasurementUnit] {
    var units: [String: MeasurementUnit] = [:]
    for input in inputs { units[input.id.text] = input.unit }
    for parameter in parameters { units[parameter.id.text] = parameter.unit }
    for list in lists {
      for field in list.fields { units["\(list.id).\(field.id)"] = field.unit }
    }
    return units
  }
}

extension RuleList {
  fileprivate func scale(of name: String) -> ScaleID? {
    fields.first { $0.id.text == name }?.type.scale ?? steps.first { $0.id.text == name }?.scale
  }
}

extension RoundingMode {
  /// The mode in words.
  var label: LocalizedText {
    switch self {
    case .halfUp: LocalizedText(id: "setengah ke atas", en: "half up")
    case .halfDown: LocalizedText(id: "setengah ke bawah", en: "half down")
    case .halfEven: LocalizedText(id: "setengah ke genap", en: "half to even")
    case .down: LocalizedText(id: "menuju nol", en: "towards zero")
    case .up: LocalizedText(id: "menjauhi nol", en: "away from zero")
    case .floor: LocalizedText(id: "ke bawah", en: "downwards")
    case .ceiling: LocalizedText(id: "ke atas", en: "upwards")
    }
  }
}
