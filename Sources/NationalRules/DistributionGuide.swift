public import KinerjaCore

/// How grades should lie in a team (*pola distribusi predikat*), by what its unit achieved.
public struct DistributionGuide: Sendable, Hashable {
  /// What is asked of the counts.
  public typealias Limit = DistributionLimits<Predikat>.Limit

  /// Where the guide comes from.
  public let source: LegalSource
  /// What is asked, by the unit's achievement.
  public let limits: [OrganisationAchievement: [Limit]]
  /// How far teams are held to it that are too small for shares.
  public var smallTeams = SmallTeamPolicy.strict

  /// Creates a guide.
  public init(source: LegalSource, limits: [OrganisationAchievement: [Limit]]) {
    self.source = source
    self.limits = limits
  }

  /// The limits for teams whose unit achieved so much.
  public func limits(when achievement: OrganisationAchievement) -> DistributionLimits<Predikat> {
    var limits = DistributionLimits(source: source, limits[achievement] ?? [])
    limits.smallTeams = smallTeams
    return limits
  }

  /// Compares the grades of one team with the guide.
  ///
  /// - Parameters:
  ///   - predicates: One grade a person, in any order.
  ///   - achievement: What the unit achieved.
  /// - Returns: Every limit from which the team departs, in the order of the guide; nothing for a
  ///   team of nobody.
  public func findings(
    for predicates: some Sequence<Predikat>, when achievement: OrganisationAchievement
  ) -> [DistributionFinding<Predikat>] {
    limits(when: achievement).findings(for: predicates)
  }

  /// Whether a team of a size can keep to the guide at all; very small ones cannot always.
  public func isAttainable(teamSize: Int, when achievement: OrganisationAchievement) -> Bool {
    limits(when: achievement).isAttainable(teamSize: teamSize)
  }

  /// The sizes, up to a largest one, at which no team can keep to the guide.
  public func unattainableSizes(
    upTo largest: Int, when achievement: OrganisationAchievement
  ) -> [Int] {
    limits(when: achievement).unattainableSizes(upTo: largest)
  }
}

extension DistributionGuide {
  /// The guide of SE MenPANRB 3/2023, in which *sebagian besar* is the most frequent grade.
  public static let se3Of2023 = se3Of2023 { .mostFrequent($0) }

  /// The guide of SE MenPANRB 3/2023.
  ///
  /// The percentages were read in one news page that reproduces the circular, not in the circular
  /// itself; how heads are rounded is not defined there.
  ///
  /// - Parameter majority: How *sebagian besar* is read, for which the circular gives no number:
  ///   `.mostFrequent` or `.moreThanHalf`.
  public static func se3Of2023(majority: (Predikat) -> Limit) -> DistributionGuide {
    DistributionGuide(
      source: LegalSource(
        "SE MenPANRB 3/2023",
        link:
          "https://naikpangkat.com/se-terbaru-menpan-rb-tetapkan-3-tahap-evaluasi-kinerja-asn-harus-lebih-waspada/3"
      ),
      limits: [
        .exceptional: [majority(.veryGood), .atMost("0.7", [.veryGood])],
        .good: [
          majority(.good), .atMost("0.7", [.good]), .atLeastCount(1, [.needsImprovement, .poor]),
        ],
        .needsImprovement: [.atMost("0.1", [.veryGood]), .atLeast("0.6", [.needsImprovement])],
        .poor: [
          .atMost("0.1", [.veryGood]), .atLeast("0.1", [.needsImprovement]),
          .atLeast("0.6", [.poor]),
        ],
        .veryPoor: [
          .atMost(0, [.veryGood]), .atLeast("0.1", [.needsImprovement, .poor]),
          .atLeast("0.6", [.veryPoor]),
        ],
      ])
  }

  /// How grades lie on the curves that are drawn beside the regulation, in parts of 24, worst first.
  ///
  /// They were read off a spreadsheet of public code, not in the regulation: for drawing, or as a
  /// pattern to compare with, never for judging a team. In the row *Baik* they give *Sangat Baik*
  /// 2 of 24 parts.
  public static let drawnCurves: [OrganisationAchievement: [Int]] = [
    .exceptional: [0, 1, 3, 7, 13],
    .good: [2, 3, 6, 11, 2],
    .needsImprovement: [3, 4, 10, 4, 3],
    .poor: [2, 11, 6, 3, 2],
    .veryPoor: [13, 7, 3, 1, 0],
  ]

  /// How far ``drawnCurves`` may be relied on.
  public static let drawnCurvesSource = LegalSource(
    "PermenPANRB 6/2022", standing: .assumed)
}
