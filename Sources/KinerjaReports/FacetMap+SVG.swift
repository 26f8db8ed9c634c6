public import KinerjaCore

extension FacetMap {
  /// Elements of a facet beyond which a dot stands for each and only the ends are named.
  private static let namedElements = 40

  /// The map as an SVG picture that scales with the page and reads aloud by its title.
  public func svg(in language: Language) -> String {
    let (left, top, height, column) = (44.0, 40.0, 460.0, 150.0)
    let scale = axisScale
    func y(_ logits: Double) -> Double { top + (1 - scale.share(of: logits)) * height }
    let width = left + column * Double(facets.count + 1) + 10
    var parts = ""
    for tick in scale.ticks {
      let at = SVGText.number(y(tick))
      parts += SVGText.path("grid", "M\(SVGText.number(left)) \(at) H\(SVGText.number(width - 6))")
      let name = ReportCell.estimate(tick, places: scale.places).text(in: language)
      parts += SVGText.text(name, x: left - 8, y: y(tick), anchor: "end", kind: "tick")
    }
    parts += SVGText.text(
      ratees[language], x: left + column / 2, y: top - 22, anchor: "middle", kind: "head")
    parts += histogram(scale, left: left + 6, width: column - 24, y)
    for (index, facet) in facets.enumerated() {
      let start = left + column * Double(index + 1)
      parts += SVGText.path(
        "axis",
        "M\(SVGText.number(start)) \(SVGText.number(top)) V\(SVGText.number(top + height))")
      parts += SVGText.text(
        facet.name[language], x: start + column / 2, y: top - 22, anchor: "middle", kind: "head")
      parts += marks(facet, start: start + 10, y)
    }
    return SVGText.picture(
      "map", width: width, height: top + height + 14, title: title[language], parts)
  }

  /// Bars of a histogram with two bins a tick.
  private func histogram(
    _ scale: AxisScale, left: Double, width: Double, _ y: (Double) -> Double
  ) -> String {
    let bins = (scale.ticks.count - 1) * 4
    var counts = [Int](repeating: 0, count: bins)
    for measure in measures {
      counts[min(Int(scale.share(of: measure) * Double(bins)), bins - 1)] += 1
    }
    let most = Double(counts.max() ?? 1)
    let size = (scale.upper - scale.lower) / Double(bins)
    return counts.enumerated().filter { $0.element > 0 }.map { bin, count in
      let upper = y(scale.lower + Double(bin + 1) * size)
      let lower = y(scale.lower + Double(bin) * size)
      return """
        <rect class="bar" x="\(SVGText.number(left))" y="\(SVGText.number(upper + 0.5))" \
        width="\(SVGText.number(max(1, Double(count) / most * width)))" \
        height="\(SVGText.number(lower - upper - 1))"/>

        """
    }.joined()
  }

  /// Dots with names beside them; names that would lie on each other are moved apart.
  private func marks(
    _ facet: Facet, start: Double, _ y: (Double) -> Double
  ) -> String {
    let sorted = facet.elements.sorted { ($1.logits, $0.label) < ($0.logits, $1.label) }
    let isDense = sorted.count > Self.namedElements
    let places = sorted.map { y($0.logits) }
    let ends = isDense ? Set([0, sorted.count - 1]) : Set(sorted.indices)
    let named = sorted.indices.filter(ends.contains)
    var parts = places.map { place in
      """
      <circle class="dot" cx="\(SVGText.number(start + (isDense ? 3 : 0)))" \
      cy="\(SVGText.number(place))" r="\(isDense ? "2" : "3")"/>

      """
    }.joined()
    for (index, label) in zip(named, Self.apart(named.map { places[$0] }, by: 13)) {
      parts += SVGText.path(
        "leader",
        "M\(SVGText.number(start + 4)) \(SVGText.number(places[index])) "
          + "L\(SVGText.number(start + 14)) \(SVGText.number(label))")
      parts += SVGText.text(sorted[index].label, x: start + 17, y: label)
    }
    return parts
  }

  /// Ascending places moved as little as needed, in sum of squares, to lie `gap` apart: places that
  /// would touch become one block about their own middle.
  static func apart(_ places: [Double], by gap: Double) -> [Double] {
    var blocks: [(sum: Double, count: Int)] = []
    for (index, place) in places.enumerated() {
      blocks.append((place - Double(index) * gap, 1))
      while blocks.count > 1 {
        let (last, before) = (blocks[blocks.count - 1], blocks[blocks.count - 2])
        guard last.sum / Double(last.count) < before.sum / Double(before.count) else { break }
        blocks.removeLast(2)
        blocks.append((before.sum + last.sum, before.count + last.count))
      }
    }
    return blocks.flatMap { Array(repeating: $0.sum / Double($0.count), count: $0.count) }
      .enumerated().map { $1 + Double($0) * gap }
  }

  /// The map as lines of text: each facet with its lowest, middle and highest element.
  func lines(in language: Language) -> [String] {
    [title[language]]
      + facets.flatMap { facet in
        facet.elements.sorted { ($1.logits, $0.label) < ($0.logits, $1.label) }.prefix(20)
          .map { element in
            let value = ReportCell.estimate(element.logits, places: 2).text(in: language)
            return "\(facet.name[language])  \(element.label)  \(value)"
          }
      }
  }
}
