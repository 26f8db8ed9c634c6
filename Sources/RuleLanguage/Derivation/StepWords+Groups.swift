import KinerjaCore

// Rater groups and periods in words.
extension StepWords {

  // MARK: - Rater groups

  /// "0,6 × 80 (Atasan: 1 nilai) + 0,4 × 82 (Rekan kerja: median 3 nilai)".
  func groups(_ groups: [RaterGroup], of ratings: FormulaText, by role: FormulaText) -> String {
    terms { index in
      guard groups.indices.contains(index) else { return "" }
      let group = groups[index]
      let count = self.count(of: group.role, ratings, by: role)
      let figure = count.map { ": \(text(group.aggregation, of: $0))" } ?? ""
      return " (\(label(of: group.role, by: role))\(figure))"
    }
  }

  private func text(_ aggregation: RatingAggregation, of count: Int) -> String {
    let ratings = words.word("\(count) nilai", "\(count) rating\(count == 1 ? "" : "s")")
    switch aggregation {
    case _ where count == 1: return ratings
    case .mean: return words.word("rata-rata \(ratings)", "mean of \(ratings)")
    case .median: return words.word("median \(ratings)", "median of \(ratings)")
    case .trimmedMean, .trimmedMeanByShare:
      let cut = (try? aggregation.trimmed(of: count)) ?? 0
      return words.word(
        "rata-rata \(ratings) tanpa \(cut) terendah dan \(cut) tertinggi",
        "mean of \(ratings) without the lowest \(cut) and the highest \(cut)")
    }
  }

  /// How many ratings of a role there are; nil where the role is not a plain name.
  private func count(
    of role: CategoryID, _ ratings: FormulaText, by name: FormulaText
  ) -> Int? {
    guard let roles = list(name), let values = list(ratings), roles.count == values.count else {
      return nil
    }
    return zip(roles, values).count { $0.category == role && !$1.isMissing }
  }

  // MARK: - Periods

  func periods(
    _ combination: PeriodCombination, of value: FormulaText, by period: FormulaText
  ) -> String {
    let periods = words.scale(of: period.text, in: step.list).flatMap(words.rule.scale)
    let all = periods?.categories.map(\.id) ?? []
    switch combination {
    case .mean:
      return terms { all.indices.contains($0) ? " (\(label(of: all[$0], by: period)))" : "" }
    case .weighted(let weights, _):
      return terms {
        weights.indices.contains($0) ? " (\(label(of: weights[$0].period, by: period)))" : ""
      }
    case .last:
      return all.last.map { label(of: $0, by: period) } ?? ""
    case .worst:
      let parts = all.map { text(of: $0, value, by: period) }.joined(separator: "; ")
      return words.word("yang terburuk dari (\(parts))", "the worst of (\(parts))")
    case .byTime(let time):
      var problems = Diagnostics()
      guard let one = value.parsed(&problems), let other = time.parsed(&problems) else {
        return ""
      }
      var formula = FormulaWords(words, for: step)
      return formula.text(FormulaNode(.call(.weightedMean, [one, other]), at: 0))
    }
  }

  /// "Semester 1: 80".
  private func text(
    of category: CategoryID, _ value: FormulaText, by period: FormulaText
  ) -> String {
    let label = label(of: category, by: period)
    guard let position = list(period)?.firstIndex(of: .category(category)),
      let values = list(value), values.indices.contains(position)
    else { return label }
    let scale = words.scale(of: value.text, in: step.list)
    return "\(label): \(words.text(values[position], on: scale))"
  }

  // MARK: - What was left out

  /// The categories for which the terms stand, and what tells them apart; nil for terms without a
  /// name.
  private var namedTerms: (names: [CategoryID], key: FormulaText)? {
    let names: [CategoryID]
    let key: FormulaText
    switch body {
    case .raterGroups(_, let role, let groups, _): (names, key) = (groups.map(\.role), role)
    case .periods(_, let period, .weighted(let weights, _)):
      (names, key) = (weights.map(\.period), period)
    case .periods(_, let period, .mean):
      let scale = words.scale(of: period.text, in: step.list).flatMap(words.rule.scale)
      (names, key) = (scale?.categories.map(\.id) ?? [], period)
    case .formula, .weightedMean, .bands, .matrix, .variants, .periods: return nil
    }
    return names.count == step.terms.count ? (names, key) : nil
  }

  /// The group or period for which a term stands; nil for a term without a name.
  func termName(_ term: Int) -> String? {
    guard let (names, key) = namedTerms, names.indices.contains(term) else { return nil }
    return label(of: names[term], by: key)
  }

  /// Which groups or periods were left out, why, and the weights that the others have then; nil
  /// for terms without a name.
  func namedOmission(of dropped: [Int]) -> String? {
    guard let (names, key) = namedTerms else { return nil }
    let omitted = dropped.filter(names.indices.contains).map { index in
      let why = step.terms[index].value.missingReason.map { words.text($0) } ?? ""
      return words.word(
        "\(label(of: names[index], by: key)) dikeluarkan (\(why))",
        "\(label(of: names[index], by: key)) is left out (\(why))")
    }
    return (omitted + [usedWeights(names, by: key)]).joined(separator: "; ")
  }

  private func usedWeights(_ names: [CategoryID], by key: FormulaText) -> String {
    let used = step.terms.indices.filter { !step.dropped.contains($0) }
    let weights = used.map { step.terms[$0].weight.number ?? 0 }
    let total = (try? Ratio.sum(of: weights)) ?? 0
    let parts = zip(used, weights).map { index, weight in
      let share = total == 0 ? weight : (try? weight / total) ?? weight
      return "\(label(of: names[index], by: key)) \(words.text(share))"
    }.joined(separator: ", ")
    return words.word("bobot yang dipakai: \(parts)", "weights used: \(parts)")
  }

  // MARK: - Names and values

  private func label(of category: CategoryID, by key: FormulaText) -> String {
    words.text(.category(category), on: words.scale(of: key.text, in: step.list))
  }

  /// The values of the elements that a plain name stands for.
  private func list(_ name: FormulaText) -> [RuleValue]? {
    step.operands.first { $0.isList && $0.name == name.text }?.values
  }
}
