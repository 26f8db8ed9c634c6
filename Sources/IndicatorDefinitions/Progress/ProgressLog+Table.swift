public import KinerjaCore
public import KinerjaTables

extension ProgressLog {
  /// The columns of a file of reports: `event` is the report's own name.
  ///
  /// Figures have four decimals at most. Names in Indonesian are understood as well.
  public static let layout = CSVLayout([
    .identifier("person", PersonID.self, aliases: ["pegawai"]),
    .identifier("item", PlanItemID.self, aliases: ["butir"]),
    .day("day", aliases: ["tanggal"]),
    .decimal("realisation", places: 4, aliases: ["realisasi"]),
    .identifier("event", ReportID.self, aliases: ["laporan"]),
  ])

  /// Reads reports from a table that was read with ``layout``.
  ///
  /// A row that stands twice counts once.
  ///
  /// - Throws: ``InvalidInput`` with the line of every report whose name another one has already.
  public init(_ table: Table) throws(InvalidInput) {
    self.init()
    var problems = Diagnostics()
    for row in table.rows {
      let report = ProgressReport(
        try row.identifier("event"), person: try row.identifier("person"),
        item: try row.identifier("item"), day: row.day("day"),
        realisation: Ratio(row.decimal("realisation")))
      do throws(InvalidInput) {
        try add(report)
      } catch {
        for problem in error.problems {
          problems.add(problem.kind, problem.values, at: row.place(of: "event"))
        }
      }
    }
    try problems.throwIfAny()
  }

  /// What is wrong with reports held against the plans: of a person or on an item without a plan.
  ///
  /// - Returns: One problem for each person and item, in the order of their names.
  public func problems(with plans: [WorkPlan]) -> Diagnostics {
    var problems = Diagnostics()
    let items = Dictionary(
      plans.map { ($0.person, Set($0.items.map(\.id))) }, uniquingKeysWith: { $0.union($1) })
    for (person, item) in keys where items[person]?.contains(item) != true {
      problems.add(.reportWithoutItem, ["item": .text(item.text), "person": .text(person.text)])
    }
    return problems
  }
}
