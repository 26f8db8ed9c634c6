public import KinerjaCore

extension DotPlot {
  /// Rows beyond which only those with a tone are named.
  private static let namedRows = 60

  /// The plot as an SVG picture that scales with the page and reads aloud by its title.
  ///
  /// Up to 60 rows are all named; of more, those with a tone are.
  public func svg(in language: Language) -> String {
    let isDense = rows.count > Self.namedRows
    let height = isDense ? max(3, min(8, 900 / Double(rows.count))) : 22
    let labels = rows.filter { !isDense || $0.tone != nil }.map { $0.label[language].count }
    let left = min(max(16 + 8 * Double(labels.max() ?? 0), 60), 230)
    let (width, top) = (420.0, 26.0)
    let bottom = top + height * Double(rows.count)
    let scale = axisScale
    func x(_ value: Double) -> Double { left + scale.share(of: value) * width }

    var parts = ""
    if let band {
      let (from, to) = (x(band.lowerBound), x(band.upperBound))
      parts += """
        <rect class="band" x="\(SVGText.number(from))" y="\(SVGText.number(top))" \
        width="\(SVGText.number(to - from))" height="\(SVGText.number(bottom - top))"/>

        """
    }
    for tick in scale.ticks {
      let at = SVGText.number(x(tick))
      parts += SVGText.path(
        "grid", "M\(at) \(SVGText.number(top)) V\(SVGText.number(bottom))")
      let name = ReportCell.estimate(tick, places: scale.places).text(in: language)
      parts += SVGText.text(name, x: x(tick), y: top - 10, anchor: "middle", kind: "tick")
    }
    parts += SVGText.path(
      "axis",
      "M\(SVGText.number(x(reference))) \(SVGText.number(top)) V\(SVGText.number(bottom))")
    var lastLabel = -1.0
    for (index, row) in rows.enumerated() where row.value.isFinite {
      let y = top + height * (Double(index) + 0.5)
      if !isDense || row.tone != nil, y - lastLabel >= 13 || !isDense {
        parts += SVGText.text(row.label[language], x: left - 10, y: y, anchor: "end")
        lastLabel = y
      }
      if let interval = row.interval {
        parts += SVGText.path(
          "interval \(row.tone?.rawValue ?? "")",
          "M\(SVGText.number(x(interval.lowerBound))) \(SVGText.number(y)) "
            + "H\(SVGText.number(x(interval.upperBound)))")
      }
      parts += mark(row, x: x(row.value), y: y, radius: isDense ? 2.2 : 4)
    }
    parts += SVGText.text(
      axis[language], x: left + width / 2, y: bottom + 16, anchor: "middle", kind: "tick")
    return SVGText.picture(
      "dots", width: left + width + 24, height: bottom + 30, title: title[language], parts)
  }

  /// A dot; a square where something is worth a look, so that colour is not all that tells.
  private func mark(_ row: Row, x: Double, y: Double, radius: Double) -> String {
    guard let tone = row.tone, tone != .good else {
      return """
        <circle class="dot \(row.tone?.rawValue ?? "")" cx="\(SVGText.number(x))" \
        cy="\(SVGText.number(y))" r="\(SVGText.number(radius))"/>

        """
    }
    return """
      <rect class="dot \(tone.rawValue)" x="\(SVGText.number(x - radius))" \
      y="\(SVGText.number(y - radius))" width="\(SVGText.number(2 * radius))" \
      height="\(SVGText.number(2 * radius))"/>

      """
  }

  /// The plot as lines of text: label, estimate, and a line of signs with the interval.
  func lines(in language: Language) -> [String] {
    let shown = rows.count > Self.namedRows ? rows.filter { $0.tone != nil } : rows
    let widest = shown.map { $0.label[language].count }.max() ?? 0
    let (scale, cells) = (axisScale, 40)
    func cell(_ value: Double) -> Int { Int((scale.share(of: value) * Double(cells)).rounded()) }
    return [title[language]]
      + shown.filter(\.value.isFinite).map { row in
        var line = [Character](repeating: " ", count: cells + 1)
        line[cell(reference)] = "│"
        if let interval = row.interval {
          for place in cell(interval.lowerBound)...cell(interval.upperBound) { line[place] = "─" }
        }
        line[cell(row.value)] = row.tone == nil ? "●" : "■"
        let value = ReportCell.estimate(row.value, places: scale.places + 1).text(in: language)
        return row.label[language].padded(to: widest, right: false) + "  " + String(line) + "  "
          + value
      }
      + [axis[language]]
  }
}
