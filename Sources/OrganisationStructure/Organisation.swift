public import KinerjaCore

/// Who sat where, under whom, on which day.
///
/// The value is built from dated rows and checked as a whole: what can be asked of it has one
/// answer. A person's superior is whoever is in charge of the post above on that day, be it an
/// acting officer, unless a ``SupervisionOverride`` names somebody else.
public struct Organisation: Sendable {
  /// What somebody should look at although the organisation can be used: vacant leading posts,
  /// persons without a superior, ranks below those asked.
  public let warnings: Diagnostics
  /// Everybody who ever held a post, in order.
  public let persons: [PersonID]

  let index: OrganisationIndex

  /// Builds and checks an organisation.
  ///
  /// - Parameters:
  ///   - units: The units, several rows for one that changed.
  ///   - posts: The posts, likewise.
  ///   - incumbencies: Who held them.
  ///   - overrides: Superiors other than those whom the posts give.
  /// - Throws: `InvalidInput` with *all* problems, at paths such as `posts[3].unit`: unknown
  ///   identifiers, rows that contradict each other, cycles of units, posts or superiors, rows
  ///   that reach beyond what they belong to, two superiors at once.
  /// - Complexity: O(*n* log *n*) in the number of rows, times the changes that concern each.
  public init(
    units: [OrganisationUnit], posts: [Post], incumbencies: [Incumbency],
    overrides: [SupervisionOverride] = []
  ) throws(InvalidInput) {
    try self.init(
      OrganisationIndex(
        units: units, posts: posts, incumbencies: incumbencies, overrides: overrides),
      places: OrganisationPlaces())
  }

  init(
    _ index: OrganisationIndex, places: OrganisationPlaces, warnings: Diagnostics = Diagnostics()
  ) throws(InvalidInput) {
    var checks = OrganisationChecks(index, places)
    checks.problems = warnings
    checks.run()
    try checks.problems.throwIfAny()
    self.index = index
    persons = index.personRows.keys.sorted()
    self.warnings = checks.problems
  }

  /// The rows about units, as given.
  public var units: [OrganisationUnit] { index.units }
  /// The rows about posts, as given.
  public var posts: [Post] { index.posts }
  /// The rows about holders, as given.
  public var incumbencies: [Incumbency] { index.incumbencies }
  /// The rows about other superiors, as given.
  public var overrides: [SupervisionOverride] { index.overrides }
}

// MARK: - Units and posts

extension Organisation {
  /// A unit as it was on a day; nil if there was none.
  public func unit(_ id: UnitID, on day: Day) -> OrganisationUnit? {
    var until = Day.last
    return index.unit(id, on: day, until: &until)
  }

  /// A post as it was on a day; nil if there was none.
  public func post(_ id: PostID, on day: Day) -> Post? {
    var until = Day.last
    return index.post(id, on: day, until: &until)
  }

  /// The units above a unit on a day, the nearest first.
  public func unitsAbove(_ unit: UnitID, on day: Day) -> [UnitID] {
    var until = Day.last
    return Array(index.chain(from: unit, on: day, until: &until).dropFirst())
  }

  /// The days of a period on which a post existed and nobody was in charge of it.
  public func vacancies(of post: PostID, during period: Period) -> [DayRange] {
    let holders = index.holderRows[post].map(\.days)
    return index.postRows[post].compactMap { $0.days.intersection(period.days) }
      .flatMap { $0.gaps(leftBy: holders) }
  }
}

// MARK: - Holders

extension Organisation {
  /// Who is in charge of a post on a day: who stands in before whom he stands in for.
  ///
  /// A leading post has at most one; others may have many.
  public func officers(of post: PostID, on day: Day) -> [Incumbency] {
    var until = Day.last
    return index.officers(of: post, on: day, until: &until)
  }

  /// The posts of a person on a day, definitive ones first.
  public func posts(of person: PersonID, on day: Day) -> [Incumbency] {
    var until = Day.last
    return index.personRows.indices(of: person, on: day, until: &until)
      .map { index.incumbencies[$0] }
      .sorted { ($0.standing.precedence, $0.post) < ($1.standing.precedence, $1.post) }
  }

  /// The unit of a person's own post on a day; nil if the person held none.
  ///
  /// Acting for another post moves nobody to its unit.
  public func unit(of person: PersonID, on day: Day) -> UnitID? {
    posts(of: person, on: day).first.flatMap { post($0.post, on: day)?.unit }
  }

  /// Who has the own post in a unit, or in one below it, on a day; in order.
  ///
  /// - Complexity: O(*n*) in the number of persons.
  public func persons(
    in unit: UnitID, includingUnitsBelow: Bool = false, on day: Day
  ) -> [PersonID] {
    persons.filter { person in
      guard let own = self.unit(of: person, on: day) else { return false }
      return own == unit || includingUnitsBelow && unitsAbove(own, on: day).contains(unit)
    }
  }

  /// How a person was employed on a day, as far as the rows say.
  public func employment(of person: PersonID, on day: Day) -> EmploymentKind? {
    posts(of: person, on: day).lazy.compactMap(\.employment).first
  }

  /// A person's rank on a day, as far as the rows say.
  public func rank(of person: PersonID, on day: Day) -> Rank? {
    posts(of: person, on: day).lazy.compactMap(\.rank).first
  }
}
