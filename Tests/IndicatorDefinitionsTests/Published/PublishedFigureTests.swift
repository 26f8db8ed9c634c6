import IndicatorDefinitions
import KinerjaCore
import KinerjaTables
import RuleLanguage
import Testing

@Suite struct PublishedFigureTests {
  struct Row: Sendable, CustomTestStringConvertible {
    let source: String
    let figure: [String]
    let form: AttainmentForm
    let rounding: PrintedRounding
    var cap: Ratio?
    var testDescription: String { source }
  }

  // One row for each formula, limit and rounding.
  static let rows: [Row] = [
    Row(
      source: "LKj Provinsi Lampung 2015: infant deaths", figure: ["184,75", "32", "4,88"],
      form: .reversed, rounding: .exact),
    Row(
      source: "LKj Provinsi Lampung 2015: the same against 2019", figure: ["179,67", "24", "4,88"],
      form: .reversed, rounding: .halfUp),
    Row(
      source: "LKjIP Kabupaten Lombok Tengah 2020", figure: ["111,11", "90", "100"], form: .ratio,
      rounding: .halfUpOrTruncated),
    Row(
      source: "LKjIP Kabupaten Manggarai Timur 2019: mothers' deaths",
      figure: ["87,10", "162", "186"], form: .inverse, rounding: .halfUp),
    Row(
      source: "Kantor Wilayah DJBC Aceh 2019", figure: ["120", "75%", "98.2%"], form: .ratio,
      rounding: .exact, cap: 120),
    Row(
      source: "PermenPANRB 8/2021: below the range", figure: ["87,5%", "80-90%", "70%"],
      form: .ratio, rounding: .exact),
    Row(
      source: "PermenPANRB 8/2021: before the months", figure: ["107%", "7–8", "6,5"],
      form: .reversed, rounding: .halfUpOrTruncated),
    // By hand: 1 − |92 ∕ 90 − 1| = 88 ∕ 90.
    Row(
      source: "by hand: distance from the target, cut off", figure: ["97,77", "90", "92"],
      form: .deviation, rounding: .truncated),
  ]

  static func figure(_ texts: [String]) throws -> PublishedFigure {
    try PublishedFigure(texts[0], target: texts[1], realised: texts[2])
  }

  @Test(arguments: rows)
  func `a published figure tells how it was computed`(row: Row) throws {
    let found = try Self.figure(row.figure).explanations.filter { $0.form == row.form }
    #expect(found.map(\.rounding) == [row.rounding] && found.map(\.cap) == [row.cap])
  }

  @Test func `slips of a source have no explanation`() throws {
    for slip in [
      ["105.2", "4.38", "4.6"], ["120", "100", "117.38"], ["113%", "80-90%", "92%"],
      ["72,52", "0,64", "0,18"], ["87,10", "0,16", "0,19"],
    ] {
      #expect(try Self.figure(slip).explanations == [], "\(slip)")
    }
  }

