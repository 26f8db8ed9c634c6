public import KinerjaCore

/// What ratees achieved in the parts of the time for which they are rated, such as the months of a year.
public struct PeriodicAchievement: Sendable, Hashable {
  private let values: [PersonID: [Double]]
  private let valuesByTime: [Int: [PersonID: [Double]]]
  /// How many of the last periods make the last part.
  public let lastPeriods: Int
  /// What is achieved, for the sentences of findings.
  public let name: LocalizedText

  /// Creates achievement by ratee, in the order of periods.
  ///
  /// A ratee is left out, and counted, whose periods are not more than the last ones or who has a value
  /// that is not finite.
  ///
  /// - Parameters:
  ///   - values: By ratee, the achievement of each period.
  ///   - lastPeriods: At least one; less counts as one.
  ///   - name: What is measured, for the sentences of findings.
  public init(_ values: [PersonID: [Double]], lastPeriods: Int, name: LocalizedText) {
    self.values = values
    valuesByTime = [:]
    self.lastPeriods = max(1, lastPeriods)
    self.name = name
  }

  /// Creates achievement by time and ratee, in the order of periods.
  public init(byTime values: [Int: [PersonID: [Double]]], lastPeriods: Int, name: LocalizedText) {
    self.values = [:]
    valuesByTime = values
    self.lastPeriods = max(1, lastPeriods)
    self.name = name
  }

  /// The mean of all periods, and how far the last part lies above the rest.
  func yearAndLate(_ ratee: PersonID, _ time: Int?) -> (Double, Double)? {
    guard
      let periods = time.flatMap({ valuesByTime[$0]?[ratee] }) ?? values[ratee],
      periods.count > lastPeriods, periods.allSatisfy(\.isFinite)
    else { return nil }
    let total = periods.reduce(0, +)
    let late = periods.suffix(lastPeriods).reduce(0, +)
    let early = (total - late) / Double(periods.count - lastPeriods)
    return (total / Double(periods.count), late / Double(lastPeriods) - early)
  }
}
