public import KinerjaCore

/// What a step gave many people for an earlier period, a row each, so that it may be carried
/// forward.
public struct EarlierColumn: Sendable {
  /// Missing for those of whom nothing earlier is known.
  let values: RuleColumn
  let days: Days

  enum Days: Sendable {
    case same(Day)
    case each([Day])
  }

  /// Creates a column of values for one period.
  ///
  /// - Parameters:
  ///   - values: A value a row, missing for those of whom nothing earlier is known.
  ///   - day: The last day of the period for which they were given.
  public init(_ values: RuleColumn, on day: Day) {
    self.values = values
    days = .same(day)
  }

  /// Creates a column of values for periods of their own.
  ///
  /// - Parameters:
  ///   - values: A value a row, missing for those of whom nothing earlier is known.
  ///   - days: For each row the last day of the period; anything where the value is missing.
  public init(_ values: RuleColumn, on days: [Day]) {
    self.values = values
    self.days = .each(days)
  }

  /// The value of a row; nil if there is none.
  func value(at row: Int) -> EarlierValue? {
    guard let value = values.value(at: row), !value.isMissing else { return nil }
    switch days {
    case .same(let day): return EarlierValue(value, on: day)
    case .each(let days): return row < days.count ? EarlierValue(value, on: days[row]) : nil
    }
  }
}

extension RuleColumns {
  /// What steps gave one person for an earlier period.
  func earlier(of row: Int) -> [StepID: EarlierValue] {
    var result: [StepID: EarlierValue] = [:]
    for (step, column) in earlier { result[step] = column.value(at: row) }
    return result
  }
}
