import Foundation
import KinerjaCore
import Testing

@Suite struct NumberTextTests {
  struct Sample: Sendable {
    let text: String
    let convention: DecimalConvention
    let number: Ratio
    init(_ text: String, _ convention: DecimalConvention, _ number: Ratio) {
      (self.text, self.convention, self.number) = (text, convention, number)
    }
  }

  @Test(arguments: [
    Sample("93,86", .comma, "93.86"), Sample("93.86", .point, "93.86"),
    Sample("1.234,56", .comma, "1234.56"), Sample("1,234.56", .point, "1234.56"),
    Sample("1.234", .comma, 1234), Sample("1.234", .point, "1.234"),
    Sample("12.345.678", .comma, 12_345_678), Sample("1.234.567,8", .comma, "1234567.8"),
    Sample("-0,5", .comma, "-1/2"), Sample("+7", .comma, 7), Sample("\u{2212}7", .point, -7),
    Sample("007", .point, 7), Sample("-0", .point, 0), Sample("0,00", .comma, 0),
    Sample("5.10000000000000000000000000000000000000000000", .point, "5.1"),
  ])
  func `numbers are read`(_ sample: Sample) throws {
    let text = sample.text
    #expect(try Ratio(text, sample.convention) == sample.number)
    #expect(try Ratio(Points(text, sample.convention)) == sample.number)
  }

  @Test func `fractions are ratios only`() throws {
    let texts = ["2/6", "-2/6", "22/7"]
    #expect(try texts.map { try Ratio($0, .comma) } == ["1/3", "-1/3", "22/7"])
    let error = #expect(throws: InvalidNumber.self) { try Points(texts[0], .comma) }
    #expect(error?.reason == .character("/", position: 2))
  }

  struct Fault: Sendable {
    let text: String
    let convention: DecimalConvention
    let reason: InvalidNumber.Reason
    init(_ text: String, _ convention: DecimalConvention, _ reason: InvalidNumber.Reason) {
      (self.text, self.convention, self.reason) = (text, convention, reason)
    }
  }

  @Test(arguments: [
    Fault("", .comma, .empty),
    Fault("-", .comma, .missingDigit(position: 2)),
    Fault("93.86", .comma, .grouping(position: 3)),
    Fault("93,86", .point, .grouping(position: 3)),
    Fault("0.750", .comma, .grouping(position: 2)),
    Fault("1234.567", .comma, .grouping(position: 5)),
    Fault("1.23.456", .comma, .grouping(position: 2)),
    Fault("1.234.5", .comma, .grouping(position: 6)),
    Fault("1.2345", .comma, .grouping(position: 2)),
    Fault("1.234,5.6", .comma, .character(".", position: 8)),
    Fault("1,5,6", .comma, .character(",", position: 4)),
    Fault("5,", .comma, .missingDigit(position: 3)),
    Fault(",5", .comma, .missingDigit(position: 1)),
    Fault(" 5", .comma, .character(" ", position: 1)),
    Fault("5 ", .comma, .character(" ", position: 2)),
    Fault("12abc", .point, .character("a", position: 3)),
    Fault("1e5", .point, .character("e", position: 2)),
    Fault("--5", .point, .character("-", position: 2)),
    Fault("\u{2212}x", .point, .character("x", position: 2)),
    Fault("\u{2212}", .point, .missingDigit(position: 2)),
    Fault("\u{2212}93.86", .comma, .grouping(position: 4)),
    Fault("5e\u{301}", .point, .character("e\u{301}", position: 2)),
    Fault("5\u{301}", .point, .character("5\u{301}", position: 1)),
    Fault("٣", .point, .character("٣", position: 1)),
    Fault("NaN", .point, .character("N", position: 1)),
    Fault("1/0", .point, .zeroDenominator),
    Fault("1/", .point, .missingDigit(position: 3)),
    Fault("/2", .point, .missingDigit(position: 1)),
    Fault("1/-2", .point, .character("-", position: 3)),
    Fault("1/2/3", .point, .character("/", position: 4)),
    Fault("1,5/2", .comma, .character(",", position: 2)),
    Fault("170141183460469231731687303715884105728", .point, .tooLarge),
    Fault("999999999999999999999999999999999999999999999", .point, .tooLarge),
    Fault("0.000000000000000000000000000000000000001", .point, .tooManyDecimals(limit: 38)),
  ])
  func `what is no number is refused with its place`(_ fault: Fault) {
    let text = fault.text
    let error = #expect(throws: InvalidNumber.self) { try Ratio(text, fault.convention) }
    #expect(error?.reason == fault.reason)
    for language in Language.allCases {
      let sentence = error?.diagnostic.sentence(in: language) ?? "{"
      #expect(!sentence.contains("{"), "\(sentence)")
    }
  }

