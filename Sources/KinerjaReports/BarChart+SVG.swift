public import KinerjaCore

extension BarChart {
  /// The chart as an SVG picture that scales with the page and reads aloud by its title.
  ///
  /// Colours come from the classes `bar`, `good`, `attention`, `problem`, `axis` and `interval`.
  public func svg(in language: Language) -> String {
    let rowHeight = 26.0
    // Room for the longest label as a phone shows it, larger in proportion than on a desk.
    let longest = bars.map { $0.label[language].count }.max() ?? 0
    let labelWidth = min(max(14 + 9 * Double(longest), 60), 240)
    let plotWidth = 300.0
    let valueWidth = 80.0
    let height = rowHeight * Double(bars.count) + 8
    let span = span
    func x(_ value: Double) -> Double {
      labelWidth + (value - span.lowerBound) / (span.upperBound - span.lowerBound) * plotWidth
    }

    var svg = """
      <svg class="bars" role="img" viewBox="0 0 \(SVGText.number(labelWidth + plotWidth + valueWidth)) \
      \(SVGText.number(height))" xmlns="http://www.w3.org/2000/svg">
      <title>\(title[language].escapedForHTML)</title>

      """
    for (index, bar) in bars.enumerated() {
      let top = rowHeight * Double(index) + 4
      let middle = top + rowHeight / 2
      let value = bar.value.isFinite ? bar.value : 0
      let (left, right) = (x(min(0, value)), x(max(0, value)))
      svg += """
        <text class="label" x="\(SVGText.number(labelWidth - 10))" y="\(SVGText.number(middle))" \
        text-anchor="end" dominant-baseline="central">\(bar.label[language].escapedForHTML)</text>
        <rect class="bar \(bar.tone?.rawValue ?? "")" x="\(SVGText.number(left))" \
        y="\(SVGText.number(top + 5))" width="\(SVGText.number(max(right - left, 1)))" \
        height="\(SVGText.number(rowHeight - 10))" rx="2"/>

        """
      var end = max(right, x(0))
      if let interval = bar.interval, interval.lowerBound.isFinite, interval.upperBound.isFinite {
        let (from, to) = (x(interval.lowerBound), x(interval.upperBound))
        end = max(end, to)
        svg += """
          <path class="interval" d="M\(SVGText.number(from)) \(SVGText.number(middle)) \
          H\(SVGText.number(to)) M\(SVGText.number(from)) \(SVGText.number(middle - 4)) v8 \
          M\(SVGText.number(to)) \(SVGText.number(middle - 4)) v8"/>

          """
      }
      svg += """
        <text class="value" x="\(SVGText.number(end + 8))" y="\(SVGText.number(middle))" \
        dominant-baseline="central">\
        \(ReportCell.estimate(bar.value, places: places).text(in: language))</text>

        """
    }
    svg += """
      <path class="axis" d="M\(SVGText.number(x(0))) 0 V\(SVGText.number(height))"/>
      </svg>

      """
    return svg
  }
}
