import IndicatorDefinitions
import KinerjaCore
import NationalRules
import RuleLanguage
import Testing
import WeightedScoring

/// The published results of rules of the national book.
extension PublishedTables {
  static let elements = (1...9).map { "u\($0)" }

  static func satisfaction() throws -> [PublishedRow] {
    let scorer = try ScoringRule.permenPANRB14Of2017.compiled(on: "2023-12-31")
    return try PublishedFiles.rows(
      "skm_results", "row", "doc", "agency", "period", "u1", "u2", "u3", "u4", "u5", "u6", "u7",
      "u8", "u9", "printed", "letter", "consistent", "note"
    ).map { cells in
      let printed = try PrintedNumber(cells["printed"] ?? "")
      var inputs = RuleInputs()
      for code in elements {
        // Where only the value was printed, nine equal means have it.
        let mean = cells[code] ?? ""
        inputs[StepID(stringLiteral: "average.\(code)")] = .number(
          try mean.isEmpty ? printed.value / 25 : PrintedNumber(mean).value)
      }
      let score = try scorer.score(inputs)
      let letter = (cells["letter"] ?? "").prefix(1).lowercased()
      let isGiven = !(cells["u1"] ?? "").isEmpty
      let category = score.category?.text ?? ""
      return PublishedRow(
        cells, "agency", isGiven ? "NRR × 1/9 × 25" : "band of the value",
        printed: "\(printed.text)\(letter.isEmpty ? "" : ", \(letter.uppercased())")",
        ours: (shown(score.number, like: printed.text, nil) ?? "") + ", \(category.uppercased())",
        isAsPrinted: score.number.flatMap(printed.rounding) != nil
          && (letter.isEmpty || letter == category))
    }
  }

  /// The respondents of a survey whose result was not visible.
  static func respondents() throws -> SatisfactionSurvey {
    let rows = try PublishedFiles.rows(
      "skm_respondents_sekadau_2019s1", "respondent", "u1", "u2", "u3", "u4", "u5", "u6", "u7",
      "u8", "u9")
    return try SatisfactionSurvey(
      answers: rows.map { row in elements.map { Int(row[$0] ?? "") } })
  }

  static func appraisals() throws -> [PublishedRow] {
    try PublishedFiles.rows(
      "skp_pp46", "row", "doc", "task", "target_quantity", "target_quality", "target_time",
      "target_cost", "real_quantity", "real_quality", "real_time", "real_cost", "sum", "printed",
      "consistent", "note"
    ).map { cells in
      var task: RuleRecord = [:]
      for aspect in ["quantity", "quality", "time", "cost"] {
        for (cell, field) in [("target", "target"), ("real", "realised")] {
          task[StepID(stringLiteral: "\(field).\(aspect)")] = .number(
            try Ratio(cells["\(cell)_\(aspect)"] ?? "", .point))
        }
      }
      let score = try ScoringRule.pp46Of2011.compiled(on: "2014-12-31").score([
        "additionalTasks": 0, "creativity": .category("none"), "tasks": .list([task]),
        "behaviours": [["mark": 80]],
      ])
      let value = score.derivation["skp"]?.result.number
      let printed = try PrintedNumber(cells["printed"] ?? "", .point)
      return PublishedRow(
        cells, "task", "mean of four aspects", printed: printed.text,
        ours: shown(value, like: printed.text, nil),
        isAsPrinted: value.flatMap(printed.rounding) != nil)
    }
  }

  /// Attainments of a high leader's indicators, their categories and values.
  static func conversions() throws -> [PublishedRow] {
    let rule = try #require(RuleBook.national.rule("id.permenpanrb.8-2021", on: "2021-12-31"))
    let scorer = try rule.compiled(on: "2021-12-31")
    return try PublishedFiles.rows(
      "iki_conversion", "row", "doc", "indicator", "target", "realised", "percent", "category",
      "value", "attainable", "consistent", "note"
    ).map { cells in
      let score = try scorer.score([
        "highLeadership": true, "usesColleagues": false, "behaviourValue": 85,
        "indicators": [
          [
            "basis": .category("agreement"),
            "target": .number(try Ratio(cells["target"] ?? "", .point)),
            "realised": .number(try Ratio(cells["realised"] ?? "", .point)),
            "isHighest": .flag(cells["attainable"] == "yes"), "special": false,
          ], ["basis": .category("action-plan"), "target": 100, "realised": 98, "special": false],
        ],
      ])
      let steps = score.derivation.steps(of: "indicators", element: 0)
      func result(_ id: StepID) -> RuleValue? { steps.first { $0.id == id }?.result }
      let category = result("category")?.category.flatMap { rule.categories?.label(of: $0) }
      let ours = [
        "\(result("achievement")?.number.map { "\($0)" } ?? "–")%", category?.indonesian ?? "–",
        result("value")?.number.map { "\($0)" } ?? "–",
      ].joined(separator: ", ")
      let printed = ["percent", "category", "value"].map { cells[$0] ?? "" }
        .joined(separator: ", ")
      return PublishedRow(
        cells, "indicator", "r/t, then its value", printed: printed, ours: ours,
        isAsPrinted: ours == printed)
    }
  }

