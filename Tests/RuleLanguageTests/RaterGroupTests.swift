import KinerjaCore
import RuleLanguage
import Testing

@Suite struct RaterGroupTests {
  static func text(_ name: String) -> LocalizedText { LocalizedText(same: name) }

  static let roles = CategoryScale(
    "role", LocalizedText(id: "Peran", en: "Role"),
    categories: [
      .init("superior", LocalizedText(id: "Atasan", en: "Superior")),
      .init("peer", LocalizedText(id: "Rekan kerja", en: "Peers")),
      .init("public", LocalizedText(id: "Masyarakat", en: "Public")),
    ])

  static let ratings = RuleList(
    "ratings", LocalizedText(id: "Nilai", en: "Rating"),
    fields: [
      RuleInput("role", text("Role"), .category(of: "role")),
      RuleInput("value", text("Value"), within: 0...100),
    ], steps: [])

  static func rule(_ steps: [RuleStep]) -> Rule {
    Rule(
      "groups", version: "1", text("Groups"), effective: "2026-01-01/..",
      sources: [SmallRule.source], scales: [roles], parameters: [], inputs: [], lists: [ratings],
      steps: steps)
  }

  static func step(
    _ groups: [RaterGroup], whenMissing: MissingPolicy = .incomplete, total: Ratio? = 1
  ) -> RuleStep {
    RuleStep(
      "behaviour", LocalizedText(id: "Perilaku", en: "Behaviour"), ratings: "ratings.value",
      by: "ratings.role", weightsTotal: total, whenMissing: whenMissing
    ) { groups }
  }

  static let groups = [
    RaterGroup("superior", weight: "0.6"),
    RaterGroup("peer", weight: "0.3", atLeast: 3, .median),
    RaterGroup("public", weight: "0.1", atLeast: 2),
  ]

  static func inputs(_ ratings: [(CategoryID, RuleValue)]) -> RuleInputs {
    RuleInputs(
      values: [:],
      lists: ["ratings": ratings.map { ["role": .category($0), "value": $1] }])
  }

  static let everybody = inputs([
    ("peer", 70), ("superior", 80), ("peer", 90), ("peer", 100), ("public", 60), ("public", 65),
  ])

  func result(
    _ inputs: RuleInputs, _ policy: MissingPolicy = .incomplete
  ) throws -> (RuleValue, Ratio) {
    let outcome = try CompiledRule(
      Self.rule([Self.step(Self.groups, whenMissing: policy)]), on: SmallRule.day
    ).evaluate(inputs)
    return (outcome["behaviour"], outcome.measuredShare(of: "behaviour"))
  }

  // By hand: 0.6 · 80 + 0.3 · 90 + 0.1 · 62.5 = 81.25.
  @Test func `groups are weighed, each by its own figure`() throws {
    #expect(try result(Self.everybody) == (.number("81.25"), 1))
  }

