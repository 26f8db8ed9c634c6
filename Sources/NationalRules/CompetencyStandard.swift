public import CompetencyFrameworks
public import KinerjaCore

/// Which level each tier of posts asks of every competency of a framework.
public struct CompetencyStandard: Sendable, Hashable {
  /// The framework.
  public let framework: CompetencyFramework
  /// Where the levels come from.
  public let source: LegalSource
  private var levels: [PostTier: Int]

  /// Creates a standard from the level of each tier.
  public init(
    _ framework: CompetencyFramework, source: LegalSource, level: (PostTier) -> Int
  ) {
    self.framework = framework
    self.source = source
    levels = Dictionary(uniqueKeysWithValues: PostTier.allCases.map { ($0, level($0)) })
  }

  /// The levels by tier of PermenPANRB 38/2017, recalled and not read, and so marked as assumed.
  ///
  /// That implementing and lower posts ask less agrees with a public screen, whose match of
  /// 138.89 per cent is 25 of 18: nine competencies at level 2 each.
  public static let permenPANRB38Of2017 = CompetencyStandard(
    .permenPANRB38Of2017, source: PostTier.standards
  ) { tier in
    switch tier {
    case .leadershipUtama, .leadershipMadya: 5
    case .leadershipPratama: 4
    case .administrator: 3
    case .supervisor: 2
    case .implementer: 1
    case .functional(.ahliUtama): 5
    case .functional(.ahliMadya): 4
    case .functional(.ahliMuda), .functional(.penyelia): 3
    case .functional(.ahliPertama), .functional(.mahir): 2
    case .functional(.terampil), .functional(.pemula): 1
    }
  }

  /// The level that a tier asks.
  public func level(of tier: PostTier) -> Int { levels[tier] ?? 0 }

  /// The same standard with another level for a tier, as an agency may set it.
  public func setting(
    _ level: Int, for tier: PostTier, source: LegalSource
  ) -> CompetencyStandard {
    CompetencyStandard(framework, source: source) { $0 == tier ? level : self.level(of: $0) }
  }

  /// The profile of a post of a tier: its level of every competency of the framework.
  ///
  /// - Throws: `InvalidInput` if the framework does not have the level.
  public func profile(
    of post: PostID, at tier: PostTier, effective: DayRange = .always
  ) throws(InvalidInput) -> PostProfile {
    let profile = try PostProfile(
      post: post, framework: framework.id,
      requirements: framework.competencies.map { .init($0.id, level: level(of: tier)) },
      effective: effective)
    try profile.problems(in: framework).throwIfAny()
    return profile
  }
}
