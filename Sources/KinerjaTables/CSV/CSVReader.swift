public import KinerjaCore

/// Reads files of separated values into tables of typed columns.
///
/// A file is read in pieces: memory is in proportion to the columns, not to the file. What is wrong
/// is told all at once, with file, line, column and cure. The table does not depend on the number of
/// threads, nor on how the file was cut into pieces.
///
/// ```swift
/// let layout = CSVLayout([
///   .identifier("rater", PersonID.self, aliases: ["penilai"]),
///   .identifier("ratee", PersonID.self, aliases: ["pegawai"]),
///   .code("item"),
///   .integer("rating", in: 1...5),
///   .text("note", presence: .optional),
/// ])
/// let ratings = try CSVReader(layout).read(path: "ratings.csv")
/// for row in ratings.rows { print(row.code("rater"), row.integer("rating"), row.place) }
/// ```
public struct CSVReader: Sendable {
  /// The columns that are wanted.
  public let layout: CSVLayout
  /// How the file is written.
  public let dialect: CSVDialect
  /// How the work is spread over threads; it does not change the result.
  public let parallel: ParallelBlocks
  /// How many problems are kept; the rest are counted.
  public let problemLimit: Int

  // How a file is cut into pieces, which does not change the result either.
  let bytesPerRead: Int
  let bytesPerBlock: Int

  /// Creates a reader.
  public init(
    _ layout: CSVLayout, dialect: CSVDialect = .detected,
    parallel: ParallelBlocks = ParallelBlocks(), problemLimit: Int = 1_000
  ) {
    // Two blocks a thread are enough to keep all busy, and what is not yet merged stays small.
    self.init(
      layout, dialect: dialect, parallel: parallel, problemLimit: problemLimit,
      bytesPerRead: min(parallel.threads, 64) * 2 << 18, bytesPerBlock: 1 << 18)
  }

  package init(
    _ layout: CSVLayout, dialect: CSVDialect = .detected,
    parallel: ParallelBlocks = ParallelBlocks(), problemLimit: Int = 1_000, bytesPerRead: Int,
    bytesPerBlock: Int
  ) {
    self.layout = layout
    self.dialect = dialect
    self.parallel = parallel
    self.problemLimit = problemLimit
    self.bytesPerRead = bytesPerRead
    self.bytesPerBlock = bytesPerBlock
  }

  /// Reads a file.
  ///
  /// - Parameters:
  ///   - path: Where the file is.
  ///   - name: What messages call it; the path if not given.
  /// - Throws: `InvalidInput` with everything that is wrong: a file that cannot be read, columns
  ///   that are missing or unknown, rows that are ragged, cells that are not what the layout asks;
  ///   or that the task was cancelled.
  /// - Complexity: O(bytes).
  public func read(path: String, as name: String? = nil) throws(InvalidInput) -> Table {
    let file = name ?? path
    let source: ByteSource
    do throws(ByteSource.ReadFault) {
      source = try .file(path)
    } catch {
      throw InvalidInput(Diagnostic(error.kind, at: SourcePlace(file: file)))
    }
    return try read(source, file: file)
  }

  /// Reads bytes that are in memory already.
  ///
  /// - Parameters:
  ///   - bytes: The bytes.
  ///   - name: What messages call their source.
  /// - Throws: `InvalidInput` with everything that is wrong.
  public func read(bytes: [UInt8], as name: String? = nil) throws(InvalidInput) -> Table {
    try read(.memory(bytes), file: name)
  }

  /// Reads a text.
  ///
  /// - Parameters:
  ///   - text: The text.
  ///   - name: What messages call its source.
  /// - Throws: `InvalidInput` with everything that is wrong.
  public func read(text: String, as name: String? = nil) throws(InvalidInput) -> Table {
    try read(bytes: Array(text.utf8), as: name)
  }

  private func read(_ source: ByteSource, file: String?) throws(InvalidInput) -> Table {
    var run = CSVRun(self, source, file: file)
    return try run.table()
  }
}
