public import KinerjaCore

/// What law asks of the predicates of a unit, apart from any statistic.
///
/// A check compares predicates with a text of law and names it. It needs no sample and gives no chance:
/// a unit departs from the text or does not. Whether the text's own limits make sense for a unit so
/// small is for people to say.
public struct LawCheck: Sendable {
  /// What is asked.
  public enum Kind: String, Sendable, Hashable, Codable, CaseIterable {
    /// How predicates lie, by what the unit achieved (*pola distribusi predikat*).
    case distribution
    /// That the leader's predicate is not above what the unit achieved.
    case leaderAboveUnit = "leader-above-unit"
    /// That not all have the same predicate.
    case allAlike = "all-alike"
  }

  /// What is asked.
  public let kind: Kind
  /// The text of law.
  public let source: LegalSource
  let departures: @Sendable (UnitPredicates) -> [(person: PersonID?, sentence: LocalizedText)]

  /// Predicates must lie within limits.
  ///
  /// The limits are a value of those who know the law, such as `DistributionGuide.se3Of2023`:
  ///
  /// ```swift
  /// let guide = DistributionGuide.se3Of2023
  /// let check = LawCheck.distribution(source: guide.source) { staff, achievement in
  ///   guide.findings(for: staff.map(Predikat.init(level:)), when: .init(level: achievement))
  ///     .map { LocalizedText(id: $0.sentence(in: .indonesian), en: $0.sentence(in: .english)) }
  /// }
  /// ```
  ///
  /// - Parameters:
  ///   - source: The text.
  ///   - limits: From the predicates of the staff, ascending, and the unit's achievement, both as values
  ///     of the scale, a sentence for each departure.
  public static func distribution(
    source: LegalSource,
    limits: @escaping @Sendable (_ staff: [Int], _ achievement: Int) -> [LocalizedText]
  ) -> LawCheck {
    LawCheck(kind: .distribution, source: source) { unit in
      guard let achievement = unit.achievement, !unit.staff.isEmpty else { return [] }
      return limits(unit.staff.values.sorted(), achievement).map { (nil, $0) }
    }
  }

  /// The leader's predicate must not be above what the unit achieved.
  public static func leaderNotAboveUnit(
    source: LegalSource = .leaderFollowsUnit
  ) -> LawCheck {
    LawCheck(kind: .leaderAboveUnit, source: source) { unit in
      guard let achievement = unit.achievement, let leader = unit.leader,
        leader.predicate > achievement
      else { return [] }
      let (own, whole) = (unit.label(leader.predicate), unit.label(achievement))
      return [
        (
          leader.person,
          LocalizedText(
            id: """
              Pimpinan \(leader.person) berpredikat \(own.indonesian), di atas capaian unit \
              \(unit.unit), yaitu setara \(whole.indonesian).
              """,
            en: """
              The leader \(leader.person) has the predicate \(own.english), above what the unit \
              \(unit.unit) achieved, which is as \(whole.english).
              """)
        )
      ]
    }
  }

  /// Not all of the staff may have the same predicate.
  ///
  /// - Parameters:
  ///   - source: The text of law.
  ///   - leastStaff: Units of fewer are not looked at; at least two.
  public static func notAllAlike(
    source: LegalSource = .predicatesAreDistributed, leastStaff: Int = 2
  ) -> LawCheck {
    LawCheck(kind: .allAlike, source: source) { unit in
      guard unit.staff.count >= max(2, leastStaff), let one = unit.staff.values.first,
        unit.staff.values.allSatisfy({ $0 == one })
      else { return [] }
      let label = unit.label(one)
      return [
        (
          nil,
          LocalizedText(
            id: """
              Semua \(unit.staff.count) pegawai unit \(unit.unit) berpredikat \
              \(label.indonesian).
              """,
            en:
              "All \(unit.staff.count) persons of the unit \(unit.unit) are rated \(label.english)."
          )
        )
      ]
    }
  }

  /// What departs from the text in some units, in their order.
  public func findings(in units: some Sequence<UnitPredicates>) -> [LawFinding] {
    units.flatMap { unit in
      departures(unit).map { departure in
        LawFinding(
          kind: kind, unit: unit.unit, person: departure.person, source: source,
          statement: departure.sentence)
      }
    }
  }
}

/// A unit that departs from a text of law.
public struct LawFinding: Sendable, Hashable {
  /// What is asked.
  public let kind: LawCheck.Kind
  /// The unit.
  public let unit: UnitID
  /// Whom it is about; nil if it is about the whole unit.
  public let person: PersonID?
  /// The text.
  public let source: LegalSource
  /// What was found.
  public let statement: LocalizedText

  /// What may be done about it.
  public var advice: [Advice] { kind == .allAlike ? [.talk, .forum] : [.forum] }

  /// What was found, and by which text; a text that is recalled or read elsewhere says so.
  public var sentence: LocalizedText {
    let standing = source.standing == .law ? nil : source.standing.label
    return LocalizedText(
      id:
        "\(statement.indonesian) [\(source.citation)\(standing.map { "; \($0.indonesian)" } ?? "")]",
      en: "\(statement.english) [\(source.citation)\(standing.map { "; \($0.english)" } ?? "")]")
  }
}

extension LegalSource {
  /// What the unit achieved is the rating of its leader's work results; that predicates compare with it one
  /// to one is inferred.
  public static let leaderFollowsUnit = LegalSource("SE MenPANRB 3/2023", standing: .assumed)

  /// Results are adjusted so that number and predicate are distributed over the agency's civil servants.
  public static let predicatesAreDistributed = LegalSource(
    "PP 30/2019", article: "Pasal 41 ayat (7)")
}
