import KinerjaCore

/// Writes one step of a derivation as a sentence.
struct StepWords {
  let words: ValueWords
  let step: DerivationStep
  let definition: RuleStep

  init(_ words: ValueWords, _ step: DerivationStep, _ definition: RuleStep) {
    self.words = words
    self.step = step
    self.definition = definition
  }

  /// "Title: calculation = value", with what was rounded, left out or substituted.
  var sentence: String {
    let title = definition.title[words.language]
    if case .missing(let reason) = step.exact {
      let why = words.text(reason)
      let missing = words.word("tidak dihitung, \(why)", "not computed, \(why)")
      return "\(title): " + (replacement.map { "\(why); \($0)" } ?? missing + untaken) + variants
    }
    return "\(title): \(calculation)\(rounding)\(omission)\(variants)"
  }

  /// The body by which the value was found: that of the step, or of the variant taken.
  var body: RuleStep.Body {
    guard case .variants(let all) = definition.body,
      let taken = step.variants.firstIndex(where: { $0.outcome == .taken }),
      all.indices.contains(taken)
    else { return definition.body }
    return all[taken].body
  }

  private var result: String { words.text(step.result, on: definition.scale, in: step.unit) }

  private var calculation: String {
    let exact = words.text(step.exact, on: definition.scale, in: step.unit)
    switch body {
    case .formula(let text):
      var problems = Diagnostics()
      guard let root = text.parsed(&problems) else { return exact }
      var formula = FormulaWords(words, for: step)
      let body = formula.text(root, on: definition.scale)
      let reasons = formula.reasons.joined(separator: words.word(" dan ", " and "))
      let because = reasons.isEmpty ? "" : words.word("karena \(reasons), ", "since \(reasons), ")
      // A bare number takes the unit of the step.
      let isPlain = body == exact || body == words.text(step.exact, on: definition.scale)
      let equation = isPlain ? exact : "\(body) = \(exact)"
      return because + equation
    case .weightedMean:
      return "\(terms) = \(exact)"
    case .bands:
      return "\(band) → \(exact)"
    case .matrix(let rows, let columns, _):
      guard case .cell(let row, let column) = step.choice else { return exact }
      let one = axis(rows, row)
      let other = axis(columns, column)
      return "\(one), \(other) → \(exact)"
    case .raterGroups(let ratings, let role, let groups, _):
      return "\(self.groups(groups, of: ratings, by: role)) = \(exact)"
    case .periods(let value, let period, let combination):
      return "\(periods(combination, of: value, by: period)) = \(exact)"
    // A value under variants is found by one of them.
    case .variants:
      return exact
    }
  }

  private var terms: String { terms { _ in "" } }

  /// The terms that were used, each with a note behind it.
  func terms(noting note: (Int) -> String) -> String {
    var parts: [String] = []
    var weights = Ratio.zero
    for (index, term) in step.terms.enumerated() where !step.dropped.contains(index) {
      guard case .number(let weight) = term.weight, case .number(let value) = term.value else {
        continue
      }
      let figure = value.checkableOperand(words.convention)
      let measured = step.unit?.text(behind: figure, in: words.language) ?? figure
      parts.append("\(words.text(weight)) × \(measured)\(note(index))")
      weights = (try? weights + weight) ?? weights
    }
    let sum = parts.joined(separator: " + ")
    return weights == 1 ? sum : "(\(sum)) / \(words.text(weights))"
  }

  /// The band with the number in it: "76 ≤ 89,3 < 91".
  private var band: String {
    guard case .band(_, let lower, let upper) = step.choice else { return "" }
    var number = words.word("nilai", "value")
    if case .bands(let of, _) = body {
      var problems = Diagnostics()
      if let root = of.parsed(&problems) {
        var formula = FormulaWords(words, for: step)
        number = formula.text(root)
      }
    }
    let low = lower.map { "\(words.text($0.value)) \($0.isClosed ? "≤" : "<") " } ?? ""
    let high = upper.map { " \($0.isClosed ? "≤" : "<") \(words.text($0.value))" } ?? ""
    return low + number + high
  }

  private func axis(_ text: FormulaText, _ category: CategoryID) -> String {
    let title = words.title(of: text.text, in: step.list)
    let scale = words.scale(of: text.text, in: step.list)
    return "\(title) \(words.text(.category(category), on: scale))"
  }

  private var rounding: String {
    guard let rounding = definition.rounding, step.result != step.exact else { return "" }
    return ", \(words.rounded(rounding.places, rounding.mode)): \(result)"
  }

  /// Whether a term has weight nought, so that nobody misses it.
  private func isWeightless(_ term: Int) -> Bool {
    step.terms.indices.contains(term) && step.terms[term].weight.number == .zero
  }

  private var omission: String {
    let weightless = step.dropped.filter(isWeightless)
    return weightless.map { "; \(weightlessClause(of: $0))" }.joined()
      + omission(of: step.dropped.filter { !isWeightless($0) })
  }

  private func weightlessClause(of term: Int) -> String {
    let name = termName(term) ?? words.word("suku ke-\(term + 1)", "term \(term + 1)")
    return words.word(
      "\(name) tidak tersedia, tetapi berbobot 0", "\(name) is missing, but has weight 0")
  }

  private func omission(of dropped: [Int]) -> String {
    guard !dropped.isEmpty else { return "" }
    let share = words.text(step.measuredShare)
    let measured = words.word(
      "bagian bobot yang terukur \(share)", "share of the weight measured \(share)")
    if let named = namedOmission(of: dropped) { return "; \(named); \(measured)" }
    let places = dropped.map { "\($0 &+ 1)" }.joined(separator: ", ")
    return words.word(
      "; suku ke-\(places) tidak tersedia dan dikeluarkan, \(measured)",
      "; term \(places) is missing and left out, \(measured)")
  }
}
