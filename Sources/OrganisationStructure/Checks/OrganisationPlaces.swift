import KinerjaCore

/// Where the rows of an organisation stand, for messages.
struct OrganisationPlaces: Sendable {
  enum Table: String, Sendable, CaseIterable {
    case units, posts, incumbencies, overrides
  }

  /// The place of a field of a row.
  let place: @Sendable (_ table: Table, _ row: Int, _ field: String) -> SourcePlace

  init(_ place: @escaping @Sendable (Table, Int, String) -> SourcePlace) { self.place = place }

  /// Rows that came from Swift: `posts[3].unit`.
  init() {
    self.init { table, row, field in
      SourcePlace(path: [.key(table.rawValue), .index(row), .key(field)])
    }
  }
}
