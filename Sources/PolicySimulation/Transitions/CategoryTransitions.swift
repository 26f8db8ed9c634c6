public import KinerjaCore
public import KinerjaTables

/// Who changes category when a rule changes: the same persons under the baseline and the reform.
///
/// Counts and shares are exact. A person without a category on one side is counted apart and not
/// compared.
public struct CategoryTransitions: Sendable, Hashable {
  /// The transitions of one group.
  public struct Group: Sendable, Hashable {
    /// The group, as its column names it.
    public let name: String
    /// The transitions of its members.
    public let table: TransitionTable
  }

  /// The transitions of everybody.
  public let table: TransitionTable
  /// The transitions of each group, in the order of their names' bytes; none if no groups were given.
  public let groups: [Group]
  /// The rows of those who rise to a higher category.
  public let risingRows: BitSet
  /// The rows of those who fall to a lower category.
  public let fallingRows: BitSet
  /// How many have a category under the reform only.
  public let reformOnlyCount: Int
  /// How many have a category under the baseline only.
  public let baselineOnlyCount: Int
  /// How many have no category on either side.
  public let neitherCount: Int
  /// How many of those compared have no group.
  public let ungroupedCount: Int
  /// What somebody should look at, such as a reform that changes nothing.
  public let warnings: Diagnostics

  /// Compares two columns of categories, row by row.
  ///
  /// - Parameters:
  ///   - categories: All categories, the lowest first.
  ///   - baseline: By person, the category now.
  ///   - reform: By person, in the same order, the category under the reform.
  ///   - groups: By person, in the same order, the group, such as a unit; nil for none.
  /// - Throws: `InvalidInput` with *all* problems: columns of different length, a category listed
  ///   twice, or categories in a column that are not listed.
  /// - Complexity: O(*n* + *g·c*²) for *n* persons, *g* groups and *c* categories.
  public init(
    categories: [CategoryID], baseline: CodeColumn, reform: CodeColumn, groups: CodeColumn? = nil
  ) throws(InvalidInput) {
    var problems = Diagnostics()
    let places = Self.places(of: categories, &problems)
    let columns =
      [("baseline", baseline), ("reform", reform)] + (groups.map { [("groups", $0)] } ?? [])
    for (name, column) in columns where column.count != baseline.count {
      problems.add(
        .unevenPersons,
        ["found": .integer(Int64(column.count)), "expected": .integer(Int64(baseline.count))],
        at: .key(name))
    }
    let before = Self.numbers(baseline, categories, places, at: "baseline", &problems)
    let after = Self.numbers(reform, categories, places, at: "reform", &problems)
    try problems.throwIfAny()
    self.init(
      categories, before, after, groups: groups?.indices, names: groups.map { Array($0.dictionary) }
    )
  }

  /// Compares two lists of categories, person by person.
  ///
  /// - Throws: As for columns.
  public init(
    categories: [CategoryID], baseline: [CategoryID?], reform: [CategoryID?],
    groups: [UnitID?]? = nil
  ) throws(InvalidInput) {
    try self.init(
      categories: categories, baseline: CodeColumn(baseline.map { $0?.text }),
      reform: CodeColumn(reform.map { $0?.text }),
      groups: groups.map { CodeColumn($0.map { $0?.text }) })
  }

  private init(
    _ categories: [CategoryID], _ baseline: [Int32], _ reform: [Int32], groups: [Int32]?,
    names: [String]?
  ) {
    var table = TransitionTable(categories)
    var tables = [TransitionTable](repeating: table, count: names?.count ?? 0)
    var (rising, falling) = (BitSet(), BitSet())
    var (reformOnly, baselineOnly, neither, ungrouped) = (0, 0, 0, 0)
    for row in baseline.indices {
      let (before, after) = (Int(baseline[row]), Int(reform[row]))
      guard before >= 0, after >= 0 else {
        if after >= 0 {
          reformOnly += 1
        } else if before >= 0 {
          baselineOnly += 1
        } else {
          neither += 1
        }
        continue
      }
      table.add(from: before, to: after)
      if after > before { rising.insert(row) } else if after < before { falling.insert(row) }
      guard let groups else { continue }
      let group = Int(groups[row])
      if group >= 0 { tables[group].add(from: before, to: after) } else { ungrouped += 1 }
    }
    self.table = table
    self.groups = zip(names ?? [], tables).map { Group(name: $0, table: $1) }
      .filter { $0.table.total > 0 }
      .sorted { $0.name.utf8.lexicographicallyPrecedes($1.name.utf8) }
    (risingRows, fallingRows) = (rising, falling)
    (reformOnlyCount, baselineOnlyCount, neitherCount) = (reformOnly, baselineOnly, neither)
    ungroupedCount = ungrouped
    warnings = Self.warnings(
      table, rowCount: baseline.count, isChanged: !rising.isEmpty || !falling.isEmpty,
      unmatched: reformOnly + baselineOnly)
  }

  private static func warnings(
    _ table: TransitionTable, rowCount: Int, isChanged: Bool, unmatched: Int
  ) -> Diagnostics {
    var warnings = Diagnostics()
    if table.total == 0 {
      warnings.add(.nobodyCompared, ["count": .integer(Int64(rowCount))])
    } else if !isChanged {
      warnings.add(.reformWithoutEffect, ["count": .integer(Int64(table.total))])
    }
    if unmatched > 0 { warnings.add(.personsOnOneSide, ["count": .integer(Int64(unmatched))]) }
    return warnings
  }

  private static func places(
    of categories: [CategoryID], _ problems: inout Diagnostics
  ) -> [String: Int32] {
    var places: [String: Int32] = [:]
    for (index, category) in categories.enumerated() {
      if places.updateValue(Int32(index), forKey: category.text) != nil {
        problems.add(
          .categoryListedTwice, ["category": .text(category.text)],
          at: SourcePlace(path: [.key("categories"), .index(index)]))
      }
    }
    return places
  }

  /// By row, the place of its category, −1 where it has none.
  private static func numbers(
    _ column: CodeColumn, _ categories: [CategoryID], _ places: [String: Int32], at name: String,
    _ problems: inout Diagnostics
  ) -> [Int32] {
    let known = column.dictionary.map { places[$0] ?? -2 }
    let indices = column.indices
    var isUnknown = [Bool](repeating: false, count: known.count)
    let numbers = indices.map { index -> Int32 in
      guard index >= 0 else { return -1 }
      if known[Int(index)] == -2 { isUnknown[Int(index)] = true }
      return known[Int(index)]
    }
    for (index, text) in column.dictionary.enumerated() where isUnknown[index] {
      problems.add(
        .categoryNotListed,
        ["category": .text(text), "known": .list(categories.map(\.text))],
        at: .key(name))
    }
    return numbers
  }
}
