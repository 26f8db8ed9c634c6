public import KinerjaCore
import KinerjaTables

/// What is known about many people, column by column.
///
/// ```swift
/// let staff = RuleColumns(count: hundredths.count, [
///   "work": .numbers(hundredths, decimals: 2),
///   "conduct": .numbers(marks),
/// ])
/// ```
/// An input without a column is missing for everybody. The columns are checked against a rule when
/// they are scored.
public struct RuleColumns: Sendable {
  /// How many people there are.
  public let count: Int
  let columns: [StepID: RuleColumn]
  /// What steps gave for an earlier period, for those that may carry it forward.
  public let earlier: [StepID: EarlierColumn]

  /// Creates columns.
  ///
  /// - Parameters:
  ///   - count: How many people there are.
  ///   - columns: The columns by the name of the input; of a name given twice the last counts.
  ///   - earlier: What steps gave for an earlier period, by the name of the step.
  public init(
    count: Int, _ columns: KeyValuePairs<StepID, RuleColumn>,
    earlier: [StepID: EarlierColumn] = [:]
  ) {
    let columns = Dictionary(columns.map { ($0, $1) }) { _, last in last }
    self.init(count: count, columns: columns, earlier: earlier)
  }

  /// Creates columns whose names are known only at run time.
  public init(
    count: Int, columns: [StepID: RuleColumn], earlier: [StepID: EarlierColumn] = [:]
  ) {
    self.count = max(0, count)
    self.columns = columns
    self.earlier = earlier
  }

  /// What is known about one person.
  ///
  /// A code that stands for no category is left out, as if missing, and so is what a column is too
  /// short for, and a list whose starts cannot be; columns that were scored with success have none
  /// of these.
  ///
  /// - Parameter row: From 0 to below ``count``.
  public func inputs(of row: Int) -> RuleInputs {
    var inputs = RuleInputs()
    for (name, column) in columns {
      if case .list(let list) = column.content {
        guard column.missing?.contains(row) != true, let elements = list.elements(of: row) else {
          continue
        }
        inputs.lists[name] = elements.map { element in
          var record = RuleRecord([:])
          for (field, column) in list.fields {
            if let value = column.value(at: element) { record.values[field] = value }
          }
          return record
        }
      } else if let value = column.value(at: row) {
        inputs.values[name] = value
      }
    }
    inputs.earlier = earlier(of: row)
    return inputs
  }
}
