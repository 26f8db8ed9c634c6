import IndicatorDefinitions
import KinerjaCore
import KinerjaTables
import NationalRules
import RuleLanguage
import Testing
import WeightedScoring

/// The rule of the ministry's index and the indicators of `IndicatorDefinitions` are one thing.
@Suite struct MinistryIndicatorTests {
  static let polarities: [Polarity] = [.maximize, .minimize, .stabilize]
  static let consolidations: [Consolidation] = [.sum, .average, .lastKnown]

  static func indicator(_ polarity: Polarity, _ consolidation: Consolidation) throws -> Indicator {
    let form: AttainmentForm =
      switch polarity {
      case .maximize: .ratio
      case .minimize: .reversed
      case .stabilize, .withinRange: .deviation
      }
    return try Indicator(
      "iku", name: LocalizedText(same: "IKU"), unit: .percent, polarity: polarity,
      attainment: AttainmentRule(
        form, cap: 120, floor: 0,
        zeroTarget: polarity == .minimize ? .values(met: 120, missed: 0) : .undefined),
      consolidation: consolidation)
  }

  @Test(arguments: polarities, consolidations)
  func `the index of the rule is the attainment of the indicator`(
    polarity: Polarity, consolidation: Consolidation
  ) throws {
    let indicator = try Self.indicator(polarity, consolidation)
    let scorer = try ScoringRule.kmk467Of2014Index.compiled(on: "2019-12-31")
    var draws = RandomDraws(seed: 467)
    for _ in 0..<200 {
      let periods = (0..<draws.integer(in: 1...4)).map { _ in
        (target: Ratio(draws.integer(in: 0...30)), realised: Ratio(draws.integer(in: 0...40)))
      }
      var inputs: RuleInputs = [
        "polarity": .category(CategoryID(stringLiteral: polarity.rawValue)),
        "consolidation": .category(CategoryID(stringLiteral: consolidation.rawValue)),
      ]
      inputs[list: "periods"] = periods.map {
        ["target": .number($0.target), "realised": .number($0.realised)]
      }
      let target = try #require(try consolidation.consolidated(periods.map(\.target)))
      let realised = try consolidation.consolidated(periods.map(\.realised))
      let expected = indicator.attainment(of: realised, against: .exact(target)).percent
      #expect(try scorer.score(inputs).number == expected, "\(periods)")
    }
  }

  @Test(arguments: AttainmentForm.allCases)
  func `the formula that a rule computes is that of the form`(form: AttainmentForm) throws {
    let rule = ScoringRule(
      Rule(
        "form", version: "1", LocalizedText(same: "form"), effective: "2019-01-01/..", sources: [],
        inputs: {
          RuleInput("r", LocalizedText(same: "r"))
          RuleInput("t", LocalizedText(same: "t"))
        },
        steps: {
          RuleStep(
            "percent", LocalizedText(same: "percent"),
            formula: form.formulaText(realisation: "r", target: "t"))
        }), score: "percent")
    let scorer = try rule.compiled(on: "2019-12-31")
    let plain = try AttainmentRule(form)
    // Of a target of nought only the inverse has a quotient, which says nothing.
    for (r, t) in [(4, 3), ("4.88", 32), ("0.18", "0.64"), (0, 7), (5, 0)] as [(Ratio, Ratio)]
    where form != .inverse || t != 0 {
      #expect(
        try scorer.score(["r": .number(r), "t": .number(t)]).number
          == plain.attainment(of: r, against: .exact(t), .maximize).percent, "\(r) \(t)")
    }
  }
}
