public import KinerjaCore

/// A rating as it was given, and by whom.
public struct RecordedRating: Sendable, Hashable {
  /// The rating.
  public let rating: SubmittedRating
  /// Who gave it, in which role.
  public let actor: ActorContext
  /// Its place among the facts, counted from 1.
  public let factNumber: UInt64
}

/// A proposed adjustment with its verdict.
public struct RecordedAdjustment: Sendable, Hashable {
  /// The proposal.
  public let proposal: ProposedAdjustment
  /// Who made it, and why.
  public let proposer: ActorContext
  /// What the forum said; nil as long as it said nothing.
  public internal(set) var verdict: AdjustmentVerdict?
  /// Who recorded the verdict, and why it was so.
  public internal(set) var decider: ActorContext?
  /// The verdict's place among the facts, counted from 1.
  public internal(set) var verdictNumber: UInt64?

  /// The number of the fact by which the level changed; nil if the forum did not agree.
  var changeNumber: UInt64? { verdict?.isAccepted == true ? verdictNumber : nil }
}

/// A score on record.
public struct RecordedScore: Sendable, Hashable {
  /// The score.
  public let score: ConcludedScore
  /// Who put it there.
  public let actor: ActorContext
  /// Its place among the facts, counted from 1.
  public let factNumber: UInt64
}

/// A decision on record.
public struct RecordedDecision: Sendable, Hashable {
  /// The decision.
  public let decision: FinalDecision
  /// Who took it.
  public let actor: ActorContext
}

/// A rating as it counts now, beside what it was before the forum.
public struct StandingRating: Sendable, Hashable {
  /// What is rated.
  public let subject: RatedSubject
  /// Who rated it.
  public let rater: PersonID
  /// In which role.
  public let role: RoleID
  /// The scale.
  public let scale: ScaleID
  /// The level that the rater gave last.
  public let original: Int
  /// The level that counts: the original, or what the forum made of it.
  public let level: Int
}

extension AppraisalState {
  /// The ratings that count, each rater's last on each subject, in the order in which the subjects
  /// were first rated.
  ///
  /// A rater who rates again after an adjustment takes it back.
  public var standingRatings: [StandingRating] {
    var order: [RatingKey] = []
    var last: [RatingKey: RecordedRating] = [:]
    for rating in ratings {
      let key = RatingKey(subject: rating.rating.subject, rater: rating.actor.person)
      if last.updateValue(rating, forKey: key) == nil { order.append(key) }
    }
    return order.compactMap { key in
      guard let rating = last[key] else { return nil }
      let adjustment = adjustments.last {
        $0.proposal.subject == key.subject && $0.proposal.rater == key.rater
          && ($0.changeNumber ?? 0) > rating.factNumber
      }
      return StandingRating(
        subject: key.subject, rater: key.rater, role: rating.actor.role,
        scale: rating.rating.scale, original: rating.rating.level,
        level: adjustment?.proposal.to ?? rating.rating.level)
    }
  }

  /// The rating of a subject by a rater, as it counts now; nil if there is none.
  public func standingRating(of subject: RatedSubject, by rater: PersonID) -> StandingRating? {
    standingRatings.first { $0.subject == subject && $0.rater == rater }
  }
}

private struct RatingKey: Hashable {
  let subject: RatedSubject
  let rater: PersonID
}
