public import KinerjaCore
public import KinerjaTables

extension RatingSet {
  /// Reads a file of ratings.
  ///
  /// - Parameters:
  ///   - path: Where the file is.
  ///   - layout: How ratings stand in it; one a row if not given.
  ///   - name: What messages call the file; the path if not given.
  ///   - scale: The scale of all ratings.
  ///   - work: How the work is spread; it does not change the result.
  /// - Throws: `InvalidInput` with *all* problems, with file and line: all that `CSVReader` finds, and
  ///   all that ``init(_:layout:scale:by:)`` finds.
  /// - Complexity: O(*n*) beside sorting the distinct identifiers.
  public init(
    path: String, layout: RatingLayout = .long(), as name: String? = nil, scale: RatingScale,
    by work: ParallelBlocks = ParallelBlocks()
  ) throws(InvalidInput) {
    let table = try CSVReader(layout.csvLayout, parallel: work).read(path: path, as: name)
    try self.init(table, layout: layout, scale: scale, by: work)
  }

  /// Reads a text of ratings in separated values.
  ///
  /// As ``init(path:layout:as:scale:by:)`` does with a file.
  public init(
    csv text: String, layout: RatingLayout = .long(), as name: String? = nil, scale: RatingScale,
    by work: ParallelBlocks = ParallelBlocks()
  ) throws(InvalidInput) {
    let table = try CSVReader(layout.csvLayout, parallel: work).read(text: text, as: name)
    try self.init(table, layout: layout, scale: scale, by: work)
  }

  /// Creates a set from the columns of a table.
  ///
  /// A rating that is missing counts in ``missingCount``. Columns of role, time, order and groups are
  /// read where the table has them; in the wide forms every other column holds ratings. To name a
  /// column that the table lacks, or one of another type, is a programming mistake and stops the program
  /// with a sentence: names are codes; ratings, times and orders are whole numbers.
  ///
  /// - Parameters:
  ///   - table: The table.
  ///   - layout: How ratings stand in it; one a row if not given.
  ///   - scale: The scale of all ratings.
  ///   - work: How the work is spread; it does not change the result.
  /// - Throws: `InvalidInput` with *all* problems, with file and line where the table knows them: a
  ///   code or the name of a column that is no identifier, a row without a ratee, rater or item, a value
  ///   that is no level of the scale, a negative order, or a second rating of the same ratee by the same
  ///   rater on the same item for the same time.
  /// - Complexity: O(*n*) beside sorting the distinct identifiers.
  public init(
    _ table: Table, layout: RatingLayout = .long(), scale: RatingScale,
    by work: ParallelBlocks = ParallelBlocks()
  ) throws(InvalidInput) {
    try self.init(try RatingRows(table, layout, scale: scale), by: work)
  }
}
