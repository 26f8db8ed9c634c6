import KinerjaCore
import KinerjaTables
import NationalRules
import RuleLanguage
import Testing
import WeightedScoring

@Suite struct PermenPANRB14Of2017Tests {
  static let rule = ScoringRule.permenPANRB14Of2017
  static let scorer = Result { () throws(InvalidInput) in try rule.compiled(on: "2023-12-31") }

  static func score(_ inputs: RuleInputs) throws -> Score { try scorer.get().score(inputs) }

  static func same(_ mean: Ratio) -> RuleInputs {
    var inputs = RuleInputs()
    for element in SatisfactionSurvey.Element.allCases {
      inputs[StepID(stringLiteral: "average.\(element.code)")] = .number(mean)
    }
    return inputs
  }

  // GASPUL: 29 respondents, sums of the marks of nine elements; 91.48 with the exact ninth, 90.56
  // with 0.11.
  static let published = Result { () throws(InvalidInput) in
    try SatisfactionSurvey(
      totals: [105, 101, 100, 116, 102, 105, 106, 105, 115], respondents: 29)
  }

  @Test func `the published survey comes out with either weight`() throws {
    let inputs = try Self.published.get().inputs
    let exact = try Self.score(inputs)
    #expect(exact.number == "91.48" && exact.category == "a")
    #expect(exact.derivation["nrr.u3"]?.result.number == "100/29")
    let printed = try Self.rule.applying(.satisfactionWeight011).compiled(on: "2023-12-31")
      .score(inputs)
    #expect(printed.number == "90.56" && printed.category == "a")
  }

  // All 4: 0.11 · 36 · 25 = 99, 0.111 · 36 · 25 = 99.9.
  @Test func `the weight of two or three decimals makes the best unattainable`() throws {
    let best = Self.same(4)
    #expect(try Self.score(best).number == 100)
    for (reform, value) in [
      (Reform.satisfactionWeight011, "99"), (.satisfactionWeight0111, "99.9"),
    ] as [(Reform, Ratio)] {
      #expect(try Self.rule.applying(reform).compiled(on: "2023-12-31").score(best).number == value)
    }
  }

  @Test(
    arguments: [
      ("76.60", "c"), ("76.605", "b"), ("76.6049", "c"), ("76.61", "b"), ("64.99", "d"),
      ("64.995", "c"), ("65", "c"), ("88.30", "b"), ("88.305", "a"), ("88.31", "a"), (25, "d"),
      (75, "c"), (100, "a"),
    ] as [(Ratio, CategoryID)])
  func `the value is rounded to two decimals before it is read`(
    value: Ratio, quality: CategoryID
  ) throws {
    #expect(try Self.score(Self.same(value / 25)).category == quality)
  }

  @Test func `respondents one by one give what their sums give`() throws {
    var draws = RandomDraws(seed: 7)
    let sheets = (0..<60).map { _ in (0..<9).map { _ in draws.integer(in: 1...4) } }
    let survey = try SatisfactionSurvey(complete: sheets)
    let list = sheets.map { sheet in
      RuleRecord(
        Dictionary(
          uniqueKeysWithValues: zip(SatisfactionSurvey.Element.allCases, sheet).map {
            (StepID(stringLiteral: $0.code), .number(Ratio($1)))
          }))
    }
    let one = try Self.score(RuleInputs(values: [:], lists: ["respondents": list]))
    #expect(try one.result == Self.score(survey.inputs).result)
    let counts = (0..<9).map { element in
      (1...4).map { mark in sheets.count { $0[element] == mark } }
    }
    #expect(try SatisfactionSurvey(counts: counts) == survey)
    let parts = try [sheets[..<20], sheets[20...]].map { try SatisfactionSurvey(complete: $0) }
    #expect(parts[0].merged(with: parts[1]) == survey)
  }

  // A survey of a province.
  @Test func `a hundred thousand respondents are summed up`() throws {
    let sheets = (0..<100_000).lazy.map { person in
      (0..<9).map { (person + $0) % 4 + 1 }
    }
    let survey = try SatisfactionSurvey(complete: sheets)
    // Every element has each mark 25 000 times: mean 2.5.
    #expect(try Self.score(survey.inputs).number == "62.5")
  }

  @Test func `what nobody answered is named, and blanks count for nothing`() throws {
    let blank = try SatisfactionSurvey(answers: [[4, 4, 4, 4, 4, 4, 4, 4, nil]])
    #expect(blank.mean(of: .facilities) == nil)
    #expect(try Self.score(blank.inputs).missing == .needs("index"))
    #expect(try Self.score(RuleInputs()).category == nil)
    let both = try SatisfactionSurvey(
      answers: [[4, 4, 4, 4, 4, 4, 4, 4, nil], [2, 2, 2, 2, 2, 2, 2, 2, 2]])
    #expect(both.mean(of: .requirements) == 3 && both.mean(of: .facilities) == 2)
  }

