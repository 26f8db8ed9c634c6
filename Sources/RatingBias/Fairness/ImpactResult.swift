public import KinerjaCore
import KinerjaNumerics

/// What a comparison of outcomes between groups found.
public struct ImpactResult: Sendable, Hashable {
  /// One group.
  public struct Group: Sendable, Hashable {
    /// Its name.
    public let name: String
    /// Persons with the outcome.
    public let selectedCount: Int
    /// Persons in all.
    public let totalCount: Int
    /// Of the rate, after Wilson (1927); nil without persons.
    public let interval: ConfidenceInterval?

    /// The share of persons with the outcome; nil without persons.
    public var rate: Double? {
      totalCount > 0 ? Double(selectedCount) / Double(totalCount) : nil
    }
  }

  /// The settings.
  public let settings: ImpactAnalysis
  /// All groups, in the order of their names.
  public let groups: [Group]
  /// The group with which the others are compared.
  public let reference: String
  /// Every other group that has persons.
  public let comparisons: [ImpactComparison]
  /// That all groups have one rate: Pearson's chi-square.
  public let overall: ImpactComparison.Test
  /// That all groups have one rate within strata: the generalised test of Cochran, Mantel and Haenszel
  /// (Birch 1965); nil without strata, or if nothing varies within them.
  public let overallWithinStrata: ImpactComparison.Test?

  /// The comparison of a group; nil if it is the reference or unknown.
  public subscript(group: String) -> ImpactComparison? {
    comparisons.first { $0.group == group }
  }
}

/// Tests over all groups at once.
enum OverallImpact {
  static func pooled(_ outcomes: GroupOutcomes, _ present: [Int]) -> ImpactComparison.Test {
    let counts = present.map { outcomes.pooled($0) }
    let selected = Double(counts.reduce(0) { $0 + $1.selected })
    let total = Double(counts.reduce(0) { $0 + $1.total })
    let share = selected / total
    let sum = counts.reduce(0.0) { sum, count in
      let distance = Double(count.selected) - share * Double(count.total)
      return sum + distance * distance / (Double(count.total) * share * (1 - share))
    }
    return ImpactComparison.Test(chiSquare: sum, present.count - 1)
  }

  static func stratified(_ outcomes: GroupOutcomes, _ present: [Int]) -> ImpactComparison.Test? {
    // One group follows from the others.
    let used = Array(present.dropLast())
    var excess = [Double](repeating: 0, count: used.count)
    var variances = SquareMatrix(size: used.count)
    for stratum in outcomes.strata.indices {
      let selected = Double(present.reduce(0) { $0 + outcomes.selected[$1][stratum] })
      let total = Double(present.reduce(0) { $0 + outcomes.total[$1][stratum] })
      guard total > 1 else { continue }
      let factor = selected * (total - selected) / (total * total * (total - 1))
      for (row, group) in used.enumerated() {
        let own = Double(outcomes.total[group][stratum])
        excess[row] += Double(outcomes.selected[group][stratum]) - own * selected / total
        for (column, other) in used.enumerated() {
          let size = Double(outcomes.total[other][stratum])
          variances[row, column] += factor * own * ((row == column ? total : 0) - size)
        }
      }
    }
    let (value, rank) = variances.inverseForm(excess)
    return rank > 0 ? ImpactComparison.Test(chiSquare: value, rank) : nil
  }
}
