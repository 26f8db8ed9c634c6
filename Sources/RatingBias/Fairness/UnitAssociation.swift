public import KinerjaCore
import KinerjaNumerics

/// How personal ratings go with what their units brought about, such as public satisfaction.
///
/// Persons enter as unit and rating only, and figures about single persons do not come out: an
/// outcome of a unit enters nobody's score here. A rule that wants it there must name it as an input.
public struct UnitAssociation: Sendable, Hashable, Codable {
  /// One person.
  public struct Person: Sendable, Hashable {
    /// The unit.
    public let unit: UnitID
    /// The rating, or its mean over items.
    public let rating: Double
    /// What the person achieved by personal indicators; nil if not measured.
    public let achievement: Double?

    /// Creates a person.
    public init(unit: UnitID, rating: Double, achievement: Double? = nil) {
      self.unit = unit
      self.rating = rating
      self.achievement = achievement
    }
  }

  /// The confidence of intervals.
  public var level = 0.95
  /// Persons without whom a unit is left out, so that its mean tells of nobody; at least 1.
  public var leastPersons = 5
  /// Units without which nothing is said; at least 3.
  public var leastUnits = 5

  /// Creates settings.
  public init() {}

  /// Describes how ratings go with the outcomes of units.
  ///
  /// - Parameters:
  ///   - persons: Everybody rated; those with a rating that is not finite are left out and counted.
  ///   - outcomes: By unit, the outcome, higher being better.
  /// - Returns: The association; not enough data with too few units, or if ratings or outcomes of
  ///   units do not differ.
  /// - Throws: `InvalidInput` if the level is out of its range.
  /// - Complexity: O(*n* + *u* log *u*) for *n* persons in *u* units.
  public func run(
    _ persons: some Sequence<Person>, outcomes: [UnitID: Double]
  ) throws(InvalidInput) -> Answer<UnitAssociationResult> {
    var problems = Diagnostics()
    problems.checkSetting("level", level, in: 0...1, isOpen: true)
    try problems.throwIfAny()
    var members: [UnitID: [Person]] = [:]
    var leftOut = 0
    for person in persons {
      if person.rating.isFinite, outcomes[person.unit]?.isFinite == true {
        members[person.unit, default: []].append(person)
      } else {
        leftOut += 1
      }
    }
    let units = members.keys.sorted().filter { members[$0, default: []].count >= leastPersons }
    let groups = units.map { members[$0, default: []] }
    leftOut += members.values.reduce(0) { $0 + $1.count } - groups.reduce(0) { $0 + $1.count }
    if let lacking = NotEnoughData.first([(.units, max(3, leastUnits), units.count)]) {
      return .notEnough(lacking)
    }
    let means = groups.map { UnitMeans($0) }
    let results = units.map { outcomes[$0] ?? 0 }
    guard
      let between = AssociationEstimate(
        ranksOf: means.map(\.rating), results, level: level)
    else { return .notEnough(NotEnoughData(.differentRatings, needed: 2, found: 1)) }
    let ranks = (
      Correlations.averageRanks(means.map(\.rating)), Correlations.averageRanks(results)
    )
    return .estimate(
      UnitAssociationResult(
        units: units.indices.map { index in
          UnitAssociationResult.Unit(
            unit: units[index], personCount: groups[index].count,
            meanRating: means[index].rating, outcome: results[index],
            rankByRating: ranks.0[index], rankByOutcome: ranks.1[index])
        },
        betweenUnits: between,
        achievementBetweenUnits: achievementBetween(means),
        achievementWithinUnits: achievementWithin(groups),
        shareBetweenUnits: UnitMeans.shareBetween(groups.map { $0.map(\.rating) }),
        leftOutPersonCount: leftOut, leftOutUnitCount: outcomes.count - units.count))
  }

  private func achievementBetween(_ means: [UnitMeans]) -> AssociationEstimate? {
    let known = means.filter { $0.achievement != nil }
    return AssociationEstimate(
      ranksOf: known.map(\.ratingOfKnown), known.compactMap(\.achievement), level: level)
  }

  private func achievementWithin(_ groups: [[Person]]) -> AssociationEstimate? {
    var (ratings, achievements): ([Double], [Double]) = ([], [])
    var used = 0
    for group in groups {
      let means = UnitMeans(group)
      guard means.knownCount > 1, let achievement = means.achievement else { continue }
      used += 1
      for person in group {
        guard let value = person.achievement, value.isFinite else { continue }
        ratings.append(person.rating - means.ratingOfKnown)
        achievements.append(value - achievement)
      }
    }
    // Rounding leaves something behind where nothing differs.
    func settled(_ values: [Double]) -> [Double] {
      let largest = values.reduce(0) { max($0, abs($1)) }
      return largest < 1e-9 ? values.map { _ in 0 } : values
    }
    return AssociationEstimate(
      deviationsOf: settled(ratings), settled(achievements), groupCount: used, level: level)
  }
}

/// The means of a unit.
private struct UnitMeans {
  let rating: Double
  /// Of persons whose achievement is known; nil if of none.
  let achievement: Double?
  let ratingOfKnown: Double
  let knownCount: Int

  init(_ persons: [UnitAssociation.Person]) {
    func mean(_ values: [Double]) -> Double {
      CompensatedSum(values).value / Double(max(1, values.count))
    }
    let known = persons.filter { $0.achievement?.isFinite == true }
    rating = mean(persons.map(\.rating))
    achievement = known.isEmpty ? nil : mean(known.compactMap(\.achievement))
    ratingOfKnown = mean(known.map(\.rating))
    knownCount = known.count
  }

  /// The intraclass correlation ICC(1) of unequal groups, from the analysis of variance; nil if nothing
  /// differs or no group has two.
  static func shareBetween(_ groups: [[Double]]) -> Double? {
    let count = Double(groups.reduce(0) { $0 + $1.count })
    let all = CompensatedSum(groups.flatMap(\.self)).value / count
    var (between, within, sizes) = (CompensatedSum(), CompensatedSum(), 0.0)
    for group in groups {
      let size = Double(group.count)
      let mean = CompensatedSum(group).value / size
      between.add(size * (mean - all) * (mean - all))
      for value in group { within.add((value - mean) * (value - mean)) }
      sizes += size * size
    }
    let unitCount = Double(groups.count)
    guard count > unitCount, unitCount > 1 else { return nil }
    let meanSquares = (between.value / (unitCount - 1), within.value / (count - unitCount))
    let size = (count - sizes / count) / (unitCount - 1)
    let total = meanSquares.0 + (size - 1) * meanSquares.1
    return total > 0 ? (meanSquares.0 - meanSquares.1) / total : nil
  }
}
