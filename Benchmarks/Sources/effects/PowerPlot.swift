import Foundation
import RatingBias

/// Power against the number of ratings, a small panel for each effect.
struct PowerPlot {
  private let curves: PowerCurves
  private let width = 150.0
  private let height = 110.0
  private let colors = ["#9ecae1", "#4292c6", "#08519c"]

  init(_ curves: PowerCurves) { self.curves = curves }

  var svg: String {
    let columns = 5
    let rows = (PowerCurves.curves.count + columns - 1) / columns
    let (wide, high) = (190.0, 165.0)
    var parts = [
      """
      <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 \(number(wide * Double(columns) + 20)) \
      \(number(high * Double(rows) + 10))" font-family="sans-serif" font-size="11">
      <rect width="100%" height="100%" fill="white"/>
      """
    ]
    for (index, curve) in PowerCurves.curves.enumerated() {
      let left = 40 + wide * Double(index % columns)
      let top = 24 + high * Double(index / columns)
      parts.append(
        "<g transform=\"translate(\(number(left)) \(number(top)))\">"
          + panel(curve, curves.tallies[index]) + "</g>")
    }
    return (parts + ["</svg>\n"]).joined(separator: "\n")
  }

  private func panel(_ curve: PowerCurves.Curve, _ tallies: [[Tally]]) -> String {
    var parts = ["<text y=\"-8\" font-weight=\"bold\">\(curve.name)</text>"]
    for share in [0.0, 0.5, 1] {
      let y = number(height * (1 - share))
      parts.append(
        "<line x2=\"\(number(width))\" y1=\"\(y)\" y2=\"\(y)\" stroke=\"#dddddd\"/>"
          + "<text x=\"-6\" y=\"\(y)\" dy=\"4\" text-anchor=\"end\">\(Int(share * 100))</text>")
    }
    for (place, count) in PowerCurves.ratings.enumerated() {
      parts.append(
        "<text x=\"\(number(x(place)))\" y=\"\(number(height + 15))\" text-anchor=\"middle\">"
          + "\(count)</text>")
    }
    for (size, row) in tallies.enumerated() {
      let points = row.enumerated().map {
        "\(number(x($0.offset))),\(number(height * (1 - $0.element.flaggedShare)))"
      }
      parts.append(
        "<polyline points=\"\(points.joined(separator: " "))\" fill=\"none\" "
          + "stroke=\"\(colors[size])\" stroke-width=\"2\"/>")
      let end = row[row.count - 1].flaggedShare
      parts.append(
        "<text x=\"\(number(width - 2))\" y=\"\(number(height * (1 - end) + 12 * Double(size) - 2))\" "
          + "fill=\"\(colors[size])\" text-anchor=\"end\">\(curve.sizes[size])</text>")
    }
    return parts.joined(separator: "\n")
  }

  private func x(_ place: Int) -> Double {
    let last = PowerCurves.ratings.count - 1
    return 8 + (width - 30) * Double(place) / Double(max(1, last))
  }

  private func number(_ value: Double) -> String {
    let tenths = Int((value * 10).rounded())
    return tenths % 10 == 0 ? "\(tenths / 10)" : "\(Double(tenths) / 10)"
  }
}
