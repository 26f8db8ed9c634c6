public import KinerjaCore
public import KinerjaTables

/// Reads an organisation from files of separated values.
///
/// | file | columns; those in brackets may be left out |
/// |---|---|
/// | `units.csv` | `unit`, `name`, [`name_en`], [`parent`], `from`, [`through`] |
/// | `posts.csv` | `post`, `title`, [`title_en`], `unit`, `type`, [`leadership`], [`reports_to`], [`minimum_rank_pns`], [`minimum_rank_pppk`], `from`, [`through`] |
/// | `incumbents.csv` | `person`, `post`, [`standing`], [`employment`], [`rank`], `from`, [`through`] |
/// | `supervision.csv` (may be absent) | `person`, `superior`, [`reason`], `from`, [`through`] |
///
/// An empty `through` means without end, an empty `parent` a unit at the top, an empty `reports_to`
/// the head of the unit, an empty `standing` a definitive holder. `type` and `standing` take the raw
/// values of ``PostType`` and ``Incumbency/Standing`` or their Indonesian names; `leadership` takes
/// `yes` and `no`; headers may be Indonesian too.
public struct OrganisationReader: Sendable {
  /// How the files name persons.
  public let persons: PersonReader
  /// How the files are written.
  public let dialect: CSVDialect
  /// How the files write days.
  public let days: CSVColumn.DayFormat

  /// Creates a reader.
  public init(
    persons: PersonReader = .opaqueCodes, dialect: CSVDialect = .detected,
    days: CSVColumn.DayFormat = .iso
  ) {
    self.persons = persons
    self.dialect = dialect
    self.days = days
  }

  /// Reads `units.csv`, `posts.csv`, `incumbents.csv` and, if given, `supervision.csv`.
  ///
  /// - Parameters:
  ///   - units: The path of the file of units.
  ///   - posts: The path of the file of posts.
  ///   - incumbents: The path of the file of incumbents.
  ///   - supervision: The path of the file of other superiors; nil if there is none.
  /// - Throws: `InvalidInput` with *all* problems of all files, each with file, line and column;
  ///   what the rows say of each other is checked once every row can be read.
  public func read(
    units: String, posts: String, incumbents: String, supervision: String? = nil
  ) throws(InvalidInput) -> Organisation {
    try read { (kind, reader) throws(InvalidInput) -> Table? in
      switch kind {
      case .units: try reader.read(path: units)
      case .posts: try reader.read(path: posts)
      case .incumbencies: try reader.read(path: incumbents)
      case .overrides:
        try supervision.map { path throws(InvalidInput) in try reader.read(path: path) }
      }
    }
  }

  /// Reads the contents of such files, which messages call by their usual names.
  ///
  /// - Throws: `InvalidInput`, as ``read(units:posts:incumbents:supervision:)`` does.
  public func read(
    unitsText units: String, postsText posts: String, incumbentsText incumbents: String,
    supervisionText supervision: String? = nil
  ) throws(InvalidInput) -> Organisation {
    try read { (kind, reader) throws(InvalidInput) -> Table? in
      switch kind {
      case .units: try reader.read(text: units, as: "units.csv")
      case .posts: try reader.read(text: posts, as: "posts.csv")
      case .incumbencies: try reader.read(text: incumbents, as: "incumbents.csv")
      case .overrides:
        try supervision.map { text throws(InvalidInput) in
          try reader.read(text: text, as: "supervision.csv")
        }
      }
    }
  }

  private func read(
    _ table: (OrganisationPlaces.Table, CSVReader) throws(InvalidInput) -> Table?
  ) throws(InvalidInput) -> Organisation {
    var rows = OrganisationRows(persons: persons)
    var tables: [OrganisationPlaces.Table: Table] = [:]
    for kind in OrganisationPlaces.Table.allCases {
      do throws(InvalidInput) {
        let reader = CSVReader(layout(of: kind), dialect: dialect)
        guard let read = try table(kind, reader) else { continue }
        tables[kind] = read
        rows.problems.add(contentsOf: read.warnings)
        rows.add(read, as: kind)
      } catch {
        rows.problems.add(contentsOf: error.diagnostics)
      }
    }
    try rows.problems.throwIfAny()
    let index = OrganisationIndex(
      units: rows.units, posts: rows.posts, incumbencies: rows.incumbencies,
      overrides: rows.overrides)
    let places = OrganisationPlaces { [tables] kind, row, field in
      tables[kind]?.place(ofRow: row, field) ?? SourcePlace()
    }
    return try Organisation(index, places: places, warnings: rows.problems)
  }
}
