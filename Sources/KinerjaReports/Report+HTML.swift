public import KinerjaCore

extension Report {
  /// The report as one HTML page that needs nothing else: no script, no picture, no network.
  ///
  /// The bytes depend on the report and the language alone.
  public func html(in language: Language) -> String {
    var page = """
      <!DOCTYPE html>
      <html lang="\(language.rawValue)">
      <head>
      <meta charset="utf-8">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      \(Self.generatorTag)
      <title>\(title[language].escapedForHTML)</title>
      <style>
      \(Self.styleSheet)
      </style>
      </head>
      <body>
      <header>
      <h1>\(title[language].escapedForHTML)</h1>

      """
    if let subtitle {
      page += "<p class=\"subtitle\">\(subtitle[language].escapedForHTML)</p>\n"
    }
    page += "</header>\n<nav aria-label=\"\(Self.contents[language])\"><ol>\n"
    for (index, section) in sections.enumerated() {
      page += """
        <li><a href="#section-\(index + 1)">\(section.heading[language].escapedForHTML)</a></li>

        """
    }
    page += "</ol></nav>\n<main>\n"
    for (index, section) in sections.enumerated() {
      page += """
        <section id="section-\(index + 1)">
        <h2>\(section.heading[language].escapedForHTML)</h2>

        """
      for block in section.blocks { page += block.html(in: language) }
      page += "</section>\n"
    }
    return page + "</main>\n</body>\n</html>\n"
  }

  /// The tag in every page by which one can tell who wrote it.
  public static let generatorTag = "<meta name=\"generator\" content=\"Kinerja\">"

  private static let contents = LocalizedText(id: "Daftar isi", en: "Contents")
}

extension ReportBlock {
  func html(in language: Language) -> String {
    switch self {
    case .paragraph(let text):
      "<p>\(text[language].escapedForHTML)</p>\n"
    case .note(let text):
      "<p class=\"note\">\(text[language].escapedForHTML)</p>\n"
    case .list(let items):
      "<ul>\n"
        + items.map { "<li>\($0[language].escapedForHTML)</li>\n" }.joined() + "</ul>\n"
    case .lettered(let items):
      "<ol type=\"a\">\n"
        + items.map { "<li>\($0[language].escapedForHTML)</li>\n" }.joined() + "</ol>\n"
    case .heading(let text):
      "<h3>\(text[language].escapedForHTML)</h3>\n"
    case .table(let table):
      table.html(in: language)
    case .bars(let chart):
      Self.figure(chart.title[language], chart.svg(in: language))
    case .dots(let plot):
      Self.figure(plot.title[language], plot.svg(in: language))
    case .map(let map):
      Self.figure(map.title[language], map.svg(in: language))
    case .figures(let figures):
      "<dl class=\"figures\">\n"
        + figures.map { figure in
          """
          <div><dt>\(figure.label[language].escapedForHTML)</dt>\
          <dd>\(figure.value.html(in: language))</dd></div>

          """
        }.joined() + "</dl>\n"
    case .details(let summary, let blocks):
      "<details>\n<summary>\(summary[language].escapedForHTML)</summary>\n"
        + blocks.map { $0.html(in: language) }.joined() + "</details>\n"
    }
  }

  private static func figure(_ title: String, _ picture: String) -> String {
    """
    <figure>
    <figcaption>\(title.escapedForHTML)</figcaption>
    \(picture)</figure>

    """
  }
}

extension ReportTable {
  fileprivate func html(in language: Language) -> String {
    var html = "<div class=\"scroll\"><table>\n"
    if let caption { html += "<caption>\(caption[language].escapedForHTML)</caption>\n" }
    html += "<thead><tr>"
    for column in columns {
      html += "<th scope=\"col\"\(Self.alignment(column))>"
      html += "\(column.heading[language].escapedForHTML)</th>"
    }
    html += "</tr></thead>\n<tbody>\n"
    for row in rows.indices {
      html += "<tr>"
      for (index, column) in columns.enumerated() {
        html += "<td\(Self.alignment(column))>\(cell(row, index).html(in: language))</td>"
      }
      html += "</tr>\n"
    }
    return html + "</tbody>\n</table></div>\n"
  }

  private static func alignment(_ column: Column) -> String {
    column.isNumeric ? " class=\"numeric\"" : ""
  }
}

extension ReportCell {
  fileprivate func html(in language: Language) -> String {
    let text = text(in: language).escapedForHTML
    return switch self {
    case .mark(_, let tone): "<span class=\"mark \(tone.rawValue)\">\(text)</span>"
    case .code: "<code>\(text)</code>"
    default: text
    }
  }
}
