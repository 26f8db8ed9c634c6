import KinerjaCore
import KinerjaReports
import Testing

@Suite struct BarChartTests {
  static let chart = BarChart(
    title: LocalizedText(same: "Leniency"), places: 2,
    bars: [
      .init(LocalizedText(same: "r-1"), -1.5, interval: -2...(-1), tone: .attention),
      .init(LocalizedText(same: "r-2"), 0.5),
      .init(LocalizedText(same: "r-3"), .nan),
    ])

  @Test func `bars keep inside the picture, whatever the values`() throws {
    let svg = Self.chart.svg(in: .english)
    #expect(svg.occurrences(of: "<rect") == 3)
    #expect(!svg.contains("\"nan") && !svg.contains("\"inf"))
    for text in svg.split(separator: " x=\"").dropFirst() {
      let x = try #require(Double(text.prefix { $0 != "\"" }))
      #expect((0...700).contains(x))
    }
  }

  @Test func `in text a negative bar is drawn apart from a positive one`() {
    let text = Report(
      title: LocalizedText(same: "t"),
      sections: [ReportSection(LocalizedText(same: "s"), [.bars(Self.chart)])]
    ).text(in: .english)
    #expect(text.contains("r-1  ░░░░░░░░░░░░░░░░░░░ -1.50"))
    #expect(text.contains("r-2  ██████ 0.50"))
    #expect(text.contains("r-3  –"))
  }

  @Test func `a chart of nothing is still a picture`() {
    let empty = BarChart(title: LocalizedText(same: "none"), bars: [])
    #expect(empty.svg(in: .indonesian).contains("<svg"))
  }
}
