public import KinerjaCore
public import KinerjaTables

extension ProgressLog {
  /// The columns of a file of reports: `event` is the report's own name.
  ///
  /// Figures have six decimals at most. Names in Indonesian are understood as well.
  public static let layout = CSVLayout([
    .identifier("person", PersonID.self, aliases: ["pegawai"]),
    .identifier("item", PlanItemID.self, aliases: ["butir"]),
    .day("day", aliases: ["tanggal"]),
    .decimal("realisation", places: 6, aliases: ["realisasi"]),
    .identifier("event", ReportID.self, aliases: ["laporan"]),
  ])

  /// Reads reports from a table that was read with ``layout``.
  ///
  /// A row that stands twice counts once.
  ///
  /// - Parameters:
  ///   - table: The rows.
  ///   - plans: The plans on which they report; nil to leave that unchecked.
  /// - Throws: `InvalidInput` with the line of every report whose name another one has already, or
  ///   that is on no item of the plans.
  public init(_ table: Table, on plans: [WorkPlan]? = nil) throws(InvalidInput) {
    self.init()
    var problems = Diagnostics()
    let items = plans.map(Self.items(of:))
    for row in table.rows {
      let report = ProgressReport(
        try row.identifier("event"), person: try row.identifier("person"),
        item: try row.identifier("item"), day: row.day("day"),
        realisation: Ratio(row.decimal("realisation")))
      if let items, items[report.person]?.contains(report.item) != true {
        problems.add(.reportWithoutItem, Self.values(report), at: row.place(of: "item"))
      }
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

  private static func items(of plans: [WorkPlan]) -> [PersonID: Set<PlanItemID>] {
    Dictionary(
      plans.map { ($0.person, Set($0.items.map(\.id))) }, uniquingKeysWith: { $0.union($1) })
  }

  private static func values(_ report: ProgressReport) -> [String: DiagnosticValue] {
    ["item": .text(report.item.text), "person": .text(report.person.text)]
  }
}
