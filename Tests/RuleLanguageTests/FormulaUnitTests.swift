import KinerjaCore
import RuleLanguage
import Testing

@Suite struct FormulaUnitTests {
  static let money = MeasurementUnit(
    LocalizedText(same: "Rp"), dimension: UnitDimension("rupiah"))
  static let days = MeasurementUnit(LocalizedText(id: "hari", en: "days"))
  static let daily = MeasurementUnit(
    LocalizedText(id: "Rp/hari", en: "Rp/day"), dimension: UnitDimension("rupiah/hari"))
  static let source = LegalSource("UU 1/2020")

  static func rule(_ steps: [RuleStep]) -> Rule {
    Rule(
      "r", version: "1", LocalizedText(same: "R"), effective: .always, sources: [source],
      scales: [SmallRule.scale],
      parameters: [
        RuleParameter("rate", LocalizedText(same: "r"), 100, .always, source, unit: daily),
        RuleParameter("limit", LocalizedText(same: "l"), 3, .always, source, unit: days),
        RuleParameter("factor", LocalizedText(same: "f"), 2, .always, source),
      ],
      inputs: [
        RuleInput("cost", LocalizedText(id: "Biaya", en: "Cost"), unit: money),
        RuleInput("budget", LocalizedText(id: "Anggaran", en: "Budget"), unit: money),
        RuleInput("late", LocalizedText(id: "Terlambat", en: "Late"), unit: days),
        RuleInput("share", LocalizedText(id: "Bagian", en: "Share"), unit: .percent),
        RuleInput("x", LocalizedText(same: "x")),
      ],
      lists: [
        RuleList(
          "tasks", LocalizedText(same: "T"),
          fields: [RuleInput("time", LocalizedText(same: "t"), unit: days)], steps: [])
      ], steps: steps)
  }

  static func check(_ formula: String) -> [Diagnostic] {
    let step = RuleStep(
      "y", LocalizedText(id: "Hasil", en: "Result"), formula: FormulaText(formula))
    return rule([step]).check(on: "2026-03-01").all
  }

  @Test(arguments: [
    "cost + budget", "cost - 5", "100 - cost / budget * 100", "cost * share / 100",
    "cost / late + rate", "rate * late + cost", "rate * late > cost", "late > 3",
    "max(0, cost - budget)", "clamp(late, 0, 30)", "if late > limit then cost else budget",
    "cost + x", "x * cost + late", "factor * cost", "(1.76 * budget - cost) / budget * 100",
    "share + 5", "share + cost / budget", "sum(tasks.time) / count(tasks) + late",
    "mean(tasks.time) + limit", "max(tasks.time) - min(tasks.time)", "late * late / late",
    "coalesce(cost, 0)", "round(cost / 7, 0, halfUp) + budget", "abs(-late) < limit",
    "if true then 1 else cost", "weightedMean(tasks.time, tasks.time) + late",
    "count(tasks.time > limit) + late", "1 / late * late + share",
  ])
  func `what reads naturally is let through`(formula: String) {
    #expect(Self.check(formula).map { $0.sentence(in: .english) } == [])
  }

  @Test(arguments: [
    ("cost + late", 6, "Rp and days are not alike at +"),
    ("cost + budget - late", 15, "Rp and days are not alike at -"),
    ("1 + cost / budget * late + cost", 26, "days and Rp are not alike at +"),
    ("cost > late", 6, "Rp and days are not alike at >"),
    ("cost = late", 6, "Rp and days are not alike at ="),
    ("max(cost, 0, late)", 14, "Rp and days are not alike at max"),
    ("clamp(late, 0, cost)", 16, "days and Rp are not alike at clamp"),
    ("coalesce(cost, late)", 16, "Rp and days are not alike at coalesce"),
    ("if late > 3 then cost else rate", 28, "Rp and Rp/day are not alike at if"),
    ("cost / budget + late", 15, "plain number and days are not alike at +"),
    ("share + late", 7, "% and days are not alike at +"),
    ("cost * late + cost", 13, "days*Rp and Rp are not alike at +"),
    ("late + 1 / late", 6, "days and 1/days are not alike at +"),
    ("sum(tasks.time) + cost", 17, "days and Rp are not alike at +"),
    ("x + cost + late", 10, "Rp and days are not alike at +"),
  ])
  func `unlike units are an error at the operator`(
    formula: String, column: Int, sentence: String
  ) throws {
    let problems = Self.check(formula)
    #expect(problems.map(\.code) == ["rules.unlike-units"])
    #expect(problems.first?.place.column == column)
    #expect(problems.first?.sentence(in: .english).contains(sentence) == true)
    #expect(problems.first?.sentence(in: .english).contains("convert one by a factor") == true)
  }

