public import KinerjaCore

/// What law asks of how many people of a team have which grade.
///
/// It compares counts, never persons: it says that a pattern departs from the law, and by how many
/// people. It changes no grade.
public struct DistributionLimits<Grade: LegalGrade>: Sendable, Hashable {
  /// What is asked of the counts.
  public enum Limit: Sendable, Hashable {
    /// At most this share of the team, counted downwards: 70 per cent of 9 people are 6.
    case atMost(Ratio, [Grade])
    /// At least this share of the team, counted upwards: 10 per cent of 9 people are 1.
    case atLeast(Ratio, [Grade])
    /// At least so many people.
    case atLeastCount(Int, [Grade])
    /// No other grade more often: how *sebagian besar* is read where law gives no number.
    case mostFrequent(Grade)
    /// More than half of the team: the other way to read *sebagian besar*.
    case moreThanHalf(Grade)
  }

  /// Where the limits come from.
  public let source: LegalSource
  /// What is asked, in the order of the law's text.
  public let limits: [Limit]
  /// How far teams are held to it that are too small for shares.
  public var smallTeams = SmallTeamPolicy.strict

  /// Creates limits.
  public init(source: LegalSource, _ limits: [Limit]) {
    self.source = source
    self.limits = limits
  }

  /// Compares the grades of one team with the limits.
  ///
  /// - Parameter grades: One grade a person, in any order.
  /// - Returns: Every limit from which the team departs, in the order of the law; nothing for a
  ///   team of nobody.
  public func findings(for grades: some Sequence<Grade>) -> [DistributionFinding<Grade>] {
    var counts: [Grade: Int] = [:]
    for grade in grades { counts[grade, default: 0] += 1 }
    return findings(counts)
  }

  func findings(_ counts: [Grade: Int]) -> [DistributionFinding<Grade>] {
    let size = counts.values.reduce(0, +)
    guard size > 0, !smallTeams.exempts(teamOf: size) else { return [] }
    let spare = smallTeams.heads(for: size)
    return limits.compactMap { limit in
      let standing = limit.standing(counts, of: size)
      guard !standing.isKept(sparing: spare) else { return nil }
      return DistributionFinding(
        limit: limit, found: standing.found, allowed: standing.allowed, teamSize: size)
    }
  }
}

/// How far a team that is too small for shares is held to limits; law does not say.
public enum SmallTeamPolicy: Sendable, Hashable {
  /// Like any other team.
  case strict
  /// A team of at most so many people may miss each limit by some heads.
  case sparing(heads: Int, upTo: Int)
  /// A team of fewer people is not compared at all.
  case exempt(below: Int)

  func heads(for size: Int) -> Int {
    if case .sparing(let heads, let most) = self, size <= most { max(0, heads) } else { 0 }
  }

  func exempts(teamOf size: Int) -> Bool {
    if case .exempt(let least) = self { size < least } else { false }
  }
}

/// A limit of ``DistributionLimits`` from which a team departs.
public struct DistributionFinding<Grade: LegalGrade>: Sendable, Hashable {
  /// The limit.
  public let limit: DistributionLimits<Grade>.Limit
  /// How many people have the grades that the limit speaks of.
  public let found: Int
  /// How many there may be at most, or must be at least.
  public let allowed: Int
  /// How many people the team has.
  public let teamSize: Int
}

/// How many people a limit speaks of, and how many it allows.
struct LimitStanding {
  let found: Int
  let allowed: Int
  /// Whether there may be no more than allowed; else there may be no fewer.
  let isMaximum: Bool

  func isKept(sparing heads: Int) -> Bool {
    isMaximum ? found <= allowed + heads : found >= allowed - heads
  }
}

extension DistributionLimits.Limit {
  /// The grades of which it speaks.
  var grades: [Grade] {
    switch self {
    case .atMost(_, let grades), .atLeast(_, let grades), .atLeastCount(_, let grades): grades
    case .mostFrequent(let grade), .moreThanHalf(let grade): [grade]
    }
  }

  func standing(_ counts: [Grade: Int], of size: Int) -> LimitStanding {
    let found = grades.reduce(0) { $0 + counts[$1, default: 0] }
    let allowed =
      switch self {
      case .atMost(let share, _): share.heads(of: size, .floor)
      case .atLeast(let share, _): share.heads(of: size, .ceiling)
      case .atLeastCount(let least, _): least
      case .mostFrequent: counts.values.max() ?? 0
      case .moreThanHalf: size / 2 + 1
      }
    let isMaximum = if case .atMost = self { true } else { false }
    return LimitStanding(found: found, allowed: allowed, isMaximum: isMaximum)
  }
}

extension Ratio {
  /// This share of a number of people, in whole people.
  func heads(of size: Int, _ mode: RoundingMode) -> Int {
    guard let share = try? self * Ratio(size), let whole = try? share.rounded(to: 0, mode) else {
      return size
    }
    return Int(Ratio(whole).numerator)
  }
}
