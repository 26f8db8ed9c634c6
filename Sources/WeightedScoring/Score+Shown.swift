public import KinerjaCore
import RuleLanguage

extension Score {
  /// The score as it is shown, such as "89,32"; nil if there is none.
  ///
  /// With the decimals of the rule, but never with so few that the figure would lie in another
  /// band than the exact score: 90.996 beside an edge of 91 is shown as "90,996" and not "91,00".
  public func numberText(in language: Language) -> String? {
    guard let number else { return nil }
    guard let places = shownPlaces else { return number.text(language.decimalConvention) }
    return text(of: number, places: places, language)
  }

  /// Why the score is shown with more decimals than the rule has; nil if it is not.
  public func numberNote(in language: Language) -> String? {
    guard let number, shownPlaces != rule.display.places else { return nil }
    let short = text(of: number, places: rule.display.places, language)
    return LocalizedText(
      id: "ditulis lebih rinci karena \(short) termasuk kategori lain",
      en: "written in more detail, since \(short) belongs to another category")[language]
  }

  private func text(of number: Ratio, places: Int, _ language: Language) -> String {
    number.decimalText(places: places, rule.display.mode, language.decimalConvention)
  }

  /// The fewest decimals, from those of the rule on, with which the score lies where the exact one
  /// does; nil if only the exact one does.
  private var shownPlaces: Int? {
    guard let number else { return nil }
    let bands = bands(of: number)
    return rule.display.fewestPlaces(for: number) { shown in
      bands.allSatisfy { $0.contains(shown) }
    }
  }

  /// The bands in which the score was looked up, under its own name or another.
  private func bands(of number: Ratio) -> [ScoreBand] {
    derivation.steps.compactMap { step in
      guard step.list == nil, case .band(_, let lower, let upper) = step.choice,
        let name = bandedName(in: step),
        step.operands.contains(where: { $0.name == name && $0.values == [.number(number)] })
      else { return nil }
      return ScoreBand(lower: lower, upper: upper)
    }
  }

  /// What a step looks up in its bands, if it is a name and nothing more.
  private func bandedName(in step: DerivationStep) -> String? {
    var body = rule.rule.step(step.id)?.body
    if case .variants(let all)? = body {
      let taken = step.variants.first { $0.outcome == .taken }
      body = all.first { $0.id == taken?.id }?.body
    }
    if case .bands(let text, _)? = body { return text.text }
    return nil
  }
}

extension Scorer {
  /// The score of a result as it is shown, such as "89.32"; nil if there is none.
  ///
  /// It has the decimals of the rule, but never so few that the figure would lie in another band
  /// than the exact score, as ``Score/numberText(in:)``.
  public func numberText(
    of result: ScoreResult, _ convention: DecimalConvention = .point
  ) -> String? {
    guard let number = result.number else { return nil }
    let taken = scoreBands.compactMap { table in table.bands.first { $0.contains(number) } }
    let places = rule.display.fewestPlaces(for: number) { shown in
      taken.allSatisfy { $0.contains(shown) }
    }
    guard let places else { return number.text(convention) }
    return number.decimalText(places: places, rule.display.mode, convention)
  }

  /// The tables in which the score is looked up.
  private var scoreBands: [ResolvedBands] {
    let program = compiled.program
    return program.steps.compactMap { step in
      guard step.list == nil, case .bands(let node, let table) = step.operation,
        case .value(let slot) = program.nodes[node], program.slots[slot].id == rule.scoreStep
      else { return nil }
      return table
    }
  }
}

extension DecimalRounding {
  /// The fewest decimals, from its own on, that show a number rightly; nil if only the exact one
  /// does.
  fileprivate func fewestPlaces(for number: Ratio, isRight: (Ratio) -> Bool) -> Int? {
    (places...max(places, Points.mostPlaces)).first { places in
      guard let shown = try? number.rounded(to: places, mode) else { return false }
      return isRight(Ratio(shown))
    }
  }
}

/// A band that was taken.
private struct ScoreBand {
  let lower: DerivationStep.Edge?
  let upper: DerivationStep.Edge?

  func contains(_ number: Ratio) -> Bool {
    if let lower, number < lower.value || (number == lower.value && !lower.isClosed) {
      return false
    }
    if let upper, number > upper.value || (number == upper.value && !upper.isClosed) {
      return false
    }
    return true
  }
}
