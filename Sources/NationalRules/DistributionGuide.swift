public import KinerjaCore

/// How grades should lie in a team (*pola distribusi predikat*), by what its unit achieved.
///
/// A guide compares counts, never persons: it says that a pattern departs from the circular, and
/// by how many people. It changes no grade.
public struct DistributionGuide: Sendable, Hashable {
  /// What a guide asks of the counts.
  public enum Limit: Sendable, Hashable {
    /// At most this share of the team, counted downwards: 70 per cent of 9 people are 6.
    case atMost(Ratio, [Predikat])
    /// At least this share of the team, counted upwards: 10 per cent of 9 people are 1.
    case atLeast(Ratio, [Predikat])
    /// At least so many people.
    case atLeastCount(Int, [Predikat])
    /// No other grade more often: how *sebagian besar*, for which the circular gives no number,
    /// is read here.
    case mostFrequent(Predikat)
  }

  /// Where the guide comes from.
  public let source: LegalSource
  /// What is asked, by the unit's achievement.
  public let limits: [OrganisationAchievement: [Limit]]

  /// Creates a guide.
  public init(source: LegalSource, limits: [OrganisationAchievement: [Limit]]) {
    self.source = source
    self.limits = limits
  }

  /// The guide of SE MenPANRB 3/2023.
  ///
  /// The percentages were read in one news page that reproduces the circular, not in the circular
  /// itself; how heads are rounded is not defined there.
  public static let se3Of2023 = DistributionGuide(
    source: LegalSource(
      "SE MenPANRB 3/2023",
      link:
        "https://naikpangkat.com/se-terbaru-menpan-rb-tetapkan-3-tahap-evaluasi-kinerja-asn-harus-lebih-waspada/3"
    ),
    limits: [
      .exceptional: [.mostFrequent(.veryGood), .atMost("0.7", [.veryGood])],
      .good: [
        .mostFrequent(.good), .atMost("0.7", [.good]),
        .atLeastCount(1, [.needsImprovement, .poor]),
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

/// A limit of a ``DistributionGuide`` from which a team departs.
public struct DistributionFinding: Sendable, Hashable {
  /// The limit.
  public let limit: DistributionGuide.Limit
  /// How many people have the grades that the limit speaks of.
  public let found: Int
  /// How many there may be at most, or must be at least.
  public let allowed: Int
  /// How many people the team has.
  public let teamSize: Int
}

extension DistributionGuide {
  /// Compares the grades of one team with the guide.
  ///
  /// - Parameters:
  ///   - predicates: One grade a person, in any order.
  ///   - achievement: What the unit achieved.
  /// - Returns: Every limit from which the team departs, in the order of the guide; nothing for a
  ///   team of nobody.
  public func findings(
    for predicates: some Sequence<Predikat>, when achievement: OrganisationAchievement
  ) -> [DistributionFinding] {
    var counts: [Predikat: Int] = [:]
    for predikat in predicates { counts[predikat, default: 0] += 1 }
    return findings(counts, when: achievement)
  }

  private func findings(
    _ counts: [Predikat: Int], when achievement: OrganisationAchievement
  ) -> [DistributionFinding] {
    let size = counts.values.reduce(0, +)
    guard size > 0 else { return [] }
    func count(_ grades: [Predikat]) -> Int { grades.reduce(0) { $0 + counts[$1, default: 0] } }
    return (limits[achievement] ?? []).compactMap { limit in
      let (found, allowed, isKept): (Int, Int, Bool)
      switch limit {
      case .atMost(let share, let grades):
        (found, allowed) = (count(grades), share.heads(of: size, .floor))
        isKept = found <= allowed
      case .atLeast(let share, let grades):
        (found, allowed) = (count(grades), share.heads(of: size, .ceiling))
        isKept = found >= allowed
      case .atLeastCount(let least, let grades):
        (found, allowed) = (count(grades), least)
        isKept = found >= least
      case .mostFrequent(let grade):
        (found, allowed) = (count([grade]), counts.values.max() ?? 0)
        isKept = found >= allowed
      }
      return isKept
        ? nil
        : DistributionFinding(limit: limit, found: found, allowed: allowed, teamSize: size)
    }
  }

  /// Whether a team of a size can keep to the guide at all; very small ones cannot always.
  ///
  /// - Complexity: Grows with the size where a pattern exists; patterns that cannot fit any more
  ///   are not followed.
  public func isAttainable(teamSize: Int, when achievement: OrganisationAchievement) -> Bool {
    guard teamSize > 0 else { return true }
    return canGrade(teamSize, over: Predikat.allCases[...], [:], of: teamSize, when: achievement)
  }

  /// Whether people who have no grade yet can get the open grades so that no limit is broken.
  private func canGrade(
    _ rest: Int, over open: ArraySlice<Predikat>, _ counts: [Predikat: Int], of size: Int,
    when achievement: OrganisationAchievement
  ) -> Bool {
    guard let grade = open.last else {
      return rest == 0 && findings(counts, when: achievement).isEmpty
    }
    guard (limits[achievement] ?? []).allSatisfy({ $0.isOpen(rest, over: open, counts, of: size) })
    else { return false }
    let least = open.count == 1 ? rest : 0
    return (least...rest).contains { count in
      var counts = counts
      counts[grade] = count
      return canGrade(rest - count, over: open.dropLast(), counts, of: size, when: achievement)
    }
  }
}

extension DistributionGuide.Limit {
  /// Whether it can still be kept, whoever of the rest gets which open grade.
  fileprivate func isOpen(
    _ rest: Int, over open: ArraySlice<Predikat>, _ counts: [Predikat: Int], of size: Int
  ) -> Bool {
    func most(_ grades: [Predikat]) -> Int {
      let reachable = open.contains(where: grades.contains) ? rest : 0
      return grades.reduce(reachable) { $0 + counts[$1, default: 0] }
    }
    switch self {
    case .atMost(let share, let grades):
      return grades.reduce(0) { $0 + counts[$1, default: 0] } <= share.heads(of: size, .floor)
    case .atLeast(let share, let grades):
      return most(grades) >= share.heads(of: size, .ceiling)
    case .atLeastCount(let least, let grades):
      return most(grades) >= least
    case .mostFrequent(let grade):
      let highest = counts.values.max() ?? 0
      guard let own = counts[grade] else { return rest >= highest }
      return own >= highest && rest <= own * open.count
    }
  }
}

extension Ratio {
  /// This share of a number of people, in whole people.
  fileprivate func heads(of size: Int, _ mode: RoundingMode) -> Int {
    guard let share = try? self * Ratio(size), let whole = try? share.rounded(to: 0, mode) else {
      return size
    }
    return Int(Ratio(whole).numerator)
  }
}

extension DistributionFinding {
  /// The finding in a sentence.
  public func sentence(in language: Language) -> String {
    let text =
      switch limit {
      case .atMost(let share, let grades):
        LocalizedText(
          id:
            "\(names(grades, .indonesian)): \(found) dari \(teamSize) orang, paling banyak \(allowed) (\(percent(share, .comma)))",
          en:
            "\(names(grades, .english)): \(found) of \(teamSize) people, at most \(allowed) (\(percent(share, .point)))"
        )
      case .atLeast(let share, let grades):
        LocalizedText(
          id:
            "\(names(grades, .indonesian)): \(found) dari \(teamSize) orang, paling sedikit \(allowed) (\(percent(share, .comma)))",
          en:
            "\(names(grades, .english)): \(found) of \(teamSize) people, at least \(allowed) (\(percent(share, .point)))"
        )
      case .atLeastCount(let least, let grades):
        LocalizedText(
          id:
            "\(names(grades, .indonesian)): \(found) dari \(teamSize) orang, paling sedikit \(least)",
          en: "\(names(grades, .english)): \(found) of \(teamSize) people, at least \(least)")
      case .mostFrequent(let grade):
        LocalizedText(
          id:
            "\(grade.label.indonesian): \(found) dari \(teamSize) orang, seharusnya predikat terbanyak (kini \(allowed))",
          en:
            "\(grade.label.english): \(found) of \(teamSize) people, should be the most frequent grade (now \(allowed))"
        )
      }
    return text[language]
  }

  private func names(_ grades: [Predikat], _ language: Language) -> String {
    let join = LocalizedText(id: " dan/atau ", en: " and/or ")[language]
    return grades.map { $0.label[language] }.joined(separator: join)
  }

  private func percent(_ share: Ratio, _ convention: DecimalConvention) -> String {
    ((try? share * 100) ?? share).text(convention) + " %"
  }
}
