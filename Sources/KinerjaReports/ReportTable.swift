public import KinerjaCore

/// A table: columns with their headings, rows of cells.
public struct ReportTable: Sendable, Hashable {
  /// A column.
  public struct Column: Sendable, Hashable {
    /// The heading.
    public var heading: LocalizedText
    /// Whether cells stand at the right edge, as numbers do.
    public var isNumeric: Bool

    /// Creates a column.
    public init(_ heading: LocalizedText, numeric: Bool = false) {
      self.heading = heading
      self.isNumeric = numeric
    }
  }

  /// What the table shows; read out before it by assistive software.
  public var caption: LocalizedText?
  /// The columns from left to right.
  public var columns: [Column]
  /// The rows; a row shorter than the columns is filled with empty cells.
  public var rows: [[ReportCell]]

  /// Creates a table.
  public init(
    caption: LocalizedText? = nil, columns: [Column], rows: [[ReportCell]] = []
  ) {
    self.caption = caption
    self.columns = columns
    self.rows = rows
  }

  func cell(_ row: Int, _ column: Int) -> ReportCell {
    column < rows[row].count ? rows[row][column] : .empty
  }
}

/// The content of a table cell or of a figure.
public enum ReportCell: Sendable, Hashable {
  case text(LocalizedText)
  /// An identifier or a name that is not translated.
  case code(String)
  case count(Int)
  /// An exact number, shown half up with so many decimals.
  case exact(Ratio, places: Int)
  /// A statistical estimate, shown with so many decimals; one that is not finite shows as empty.
  case estimate(Double, places: Int)
  /// A text that stands out: well, worth a look, or wrong.
  case mark(LocalizedText, ReportTone)
  case empty
}

/// How a mark is meant; shown by colour and never by colour alone.
public enum ReportTone: String, Sendable, Hashable, CaseIterable {
  case good
  case attention
  case problem
}

extension ReportCell {
  /// The cell as text in a language.
  public func text(in language: Language) -> String {
    switch self {
    case .text(let text), .mark(let text, _): text[language]
    case .code(let code): code
    case .count(let count): Points(Int64(count)).text(language.decimalConvention, grouping: true)
    case .exact(let ratio, let places):
      ratio.decimalText(places: places, .halfUp, language.decimalConvention)
    case .estimate(let value, let places):
      Self.text(of: value, places: places, language.decimalConvention)
    case .empty: "–"
    }
  }

  private static func text(
    of value: Double, places: Int, _ convention: DecimalConvention
  ) -> String {
    let scale = (0..<places).reduce(1.0) { power, _ in power * 10 }
    let scaled = (value * scale).rounded(.toNearestOrAwayFromZero)
    guard scaled.isFinite, let mantissa = Int64(exactly: scaled) else { return "–" }
    return Points(mantissa: mantissa, places: places).text(convention, places: places)
  }
}