  @Test func `an explanation reads as a calculation`() throws {
    let deaths = try Self.figure(["184,75", "32", "4,88"]).explanations
    #expect(
      deaths.map { $0.text(in: .indonesian) } == [
        "(2 − r / t) × 100 = (2 − 4,88 / 32) × 100 = 184,75% (tepat)"
      ])
    #expect(deaths[0].exact == "184.75")
    let capped = try Self.figure(["120", "75", "98.2"]).explanations
    #expect(
      capped.map { $0.text(in: .english) } == [
        "r / t × 100 = 98.2 / 75 × 100 = 130.9333…%; limited to 120% (exact)"
      ])
  }

  @Test func `on target every formula agrees, and inside a range none is needed`() throws {
    #expect(
      try Self.figure(["100", "95", "95"]).explanations.map(\.form) == AttainmentForm.allCases)
    let inside = try Self.figure(["100%", "80-90%", "85%"]).explanations
    guard case .attainment(let steps)? = inside.first?.formula else {
      Issue.record("no explanation")
      return
    }
    #expect(inside.count == 1 && steps.divisor == nil)
  }

  @Test func `a floor is named only where it took effect`() throws {
    let floored = try Self.figure(["0", "10", "25"]).explanations
    #expect(floored.map(\.form) == [.reversed, .deviation])
    #expect(floored.allSatisfy { $0.cap == nil })
    #expect(
      try Self.figure(["-50", "10", "25"]).explanations.map(\.form) == [.reversed, .deviation])
  }

  @Test func `a coverage may be printed as a ratio`() throws {
    let figure = try PublishedFigure("1.0714285714", target: "2.8", realised: "3", as: .ratio)
    #expect(figure.explanations.map(\.form) == [.ratio])
    #expect(figure.explanations.first?.exact == "15/14")
  }

  @Test func `means and sums tell how they were made`() throws {
    let mean = try PublishedFigure("85,38", parts: ["87,10", "96,54", "72,52"])
    #expect(mean.explanations.map(\.formula) == [.mean])
    #expect(mean.explanations.map(\.rounding) == [.truncated])
    #expect(mean.explanations[0].text(in: .english) == "mean = 85.3866… (cut off)")
    let sum = try PublishedFigure("102,8", parts: ["59,2", "43,6", "0"])
    #expect(sum.explanations.map(\.formula) == [.sum])
    // By hand: (60 · 80 + 40 · 90) ∕ 100 = 84.
    let weighted = try PublishedFigure("84", parts: ["80", "90"], weights: ["60", "40"])
    #expect(weighted.explanations.map(\.formula) == [.mean])
    #expect(weighted.explanations[0].text(in: .indonesian) == "rata-rata = 84 (tepat)")
    #expect(try PublishedFigure("1", parts: ["1"], weights: ["0"]).explanations == [])
  }

  @Test(arguments: 0..<100)
  func `what explains a figure explains it in any other unit`(seed: UInt64) throws {
    var draws = RandomDraws(seed: seed)
    let target = Ratio(draws.integer(in: 1...400))
    let realised = Ratio(draws.integer(in: 0...400))
    let form = AttainmentForm.allCases[draws.integer(in: 0...3)]
    let rule = try AttainmentRule(form, cap: draws.integer(in: 0...1) == 0 ? 120 : nil)
    guard let exact = rule.attainment(of: realised, against: .exact(target), .maximize).percent
    else { return }
    let mode: RoundingMode = draws.integer(in: 0...1) == 0 ? .halfUp : .down
    let printed = exact.decimalText(places: draws.integer(in: 0...4), mode, .comma)
    func explanations(_ factor: Ratio) throws -> [FigureExplanation] {
      try PublishedFigure(
        printed, target: (target * factor).text(.comma),
        realised: (realised * factor).text(.comma), .comma
      ).explanations
    }
    let found = try explanations(1)
    // Whatever was printed by a rule is explained by it.
    #expect(found.contains { $0.form == form && $0.exact == exact })
    for factor in ["0.01", 7, 1000] as [Ratio] {
      let scaled = try explanations(factor)
      #expect(scaled.map(\.form) == found.map(\.form) && scaled.map(\.exact) == found.map(\.exact))
      #expect(scaled.map(\.rounding) == found.map(\.rounding))
    }
  }

  @Test func `what cannot be read is named, all at once`() {
    let error = #expect(throws: InvalidInput.self) {
      try PublishedFigure("n.a.", target: "1.234", realised: "")
    }
    #expect(
      error?.problems.map { "\($0.place) \($0.code)" } == [
        "printed core.number-character", "target indicators.printed-ambiguous",
        "realised core.empty-number",
      ])
    let parts = #expect(throws: InvalidInput.self) {
      try PublishedFigure("1", parts: ["2", "x"], weights: ["1"])
    }
    #expect(parts?.problems.map(\.place.description) == ["parts[1]", "parts"])
    #expect(throws: InvalidInput.self) { try PublishedFigure("1", parts: []) }
  }

  @Test func `a target of nought has no formula`() throws {
    for target in ["0", "0,00", "0-5"] {
      let error = #expect(throws: InvalidInput.self) {
        try PublishedFigure("100", target: target, realised: "-1")
      }
      #expect(error?.problems.map(\.code) == ["indicators.printed-zero-target"])
    }
    // Above a range that begins at nought the other bound divides.
    #expect(try Self.figure(["120", "0-5", "6"]).explanations.map(\.form) == [.ratio])
    #expect(try Self.figure(["0", "5", "0"]).explanations.map(\.form) == [.ratio, .deviation])
  }
}

@Suite struct PrintedNumberTests {
  struct Reading: Sendable {
    let text: String
    let value: Ratio
    let places: Int
  }

  @Test(arguments: [
    Reading(text: "184,75", value: "184.75", places: 2),
    Reading(text: " 98.2 % ", value: "98.2", places: 1),
    Reading(text: "100.00", value: 100, places: 2), Reading(text: "12", value: 12, places: 0),
    Reading(text: "1.234,5", value: "1234.5", places: 1),
    Reading(text: "1,234.50", value: "1234.5", places: 2),
    Reading(text: "170.395.000", value: 170_395_000, places: 0),
    Reading(text: "170,395,000", value: 170_395_000, places: 0),
    Reading(text: "0,125", value: "0.125", places: 3),
    Reading(text: "-0.125", value: "-0.125", places: 3),
    Reading(text: "1234,567", value: "1234.567", places: 3),
  ])
  func `a number is read as it was printed`(reading: Reading) throws {
    let number = try PrintedNumber(reading.text)
    #expect(number.value == reading.value && number.places == reading.places)
  }

  @Test func `a number with two readings is refused, unless the mark is said`() throws {
    #expect(throws: InvalidInput.self) { try PrintedNumber("1.234") }
    #expect(throws: InvalidInput.self) { try PrintedNumber("-12,345%") }
    #expect(try PrintedNumber("1.234", .comma).value == 1234)
    #expect(try PrintedNumber("1.234", .point).value == "1.234")
    #expect(throws: InvalidInput.self) { try PrintedNumber("1,5", .point) }
    for text in ["", "%", "1,,2", "12abc", "1e3", "0,1234567890123456789"] {
      #expect(throws: InvalidInput.self, "\(text)") { try PrintedNumber(text) }
    }
  }

  @Test func `the rounding is told, and no other number fits`() throws {
    let printed = try PrintedNumber("2,5")
    #expect(printed.rounding(of: "2.5") == .exact)
    #expect(printed.rounding(of: "2.45") == .halfUp)
    #expect(printed.rounding(of: "2.54") == .halfUpOrTruncated)
    #expect(printed.rounding(of: "2.55") == .truncated)
    #expect(printed.rounding(of: "2.44") == nil && printed.rounding(of: "2.6") == nil)
    #expect(try PrintedNumber("-2,5").rounding(of: "-2.45") == .halfUp)
  }
}