  @Test func `all faults of a survey are named at once`() {
    let answers = #expect(throws: InvalidInput.self) {
      try SatisfactionSurvey(answers: [[1, 2, 3], [5, 1, 1, 1, 1, 1, 1, 1, 0]])
    }
    #expect(
      answers?.problems.map { "\($0.place) \($0.code)" } == [
        "respondents[0] national.survey-width", "respondents[1][0] national.survey-mark",
        "respondents[1][8] national.survey-mark",
      ])
    let totals = #expect(throws: InvalidInput.self) {
      try SatisfactionSurvey(totals: [1, 2, 3, 4, 5, 6, 7, 8, 9], respondents: 2)
    }
    #expect(totals?.problems.map(\.place.description) == ["totals[0]", "totals[8]"])
    let counts = #expect(throws: InvalidInput.self) {
      try SatisfactionSurvey(counts: [[1, 2, 3, -4], [1, 2, 3]])
    }
    #expect(
      counts?.problems.map { "\($0.place) \($0.code)" } == [
        "counts national.survey-width", "counts[0][3] national.survey-count",
        "counts[1] national.survey-width",
      ])
    #expect(throws: InvalidInput.self) {
      try SatisfactionSurvey(totals: Array(repeating: 0, count: 9), respondents: -1)
    }
  }

  @Test func `the bands before 2017 were others`() throws {
    let scorer = try ScoringRule.kepMenPAN25Of2004.compiled(on: "2010-12-31")
    func quality(_ value: Ratio) throws -> CategoryID? {
      try scorer.score(["elements": [["mean": .number(value / 25)]]]).category
    }
    #expect(try quality("43.75") == "d" && quality("43.76") == "c")
    #expect(try quality("62.50") == "c" && quality("62.51") == "b")
    #expect(try quality("81.25") == "b" && quality("81.26") == "a")
    #expect(RuleBook.national.successors(of: "id.kepmenpan.25-2004").map(\.id) == [Self.rule.id])
  }
}

@Suite struct SampleSizeTests {
  // The table of Krejcie and Morgan in common use.
  @Test(
    arguments: [
      (10, 10), (20, 19), (50, 44), (100, 80), (200, 132), (300, 169), (500, 217), (1000, 278),
      (2000, 322), (5000, 357), (10_000, 370), (0, 0), (1, 1), (2, 2),
    ])
  func `the formula gives the table`(population: Int, sample: Int) throws {
    #expect(try SampleSize.krejcieMorgan.respondents(of: population) == sample)
  }

  // The table prints 384; the formula gives 382.6.
  @Test func `at a hundred thousand the table departs from its formula`() throws {
    #expect(try SampleSize.krejcieMorgan.respondents(of: 100_000) == 383)
    #expect(try SampleSize.krejcieMorgan.respondents(of: 1_000_000_000_000) == 384)
  }

  @Test func `a larger population never needs fewer, and a sample is never larger than it`() throws
  {
    let sizes = try (0...3000).map { try SampleSize.krejcieMorgan.respondents(of: $0) }
    #expect(zip(sizes, sizes.dropFirst()).allSatisfy { $0 <= $1 })
    #expect(sizes.enumerated().allSatisfy { $1 <= $0 })
  }

  @Test func `what gives no sample is refused`() {
    #expect(throws: InvalidInput.self) { try SampleSize.krejcieMorgan.respondents(of: -1) }
    #expect(throws: InvalidInput.self) { try SampleSize.krejcieMorgan.respondents(of: .max) }
    let source = LegalSource("x", standing: .assumed)
    for (c, p, d) in [(0, "0.5", "0.05"), (4, 0, "0.05"), (4, 1, "0.05"), (4, "0.5", 0)]
      as [(Ratio, Ratio, Ratio)]
    {
      #expect(throws: InvalidInput.self) {
        try SampleSize(chiSquare: c, proportion: p, margin: d, source: source)
      }
    }
    #expect(SampleSize.krejcieMorgan.source.standing == .assumed)
  }

  @Test func `the catalogue of problems is complete in both languages`() {
    #expect(NationalDiagnostics.all.flatMap(\.faults) == [])
    #expect(Set(NationalDiagnostics.all.map(\.code)).count == NationalDiagnostics.all.count)
  }
}