  // Two peers remain: (0.6 · 80 + 0.1 · 62.5) / 0.7 = 77.5.
  @Test func `a rating that is missing does not count towards the minimum`() throws {
    var inputs = Self.everybody
    inputs.lists["ratings"]?[0]["value"] = .missing(.notGiven)
    #expect(
      try result(inputs) == (.missing(.tooFewRatings(of: "peer", found: 2, minimum: 3)), 0))
    #expect(
      try result(inputs, .dropAndRescale(minimumShare: "0.7")) == (.number("77.5"), "0.7"))
    #expect(
      try result(inputs, .dropAndRescale(minimumShare: "0.71"))
        == (.missing(.tooLittleMeasured("0.7")), "0.7"))
  }

  @Test func `a rating without a role belongs to nobody knows whom`() throws {
    var inputs = Self.everybody
    inputs.lists["ratings"]?[1]["role"] = .missing(.notGiven)
    #expect(try result(inputs) == (.missing(.needs("ratings[1].role")), 0))
    #expect(try result([:]) == (.missing(.needs("ratings")), 0))
  }

  // MARK: - Figures

  struct Figure: Sendable, CustomTestStringConvertible {
    let aggregation: RatingAggregation
    let ratings: [Ratio]
    let value: Ratio
    init(_ aggregation: RatingAggregation, _ ratings: [Ratio], _ value: Ratio) {
      self.aggregation = aggregation
      self.ratings = ratings
      self.value = value
    }
    var testDescription: String { "\(aggregation) of \(ratings)" }
  }

  // Trimmed by share as `mean(c(80, 95, 60, 100, 72, 88), trim = t)` of R: ⌊6t⌋ a side; by hand.
  @Test(arguments: [
    Figure(.mean, [80, 95, 60], "235/3"),
    Figure(.median, [80], 80),
    Figure(.median, [80, 95], "87.5"),
    Figure(.median, [95, 60, 80], 80),
    Figure(.median, [80, 95, 60, 100, 72, 88], 84),
    Figure(.trimmedMean(dropping: 1), [80, 95, 60, 100, 72, 88], "83.75"),
    Figure(.trimmedMean(dropping: 2), [80, 95, 60, 100, 72, 88], 84),
    Figure(.trimmedMean(dropping: 1), [60, 60, 100], 60),
    Figure(.trimmedMeanByShare(0), [80, 95, 60, 100, 72, 88], "82.5"),
    Figure(.trimmedMeanByShare("0.16"), [80, 95, 60, 100, 72, 88], "82.5"),
    Figure(.trimmedMeanByShare("1/6"), [80, 95, 60, 100, 72, 88], "83.75"),
    Figure(.trimmedMeanByShare("0.2"), [80, 95, 60, 100, 72, 88], "83.75"),
    Figure(.trimmedMeanByShare("0.49"), [80, 95, 60, 100, 72, 88], 84),
  ])
  func `figures are exactly defined`(_ one: Figure) throws {
    #expect(try one.aggregation.figure(of: one.ratings) == one.value)
    #expect(try one.aggregation.figure(of: one.ratings.reversed()) == one.value)
    let step = Self.step(
      [RaterGroup("peer", weight: 2, atLeast: max(1, one.ratings.count), one.aggregation)],
      total: nil)
    let compiled = try CompiledRule(Self.rule([step]), on: SmallRule.day)
    let inputs = Self.inputs(one.ratings.map { ("peer", .number($0)) })
    #expect(try compiled.evaluate(inputs)["behaviour"] == .number(one.value))
  }

  // MARK: - Checks

  @Test(
    arguments: [
      (
        [RaterGroup("superior", weight: "0.6"), RaterGroup("peer", weight: "0.3")],
        ["rules.role-without-group", "rules.weights-total"]
      ),
      (groups + [RaterGroup("peer", weight: 0)], ["rules.duplicate-name"]),
      (groups + [RaterGroup("boss", weight: 0)], ["rules.unknown-category"]),
      (
        groups.dropLast() + [RaterGroup("public", weight: "0.1", atLeast: 0)],
        ["rules.minimum-count"]
      ),
      (
        groups.dropLast()
          + [RaterGroup("public", weight: "0.1", atLeast: 2, .trimmedMean(dropping: 1))],
        ["rules.trim-too-much"]
      ),
      (
        groups.dropLast() + [RaterGroup("public", weight: "0.1", .trimmedMean(dropping: -1))],
        ["rules.trim-too-much"]
      ),
      (
        groups.dropLast() + [RaterGroup("public", weight: "0.1", .trimmedMeanByShare("0.5"))],
        ["rules.trim-share"]
      ),
      (
        groups.dropLast() + [RaterGroup("public", weight: "-0.1")],
        ["rules.negative-weight", "rules.weights-total"]
      ),
      (
        [],
        [
          "rules.no-terms", "rules.role-without-group", "rules.role-without-group",
          "rules.role-without-group",
        ]
      ),
    ] as [([RaterGroup], [String])])
  func `what is wrong with groups is named`(_ groups: [RaterGroup], _ codes: [String]) {
    #expect(Self.rule([Self.step(groups)]).check(on: SmallRule.day).all.map(\.code) == codes)
  }

  @Test func `a role must be a category of the list`() {
    func codes(_ ratings: FormulaText, _ role: FormulaText) -> [String] {
      let step = RuleStep(
        "behaviour", Self.text("B"), .raterGroups(of: ratings, by: role, Self.groups, total: 1))
      return Self.rule([step]).check(on: SmallRule.day).all.map(\.code)
    }
    #expect(codes("ratings.value", "ratings.value") == ["rules.type-mismatch"])
    #expect(codes("ratings.role", "ratings.role") == ["rules.type-mismatch"])
    #expect(codes("ratings.value", "\"peer\"") == ["rules.key-without-scale"])
    #expect(codes("1", "2") == ["rules.figure-without-list"])
    #expect(codes("ratings.size", "ratings.role") == ["rules.unknown-name"])
  }

  @Test func `JSON carries every aggregation`() throws {
    let groups = [
      RaterGroup("superior", weight: "0.6"),
      RaterGroup("peer", weight: "0.3", atLeast: 3, .trimmedMean(dropping: 1)),
      RaterGroup("public", weight: "0.1", atLeast: 10, .trimmedMeanByShare("0.1")),
    ]
    let step = Self.step(groups, whenMissing: .dropAndRescale(minimumShare: "0.5"))
    #expect(try JSONDocument(step.json.prettyText).read(RuleStep.self) == step)
    let json = String(decoding: step.json.canonicalBytes, as: UTF8.self)
    #expect(json.contains(#""aggregation":{"trimmedMean":{"dropping":1}}"#))
  }
}
