import KinerjaCore
import KinerjaTables
import RuleLanguage
import Testing

/// What is known beforehand of steps with variants, of rater groups and of periods.
@Suite struct ProgramRangesOfBodiesTests {
  static func text(_ name: String) -> LocalizedText { LocalizedText(same: name) }

  static let rule = Rule(
    "ranges", version: "1", text("Ranges"), effective: "2026-01-01/..",
    sources: [SmallRule.source],
    scales: [RaterGroupTests.roles, PeriodCombinationTests.periods, SmallRule.scale],
    parameters: [],
    inputs: [
      RuleInput("x", text("x"), within: 0...10), RuleInput("agreed", text("agreed"), .flag),
    ],
    lists: [RaterGroupTests.ratings, PeriodCombinationTests.semesters],
    steps: [
      RuleStep("rate", text("Rate")) {
        StepVariant("general", text("General"), formula: "20")
        StepVariant("low", text("Low"), when: "x < 5", overrides: ["general"], formula: "x")
        StepVariant(
          "agreed", text("Agreed"), when: "agreed", unless: "x > 7", overrides: ["low"],
          formula: "10 * x + 1")
      },
      RuleStep("guarded", text("Guarded")) {
        StepVariant("divided", text("Divided"), when: "x > 0", formula: "5 / x")
        StepVariant("nought", text("Nought"), unless: "x > 0", formula: "0")
      },
      RaterGroupTests.step(RaterGroupTests.groups),
      PeriodCombinationTests.step(.last),
      RuleStep(
        "grade.now", text("Grade"), periods: "semesters.grade", by: "semesters.period", .worst,
        whenMissing: .lowestBand(source: SmallRule.source)),
    ])

  static let compiled: CompiledRule? = try? CompiledRule(rule, on: SmallRule.day)

  @Test func `what a variant may give is known under its conditions`() throws {
    let ranges = ProgramRanges(try #require(Self.compiled))
    #expect(ranges.slots[2].numbers == NumberInterval(0, 71))
    #expect(ranges.slots[2].missing == [.needs("x"), .needs("agreed")])
    #expect(ranges.zeroDivisions.isEmpty)
    #expect(ranges.slots[4].numbers == NumberInterval(0, 100))
    #expect(ranges.slots[6].missing == [])
  }

  @Test(arguments: 0..<8) func `nothing comes that was not foreseen`(seed: UInt64) throws {
    let compiled = try #require(Self.compiled)
    let ranges = ProgramRanges(compiled)
    var draws = RandomDraws(seed: seed)
    func next(_ count: Int) -> Int { draws.integer(in: 0...(count - 1)) }
    for _ in 0..<60 {
      var inputs: RuleInputs = [:]
      if next(8) > 0 { inputs["x"] = .number(Ratio(next(11))) }
      if next(8) > 0 { inputs["agreed"] = .flag(next(2) == 0) }
      let roles = RaterGroupTests.roles.categories.map(\.id)
      inputs[list: "ratings"] = (0..<next(9)).map { _ in
        [
          "role": .category(roles[next(3)]),
          "value": next(9) == 0 ? .missing(.notGiven) : .number(Ratio(next(101))),
        ]
      }
      inputs[list: "semesters"] = (["s1", "s2"] as [CategoryID]).filter { _ in
        next(4) > 0
      }.map { ["period": .category($0), "score": 70, "grade": .category("low")] }
      let outcome = try compiled.evaluate(inputs)
      for (slot, step) in Self.rule.steps.enumerated() {
        let (value, range) = (outcome[step.id], ranges.slots[2 + slot])
        switch value {
        case .number(let number): #expect(range.numbers?.contains(number) == true, "\(step.id)")
        case .category(let category): #expect(range.categories.contains(category))
        case .flag(let flag): #expect(range.flags.contains(flag))
        case .missing: #expect(range.mayBeMissing, "\(step.id): \(value)")
        }
      }
    }
  }
}
