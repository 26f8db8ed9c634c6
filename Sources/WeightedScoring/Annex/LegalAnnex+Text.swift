public import KinerjaCore

extension LegalAnnex {
  /// The annex as plain text.
  ///
  /// - Parameters:
  ///   - language: The language.
  ///   - width: The column at which sentences break; tables and formulas keep their own width.
  public func text(in language: Language, width: Int = 80) -> String {
    var lines = [LocalizedText(id: "LAMPIRAN", en: "ANNEX")[language]]
    lines += title[language].lines(within: width)
    for line in preamble { lines += line[language].lines(within: width) }
    for (index, chapter) in chapters.enumerated() {
      lines += ["", name(ofChapter: index)[language], chapter.heading[language].uppercased()]
      for article in chapter.articles {
        lines += ["", article.name[language], article.heading[language]]
        lines += article.lines(in: language, width: width)
      }
    }
    return lines.joined(separator: "\n") + "\n"
  }
}

extension LegalAnnex.Article {
  fileprivate func lines(in language: Language, width: Int) -> [String] {
    var lines: [String] = []
    for (index, paragraph) in paragraphs.enumerated() {
      let mark = paragraphs.count > 1 ? "(\(index + 1)) " : ""
      let indent = String(repeating: " ", count: mark.count)
      lines += paragraph.text[language].lines(within: width, first: mark, others: indent)
      if let formula = paragraph.formula {
        lines += formula[language].lines(
          within: width, first: indent + "  ", others: indent + "      ")
      }
      for (position, item) in paragraph.items.enumerated() {
        let letter = LegalAnnex.letter(ofItem: position)
        lines += item[language].lines(
          within: width, first: "\(indent)\(letter). ", others: indent + "   ")
      }
      if let table = paragraph.table {
        lines += table.lines(in: language).map { indent + $0 }
      }
    }
    return lines
  }
}

extension LegalAnnex.Table {
  fileprivate func lines(in language: Language) -> [String] {
    let texts = ([columns] + rows).map { row in row.map { $0[language] } }
    let widths = columns.indices.map { column in
      texts.map { column < $0.count ? $0[column].count : 0 }.max() ?? 0
    }
    let lines = texts.map { cells in
      let padded = zip(cells, widths).map { cell, width in
        cell + String(repeating: " ", count: max(0, width - cell.count))
      }
      return padded.joined(separator: " | ").withoutTrailingSpaces
    }
    let rule = widths.map { String(repeating: "-", count: $0) }.joined(separator: "-+-")
    return [lines[0], rule] + lines.dropFirst()
  }
}

extension String {
  /// The text broken at spaces; a longer word keeps a line to itself.
  func lines(within width: Int, first: String = "", others: String = "") -> [String] {
    var lines: [String] = []
    var line = first
    var isEmpty = true
    for word in split(separator: " ") {
      if !isEmpty, line.count + 1 + word.count > width {
        lines.append(line)
        line = others
        isEmpty = true
      }
      line += (isEmpty ? "" : " ") + word
      isEmpty = false
    }
    return lines + (isEmpty ? [] : [line])
  }

  fileprivate var withoutTrailingSpaces: String {
    var text = self[...]
    while text.last == " " { text.removeLast() }
    return String(text)
  }
}
