public import KinerjaCore

/// How well a person's competencies match those of a post, and where the gaps are.
public struct JobPersonMatch: Hashable, Sendable {
  /// The person and the post.
  public let person: PersonID
  public let post: PostID
  /// Each competency of the post, in the post's order.
  public let gaps: [CompetencyGap]
  /// The match of each group of the rule; one for all competencies if the rule has no groups.
  public let parts: [Part]
  /// The match, or why there is none.
  public let outcome: Outcome

  /// The match of some competencies.
  public struct Part: Hashable, Sendable {
    /// The domains; all of them if the rule has no groups.
    public let domains: [CompetencyDomain]
    /// The weight beside the other parts.
    public let weight: Ratio
    /// Σ of the person's levels that count.
    public let individualTotal: Ratio
    /// Σ of the standard's levels.
    public let standardTotal: Ratio

    /// The exact per cent; nil if no competency counts.
    public var percent: Ratio? { try? individualTotal / standardTotal * .hundred }
  }

  /// A match, or why there is none.
  public enum Outcome: Hashable, Sendable {
    /// The exact per cent, and the verdict on it.
    case match(percent: Ratio, band: MatchBand)
    case withheld(Reason)
  }

  /// Why there is no match.
  public enum Reason: Hashable, Sendable {
    /// These competencies of the post were not observed.
    case notObserved([CompetencyID])
    /// These competencies of the post are not in the framework.
    case notInFramework([CompetencyID])
    /// Person, post and framework do not speak of one framework.
    case differentFrameworks
    /// Nothing that the post asks counts under the rule.
    case nothingToMatch
    /// The exact result does not fit 128 bits.
    case overflow
  }

  /// The per cent; nil if there is no match.
  public var percent: Ratio? {
    if case .match(let percent, _) = outcome { percent } else { nil }
  }

  /// The verdict; nil if there is no match.
  public var band: MatchBand? {
    if case .match(_, let band) = outcome { band } else { nil }
  }

  /// The competencies below the standard, the widest gap first.
  public var developmentNeeds: [CompetencyGap] {
    ranked {
      $0.difference.map { $0 < 0 } ?? false
    } by: {
      $0 < $1
    }
  }

  /// The competencies above the standard, the widest lead first.
  public var strengths: [CompetencyGap] {
    ranked {
      $0.difference.map { $0 > 0 } ?? false
    } by: {
      $0 > $1
    }
  }

  private func ranked(
    _ isWanted: (CompetencyGap) -> Bool, by comesFirst: (Ratio, Ratio) -> Bool
  ) -> [CompetencyGap] {
    gaps.filter(isWanted).sorted { one, other in
      guard let left = one.difference, let right = other.difference, left != right else {
        return one.competency < other.competency
      }
      return comesFirst(left, right)
    }
  }
}

/// A competency that a post asks, and what was seen of it.
public struct CompetencyGap: Hashable, Sendable {
  /// The competency.
  public let competency: CompetencyID
  /// The level that the post asks.
  public let required: Int
  /// The level at which it was seen; nil if it was not observed.
  public let observed: Ratio?
  /// How many raters that rests on.
  public let raterCount: Int

  /// Level of the person less level of the standard; nil if it was not observed.
  ///
  /// Negative is a need for development.
  public var difference: Ratio? {
    observed.flatMap { try? $0 - Ratio(required) }
  }
}
