import KinerjaCore
import RuleLanguage
import WeightedScoring

/// Rules with a step of every body, a table of every kind and a policy of every name.
extension Corpus {
  private static func text(_ name: String) -> LocalizedText { LocalizedText(same: name) }

  private static let roles = CategoryScale(
    "role", text("Role"),
    categories: [.init("superior", text("Superior")), .init("peer", text("Peer"))])
  private static let halves = CategoryScale(
    "half", text("Half"), categories: [.init("s1", text("One")), .init("s2", text("Two"))])
  private static let grades = CategoryScale(
    "grade", text("Grade"),
    worstToBest: [
      .init("low", text("Low")), .init("mid", text("Mid")), .init("high", text("High")),
    ])

  /// Steps of all bodies and all policies for what is missing.
  static let everyBody = ScoringRule(
    Rule(
      "bodies", version: "1", text("Bodies"), effective: "2026-01-01/..", sources: [source],
      scales: [roles, halves, grades],
      parameters: [
        RuleParameter("w", text("W"), .number("0.6"), "2026-01-01/..", source)
          .open(within: .numbers(0...1)),
        RuleParameter("v", text("V"), .number("0.4"), "2026-01-01/..", source),
        RuleParameter("strict", text("Strict"), true, "2026-01-01/..", source)
          .open(within: .oneOf([true, false])),
        RuleParameter(
          "pace", text("Pace"), 30, "2026-01-01/..", source,
          unit: MeasurementUnit(LocalizedText(id: "hari", en: "days"))),
      ],
      inputs: [
        RuleInput("x", text("X"), decimals: 2, within: 0...120),
        RuleInput("y", text("Y"), decimals: 1), RuleInput("z", text("Z")),
        RuleInput("remote", text("Remote"), .flag),
        RuleInput("grade", text("Grade"), .category(of: "grade")),
        RuleInput(
          "late", text("Late"), unit: MeasurementUnit(LocalizedText(id: "hari", en: "days"))),
      ],
      lists: [
        RuleList(
          "ratings", text("Ratings"),
          fields: [
            RuleInput("role", text("Role"), .category(of: "role")),
            RuleInput("value", text("Value"), decimals: 0, within: 0...100),
          ],
          steps: [RuleStep("bounded", text("Bounded"), formula: "min(value, 90)")]),
        RuleList(
          "terms", text("Terms"),
          fields: [
            RuleInput("half", text("Half"), .category(of: "half")),
            RuleInput("mark", text("Mark"), decimals: 2), RuleInput("months", text("Months")),
          ], steps: []),
      ],
      steps: [
        RuleStep("pay", text("Pay"), rounded: DecimalRounding(places: 2, .halfUp)) {
          StepVariant("base", text("Base"), formula: "x")
          StepVariant(
            "far", text("Far"), when: "remote", unless: "y > 5", overrides: ["base"],
            formula: "x * 1.5 + late / pace")
        },
        RuleStep(
          "crowd", text("Crowd"), ratings: "ratings.bounded", by: "ratings.role", weightsTotal: 1,
          whenMissing: .dropAndRescale(minimumShare: "1/2")
        ) {
          RaterGroup("superior", weight: "w")
          RaterGroup("peer", weight: "v", atLeast: 2, .median)
        },
        RuleStep(
          "trimmed", text("Trimmed"), ratings: "ratings.value", by: "ratings.role",
          whenMissing: .substitute(0, source: source)
        ) {
          RaterGroup("superior", weight: "1", atLeast: 3, .trimmedMean(dropping: 1))
          RaterGroup("peer", weight: "2", .trimmedMeanByShare("1/4"))
        },
        RuleStep("first", text("First"), periods: "terms.mark", by: "terms.half", .mean),
        RuleStep("final", text("Final"), periods: "terms.mark", by: "terms.half", .last),
        RuleStep("worst", text("Worst"), periods: "terms.mark", by: "terms.half", .worst),
        RuleStep(
          "shared", text("Shared"), periods: "terms.mark", by: "terms.half",
          .weighted(["s1": "w", "s2": "v"], total: 1)),
        RuleStep(
          "served", text("Served"), periods: "terms.mark", by: "terms.half",
          .byTime("terms.months"), whenMissing: .carryForward(withinDays: 400, source: source)),
        RuleStep(
          "mix", text("Mix"),
          weightedMean: [
            .init("pay", weight: "w"), .init("crowd", weight: "v"), .init("served", weight: "z"),
          ], whenMissing: .dropAndRescale(minimumShare: "1/4")),
        RuleStep(
          "level", text("Level"), bandsOf: "mix", giving: "grade",
          whenMissing: .lowestBand(source: source)
        ) {
          Band("low", below: "50")
          Band("mid", from: "50", below: "v * 225")
          Band("high", from: "v * 225")
        },
        RuleStep(
          "square", text("Square"), rows: "level", columns: "grade", giving: "grade",
          CategoryMatrix(
            columns: ["low", "mid", "high"],
            rows: [
              "low": ["low", "low", "mid"], "mid": ["low", "mid", "high"],
              "high": ["mid", "high", "high"],
            ])),
        RuleStep(
          "total", text("Total"), formula: "mix + coalesce(trimmed, 0) - coalesce(worst, 0) / 7",
          rounded: DecimalRounding(places: 1, .halfEven)),
      ]), score: "total", category: "square")

