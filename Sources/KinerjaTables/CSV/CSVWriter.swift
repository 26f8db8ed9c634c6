import Foundation
public import KinerjaCore

/// Writes rows as separated values that ``CSVReader`` and spreadsheets read back.
///
/// Cells are quoted where RFC 4180 asks for it, and where they begin or end with a space. Lines end
/// in CRLF, as RFC 4180 has it.
public struct CSVWriter: Sendable {
  /// What stands between two cells.
  public let delimiter: CSVDialect.Delimiter
  /// How decimals are written.
  public let decimals: DecimalConvention
  /// Whether cells that a spreadsheet would take for a formula get an apostrophe in front.
  ///
  /// A text that begins with `=`, `+`, `-` or `@` can run commands where somebody opens the file;
  /// numbers are never changed. Leave it off for files that programs read.
  public let guardsFormulas: Bool

  /// The bytes written so far, UTF-8.
  public private(set) var bytes: [UInt8] = []

  private let width: Int

  /// Creates a writer and writes the header.
  ///
  /// - Parameters:
  ///   - columns: The names of the columns, at least one.
  ///   - delimiter: A semicolon where spreadsheets write decimals with commas, as in Indonesia.
  ///   - decimals: How decimals are written; as usual with the delimiter if not given.
  ///   - writesByteOrderMark: Whether to begin with the mark by which Excel knows UTF-8.
  ///   - guardsFormulas: Whether cells like formulas get an apostrophe in front.
  public init(
    columns: [String], delimiter: CSVDialect.Delimiter = .comma,
    decimals: DecimalConvention? = nil, writesByteOrderMark: Bool = false,
    guardsFormulas: Bool = false
  ) {
    precondition(!columns.isEmpty, "a file has at least one column")
    self.delimiter = delimiter
    self.decimals = decimals ?? (delimiter == .semicolon ? .comma : .point)
    self.guardsFormulas = guardsFormulas
    width = columns.count
    if writesByteOrderMark { bytes = [0xEF, 0xBB, 0xBF] }
    append(columns.map { Cell.text($0) })
  }

  /// A cell to be written.
  public enum Cell: Sendable, Hashable {
    case empty
    case text(String)
    case integer(Int)
    case decimal(Points)
    /// Written with the fewest digits that give back the same number.
    case double(Double)
    case day(Day)
  }

  /// Writes a row.
  ///
  /// - Parameter cells: One for each column.
  public mutating func append(_ cells: [Cell]) {
    precondition(cells.count == width, "the file has \(width) columns, the row \(cells.count)")
    for (index, cell) in cells.enumerated() {
      if index > 0 { bytes.append(delimiter.rawValue) }
      write(cell)
    }
    bytes.append(contentsOf: [RecordScanner.carriageReturn, RecordScanner.lineFeed])
  }

  /// The text written so far.
  public var text: String { String(decoding: bytes, as: UTF8.self) }

  /// Writes the file, in one step: readers see the old one or the new one.
  ///
  /// - Throws: What the file system reports.
  public func write(to path: String) throws {
    try Data(bytes).write(to: URL(fileURLWithPath: path), options: .atomic)
  }

  private mutating func write(_ cell: Cell) {
    switch cell {
    case .empty: break
    case .text(let text): write(text: text)
    case .integer(let integer): write(text: String(integer), isNumber: true)
    case .decimal(let points): write(text: points.text(decimals), isNumber: true)
    case .double(let double):
      let text = String(describing: double)
      let mark = decimals == .comma ? text.replacing(".", with: ",") : text
      write(text: double.isFinite ? mark : "", isNumber: true)
    case .day(let day): write(text: day.description, isNumber: true)
    }
  }

  private mutating func write(text: String, isNumber: Bool = false) {
    var text = text
    if guardsFormulas, !isNumber, let first = text.utf8.first, "=+-@".utf8.contains(first) {
      text = "'" + text
    }
    let quote = RecordScanner.quote
    let utf8 = Array(text.utf8)
    let isSpace: (UInt8?) -> Bool = { $0 == 0x20 || $0 == 0x09 || $0 == 0xA0 || $0 == 0xC2 }
    let special = utf8.contains { byte in
      byte == delimiter.rawValue || byte == quote || byte == RecordScanner.lineFeed
        || byte == RecordScanner.carriageReturn
    }
    guard special || isSpace(utf8.first) || isSpace(utf8.last) else {
      bytes.append(contentsOf: utf8)
      return
    }
    bytes.append(quote)
    for byte in utf8 {
      if byte == quote { bytes.append(quote) }
      bytes.append(byte)
    }
    bytes.append(quote)
  }
}
