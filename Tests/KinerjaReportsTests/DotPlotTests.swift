import Foundation
import KinerjaCore
import Testing

@testable import KinerjaReports

@Suite struct DotPlotTests {
  private func plot(_ rows: [DotPlot.Row], band: ClosedRange<Double>? = nil) -> DotPlot {
    DotPlot(
      title: LocalizedText(same: "Severity"), axis: LocalizedText(same: "logit"), band: band,
      rows: rows)
  }

  private func places(_ attribute: String, in svg: String) -> [Double] {
    svg.components(separatedBy: " \(attribute)=\"").dropFirst()
      .compactMap { Double($0.prefix { $0 != "\"" }) }
  }

  @Test func `dots stand in the order of their values, inside the picture`() {
    let svg = plot([
      .init(LocalizedText(same: "a"), 1.5, interval: 1...2),
      .init(LocalizedText(same: "b"), -0.5, interval: -40...39),
      .init(LocalizedText(same: "c"), .nan),
    ]).svg(in: .english)
    let dots = places("cx", in: svg)
    #expect(dots.count == 2 && dots[0] > dots[1])
    #expect((places("cx", in: svg) + places("x", in: svg)).allSatisfy { (0...700).contains($0) })
    #expect(!svg.contains("\"nan"))
  }

  @Test func `what is worth a look has another shape, not colour alone`() {
    let svg = plot([
      .init(LocalizedText(same: "a"), 1, tone: .attention), .init(LocalizedText(same: "b"), 0),
    ]).svg(in: .english)
    #expect(svg.occurrences(of: "<circle") == 1)
    #expect(svg.occurrences(of: "<rect class=\"dot attention\"") == 1)
  }

  @Test func `of many rows those with a tone are named`() {
    let rows = (0..<500).map { row in
      DotPlot.Row(LocalizedText(same: "r\(row)"), Double(row), tone: row == 250 ? .problem : nil)
    }
    let svg = plot(rows, band: 100...200).svg(in: .indonesian)
    #expect(svg.contains(">r250<") && !svg.contains(">r251<"))
    #expect(svg.occurrences(of: "class=\"dot ") == 500 && svg.contains("class=\"band\""))
  }

  @Test(arguments: [(0.0, 1.0), (-3.2, 4.7), (5, 5), (0, 1e-9), (-1e12, 1e12)])
  func `an axis covers its values with a few round ticks`(low: Double, high: Double) {
    let scale = AxisScale(covering: low, high)
    #expect(scale.lower <= low && scale.upper >= high && scale.upper > scale.lower)
    #expect((2...12).contains(scale.ticks.count))
  }

  @Test func `names are moved apart as little as needed`() {
    #expect(FacetMap.apart([0, 100, 200], by: 13) == [0, 100, 200])
    #expect(FacetMap.apart([50, 50], by: 10) == [45, 55])
    let moved = FacetMap.apart([0, 1, 2, 3, 90], by: 10)
    #expect(zip(moved, moved.dropFirst()).allSatisfy { $1 - $0 >= 10 - 1e-9 })
    #expect(moved[4] == 90)
    #expect(FacetMap.apart([], by: 10).isEmpty)
  }

  @Test func `a map names each facet and counts every ratee`() {
    let map = FacetMap(
      title: LocalizedText(same: "map"), ratees: LocalizedText(same: "ratees"),
      measures: [-1, 0, 0, 1, .infinity],
      facets: [.init(LocalizedText(same: "raters"), [("x & y", 0.5), ("z", .nan)])])
    let svg = map.svg(in: .english)
    #expect(svg.contains("x &amp; y") && !svg.contains(">z<"))
    #expect(map.measures.count == 4)
    let empty = FacetMap(
      title: LocalizedText(same: "m"), ratees: LocalizedText(same: "r"), measures: [], facets: [])
    #expect(empty.svg(in: .english).contains("<svg"))
  }
}
