import KinerjaCore
import KinerjaTables
import RuleLanguage
import Testing
import WeightedScoring

// The last element, the one element of a period, and the ratings of a group, in columns.
@Suite struct ColumnElementsTests {
  static func text(_ name: String) -> LocalizedText { LocalizedText(same: name) }
  static let half = CategoryScale(
    "half", text("Half"), categories: [.init("s1", text("S1")), .init("s2", text("S2"))])
  static let role = CategoryScale(
    "role", text("Role"),
    categories: ["boss", "peer", "public"].map { .init($0, LocalizedText(same: $0.text)) })

  static func scorer(_ out: RuleStep) throws -> Scorer {
    try ScoringRule(
      Rule(
        "test.elements", version: "1", text("Elements"), effective: "2020-01-01/..", sources: [],
        scales: [ColumnRule.grade, half, role], parameters: [], inputs: [ColumnRule.number("x")],
        lists: [
          RuleList(
            "parts", text("Parts"),
            fields: [
              RuleInput("half", text("Half"), .category(of: "half")), ColumnRule.number("mark"),
              ColumnRule.number("days", within: 0...366),
            ],
            steps: [
              RuleStep("third", text("Third"), formula: "mark / 3 + x"),
              RuleStep("grade", text("Grade"), bandsOf: "mark", giving: "grade") {
                Band("low", below: 3)
                Band("top", from: 3, through: 9)
              },
            ]),
          RuleList(
            "ratings", text("Ratings"),
            fields: [
              RuleInput("role", text("Role"), .category(of: "role")), ColumnRule.number("value"),
            ], steps: []),
        ],
        steps: [
          out,
          RuleStep("band", text("Band"), bandsOf: "out", giving: "grade") {
            Band("low", below: 3)
            Band("high", from: 3)
          },
        ]), score: "out", category: "band"
    ).compiled(on: ColumnRule.day)
  }

  /// People with up to three parts and seven ratings, drawn by chance, at times twice the same half.
  static func people(seed: UInt64, isTwice: Bool = true) -> RuleColumns {
    var draw = RandomRules(seed: seed)
    let count = 200
    var (parts, ratings) = ([0], [0])
    var halves: [UInt8] = []
    for _ in 0..<count {
      var own = (0..<draw.integer(0...3)).map { _ in UInt8(draw.integer(0...1)) }
      if !isTwice { own = Set(own).sorted() }
      halves += own
      parts.append(halves.count)
      ratings.append(ratings[ratings.count - 1] + draw.integer(0...7))
    }
    let (p, r) = (halves.count, ratings[count])
    func some(_ count: Int) -> BitSet {
      BitSet((0..<count).filter { _ in draw.integer(0...19) == 0 })
    }
    return RuleColumns(
      count: count,
      [
        "x": .numbers((0..<count).map { _ in Int8(draw.integer(-3...3)) }, missing: some(count)),
        "parts": .list(
          starts: parts,
          [
            "half": .categories(halves, of: ["s2", "s1"], missing: some(p)),
            "mark": .numbers(
              (0..<p).map { _ in Int16(draw.integer(0...120)) }, decimals: 1, missing: some(p)),
            "days": .numbers((0..<p).map { _ in UInt8(draw.integer(0...200)) }),
          ], missing: some(count)),
        "ratings": .list(
          starts: ratings,
          [
            "role": .categories(
              (0..<r).map { _ in UInt8(draw.integer(0...2)) }, of: ["peer", "public", "boss"],
              missing: seed % 2 == 0 ? some(r / 9) : nil),
            "value": .numbers((0..<r).map { _ in UInt8(draw.integer(0...9)) }, missing: some(r)),
          ]),
      ])
  }

  static let lasts: [RuleStep] = [
    "last(parts.mark)", "last(parts.third) / 7", "coalesce(last(parts.mark), x, 4)",
    "if last(parts.mark) > 3 then count(parts) else last(parts.days)",
  ].map { RuleStep("out", text("Out"), formula: $0) }

  static let periods: [RuleStep] = {
    let weighed: [PeriodCombination] = [
      .mean, .weighted(["s1": "0.25", "s2": "0.75"], total: 1),
      .weighted(["s1": 0, "s2": 1], total: 1), .byTime("parts.days"),
    ]
    let all = (weighed + [.last, .worst]).map { ($0, MissingPolicy.incomplete) }
    let dropping = weighed.map { ($0, MissingPolicy.dropAndRescale(minimumShare: "0.5")) }
    return (all + dropping).map { combination, policy in
      RuleStep(
        "out", text("Out"), periods: "parts.mark", by: "parts.half", combination,
        whenMissing: policy)
    }
  }()

  static let groups: [RuleStep] = {
    let figures: [RatingAggregation] = [.mean, .median, .trimmedMean(dropping: 1)]
    let policies: [MissingPolicy] = [.incomplete, .dropAndRescale(minimumShare: "0.5")]
    return figures.flatMap { figure in
      policies.map { policy in
        RuleStep(
          "out", text("Out"), ratings: "ratings.value", by: "ratings.role", weightsTotal: 1,
          whenMissing: policy
        ) {
          RaterGroup("boss", weight: "0.6")
          RaterGroup("peer", weight: "0.4", atLeast: 3, figure)
          RaterGroup("public", weight: 0)
        }
      }
    }
  }()

  @Test(arguments: lasts + periods + groups)
  func `each is that of one person alone`(out: RuleStep) throws {
    let scorer = try Self.scorer(out)
    for seed: UInt64 in 1...4 {
      let people = Self.people(seed: seed)
      let scores = try scorer.scores(of: people, keeping: ["out"])
      try ColumnsAgreeTests.expect(scores, of: people, by: scorer)
    }
  }

  @Test(arguments: lasts.prefix(3) + periods.prefix(4) + groups.prefix(1))
  func `a list does not send everybody to fractions`(out: RuleStep) throws {
    let scores = try Self.scorer(out).scores(of: Self.people(seed: 1, isTwice: false))
    #expect(scores.evaluatedCount < 190)
  }

  @Test func `who has a half twice is refused, and nobody else`() throws {
    let people = RuleColumns(
      count: 4,
      [
        "parts": .list(
          starts: [0, 2, 4, 6, 6],
          [
            "half": .categories([0, 1, 1, 1, 0, 0], of: ["s1", "s2"], missing: BitSet([5])),
            "mark": .numbers([1, 2, 3, 4, 5, 6] as [Int8]),
            "days": .numbers([1, 1, 1, 1, 1, 1] as [UInt8]),
          ])
      ])
    let scores = try Self.scorer(Self.periods[0]).scores(of: people)
    #expect(
      scores.problems.all.map { "\($0.place.path) \($0.code)" } == [
        "[1].parts[1].half rules.repeated-element"
      ])
    #expect(scores.refusedCount == 1 && scores.evaluatedCount == 3)
    #expect(scores.sum(of: "out")?.exact == "1.5")
  }
}
