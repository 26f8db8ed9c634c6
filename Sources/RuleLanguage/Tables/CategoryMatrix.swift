public import KinerjaCore

/// A table of two categories that gives a third, such as the nine cells of work result and
/// behaviour (*kuadran kinerja*).
public struct CategoryMatrix: Sendable, Hashable {
  /// One row: the category it stands for and its cells, one a column.
  public struct Row: Sendable, Hashable {
    /// The category that selects the row.
    public let category: CategoryID
    /// The results, in the order of the columns.
    public let cells: [CategoryID]

    /// Creates a row.
    public init(_ category: CategoryID, _ cells: [CategoryID]) {
      self.category = category
      self.cells = cells
    }
  }

  /// The categories that select a column.
  public let columns: [CategoryID]
  /// The rows, in the order of the law's text.
  public let rows: [Row]

  /// Creates a matrix that reads as it is printed.
  ///
  /// ```swift
  /// CategoryMatrix(
  ///   columns: ["below", "as", "above"],
  ///   rows: [
  ///     "above": ["poor", "good", "veryGood"],
  ///     "as": ["poor", "good", "good"],
  ///   ])
  /// ```
  public init(columns: [CategoryID], rows: KeyValuePairs<CategoryID, [CategoryID]>) {
    self.init(columns: columns, rows: rows.map { Row($0.key, $0.value) })
  }

  /// Creates a matrix from its rows.
  public init(columns: [CategoryID], rows: [Row]) {
    self.columns = columns
    self.rows = rows
  }
}
