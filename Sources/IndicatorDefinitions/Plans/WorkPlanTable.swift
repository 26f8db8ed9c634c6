public import KinerjaCore
public import KinerjaTables

/// Work plans of many persons, read from one file of separated values.
///
/// A row is an item: `person`, `item`, `task`, `indicator`, `target`, `target_high` if the target is a
/// range, `weight`, `goal`. `task` and the last three may be left out. Names in Indonesian are understood as well.
public struct WorkPlanTable: Hashable, Sendable {
  /// The plans, in the order in which their persons first appear.
  public let plans: [WorkPlan]
  private let places: [[SourcePlace]]

  /// The columns; figures have six decimals at most.
  public static let layout = CSVLayout([
    .identifier("person", PersonID.self, aliases: ["pegawai"]),
    .identifier("item", PlanItemID.self, aliases: ["butir"]),
    .identifier("task", TaskID.self, aliases: ["tugas"], presence: .optional),
    .identifier("indicator", IndicatorID.self, aliases: ["indikator"]),
    .decimal("target", places: 6, aliases: ["target_rendah"], presence: .emptyCellsAllowed),
    .decimal("target_high", places: 6, aliases: ["target_tinggi"], presence: .optional),
    .decimal("weight", places: 6, aliases: ["bobot"], presence: .optional),
    .identifier("goal", GoalID.self, aliases: ["sasaran"], presence: .optional),
  ])

  /// Reads plans from a table that was read with ``layout``.
  ///
  /// - Parameters:
  ///   - table: The rows; those of one person need not stand together.
  ///   - period: The period of all plans.
  ///   - weightTotal: What each person's weights must add up to; nil if items have no weights.
  /// - Throws: `InvalidInput` with the line of every range whose bounds are not in order.
  public init(
    _ table: Table, period: Period, weightTotal: Ratio? = nil
  ) throws(InvalidInput) {
    var problems = Diagnostics()
    var places: [[SourcePlace]] = []
    var persons: [PersonID] = []
    var items: [[PlanItem]] = []
    var index: [PersonID: Int] = [:]
    for row in table.rows {
      let person: PersonID = try row.identifier("person")
      let item = PlanItem(
        try row.identifier("item"), task: try row.identifier(ifAny: "task"),
        indicator: try row.identifier("indicator"),
        target: Self.target(in: row, &problems),
        weight: row.decimal(ifAny: "weight").map { Ratio($0) },
        contributesTo: try row.identifier(ifAny: "goal"))
      if let known = index[person] {
        items[known].append(item)
        places[known].append(row.place)
      } else {
        index[person] = persons.count
        persons.append(person)
        items.append([item])
        places.append([row.place])
      }
    }
    try problems.throwIfAny()
    self.places = places
    plans = zip(persons, items).map { person, items in
      WorkPlan(person: person, period: period, items: items, weightTotal: weightTotal)
    }
  }

  private static func target(in row: TableRow, _ problems: inout Diagnostics) -> Target? {
    let lower = row.decimal(ifAny: "target").map { Ratio($0) }
    guard let upper = row.decimal(ifAny: "target_high").map({ Ratio($0) }) else {
      return lower.map { .exact($0) }
    }
    guard let lower else {
      problems.add(.missingLowerBound, at: row.place(of: "target"))
      return nil
    }
    guard lower < upper else {
      problems.add(
        .targetRange, ["lower": .number(lower), "upper": .number(upper)],
        at: row.place(of: "target_high"))
      return nil
    }
    return .range(lower: lower, upper: upper)
  }

  /// The plan of a person; nil if the file has none.
  public func plan(of person: PersonID) -> WorkPlan? {
    plans.first { $0.person == person }
  }

  /// All that is wrong with the plans, each problem at the line and column of the file.
  ///
  /// The problems are those of ``WorkPlan/problems(with:_:)``.
  public func problems(
    with catalogue: IndicatorCatalogue, _ cascade: GoalCascade? = nil
  ) -> Diagnostics {
    var result = Diagnostics()
    for (plan, rows) in zip(plans, places) {
      let found = plan.problems(with: catalogue, cascade)
      result.add(contentsOf: found.mapping { Self.placing($0, rows) })
    }
    return result
  }

  private static func placing(_ problem: Diagnostic, _ rows: [SourcePlace]) -> Diagnostic {
    var placed = problem
    let components = problem.place.path.components
    var row = 0
    var column = "weight"
    if components.count == 3, case .index(let item) = components[1],
      case .key(let key) = components[2]
    {
      row = item
      column = ["id": "item", "contributesTo": "goal"][key] ?? key
    }
    placed.place = rows[row]
    placed.place.path = [.key(column)]
    return placed
  }
}
