import KinerjaCore
public import WeightedScoring

extension Report {
  /// Shows a rule as the annex of a regulation: each chapter is a section, each article a heading.
  ///
  /// ```swift
  /// let page = Report(ScoringRule.pp46Of2011.annex).html(in: .indonesian)
  /// ```
  public init(_ annex: LegalAnnex) {
    self.init(
      title: annex.title,
      subtitle: LocalizedText(
        id: annex.preamble.map(\.indonesian).joined(separator: " · "),
        en: annex.preamble.map(\.english).joined(separator: " · ")),
      sections: annex.chapters.enumerated().map { index, chapter in
        let name = annex.name(ofChapter: index)
        return ReportSection(
          LocalizedText(
            id: "\(name.indonesian) \(chapter.heading.indonesian)",
            en: "\(name.english) \(chapter.heading.english)"),
          chapter.articles.flatMap(\.blocks))
      })
  }
}

extension LegalAnnex.Article {
  fileprivate var blocks: [ReportBlock] {
    let title = LocalizedText(
      id: "\(name.indonesian) · \(heading.indonesian)",
      en: "\(name.english) · \(heading.english)")
    return [.heading(title)]
      + paragraphs.enumerated().flatMap { index, paragraph in
        paragraph.blocks(marked: paragraphs.count > 1 ? "(\(index + 1)) " : "")
      }
  }
}

extension LegalAnnex.Paragraph {
  fileprivate func blocks(marked mark: String) -> [ReportBlock] {
    var blocks: [ReportBlock] = [
      .paragraph(LocalizedText(id: mark + text.indonesian, en: mark + text.english))
    ]
    if let formula { blocks.append(.paragraph(formula)) }
    if !items.isEmpty { blocks.append(.lettered(items)) }
    if let table {
      blocks.append(
        .table(
          ReportTable(
            columns: table.columns.map { ReportTable.Column($0) },
            rows: table.rows.map { $0.map(ReportCell.text) })))
    }
    return blocks
  }
}
