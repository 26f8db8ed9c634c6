import IndicatorDefinitions
import KinerjaCore
import NationalRules
import RuleLanguage
import WeightedScoring

/// The published tables, each row computed by the library.
enum PublishedTables {
  static func form(_ formula: String) -> AttainmentForm? {
    switch formula {
    case "r/t": .ratio
    case "(2t-r)/t": .reversed
    case "t/r": .inverse
    default: nil
    }
  }

  /// A number at the decimals of the printed one, in its marks.
  static func shown(_ exact: Ratio?, like printed: String, _ rounding: PrintedRounding?) -> String?
  {
    guard let exact, let number = try? PrintedNumber(printed, printed.convention) else {
      return nil
    }
    return exact.decimalText(
      places: number.places, rounding == .truncated ? .down : .halfUp, printed.convention)
  }

  // MARK: - Attainments

  static func achievement() throws -> [PublishedRow] {
    try PublishedFiles.rows(
      "achievement", "row", "doc", "indicator", "target", "realised", "printed", "formula", "cap",
      "rounding", "consistent", "note"
    ).map { cells in
      let formula = cells["formula"] ?? ""
      let printed = cells["printed"] ?? ""
      let figure = try PublishedFigure(
        printed, target: cells["target"] ?? "", realised: cells["realised"] ?? "")
      let found = figure.explanations.first { $0.form == form(formula) }
      let cap = try cells["cap"].flatMap { $0.isEmpty ? nil : try Ratio($0, .point) }
      let exact = try exact(form(formula) ?? .ratio, cells, cap)
      return PublishedRow(
        cells, "indicator",
        found?.cap.map { "\(formula), cap \($0)" } ?? formula, printed: printed,
        ours: shown(exact, like: printed, found?.rounding), isAsPrinted: found != nil)
    }
  }

  private static func exact(
    _ form: AttainmentForm, _ cells: [String: String], _ cap: Ratio?
  ) throws -> Ratio? {
    let bounds = try (cells["target"] ?? "").split(separator: "-").map {
      try PrintedNumber(String($0)).value
    }
    guard let first = bounds.first, let last = bounds.last else { return nil }
    let rule = try AttainmentRule(form, cap: cap)
    return rule.attainment(
      of: try PrintedNumber(cells["realised"] ?? "").value, against: .between(first, last),
      .maximize
    ).percent
  }

  static func means() throws -> [PublishedRow] {
    try PublishedFiles.rows(
      "group_means", "row", "doc", "group", "members", "printed", "rounding", "consistent", "note"
    ).map { cells in
      let printed = cells["printed"] ?? ""
      let figure = try PublishedFigure(
        printed, parts: PublishedFiles.parts(cells["members"] ?? ""), printed.convention)
      let found = figure.explanations.first { $0.formula == .mean }
      return PublishedRow(
        cells, "group", found?.rounding == .truncated ? "mean, cut off" : "mean", printed: printed,
        ours: shown(found?.exact, like: printed, found?.rounding), isAsPrinted: found != nil)
    }
  }

  /// Of a coverage three figures were printed: the population aimed at, the coverage, the score.
  static func coverage() throws -> [PublishedRow] {
    try PublishedFiles.rows(
      "puskesmas_coverage", "row", "doc", "indicator", "share", "basis", "population", "target",
      "achieved", "coverage", "score", "scale", "cap", "consistent", "note"
    ).map { cells in
      let figures = try coverageFigures(cells)
      let cap = cells["cap"] ?? ""
      return PublishedRow(
        cells, "indicator", cap.isEmpty ? "r/t" : "r/t, cap \(cap)", printed: cells["score"] ?? "",
        ours: shown(figures.score?.exact, like: cells["score"] ?? "", figures.score?.rounding),
        isAsPrinted: figures.targetFollows && figures.coverageFollows && figures.score != nil)
    }
  }