  @Test func `points refuse what they cannot keep`() {
    let (fine, large) = ("0.0000000000000000001", "9223372036854775808")
    #expect(throws: InvalidNumber.self) { try Points(fine, .point) }
    let error = #expect(throws: InvalidNumber.self) { try Points(large, .point) }
    #expect(error?.reason == .tooLarge)
    #expect(Points("-9223372036854775808") == Points(Int64.min))
  }

  @Test func `a refusal says how to mend it`() {
    let text = "93.86"
    let error = #expect(throws: InvalidNumber.self) { try Points(text, .comma) }
    #expect(
      error?.description == """
        the thousands mark at position 3 does not part groups of three digits; \
        write "," before the decimals, as in 1.234,56
        """)
  }

  @Test func `numbers are written in both conventions`() throws {
    let (rupiah, score): (Points, Points) = ("-1234567.5", "93.86")
    #expect(score.text(.comma) == "93,86" && score.text() == "93.86")
    #expect(rupiah.text(.comma, places: 2, grouping: true) == "-1.234.567,50")
    #expect(rupiah.text(.point, grouping: true) == "-1,234,567.5")
    #expect(score.text(.comma, places: 1) == "93,86" && score.text(places: 0) == "93.86")
    #expect(score.text(places: .min) == "93.86")
    #expect(Points("0.05").text(.comma) == "0,05" && Points(100).text(grouping: true) == "100")
    #expect(Points(Int64.min).text() == "-9223372036854775808")
    #expect(Ratio("1/3").text(.comma) == "1/3" && Ratio("187/2").text(.comma) == "93,5")
    #expect(Ratio("1/3").decimalText(places: 2, .halfUp, .comma) == "0,33")
    #expect(Ratio("12345").decimalText(places: 2, .halfUp, .comma, grouping: true) == "12.345,00")
    #expect("\(try Ratio(1, over: .max))" == "1/170141183460469231731687303715884105727")
    #expect(try Ratio(.max, over: 2).text() == "170141183460469231731687303715884105727/2")
  }

  @Test(arguments: 1...200 as ClosedRange<UInt64>)
  func `text comes back as the same number`(seed: UInt64) throws {
    var draw = SeededNumbers(seed: seed)
    let points = draw.points()
    let ratio = draw.ratio(bits: draw.integer(in: 2...126))
    for convention in DecimalConvention.allCases {
      #expect(try Points(points.text(convention), convention) == points)
      #expect(try Points(points.text(convention, places: 4, grouping: true), convention) == points)
      #expect(try Ratio(ratio.text(convention), convention) == ratio)
      #expect(try Ratio(Ratio(points).text(convention), convention) == Ratio(points))
    }
    let data = try JSONEncoder().encode([points])
    #expect(try JSONDecoder().decode([Points].self, from: data) == [points])
    #expect(
      try JSONDecoder().decode([Ratio].self, from: JSONEncoder().encode([ratio])) == [ratio])
  }

  @Test func `coding takes text and whole numbers and refuses the rest`() throws {
    func ratios(_ json: String) throws -> [Ratio] {
      try JSONDecoder().decode([Ratio].self, from: Data(json.utf8))
    }
    #expect(try ratios(#"["93.86", 12, "-1/3"]"#) == ["93.86", 12, "-1/3"])
    #expect(
      String(decoding: try JSONEncoder().encode(["0.5"] as [Ratio]), as: UTF8.self) == #"["0.5"]"#)
    for json in ["[93.86]", "[null]", "[true]", "[1e30]", #"["93,86"]"#, "[[]]"] {
      #expect(throws: DecodingError.self) { try ratios(json) }
      #expect(throws: DecodingError.self) {
        try JSONDecoder().decode([Points].self, from: Data(json.utf8))
      }
    }
    let error = #expect(throws: DecodingError.self) { try ratios("[93.86]") }
    guard case .dataCorrupted(let context) = error else {
      Issue.record("a floating number was refused without its reason")
      return
    }
    #expect(context.debugDescription.contains("floating number may have lost digits"))
  }
}
