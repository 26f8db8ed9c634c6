public import KinerjaCore

/// How a file of separated values is written.
///
/// Quotes follow RFC 4180: a cell that begins with `"` ends at the next single `"`; two stand for
/// one; delimiters and line breaks between them belong to the cell. Lines end in LF, CRLF or CR; a
/// byte order mark and empty lines are skipped, and so are lines of empty cells. A quote inside
/// a cell that does not begin with one stands for itself.
public struct CSVDialect: Sendable, Hashable {
  /// What stands between two cells.
  public enum Delimiter: UInt8, Sendable, Hashable, CaseIterable {
    case comma = 0x2C
    case semicolon = 0x3B
    case tab = 0x09
    case pipe = 0x7C
  }

  /// What stands between two cells; nothing to find it out from the header.
  public var delimiter: Delimiter?
  /// How decimals are written; nothing to find it out.
  ///
  /// Where commas separate the cells, the decimals then have points. Otherwise each number must
  /// speak for itself, as "93,86" and "1.234.567" do; one that may mean two things, as "12.500"
  /// does, is an error that says so.
  public var decimals: DecimalConvention?
  /// Texts that stand for an empty cell in columns of numbers and days.
  ///
  /// Columns of codes and texts take only the empty cell as missing unless they say otherwise,
  /// since "NA" may be somebody's code.
  public var missingMarkers: [String]
  /// Whether spaces around a cell are dropped; inside quotes they stay in columns of texts.
  public var trimsSpaces: Bool
  /// The longest row that is read, in bytes: what an unclosed quote may cost in memory.
  public var mostBytesInRow: Int

  /// Creates a dialect.
  public init(
    delimiter: Delimiter? = nil, decimals: DecimalConvention? = nil,
    missingMarkers: [String] = ["", "-", "NA", "N/A", "n/a"], trimsSpaces: Bool = true,
    mostBytesInRow: Int = 16 << 20
  ) {
    self.delimiter = delimiter
    self.decimals = decimals
    self.missingMarkers = missingMarkers
    self.trimsSpaces = trimsSpaces
    self.mostBytesInRow = max(1, min(mostBytesInRow, 1 << 29))
  }

  /// Delimiter and decimals as the file shows them.
  public static let detected = CSVDialect()
}
