public import KinerjaCore
public import KinerjaTables

/// How many persons of each group there are, and how many of them got an outcome, such as the
/// highest rating category; by stratum on wish.
///
/// A group is what is compared, such as women and men or two units; a stratum is what shall be equal
/// before comparing, such as a band of achievement. Both are plain names; no person is in here.
public struct GroupOutcomes: Sendable, Hashable {
  /// The persons of one group in one stratum.
  public struct Cell: Sendable, Hashable {
    /// The group.
    public let group: String
    /// The stratum; empty if there is none.
    public let stratum: String
    /// Persons with the outcome.
    public let selected: Int
    /// Persons in all.
    public let total: Int

    /// Creates a cell.
    public init(group: String, stratum: String = "", selected: Int, of total: Int) {
      self.group = group
      self.stratum = stratum
      self.selected = selected
      self.total = total
    }
  }

  /// The groups, in the order of their names.
  public let groups: [String]
  /// The strata, in the order given; one without a name if there are none.
  public let strata: [String]
  /// By group and then by stratum, persons with the outcome.
  package let selected: [[Int]]
  /// By group and then by stratum, persons in all.
  package let total: [[Int]]

  /// Creates a table from counts.
  ///
  /// - Throws: `InvalidInput` with *all* problems, each at the index of its cell: a count below nought
  ///   or too large, more persons with the outcome than persons, a group twice in one stratum.
  public init(_ cells: [Cell]) throws(InvalidInput) {
    var problems = Diagnostics()
    var places: [[String]: Int] = [:]
    for (index, cell) in cells.enumerated() {
      if cell.selected < 0 || cell.total > Self.mostPersons || cell.selected > cell.total {
        problems.add(
          .impossibleCount,
          ["selected": .integer(Int64(cell.selected)), "total": .integer(Int64(cell.total))],
          at: .index(index))
      }
      if places.updateValue(index, forKey: [cell.group, cell.stratum]) != nil {
        problems.add(
          .groupTwice, ["group": .text(cell.group), "stratum": .text(cell.stratum)],
          at: .index(index))
      }
    }
    try problems.throwIfAny()
    self.init(adding: cells)
  }

  /// Creates a table from persons: the group, the stratum, and whether the person got the outcome.
  ///
  /// - Complexity: O(*n*).
  public init(
    persons: some Sequence<(group: String, stratum: String, isSelected: Bool)>
  ) {
    var counts: [[String]: (selected: Int, total: Int)] = [:]
    var order: [[String]] = []
    for person in persons {
      let key = [person.group, person.stratum]
      if counts[key] == nil { order.append(key) }
      counts[key, default: (0, 0)].selected += person.isSelected ? 1 : 0
      counts[key, default: (0, 0)].total += 1
    }
    self.init(
      adding: order.compactMap { key in
        counts[key].map {
          Cell(group: key[0], stratum: key[1], selected: $0.selected, of: $0.total)
        }
      })
  }

  /// Creates a table from columns: one row a person, or one row a count.
  ///
  /// Rows that lack the group, the outcome or the stratum are left out. To name a column that the
  /// table lacks, or one of another type, is a programming mistake and stops the program with a
  /// sentence.
  ///
  /// - Parameters:
  ///   - table: The table.
  ///   - group: The name of a column of codes.
  ///   - stratum: The name of a column of codes; nil for one stratum.
  ///   - outcome: The name of a column of codes.
  ///   - favourable: The codes of `outcome` that count as the outcome.
  ///   - count: The name of a column of whole numbers, how many persons a row stands for; nil for one.
  /// - Throws: `InvalidInput` with *all* problems: a count below nought or too large.
  /// - Complexity: O(*n*).
  public init(
    _ table: Table, group: String = "group", stratum: String? = nil, outcome: String = "outcome",
    favourable: Set<String>, count: String? = nil
  ) throws(InvalidInput) {
    let groups = table.codes(group)
    let outcomes = table.codes(outcome)
    let strata = stratum.map { table.codes($0) }
    let counts = count.map { table.integers($0) }
    var problems = Diagnostics()
    var cells: [Cell] = []
    for row in 0..<table.rowCount {
      guard let group = groups[row], let outcome = outcomes[row] else { continue }
      let stratum = strata.map { $0[row] } ?? ""
      let count = counts.map { $0[row] } ?? 1
      guard let stratum, let count else { continue }
      if count < 0 || count > Self.mostPersons {
        problems.add(
          .impossibleCount,
          ["selected": .integer(Int64(count)), "total": .integer(Int64(count))],
          at: table.place(ofRow: row))
        continue
      }
      cells.append(
        Cell(
          group: group, stratum: stratum, selected: favourable.contains(outcome) ? count : 0,
          of: count))
    }
    try problems.throwIfAny()
    self.init(adding: cells)
  }

  /// A billion persons; sums and products of such counts stay exact.
  private static let mostPersons = 1_000_000_000

  init(adding cells: [Cell]) {
    groups = Set(cells.map(\.group)).sorted()
    var strata: [String] = []
    var places: [String: Int] = [:]
    for cell in cells where places[cell.stratum] == nil {
      places[cell.stratum] = strata.count
      strata.append(cell.stratum)
    }
    let rows = Dictionary(uniqueKeysWithValues: zip(groups, groups.indices))
    var selected = [[Int]](
      repeating: [Int](repeating: 0, count: strata.count), count: groups.count)
    var total = selected
    for cell in cells {
      guard let row = rows[cell.group], let column = places[cell.stratum] else { continue }
      selected[row][column] += cell.selected
      total[row][column] += cell.total
    }
    self.strata = strata
    self.selected = selected
    self.total = total
  }

  /// All persons of a group.
  func pooled(_ group: Int) -> (selected: Int, total: Int) {
    (selected[group].reduce(0, +), total[group].reduce(0, +))
  }

  /// A group against another, over all strata or in one.
  func table(_ group: Int, against reference: Int, in stratum: Int? = nil) -> FourfoldTable {
    func counts(_ group: Int) -> (selected: Int, total: Int) {
      stratum.map { (selected[group][$0], total[group][$0]) } ?? pooled(group)
    }
    let (own, other) = (counts(group), counts(reference))
    return FourfoldTable(
      selected: own.selected, of: own.total, reference: other.selected, of: other.total)
  }
}
