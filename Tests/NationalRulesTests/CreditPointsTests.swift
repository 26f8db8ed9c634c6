import KinerjaCore
import KinerjaTables
import NationalRules
import RuleLanguage
import Testing
import WeightedScoring

@Suite struct CreditPointsTests {
  static let day: Day = "2024-12-31"
  static let rule = ScoringRule.permenPANRB1Of2023

  static func period(_ months: Int64, _ predikat: Predikat) -> RuleRecord {
    ["months": .number(Ratio(months)), "predikat": .category(predikat.category)]
  }

  static func inputs(_ level: FunctionalLevel, _ periods: [RuleRecord]) -> RuleInputs {
    var inputs: RuleInputs = ["jenjang": .category(level.category)]
    inputs[list: "periods"] = periods
    return inputs
  }

  static func scorer(decimals: Int64) throws -> Scorer {
    try rule.applying(
      Reform(whatIf: [.set("decimals", .number(Ratio(decimals)), during: "2023-01-01/..")])
    ).compiled(on: day)
  }

  struct Row: Sendable, CustomTestStringConvertible {
    let id: String
    let periods: [(months: Int64, predikat: Predikat)]
    let printed: String
    var testDescription: String { id }
  }

  // Printed in BKN's decks on Peraturan BKN 3/2023
  // (scribd.com/presentation/694983391 and 695385622), all for Ahli Pertama, with two decimals.
  static let published = [
    Row(id: "C01", periods: [(12, .veryGood)], printed: "18,75"),
    Row(id: "C02", periods: [(2, .good)], printed: "2,08"),
    Row(id: "C03", periods: [(12, .veryGood), (2, .good)], printed: "20,83"),
  ]

  @Test(arguments: published)
  func `what BKN printed is reproduced`(row: Row) throws {
    let periods = row.periods.map { Self.period($0.months, $0.predikat) }
    let score = try Self.scorer(decimals: 2).score(Self.inputs(.ahliPertama, periods))
    #expect(score.number?.decimalText(places: 2, .halfUp, .comma) == row.printed)
  }

  // The rows C04 to C08 of the deck's table of conversion, which have no worked result.
  @Test(arguments: zip(Predikat.allCases, [25, 50, 75, 100, 150]))
  func `a grade is worth the printed per cent`(predikat: Predikat, percent: Int) throws {
    // Two years of a level with the coefficient 50 give the per cent itself.
    let year = Self.period(12, predikat)
    let score = try Self.rule.compiled(on: Self.day).score(Self.inputs(.ahliUtama, [year, year]))
    #expect(score.number == Ratio(percent))
  }

  // The coefficients of public applications against the needs that the law and BKN print: a rank
  // is due every four years.
  @Test(arguments: FunctionalLevel.allCases)
  func `four good years are what the next rank needs`(level: FunctionalLevel) throws {
    let years = Array(repeating: Self.period(12, .good), count: 4)
    let score = try Self.rule.compiled(on: Self.day).score(Self.inputs(level, years))
    #expect(score.number == score.derivation["need.rank"]?.result.number)
    #expect(score.category == (level == .pemula ? "level" : "rank"))
    #expect(score.derivation["short.rank"]?.result.number == 0)
  }

  // A second way to the same figures: whole thousandths, by integers.
  @Test(arguments: 0..<30)
  func `an independent computation agrees exactly`(seed: UInt64) throws {
    var draws = RandomDraws(seed: seed)
    let level = FunctionalLevel.allCases[draws.integer(in: 0...7)]
    let coefficients: [FunctionalLevel: Int] = [
      .pemula: 375, .terampil: 500, .mahir: 1250, .penyelia: 2500, .ahliPertama: 1250,
      .ahliMuda: 2500, .ahliMadya: 3750, .ahliUtama: 5000,
    ]
    let shares = [25, 50, 75, 100, 150]
    let coefficient = try #require(coefficients[level])
    var thousandths = 0
    var periods: [RuleRecord] = []
    for _ in 0..<draws.integer(in: 1...5) {
      let (months, grade) = (draws.integer(in: 1...12), draws.integer(in: 0...4))
      periods.append(Self.period(Int64(months), Predikat.allCases[grade]))
      // months ∕ 12 · share ∕ 100 · coefficient ∕ 100, in thousandths, rounded half up.
      let (numerator, denominator) = (months * shares[grade] * coefficient, 120)
      thousandths += (2 * numerator + denominator) / (2 * denominator)
    }
    let inputs = Self.inputs(level, periods)
    let scorer = try Self.rule.compiled(on: Self.day)
    let score = try scorer.score(inputs)
    #expect(score.number == (try Ratio(thousandths) / 1000))
    #expect(score.derivation.verify() == [])
    #expect(try scorer.results(of: [inputs]).map { try $0.get() } == [score.result])
  }

  @Test func `the derivation says what practice does and what is assumed`() throws {
    let score = try Self.rule.compiled(on: Self.day)
      .score(Self.inputs(.ahliMadya, [Self.period(6, .needsImprovement)]))
    let text = score.derivation.text(in: .indonesian)
    for line in [
      "Angka kredit sebelum pembulatan: 6 / 12 × 0,75 × 37,5 = 14,0625 [Peraturan BKN 3/2023]",
      "14,0625 dibulatkan 3 desimal (setengah ke atas) = 14,063 [Peraturan BKN 3/2023, asumsi]",
      "Kebutuhan kenaikan jenjang: Terampil: 60 — Peraturan BKN 3/2023, asumsi",
      "Koefisien per tahun: Ahli Madya: 37,5 — Aplikasi publik atas PermenPANRB 1/2023",
    ] {
      #expect(text.contains(line), "\(line)")
    }
  }
}