  private static func coverageFigures(
    _ cells: [String: String]
  ) throws -> (targetFollows: Bool, coverageFollows: Bool, score: FigureExplanation?) {
    func text(_ name: String) -> String { cells[name] ?? "" }
    func number(_ name: String) throws -> Ratio { try PrintedNumber(text(name), .point).value }
    let isInVisits = text("basis") == "visits"
    let share = try number("share") * number("population") / 100
    let target = try isInVisits ? number("target") : share
    let follows = try PrintedNumber(text("target"), .point).rounding(of: target) != nil
    let scale: PublishedFigure.Scale = text("scale") == "ratio" ? .ratio : .percent
    // Coverage in visits was printed a hundred times too large.
    let coverage = try PrintedNumber(text("coverage"), .point)
    let exact = try number("achieved") / number("population")
    let factor: Ratio = scale == .ratio ? 1 : isInVisits ? 10_000 : 100
    let score = try PublishedFigure(
      text("score"), target: follows ? target.text(.point) : text("target"),
      realised: text("achieved"), as: scale,
      caps: text("cap").isEmpty ? [] : [Ratio(text("cap"), .point)], .point)
    return (
      follows, try coverage.rounding(of: exact * factor) != nil,
      score.explanations.first { $0.form == .ratio }
    )
  }

  // MARK: - Sums

  static func totals() throws -> [PublishedRow] {
    try PublishedFiles.rows(
      "totals", "row", "doc", "what", "parts", "printed", "consistent", "note"
    ).map { cells in
      let printed = cells["printed"] ?? ""
      let parts = PublishedFiles.parts(cells["parts"] ?? "")
      let (formula, figure) = try total(cells["row"] ?? "", printed, parts)
      let found = figure?.explanations.first { $0.formula == .sum }
      return PublishedRow(
        cells, "what", formula, printed: printed,
        ours: shown(found?.exact, like: printed, found?.rounding), isAsPrinted: found != nil)
    }
  }

  private static func total(
    _ row: String, _ printed: String, _ parts: [String]
  ) throws -> (String, PublishedFigure?) {
    switch row {
    case "T01": ("sum", try PublishedFigure(printed, parts: parts))
    case "T03", "T04", "T05":
      (
        "\(parts[0]) − \(parts[1]) × \(parts[2])",
        try PublishedFigure(
          printed, parts: [parts[0], parts[1]], weights: ["1", "-\(parts[2])"])
      )
    case "T06":
      (
        "\(parts[0]) × \(parts[1])",
        try PublishedFigure(printed, parts: [parts[1]], weights: [parts[0]])
      )
    default: ("–", nil)
    }
  }

  static func distributions() throws -> [PublishedRow] {
    let grades = ["sangat_baik", "baik", "butuh_perbaikan", "kurang", "sangat_kurang"]
    return try PublishedFiles.rows(
      "predicate_distribution", "row", "doc", "population", "sangat_baik", "baik",
      "butuh_perbaikan", "kurang", "sangat_kurang", "printed", "consistent", "note"
    ).map { cells in
      let printed = cells["printed"] ?? ""
      let figure = try PublishedFigure(printed, parts: grades.map { cells[$0] ?? "" })
      let found = figure.explanations.first { $0.formula == .sum }
      return PublishedRow(
        cells, "population", "sum", printed: printed,
        ours: shown(found?.exact, like: printed, found?.rounding), isAsPrinted: found != nil)
    }
  }

  /// The leaves are means of answers; the root is the sum of the leaves, which are not rounded.
  static func weightedTree() throws -> [PublishedRow] {
    let rows = try PublishedFiles.rows(
      "weighted_tree", "row", "doc", "node", "weight", "answers", "value", "percent",
      "consistent", "note")
    var sum: Ratio = 0
    return try rows.map { cells in
      let answers = try PublishedFiles.parts(cells["answers"] ?? "").map {
        try PrintedNumber($0, .point).value
      }
      let weight = try PrintedNumber(cells["weight"] ?? "", .point).value
      let isRoot = cells["row"] == "Z05"
      let mean = isRoot ? try sum / weight : try Ratio.mean(of: answers)
      if !isRoot { sum = try sum + weight * mean }
      let printed = cells["percent"] ?? ""
      let percent = try PrintedNumber(printed, .point)
      let value = try PrintedNumber(cells["value"] ?? "", .point)
      let exact = try mean * 100
      let isAsPrinted =
        percent.rounding(of: exact) != nil
        && value.rounding(of: isRoot ? sum : mean) != nil
      return PublishedRow(
        cells, "node", isRoot ? "weighted mean" : "mean", printed: printed,
        ours: shown(exact, like: printed, percent.rounding(of: exact)), isAsPrinted: isAsPrinted)
    }
  }
}

extension String {
  /// The convention of a printed figure of these tables: a comma is a decimal mark wherever it stands.
  var convention: DecimalConvention { contains(",") ? .comma : .point }
}
