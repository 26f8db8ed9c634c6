/// The columns that a program wants from a file, by name.
public struct CSVLayout: Sendable {
  /// What is done about a column of the file that the layout does not name.
  public enum OtherColumns: Sendable, Hashable {
    /// It is an error, so that a misspelled name of an optional column is not lost in silence.
    case refused
    /// It is left out.
    case ignored
  }

  /// The columns, in the order in which the table will have them.
  public let columns: [CSVColumn]
  /// What is done about other columns.
  public let otherColumns: OtherColumns

  /// Whether the table lacks optional columns that the file lacks, in place of missing values.
  package var omitsAbsentColumns = false
  // What to read another column as, by its name in the file.
  private var reading: (@Sendable (String) -> CSVColumn?)?

  /// Creates a layout.
  ///
  /// Names in a header match without regard to case, and spaces, hyphens and underscores match
  /// each other: "Tanggal Lahir" is `tanggal_lahir`.
  ///
  /// - Parameters:
  ///   - columns: At least one; no name or alias may come twice, which is a programming mistake.
  ///   - otherColumns: What is done about columns of the file that the layout does not name.
  public init(_ columns: [CSVColumn], otherColumns: OtherColumns = .refused) {
    precondition(!columns.isEmpty, "a layout has at least one column")
    var seen: Set<String> = []
    for name in columns.flatMap({ [$0.name] + $0.aliases }) {
      precondition(
        seen.insert(Self.folded(name)).inserted, "the layout names the column \"\(name)\" twice")
    }
    self.columns = columns
    self.otherColumns = otherColumns
  }

  /// Creates a layout some of whose columns only the file can name, such as one for each rater.
  ///
  /// ```swift
  /// CSVLayout([.identifier("ratee", PersonID.self)]) { name in .integer(name, in: 1...5) }
  /// ```
  ///
  /// - Parameters:
  ///   - columns: At least one; no name or alias may come twice, which is a programming mistake.
  ///   - others: Given the name of a column of the file that `columns` do not name, what to read it
  ///     as; nothing for what `otherColumns` says. The column gets the name that the file gives it.
  ///   - otherColumns: What is done about columns that are not read.
  public init(
    _ columns: [CSVColumn], otherColumns: OtherColumns = .refused,
    others: @escaping @Sendable (_ name: String) -> CSVColumn?
  ) {
    self.init(columns, otherColumns: otherColumns)
    reading = others
  }

  /// The layout with the other columns of a file.
  func completed(by names: [String]) -> CSVLayout {
    guard let reading else { return self }
    var seen: Set<String> = []
    let others = names.compactMap { name in
      // A name that comes twice is told by the header, once the first is known.
      !name.isEmpty && column(named: name) == nil && seen.insert(Self.folded(name)).inserted
        ? reading(name)?.named(name) : nil
    }
    var layout = CSVLayout(columns + others, otherColumns: otherColumns)
    layout.omitsAbsentColumns = omitsAbsentColumns
    return layout
  }

  /// A name as it is compared: lower case, runs of space, hyphen and underscore as one underscore.
  static func folded(_ name: String) -> String {
    var result = ""
    for character in name.lowercased() {
      let isGap = character.isWhitespace || character == "-" || character == "_"
      if !isGap { result.append(character) } else if result.last != "_" { result.append("_") }
    }
    return result
  }

  /// The column that a name in a header means.
  func column(named name: String) -> Int? {
    let name = Self.folded(name)
    return columns.firstIndex { column in
      Self.folded(column.name) == name || column.aliases.contains { Self.folded($0) == name }
    }
  }
}
