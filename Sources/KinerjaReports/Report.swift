public import KinerjaCore

/// A document that people look at, independent of how it is shown.
///
/// A report is made once and rendered as text for a terminal or as one self-contained HTML page,
/// in Indonesian or in English.
public struct Report: Sendable, Hashable {
  /// The title.
  public var title: LocalizedText
  /// What stands under the title: agency, period, what the figures rest on.
  public var subtitle: LocalizedText?
  /// The parts in reading order.
  public var sections: [ReportSection]

  /// Creates a report.
  public init(
    title: LocalizedText, subtitle: LocalizedText? = nil, sections: [ReportSection] = []
  ) {
    self.title = title
    self.subtitle = subtitle
    self.sections = sections
  }
}

/// A part of a report under a heading of its own.
public struct ReportSection: Sendable, Hashable {
  /// The heading.
  public var heading: LocalizedText
  /// The contents in reading order.
  public var blocks: [ReportBlock]

  /// Creates a section.
  public init(_ heading: LocalizedText, _ blocks: [ReportBlock] = []) {
    self.heading = heading
    self.blocks = blocks
  }
}

/// One piece of a section.
public enum ReportBlock: Sendable, Hashable {
  case paragraph(LocalizedText)
  case list([LocalizedText])
  /// Items that are cited by their letter: a, b, c.
  case lettered([LocalizedText])
  /// A heading within a section, such as that of an article.
  case heading(LocalizedText)
  case table(ReportTable)
  case bars(BarChart)
  case dots(DotPlot)
  case map(FacetMap)
  /// Figures that sum a section up, each under its label.
  case figures([ReportFigure])
  /// Blocks behind a line that opens them, such as a derivation under a person's result.
  indirect case details(summary: LocalizedText, [ReportBlock])
  /// A remark set apart, such as what a figure does not say.
  case note(LocalizedText)
}

/// A figure with its label, such as "97 employees evaluated".
public struct ReportFigure: Sendable, Hashable {
  /// What it counts or measures.
  public var label: LocalizedText
  /// The figure.
  public var value: ReportCell

  /// Creates a figure.
  public init(_ label: LocalizedText, _ value: ReportCell) {
    self.label = label
    self.value = value
  }
}
