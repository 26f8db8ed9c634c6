public import KinerjaCore

/// Who supervises a person, and by what right.
public struct Supervision: Hashable, Sendable {
  /// Where the supervision comes from.
  public enum Basis: Hashable, Sendable {
    /// The post above, which the superior holds or acts for.
    case post(PostID, Incumbency.Standing)
    /// A ``SupervisionOverride``.
    case override(reason: String?)
  }

  /// The superior.
  public let superior: PersonID
  /// By what right.
  public let basis: Basis

  /// Creates a supervision.
  public init(superior: PersonID, basis: Basis) {
    self.superior = superior
    self.basis = basis
  }

  /// Whether the superior acts for another (*Plt.*, *Plh.*).
  public var isActing: Bool {
    if case .post(_, let standing) = basis { standing.isActing } else { false }
  }
}

/// Who supervised a person during a period, and for how many days each.
public struct SupervisionHistory: Hashable, Sendable {
  /// One superior's part.
  public struct Part: Hashable, Sendable {
    /// The superior.
    public let superior: PersonID
    /// The days, as few ranges as possible, in order.
    public let ranges: [DayRange]
    /// How many days that are.
    public let days: Int
    /// On how many of them the superior acted for another.
    public let actingDays: Int
  }

  /// The superiors, in the order in which they came.
  public let parts: [Part]
  /// The days on which the person held a post and had no superior.
  public let unsupervised: [DayRange]
  /// The days on which the person held no post.
  public let absent: [DayRange]

  /// How many days somebody supervised the person: what the days of each part are shares of.
  public var supervisedDays: Int { parts.reduce(0) { $0 + $1.days } }
}

/// What looking for a superior finds; sound organisations know only the first four.
enum SuperiorFinding: Hashable {
  case superior(Supervision)
  /// The person's post reports to nobody.
  case top
  /// Nobody is in charge of the post above.
  case vacant(PostID)
  /// The person holds no post.
  case absent
  case several([PersonID])
  case severalHeads(UnitID)
}

extension OrganisationIndex {
  func superior(of person: PersonID, on day: Day, until: inout Day) -> SuperiorFinding {
    let overriding = overrideRows.indices(of: person, on: day, until: &until)
      .map { overrides[$0] }
    if let first = overriding.first {
      let superiors = Set(overriding.map(\.superior))
      return superiors.count == 1
        ? .superior(Supervision(superior: first.superior, basis: .override(reason: first.reason)))
        : .several(superiors.sorted())
    }
    var findings: [SuperiorFinding] = []
    for incumbency in mainIncumbencies(of: person, on: day, until: &until) {
      findings.append(superior(of: person, in: incumbency.post, on: day, until: &until))
    }
    return Self.joined(findings)
  }

  /// The superior whom a person has by one post.
  ///
  /// Nobody is his own superior: where the person is in charge of the post above as well, it is the
  /// one above that.
  private func superior(
    of person: PersonID, in post: PostID, on day: Day, until: inout Day
  ) -> SuperiorFinding {
    var passed: [PostID] = []
    var below = post
    while !passed.contains(below) {
      passed.append(below)
      switch line(from: below, on: day, until: &until) {
      case .top: return .top
      case .severalHeads(let unit): return .severalHeads(unit)
      case .post(let above):
        let officers = officers(of: above, on: day, until: &until)
        guard let officer = officers.first else { return .vacant(above) }
        let persons = Set(officers.map(\.person))
        if persons.contains(person) {
          below = above
        } else if persons.count > 1 {
          return .several(persons.sorted())
        } else {
          return .superior(
            Supervision(superior: officer.person, basis: .post(above, officer.standing)))
        }
      }
    }
    return .top
  }

  /// What the findings for several posts of one person come to.
  private static func joined(_ findings: [SuperiorFinding]) -> SuperiorFinding {
    guard let first = findings.first else { return .absent }
    if let unclear = findings.first(where: \.isUnclear) { return unclear }
    let found = findings.compactMap(\.supervision)
    guard let superior = found.first else { return first }
    let persons = Set(found.map(\.superior))
    return persons.count == 1 ? .superior(superior) : .several(persons.sorted())
  }
}

extension SuperiorFinding {
  var supervision: Supervision? {
    if case .superior(let supervision) = self { supervision } else { nil }
  }

  var isUnclear: Bool {
    switch self {
    case .several, .severalHeads: true
    case .superior, .top, .vacant, .absent: false
    }
  }
}
