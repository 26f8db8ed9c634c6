public import KinerjaCore
import WeightedScoring

extension Report {
  /// The report as plain text for a terminal.
  ///
  /// - Parameters:
  ///   - language: The language.
  ///   - width: The column at which running text breaks; tables keep their own width.
  public func text(in language: Language, width: Int = 80) -> String {
    var lines = [title[language], String(repeating: "═", count: title[language].count)]
    if let subtitle { lines += subtitle[language].wrapped(to: width) }
    for section in sections {
      let heading = section.heading[language]
      lines += ["", heading, String(repeating: "─", count: heading.count)]
      for block in section.blocks { lines += block.lines(in: language, width: width) }
    }
    return lines.joined(separator: "\n") + "\n"
  }
}

extension ReportBlock {
  func lines(in language: Language, width: Int) -> [String] {
    switch self {
    case .paragraph(let text):
      text[language].wrapped(to: width)
    case .note(let text):
      text[language].wrapped(to: width - 2).map { "│ \($0)" }
    case .list(let items):
      items.flatMap { item in
        item[language].wrapped(to: width - 2).enumerated().map { index, line in
          (index == 0 ? "• " : "  ") + line
        }
      }
    case .lettered(let items):
      items.enumerated().flatMap { position, item in
        let mark = "\(LegalAnnex.letter(ofItem: position)). "
        return item[language].wrapped(to: width - mark.count).enumerated().map { index, line in
          (index == 0 ? mark : String(repeating: " ", count: mark.count)) + line
        }
      }
    case .heading(let text):
      [""] + text[language].wrapped(to: width)
    case .table(let table):
      table.lines(in: language)
    case .bars(let chart):
      chart.lines(in: language)
    case .dots(let plot):
      plot.lines(in: language)
    case .map(let map):
      map.lines(in: language)
    case .figures(let figures):
      Self.lines(of: figures, in: language)
    case .details(let summary, let blocks):
      ["▸ \(summary[language])"]
        + blocks.flatMap { $0.lines(in: language, width: width - 4) }.map { "    \($0)" }
    }
  }

  private static func lines(of figures: [ReportFigure], in language: Language) -> [String] {
    let widest = figures.map { $0.value.text(in: language).count }.max() ?? 0
    return figures.map { figure in
      let value = figure.value.text(in: language)
      return value.padded(to: widest, right: true) + "  " + figure.label[language]
    }
  }
}

extension ReportTable {
  fileprivate func lines(in language: Language) -> [String] {
    let heads = columns.map { $0.heading[language] }
    let texts = rows.indices.map { row in
      columns.indices.map { cell(row, $0).text(in: language) }
    }
    let widths = columns.indices.map { column in
      ([heads[column]] + texts.map { $0[column] }).map(\.count).max() ?? 0
    }
    func line(_ cells: [String]) -> String {
      let padded = columns.indices.map { column in
        cells[column].padded(to: widths[column], right: columns[column].isNumeric)
      }
      return padded.joined(separator: "  ").droppingTrailingSpaces
    }
    let rule = widths.map { String(repeating: "─", count: $0) }.joined(separator: "  ")
    return (caption.map { [$0[language]] } ?? []) + [line(heads), rule] + texts.map(line)
  }
}

extension BarChart {
  fileprivate func lines(in language: Language) -> [String] {
    let labels = bars.map { $0.label[language] }
    let widest = labels.map(\.count).max() ?? 0
    let span = span
    let cells = 32.0
    return [title[language]]
      + zip(bars, labels).map { bar, label in
        let share = bar.value.isFinite ? abs(bar.value) / (span.upperBound - span.lowerBound) : 0
        let length = Int((share * cells).rounded())
        let drawn = String(repeating: bar.value < 0 ? "░" : "█", count: length)
        let value = ReportCell.estimate(bar.value, places: places).text(in: language)
        return "\(label.padded(to: widest, right: false))  \(drawn)\(length > 0 ? " " : "")\(value)"
      }
  }
}

extension String {
  func padded(to width: Int, right: Bool) -> String {
    let fill = String(repeating: " ", count: max(0, width - count))
    return right ? fill + self : self + fill
  }

  var droppingTrailingSpaces: String {
    var text = self[...]
    while text.last == " " { text.removeLast() }
    return String(text)
  }

  /// The text broken at spaces; a longer word keeps a line to itself.
  func wrapped(to width: Int) -> [String] {
    var lines: [String] = []
    var line = ""
    for word in split(separator: " ") {
      if !line.isEmpty && line.count + 1 + word.count > width {
        lines.append(line)
        line = ""
      }
      line += (line.isEmpty ? "" : " ") + word
    }
    return lines + (line.isEmpty ? [] : [line])
  }
}