  @Test func `terms, bands, tables and steps must keep to units too`() {
    let mean = RuleStep(
      "mean", LocalizedText(same: "m"),
      weightedMean: [.init("cost", weight: 1), .init("late", weight: 2)])
    let bands = RuleStep(
      "bands", LocalizedText(same: "b"), bandsOf: "total", giving: "grade"
    ) {
      Band("low", below: "limit")
      Band("high", from: "limit")
    }
    let total = RuleStep("total", LocalizedText(same: "t"), formula: "rate * late")
    let problems = Self.rule([mean, bands, total]).check(on: "2026-03-01").all
    #expect(
      problems.map { "\($0.place.path.description) \($0.code)" } == [
        "steps.mean.weightedMean[1].of rules.unlike-units",
        "steps.bands.bands[0].below rules.unlike-units",
        "steps.bands.bands[1].from rules.unlike-units",
      ])
  }

  // A nought or a bare number in one variant takes nothing from the amount of another.
  @Test func `an amount keeps its unit under variants`() throws {
    let step = RuleStep("paid", LocalizedText(same: "Paid")) {
      StepVariant("none", LocalizedText(same: "None"), when: "cost <= 1000", formula: "0")
      StepVariant(
        "some", LocalizedText(same: "Some"), when: "cost > 1000",
        .weightedMean([.init("cost", weight: 1), .init("budget", weight: 3)], total: nil))
      StepVariant(
        "late", LocalizedText(same: "Late"), when: "late > limit", overrides: ["none", "some"],
        formula: "rate * late")
    }
    let compiled = try CompiledRule(Self.rule([step]), on: "2026-03-01")
    func sentence(_ inputs: RuleInputs) throws -> String {
      let derivation = try compiled.derive(inputs).derivation
      #expect(derivation.steps.map { $0.unit?.dimension.text } == ["rupiah"])
      return derivation.lines(in: .english).map(\.sentence).joined()
    }
    let found = try [
      sentence(["cost": 900, "budget": 10, "late": 1]),
      sentence(["cost": 3000, "budget": 5000, "late": 1]),
      sentence(["cost": 900, "budget": 10, "late": 5]),
    ]
    #expect(
      found == [
        "Paid: 0 Rp; the variant None is taken since 900 Rp ≤ 1,000; the variant Some does not hold: "
          + "900 Rp ≤ 1,000; the variant Late does not hold: 1 days ≤ 3 days",
        "Paid: (1 × 3,000 Rp + 3 × 5,000 Rp) / 4 = 4,500 Rp; the variant Some is taken since "
          + "3,000 Rp > 1,000; the variant None does not hold: 3,000 Rp > 1,000; the variant Late "
          + "does not hold: 1 days ≤ 3 days",
        "Paid: 100 Rp/day × 5 days = 500 Rp; the variant Late is taken since 5 days > 3 days; the "
          + "variant None is overridden by Late; the variant Some does not hold: 900 Rp ≤ 1,000",
      ])
  }

  @Test func `a unit cannot grow without bound`() {
    let formula = Array(repeating: "late", count: 12).joined(separator: " * ")
    #expect(Self.check(formula).map(\.code).contains("rules.unit-too-complex"))
  }

  @Test func `steps find their unit, and sentences show it`() throws {
    let rule = Self.rule([
      RuleStep(
        "fine", LocalizedText(id: "Denda", en: "Fine"), formula: "rate * late",
        rounded: DecimalRounding(places: 0, .halfUp)),
      RuleStep(
        "paid", LocalizedText(id: "Dibayar", en: "Paid"), formula: "cost + fine"),
      RuleStep(
        "used", LocalizedText(id: "Terpakai", en: "Used"), formula: "paid / budget * 100"),
    ])
    let derivation = try CompiledRule(rule, on: "2026-03-01").derive([
      "cost": 5000, "budget": 10000, "late": .number("2.5"),
    ]).derivation
    #expect(derivation.steps.map { $0.unit?.dimension.text } == ["rupiah", "rupiah", nil])
    #expect(
      derivation.lines(in: .english).map(\.sentence) == [
        "Fine: 100 Rp/day × 2.5 days = 250 Rp",
        "Paid: 5,000 Rp + 250 Rp = 5,250 Rp",
        "Used: 5,250 Rp / 10,000 Rp × 100 = 52.5",
      ])
    #expect(
      derivation.lines(in: .indonesian).first?.sentence
        == "Denda: 100 Rp/hari × 2,5 hari = 250 Rp")
    let text = derivation.json.prettyText
    #expect(try JSONDocument(text).read(Derivation.self) == derivation)
    #expect(derivation.verify() == [])
  }
}
