import KinerjaCore

/// What every picture is written with.
enum SVGText {
  /// A coordinate: one decimal is finer than a screen's pixel, and keeps the bytes the same
  /// everywhere.
  static func number(_ value: Double) -> String {
    ReportCell.estimate(value, places: 1).text(in: .english)
  }

  /// A text at a place.
  static func text(
    _ content: String, x: Double, y: Double, anchor: String = "start", kind: String = "label"
  ) -> String {
    """
    <text class="\(kind)" x="\(number(x))" y="\(number(y))" text-anchor="\(anchor)" \
    dominant-baseline="central">\(content.escapedForHTML)</text>

    """
  }

  /// A line or several, as an SVG path.
  static func path(_ kind: String, _ data: String) -> String {
    "<path class=\"\(kind)\" d=\"\(data)\"/>\n"
  }

  /// The picture about its parts; it reads aloud by its title.
  static func picture(
    _ kind: String, width: Double, height: Double, title: String, _ parts: String
  ) -> String {
    """
    <svg class="\(kind)" role="img" width="\(number(width * 1.15))" viewBox="0 0 \(number(width)) \(number(height))" \
    xmlns="http://www.w3.org/2000/svg">
    <title>\(title.escapedForHTML)</title>
    \(parts)</svg>

    """
  }
}