  /// Credit points with the two decimals of the deck.
  static func creditPoints() throws -> [PublishedRow] {
    let decimals = Reform(whatIf: [.set("decimals", 2, during: "2023-01-01/..")])
    let scorer = try ScoringRule.permenPANRB1Of2023.applying(decimals).compiled(on: "2024-12-31")
    let periods: [String: [RuleRecord]] = [
      "C01": [["months": 12, "predikat": .category("very-good")]],
      "C02": [["months": 2, "predikat": .category("good")]],
      "C03": [
        ["months": 12, "predikat": .category("very-good")],
        ["months": 2, "predikat": .category("good")],
      ],
    ]
    return try PublishedFiles.rows(
      "angka_kredit", "row", "doc", "level", "predicate", "months", "printed", "consistent", "note"
    ).map { cells in
      let printed = cells["printed"] ?? ""
      let what = "\(cells["level"] ?? ""), \(cells["predicate"] ?? "")"
      guard let list = periods[cells["row"] ?? ""] else {
        return PublishedRow(cells, what, "–", printed: "–", ours: nil, isAsPrinted: false)
      }
      let number = try scorer.score(["jenjang": .category("pertama"), "periods": .list(list)])
        .number
      return PublishedRow(
        cells, what, "months/12 × share × coefficient", printed: printed,
        ours: shown(number, like: printed, nil),
        isAsPrinted: try number.flatMap(PrintedNumber(printed).rounding) != nil)
    }
  }

  /// Four dimensions of the professionalism index, and their sum.
  static func professionalism() throws -> [PublishedRow] {
    let dimensions = ["qualification", "competence", "performance", "discipline"]
    return try PublishedFiles.rows(
      "ip_asn", "row", "doc", "group", "qualification", "competence", "performance", "discipline",
      "printed", "category", "consistent", "note"
    ).map { cells in
      let printed = cells["printed"] ?? ""
      let parts = dimensions.map { cells[$0] ?? "" }
      let sum = try Ratio.sum(of: parts.map { try PrintedNumber($0).value })
      let figure = try PublishedFigure(printed, parts: parts)
      return PublishedRow(
        cells, "group", "sum of four dimensions", printed: printed,
        ours: shown(sum, like: printed, nil),
        isAsPrinted: figure.explanations.contains { $0.formula == .sum })
    }
  }

  /// Basic allowances of two years that should differ by one factor.
  ///
  /// Both years are rounded to rupiah. A row is as printed if the factor that all rows share lies
  /// within what its two roundings allow.
  static func basicAllowances() throws -> (rows: [PublishedRow], factor: ClosedRange<Ratio>?) {
    let cells = try PublishedFiles.rows(
      "tpp_basic", "row", "doc", "class", "before", "printed", "consistent", "note")
    let half: Ratio = "1/2"
    let factors = try cells.map { cell in
      let before = try Ratio(cell["before"] ?? "", .point)
      let after = try Ratio(cell["printed"] ?? "", .point)
      return try (after - half) / (before + half)...(after + half) / (before - half)
    }
    guard let least = factors.map(\.lowerBound).max(), let most = factors.map(\.upperBound).min(),
      least <= most
    else { return ([], nil) }
    let middle = try (least + most) / 2
    let rows = try zip(cells, factors).map { cell, range -> PublishedRow in
      let exact = try Ratio(cell["before"] ?? "", .point) * middle
      let ours = exact.decimalText(places: 0, .halfUp, .point)
      var row = PublishedRow(
        cell, "class \(cell["class"] ?? "")", "2022 × one factor", printed: cell["printed"] ?? "",
        ours: ours, isAsPrinted: range.contains(middle))
      if ours != row.printed { row.agreement = "within the roundings" }
      return row
    }
    return (rows, least...most)
  }
}
