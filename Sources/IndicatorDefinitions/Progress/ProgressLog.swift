public import KinerjaCore

/// All reports on the plans of a period, from which the current realisation follows.
///
/// Reports may come twice and in any order; the same reports give the same state.
public struct ProgressLog: Hashable, Sendable {
  private var reports: [ItemKey: [ProgressReport]] = [:]
  private var known: [ReportID: ProgressReport] = [:]

  private struct ItemKey: Hashable {
    let person: PersonID
    let item: PlanItemID
  }

  /// Creates an empty log.
  public init() {}

  /// Creates a log of reports.
  ///
  /// - Throws: `InvalidInput` with every report whose name another one has already, at its index.
  public init(_ reports: some Sequence<ProgressReport>) throws(InvalidInput) {
    var problems = Diagnostics()
    for (index, report) in reports.enumerated() {
      do throws(InvalidInput) {
        try add(report)
      } catch {
        for problem in error.problems {
          problems.add(problem.kind, problem.values, at: .index(index))
        }
      }
    }
    try problems.throwIfAny()
  }

  /// How many reports there are.
  public var count: Int { known.count }

  /// Adds a report.
  ///
  /// - Returns: Whether it is new; a report that was added before changes nothing.
  /// - Throws: `InvalidInput` if another report has the same name and other content.
  @discardableResult
  public mutating func add(_ report: ProgressReport) throws(InvalidInput) -> Bool {
    if let earlier = known[report.id] {
      guard earlier == report else {
        throw InvalidInput(
          Diagnostic(.eventWithOtherContent, ["event": .text(report.id.text)]))
      }
      return false
    }
    known[report.id] = report
    let key = ItemKey(person: report.person, item: report.item)
    var list = reports.removeValue(forKey: key) ?? []
    list.insert(report, at: list.firstIndex { report < $0 } ?? list.endIndex)
    reports[key] = list
    return true
  }

  /// The reports on an item that speak of no day after `day`, in order of their days.
  public func reports(
    on item: PlanItemID, of person: PersonID, through day: Day? = nil
  ) -> [ProgressReport] {
    let all = reports[ItemKey(person: person, item: item)] ?? []
    guard let day else { return all }
    return Array(all.prefix { $0.day <= day })
  }

  /// The realisation so far.
  ///
  /// - Returns: nil if nothing was reported.
  /// - Throws: `ArithmeticError.overflow`.
  public func realisation(
    of item: PlanItemID, of person: PersonID, _ consolidation: Consolidation,
    through day: Day? = nil
  ) throws(ArithmeticError) -> Ratio? {
    try consolidation.consolidated(reports(on: item, of: person, through: day).map(\.realisation))
  }
}
