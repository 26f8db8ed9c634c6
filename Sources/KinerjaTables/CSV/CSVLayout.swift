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
