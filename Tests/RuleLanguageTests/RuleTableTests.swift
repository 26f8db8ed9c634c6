import KinerjaCore
import RuleLanguage
import Testing

@Suite struct RuleTableTests {
  static let source = LegalSource("PermenPANRB 8/2021")

  static func rule(
    _ tables: [RuleTable], formula: FormulaText = "lookup(t, x)", parameters: [RuleParameter] = [],
    giving scale: ScaleID? = nil
  ) -> Rule {
    Rule(
      "r", version: "1", LocalizedText(same: "R"), effective: .always, sources: [source],
      scales: [SmallRule.scale], parameters: parameters, tables: tables,
      inputs: [
        RuleInput("x", LocalizedText(same: "x")),
        RuleInput("grade", LocalizedText(same: "g"), .category(of: "grade")),
      ], lists: [],
      steps: [
        RuleStep("y", LocalizedText(id: "Hasil", en: "Result"), formula: formula, giving: scale)
      ])
  }

  static func values(of table: RuleTable, at numbers: [String]) throws -> [RuleValue] {
    let compiled = try CompiledRule(rule([table]), on: "2026-03-01")
    return try numbers.map {
      try compiled.evaluate(["x": .number(Ratio($0, .point))])["y"]
    }
  }

  static func numbers(_ texts: [String]) throws -> [RuleValue] {
    try texts.map { .number(try Ratio($0, .point)) }
  }

  static func scale(_ thresholds: [FormulaText], _ rates: [FormulaText]) -> [RuleTable.Bracket] {
    zip(thresholds, rates).map { RuleTable.Bracket(from: $0, rate: $1) }
  }

  // MARK: - Rates and amounts

  struct Scale: Sendable, CustomTestStringConvertible {
    let name: String, body: RuleTable.Body, bases: [String], exact: [String]
    var rates: [String]?
    var testDescription: String { name }
  }

  // Exact values: openfisca-core 46.0.1 taxscales, of the country template's contribution; the
  // amounts and the average scale by hand, since the tool answers 0 from its last threshold on.
  static let scales: [Scale] = [
    Scale(
      name: "2017",
      body: .marginalRates(scale([0, 6000, 12400], ["0.02", "0.06", "0.12"])),
      bases: [
        "0", "2000", "5999.99", "6000", "6000.01", "12400", "12400.01", "15000", "50000", "-5",
      ],
      exact: [
        "0", "40", "599999/5000", "120", "600003/5000", "504", "1260003/2500", "816", "5016", "0",
      ],
      rates: [
        "0.02", "0.02", "0.02", "0.02", "0.06", "0.06", "0.12", "0.12", "0.12", "",
      ]),
    Scale(
      name: "2013", body: .marginalRates(scale([0, 12000], ["0.03", "0.1"])),
      bases: ["0", "2000", "12000", "15000"], exact: ["0", "60", "360", "660"]),
    Scale(
      name: "2015", body: .marginalRates(scale([0, 12200], ["0.04", "0.12"])),
      bases: ["0", "2000", "12200", "15000"], exact: ["0", "80", "488", "824"]),
    Scale(
      name: "single amount",
      body: .pieces([
        .init(0, below: 60), .init(10, from: 60, below: 75), .init(20, from: 75, below: 90),
        .init(30, from: 90),
      ]), bases: ["0", "59.99", "60", "74.99", "75", "89.99", "90", "100"],
      exact: ["0", "0", "10", "10", "20", "20", "30", "30"]),
    Scale(
      name: "marginal amount",
      body: .pieces([
        .init(0, through: 60), .init(10, above: 60, through: 75),
        .init(30, above: 75, through: 90), .init(60, above: 90),
      ]), bases: ["0", "59.99", "60", "60.01", "75", "75.01", "90", "90.01", "100"],
      exact: ["0", "0", "0", "10", "10", "30", "30", "60", "60"]),
    Scale(
      name: "linear average", body: .averageRates(scale([0, 100, 200], [0, "0.1", "0.4"])),
      bases: ["0", "50", "100", "150", "200", "250", "-1"],
      exact: ["0", "5/2", "10", "75/2", "80", "100", "0"],
      rates: ["0", "0.05", "0.1", "0.25", "0.4", "0.4", "0"]),
  ]