  /// Tables of all kinds, read by steps that need their values.
  static let everyTable = ScoringRule(
    Rule(
      "tables", version: "1", text("Tables"), effective: "2026-01-01/..", sources: [source],
      scales: [grades],
      parameters: [RuleParameter("edge", text("Edge"), 75, "2026-01-01/..", source)],
      tables: [
        RuleTable("line", text("Line"), outside: .extend) {
          RuleTable.Point(0, 0)
          RuleTable.Point("edge", 80)
          RuleTable.Point(120, 100)
        },
        RuleTable("pieces", text("Pieces")) {
          RuleTable.Piece("1", below: "0")
          RuleTable.Piece("2", to: "5", from: "0", below: "edge")
          RuleTable.Piece("6", from: "edge")
        },
        RuleTable("grades", text("Grades"), giving: "grade") {
          RuleTable.Piece("low", below: "50")
          RuleTable.Piece("high", from: "60")
        },
        RuleTable(
          "tax", text("Tax"),
          .marginalRates([.init(from: 0, rate: "0.05"), .init(from: "edge", rate: "0.15")])),
        RuleTable(
          "flat", text("Flat"),
          .averageRates([.init(from: 0, rate: "0.05"), .init(from: 100, rate: "0.25")])),
        RuleTable("bonus", text("Bonus"), by: "grade", giving: nil) {
          RuleTable.Row("low", "1/3")
          RuleTable.Row("mid", "1")
          RuleTable.Row("high", "edge / 7")
        },
        RuleTable(
          "cells", text("Cells"),
          .grid(
            rowsBy: "grade", columnsBy: "grade", columns: ["low", "mid", "high"],
            [
              .init("low", ["low", "low", "mid"]), .init("mid", ["low", "mid", "high"]),
              .init("high", ["mid", "high", "high"]),
            ]), giving: "grade"),
      ],
      inputs: [
        RuleInput("x", text("X"), decimals: 2, within: -200...200),
        RuleInput("grade", text("Grade"), .category(of: "grade")),
      ],
      lists: [
        RuleList(
          "tasks", text("Tasks"), fields: [RuleInput("done", text("Done"), decimals: 1)],
          steps: [RuleStep("points", text("Points"), formula: "lookup(line, done)")])
      ],
      steps: [
        RuleStep("a", text("A"), formula: "lookup(line, x) + lookup(pieces, x)"),
        RuleStep("b", text("B"), formula: "lookup(tax, x) - lookup(flat, x)"),
        RuleStep("c", text("C"), formula: "lookup(bonus, grade) * 3"),
        RuleStep(
          "d", text("D"), formula: "lookup(cells, grade, lookup(grades, x))", giving: "grade"),
        RuleStep(
          "e", text("E"), formula: "a + b + c + coalesce(mean(tasks.points), 0)",
          rounded: DecimalRounding(places: 2, .halfUp)),
      ]), score: "e", category: "d")
}
