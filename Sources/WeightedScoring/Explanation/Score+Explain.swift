public import KinerjaCore
import RuleLanguage

extension Score {
  /// Finds the smallest single changes that would have given another category.
  ///
  /// One input at a time varies within its range and decimals while all others stay. The rule is
  /// followed along the input from breakpoint to breakpoint, on each piece as an exact function, so
  /// that a rule which falls again after rising is no trap; every change is scored again before it
  /// is named. An input that declares no decimals is varied by hundredths.
  ///
  /// - Parameters:
  ///   - category: The category that the person has.
  ///   - wanted: The category asked about.
  /// - Throws: That the rule gives no category, that the person has another category, or that the
  ///   category asked about is not on the rule's scale.
  /// - Complexity: Some ten evaluations an input of a rule like PP 46/2011; at most 512 pieces in
  ///   each direction, the rest is only probed and the answer says so.
  public func explain(
    why category: CategoryID, not wanted: CategoryID
  ) throws(InvalidInput) -> CategoryExplanation {
    guard let scale = rule.categories, let step = rule.categoryStep, let found = self.category
    else {
      throw InvalidInput(Diagnostic(.nothingToExplain, ["rule": .text(rule.id.text)]))
    }
    guard found == category else {
      throw InvalidInput(
        Diagnostic(
          .otherCategory, ["category": .text(category.text), "found": .text(found.text)]))
    }
    guard scale.rank(of: wanted) != nil else {
      let cure = LocalizedText.suggestion(
        for: wanted.text, among: scale.categories.map(\.id.text))
      throw InvalidInput(
        Diagnostic(
          .unknownWantedCategory, ["category": .text(wanted.text), "cure": .localized(cure)]))
    }
    let compiled = try CompiledRule(rule.rule, on: derivation.day)
    var search = ChangeSearch(compiled, derivation.inputs, step: step, wanted: wanted)
    search.run()
    return CategoryExplanation(
      rule: rule, category: category, wanted: wanted, changes: search.changes.sorted { $0 < $1 },
      unable: search.unable, undecided: search.undecided, missing: search.missing)
  }
}

extension ScoreChange {
  /// Smaller changes first; those without a size last, in the order found.
  fileprivate static func < (one: Self, other: Self) -> Bool {
    switch (one.relativeSize, other.relativeSize) {
    case (let size?, let otherSize?): size < otherSize
    case (_?, nil): true
    case (nil, _): false
    }
  }
}