  @Test(arguments: scales)
  func `scales of rates and amounts are exact at and beside every edge`(scale: Scale) throws {
    let table = RuleTable("t", LocalizedText(same: "T"), scale.body)
    #expect(try Self.values(of: table, at: scale.bases) == Self.numbers(scale.exact))
    guard let rates = scale.rates else { return }
    let compiled = try CompiledRule(Self.rule([table]), on: "2026-03-01")
    for (base, rate) in zip(scale.bases, rates) {
      let derivation = try compiled.derive(["x": .number(Ratio(base, .point))]).derivation
      let expected = rate.isEmpty ? nil : try Ratio(rate, .point)
      #expect(derivation["y"]?.lookups.first?.rate == expected)
    }
  }

  // MARK: - The conversion of PermenPANRB 8/2021

  // Annex, pages 91 to 100; the band 101 to 110 is left out.
  static let conversion = RuleTable(
    "t", LocalizedText(id: "Konversi", en: "Conversion"), source: source
  ) {
    RuleTable.Piece(0, to: 49, from: 0, through: 59)
    RuleTable.Piece(50, to: 69, from: 60, through: 79)
    RuleTable.Piece(70, to: 89, from: 80, through: 99)
    RuleTable.Piece(109, from: 100, through: 100)
    RuleTable.Piece(120, from: 111)
  }

  // Attainment, the value as printed ("" in a gap), and after rounding half up to whole per cents.
  static let conversions: [(String, String, String)] = [
    ("0", "0", "0"), ("30", "1470/59", "1470/59"), ("59", "49", "49"), ("59.4", "", "49"),
    ("59.5", "", "50"), ("60", "50", "50"), ("70", "60", "60"), ("79", "69", "69"),
    ("79.49", "", "69"), ("79.5", "", "70"), ("80", "70", "70"), ("90", "80", "80"),
    ("98", "88", "88"), ("99", "89", "89"), ("99.5", "", "109"), ("100", "109", "109"),
    ("111", "120", "120"), ("150", "120", "120"),
  ]

