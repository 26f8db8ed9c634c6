public import KinerjaCore
import KinerjaNumerics

/// Settings of a comparison of outcomes between groups: who got the higher category, the bonus, the
/// post.
///
/// It describes and warns; it proves neither unfairness nor fairness, and changes no score.
public struct ImpactAnalysis: Sendable, Hashable {
  /// With which group the others are compared.
  public enum Reference: Sendable, Hashable {
    /// With the one of the highest rate, among those of ``ImpactAnalysis/leastGroup`` persons and
    /// ``ImpactAnalysis/leastShare`` of all, if there are any.
    case highestRate
    /// With a group by name.
    case group(String)
  }

  /// With which group the others are compared.
  public var reference = Reference.highestRate
  /// The ratio of rates below which a difference counts as large: four fifths.
  ///
  /// A rule of thumb of the Uniform Guidelines on Employee Selection Procedures (1978, 29 CFR 1607.4D);
  /// Indonesian law knows none.
  public var leastRatio: Ratio = "0.8"
  /// The confidence of intervals.
  public var level = 0.95
  /// The probability of a false alarm in each comparison, and over all groups after Holm.
  public var significance = 0.05
  /// The share of all persons that makes a group fit to be the reference.
  public var leastShare = 0.02
  /// Persons below whom, in either group, the exact test decides.
  public var leastGroup = 30
  /// The count expected in a cell below which the exact test decides.
  public var leastExpected = 5.0

  /// Creates settings as the field has them.
  public init() {}

  /// Compares outcomes between groups.
  ///
  /// - Parameter outcomes: Counts by group, and by stratum on wish.
  /// - Returns: The comparisons; not enough data with fewer than two groups that have persons, or if
  ///   all have the same outcome.
  /// - Throws: `InvalidInput` with *all* problems: a setting out of its range, a reference that is
  ///   not among the groups.
  /// - Complexity: O(*g* *s*) for *g* groups and *s* strata, beside exact tests, which take time in
  ///   proportion to the root of the number of persons.
  public func run(on outcomes: GroupOutcomes) throws(InvalidInput) -> Answer<ImpactResult> {
    try check(outcomes)
    let pooled = outcomes.groups.indices.map { outcomes.pooled($0) }
    let present = pooled.indices.filter { pooled[$0].total > 0 }
    if let lacking = NotEnoughData.first([(.groups, 2, present.count)]) {
      return .notEnough(lacking)
    }
    let selected = pooled.reduce(0) { $0 + $1.selected }
    let total = pooled.reduce(0) { $0 + $1.total }
    guard selected > 0, selected < total else {
      return .notEnough(NotEnoughData(.outcomes, needed: 2, found: 1))
    }
    let reference = referenceGroup(outcomes, pooled, present, total: total)
    guard pooled[reference].total > 0 else {
      return .notEnough(NotEnoughData(.groups, needed: 2, found: 1))
    }
    var comparisons = present.filter { $0 != reference }.map { group in
      ImpactComparison(outcomes, group, against: reference, settings: self)
    }
    let adjusted = FamilyWise.adjusted(comparisons.map(\.test.pValue))
    for (index, pValue) in adjusted.enumerated() {
      comparisons[index].finish(adjustedPValue: pValue, settings: self)
    }
    return .estimate(
      ImpactResult(
        settings: self,
        groups: outcomes.groups.indices.map { group in
          let (selected, total) = pooled[group]
          return ImpactResult.Group(
            name: outcomes.groups[group], selectedCount: selected, totalCount: total,
            interval: total > 0 ? .wilson(selected, of: total, level: level) : nil)
        },
        reference: outcomes.groups[reference], comparisons: comparisons,
        overall: OverallImpact.pooled(outcomes, present),
        overallWithinStrata: outcomes.strata.count > 1
          ? OverallImpact.stratified(outcomes, present) : nil))
  }

  private func check(_ outcomes: GroupOutcomes) throws(InvalidInput) {
    var problems = Diagnostics()
    problems.checkSetting("level", level, in: 0...1, isOpen: true)
    problems.checkSetting("significance", significance, in: 0...1, isOpen: true)
    problems.checkSetting("leastShare", leastShare, in: 0...1)
    problems.checkSetting("leastRatio", leastRatio.sign < 0 || leastRatio > 1 ? -1 : 0, in: 0...1)
    problems.checkSetting("leastExpected", leastExpected, in: 0...1_000_000)
    if case .group(let name) = reference, !outcomes.groups.contains(name) {
      problems.add(
        .unknownGroup, ["group": .text(name), "groups": .list(outcomes.groups)],
        at: .key("reference"))
    }
    try problems.throwIfAny()
  }

  private func referenceGroup(
    _ outcomes: GroupOutcomes, _ pooled: [(selected: Int, total: Int)], _ present: [Int], total: Int
  ) -> Int {
    if case .group(let name) = reference, let index = outcomes.groups.firstIndex(of: name) {
      return index
    }
    let fit = present.filter {
      pooled[$0].total >= leastGroup && Double(pooled[$0].total) >= leastShare * Double(total)
    }
    // The higher rate, then the larger group, then the earlier name.
    return (fit.isEmpty ? present : fit).max { one, other in
      let left = pooled[one].selected * pooled[other].total
      let right = pooled[other].selected * pooled[one].total
      if left != right { return left < right }
      if pooled[one].total != pooled[other].total { return pooled[one].total < pooled[other].total }
      return one > other
    } ?? 0
  }
}
