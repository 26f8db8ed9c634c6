import IndicatorDefinitions
import KinerjaCore
import Testing

/// A coverage of a health centre and the score printed for it.
///
/// Source: Penilaian Kinerja Puskesmas 2018, UKM esensial, promosi kesehatan (P01–P17, capped at 100
/// per cent); Penghitungan Penilaian Kinerja Puskesmas Sutojayan, Kabupaten Blitar, 2019 (P18–P31, a
/// ratio without cap). P07 and P11 are left out: the printed target population does not follow from
/// the printed share. P13–P17 have a target in visits, printed as such.
struct PublishedCoverage: Sendable, CustomTestStringConvertible {
  let row: String
  let target: Ratio
  let achieved: Ratio
  let printed: String
  let cap: Ratio?

  init(
    _ row: String, _ share: Ratio, of population: Ratio, _ achieved: Ratio, _ printed: String,
    cap: Ratio? = nil
  ) {
    self.row = row
    target = (try? share * population) ?? 0
    self.achieved = achieved
    self.printed = printed
    self.cap = cap
  }

  var testDescription: String { row }

  static let all: [PublishedCoverage] = [
    .init("P01", "20/100", of: 20811, 4394, "100.00", cap: 100),
    .init("P02", "50/100", of: 61, 61, "100.00", cap: 100),
    .init("P03", "70/100", of: 11, 11, "100.00", cap: 100),
    .init("P04", "40/100", of: 90, 58, "100.00", cap: 100),
    .init("P05", "50/100", of: 18, 13, "100.00", cap: 100),
    .init("P06", "70/100", of: 8, 6, "100.00", cap: 100),
    .init("P08", "69/100", of: 31, 38, "100.00", cap: 100),
    .init("P09", "100/100", of: 8, 11, "100.00", cap: 100),
    .init("P10", "64/100", of: 36, 28, "100.00", cap: 100),
    .init("P12", "29/100", of: 6, 2, "100.00", cap: 100),
    .init("P13", 1, of: 468, 468, "100.00", cap: 100),
    .init("P14", 1, of: 122, 122, "100.00", cap: 100),
    .init("P15", 1, of: 22, 14, "63.64", cap: 100),
    .init("P16", 1, of: 180, 135, "75.00", cap: 100),
    .init("P17", 1, of: 36, 26, "72.22", cap: 100),
    .init("P18", "20/100", of: 3395, 684, "1.0073637703"),
    .init("P19", "50/100", of: 35, 35, "2"),
    .init("P20", "70/100", of: 4, 3, "1.0714285714"),
    .init("P21", "62/100", of: 679, 420, "0.9976720984"),
    .init("P22", "70/100", of: 18, 12, "0.9523809524"),
    .init("P23", "30/100", of: 3, 3, "3.3333333333"),
    .init("P24", "100/100", of: 11, 11, "1"),
    .init("P25", "100/100", of: 17, 17, "1"),
    .init("P26", "100/100", of: 1, 1, "1"),
    .init("P27", "74/100", of: 54, 54, "1.3513513514"),
    .init("P28", "100/100", of: 11, 11, "1"),
    .init("P29", "100/100", of: 11, 11, "1"),
    .init("P30", "15/100", of: 11, 11, "6.6666666667"),
    .init("P31", "100/100", of: 11, 11, "1"),
  ]
}

@Suite struct PublishedCoverageTests {
  // P06 keeps 5.6 of 8 as the target although 6 is displayed: nothing is rounded on the way.
  @Test(arguments: PublishedCoverage.all)
  func `printed coverage gives the printed score`(row: PublishedCoverage) throws {
    let rule = try AttainmentRule(.ratio, cap: row.cap)
    let percent = try #require(
      rule.attainment(of: row.achieved, against: .exact(row.target), .maximize).percent)
    let score = row.cap == nil ? try percent / 100 : percent
    let places = row.printed.split(separator: ".").dropFirst().first?.count ?? 0
    #expect(score.decimalText(places: places, .halfUp, .point) == row.printed)
  }
}