  @Test(arguments: conversions)
  func `the conversion of 8 of 2021`(attainment: String, printed: String, rounded: String) throws {
    let input = try RuleValue.number(Ratio(attainment, .point))
    let asPrinted = try CompiledRule(Self.rule([Self.conversion]), on: "2026-03-01")
      .evaluate(["x": .value(input)])["y"]
    #expect(
      asPrinted
        == (printed.isEmpty ? .missing(.outsideTable("t")) : .number(try Ratio(printed, .point))))
    let closed = try CompiledRule(
      Self.rule([Self.conversion], formula: "lookup(t, round(x, 0, halfUp))"), on: "2026-03-01"
    ).evaluate(["x": .value(input)])["y"]
    #expect(closed == .number(try Ratio(rounded, .point)))
  }

  @Test func `its gaps are warned of, each with its place`() {
    let problems = Self.rule([Self.conversion]).check(on: "2026-03-01").all
    #expect(problems.map(\.code) == Array(repeating: "rules.band-gap", count: 4))
    #expect(
      problems.map { $0.place.path.description } == (1...4).map { "tables.t.pieces[\($0)]" })
    #expect(problems[0].sentence(in: .english).contains("0 ≤ x ≤ 59 and 60 ≤ x ≤ 79"))
  }

  // MARK: - Lines

  @Test(arguments: [
    (RuleTable.Outside.clamp, ["10", "10", "15", "20", "50", "50"]),
    (.extend, ["5", "10", "15", "20", "50", "80"]),
    (.missing, ["", "10", "15", "20", "50", ""]),
  ])
  func `a line says what it does beyond its ends`(
    outside: RuleTable.Outside, expected: [String]
  ) throws {
    let table = RuleTable("t", LocalizedText(same: "T"), outside: outside) {
      RuleTable.Point(0, 10)
      RuleTable.Point(10, 20)
      RuleTable.Point(20, 50)
    }
    let found = try Self.values(of: table, at: ["-5", "0", "5", "10", "20", "30"])
    let wanted = try expected.map {
      $0.isEmpty ? RuleValue.missing(.outsideTable("t")) : .number(try Ratio($0, .point))
    }
    #expect(found == wanted)
  }

  // MARK: - Keys

  @Test func `rows and grids give numbers and categories by number and category`() throws {
    let points = RuleTable("points", LocalizedText(same: "P"), by: "grade") {
      RuleTable.Row("low", 1)
      RuleTable.Row("high", "weight * 10")
    }
    let steps = RuleTable("steps", LocalizedText(same: "S"), giving: "grade") {
      RuleTable.Row(1, "low")
      RuleTable.Row("2.5", "high")
    }
    let grid = RuleTable(
      "grid", LocalizedText(same: "G"),
      .grid(
        rowsBy: "grade", columnsBy: nil, columns: [1, 2],
        [.init("high", [30, 40]), .init("low", [10, 20])]))
    let weight = RuleParameter(
      "weight", LocalizedText(same: "w"), .number("0.7"), .always, Self.source)
    func value(_ formula: FormulaText, _ inputs: RuleInputs, giving scale: ScaleID? = nil) throws
      -> RuleValue
    {
      try CompiledRule(
        Self.rule([points, steps, grid], formula: formula, parameters: [weight], giving: scale),
        on: "2026-03-01"
      ).evaluate(inputs)["y"]
    }
    #expect(try value("lookup(points, grade)", ["grade": .category("high")]) == 7)
    #expect(try value("lookup(points, \"low\") + 1", [:]) == 2)
    #expect(try value("lookup(points, grade)", [:]) == .missing(.needs("grade")))
    #expect(
      try value("lookup(steps, x)", ["x": .number("2.50")], giving: "grade") == .category("high"))
    #expect(
      try value("lookup(steps, x)", ["x": 3], giving: "grade") == .missing(.outsideTable("steps")))
    let both: RuleInputs = ["grade": .category("low"), "x": 2]
    #expect(try value("lookup(grid, grade, x)", both) == 20)
    #expect(try value("lookup(grid, lookup(steps, 2.5), x)", both) == 40)
  }

  // MARK: - Faults

  @Test func `all faults of the tables are named at once, with place`() {
    let rule = Self.rule(
      [
        RuleTable("empty", LocalizedText(same: "e"), .pieces([])),
        RuleTable(
          "line", LocalizedText(same: "l"),
          .points([.init(0, 1), .init(0, 2), .init("x", 3)], outside: .clamp)),
        RuleTable("short", LocalizedText(same: "s"), .points([.init(0, 1)], outside: .extend)),
        RuleTable(
          "pieces", LocalizedText(same: "p"),
          .pieces([
            .init(1, from: 0, through: 10), .init(2, from: 5, through: 12),
            .init(3, to: 4, lower: nil, upper: .init(0, isClosed: false)),
            .init(1, to: 2, from: 20, through: 20), .init(1, from: 30, below: 30),
          ])),
        RuleTable(
          "rows", LocalizedText(same: "r"), .rows(by: "grade", [.init("low", 1), .init("lo", 2)])),
        RuleTable(
          "twice", LocalizedText(same: "t"), .rows(by: nil, [.init(1, 1), .init("1.0", 2)])),
        RuleTable(
          "ragged", LocalizedText(same: "g"),
          .grid(
            rowsBy: nil, columnsBy: nil, columns: [1, 2], [.init(1, [1]), .init(2, ["1/0", 2])])),
        RuleTable(
          "kinds", LocalizedText(same: "k"),
          .marginalRates([.init(from: 0, rate: 1)]), giving: "grade"),
      ], formula: "lookup(lin, x) + lookup(t, x, x)")
    let problems = rule.check(on: "2026-03-01").all.map {
      "\($0.place.path.description) \($0.code)"
    }
    let expected = [
      "tables.empty rules.empty-table",
      "tables.line.points[1] rules.table-order",
      "tables.line.points[2].at rules.edge-not-constant",
      "tables.short rules.empty-table",
      "tables.pieces.pieces[2] rules.piece-without-edge",
      "tables.pieces.pieces[3] rules.steep-piece",
      "tables.pieces.pieces[4] rules.empty-band",
      "tables.rows.rows[1].key rules.unknown-category",
      "tables.rows.rows rules.unknown-category",
      "tables.rows.rows rules.axis-incomplete",
      "tables.twice.rows[1].key rules.table-key-twice",
      "tables.ragged.grid.rows[0] rules.ragged-matrix",
      "tables.ragged.grid.rows[1].cells[0] rules.edge-without-value",
      "tables.kinds rules.line-of-categories",
      "steps.y.formula rules.lookup-without-table",
      "steps.y.formula rules.lookup-without-table",
    ]
    #expect(problems == expected)
  }

  @Test(arguments: [
    ("t + 1", "rules.table-as-value", 1), ("lookup(t, x, x)", "rules.lookup-keys", 1),
    ("lookup(x, 1)", "rules.lookup-without-table", 8),
    ("lookup(t)", "rules.formula-argument-count", 1),
    ("lookup(t, true)", "rules.type-mismatch", 11),
    ("1 + lookup(q, 1)", "rules.lookup-without-table", 12),
  ])
  func `a wrong look-up is named where it stands`(formula: String, code: String, column: Int) {
    let problems = Self.rule([Self.conversion], formula: FormulaText(formula))
      .check(on: "2026-03-01").errors
    #expect(problems.map(\.code) == [code])
    #expect(problems.first?.place.column == column)
  }

  @Test func `overlapping pieces are an error`() {
    let table = RuleTable("t", LocalizedText(same: "T")) {
      RuleTable.Piece(1, from: 0, through: 10)
      RuleTable.Piece(2, from: 10, through: 20)
    }
    let problems = Self.rule([table]).check(on: "2026-03-01").all
    #expect(problems.map(\.code) == ["rules.overlapping-bands"])
  }

  // MARK: - Derivation and files

  @Test func `a derivation tells the row that was taken, and is verified`() throws {
    let tax = RuleTable(
      "t", LocalizedText(id: "Tarif", en: "Rates"),
      .marginalRates(Self.scale([0, "limit"], ["0.02", "0.06"])))
    let limit = RuleParameter(
      "limit", LocalizedText(id: "Batas", en: "Limit"), 6000, .always, Self.source)
    let compiled = try CompiledRule(Self.rule([tax], parameters: [limit]), on: "2026-03-01")
    let derivation = try compiled.derive(["x": 7000]).derivation
    #expect(
      derivation.lines(in: .english).map(\.sentence)
        == ["Result: Rates (7,000; row 2: 6,000 < x; rate 0.06) = 180"])
    #expect(
      derivation.lines(in: .indonesian).map(\.sentence)
        == ["Hasil: Tarif (7.000; baris 2: 6.000 < x; tarif 0,06) = 180"])
    #expect(derivation.parameters.map(\.parameter.id) == ["limit"])
    let text = derivation.json.prettyText
    #expect(try JSONDocument(text).read(Derivation.self) == derivation)
    #expect(derivation.verify() == [])
    let forged = try JSONDocument(text.replacing("\"row\": 1", with: "\"row\": 0"))
      .read(Derivation.self)
    #expect(forged.verify().map(\.part) == [.lookups])
  }

  @Test func `every kind of table survives a file`() throws {
    let tables =
      Self.scales.map { RuleTable("t", LocalizedText(same: "T"), $0.body, source: Self.source) } + [
        Self.conversion,
        RuleTable(
          "u", LocalizedText(same: "U"), .points([.init(0, 1), .init(1, 2)], outside: .extend),
          unit: .percent),
        RuleTable(
          "v", LocalizedText(same: "V"), .rows(by: "grade", [.init("low", "low")]), giving: "grade"),
        RuleTable(
          "w", LocalizedText(same: "W"),
          .grid(rowsBy: "grade", columnsBy: nil, columns: [1], [.init("low", ["p * 2"])])),
      ]
    for table in tables {
      #expect(try JSONDocument(table.json.prettyText).read(RuleTable.self) == table)
    }
    let both = #"{"id": "t", "title": {"id": "T", "en": "T"}, "rows": [], "pieces": []}"#
    let error = #expect(throws: InvalidInput.self) { try JSONDocument(both).read(RuleTable.self) }
    #expect(error?.problems.map(\.code) == ["rules.table-body"])
  }
}
