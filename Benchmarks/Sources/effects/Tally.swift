import RatingBias

/// How often raters were flagged, and how often nothing could be said.
struct Tally {
  var raters = 0
  var flagged = 0
  var unanswered = 0
  /// What would have been needed, summed over raters without an answer.
  var needed = 0
  var sizes = 0.0

  mutating func add(_ answer: Answer<RaterEffect.Estimate>) {
    raters += 1
    switch answer {
    case .estimate(let estimate):
      sizes += estimate.size
      if estimate.significance.isFlagged { flagged += 1 }
    case .notEnough(let lacking):
      unanswered += 1
      needed += lacking.requirement == .ratings ? lacking.needed : 0
    }
  }

  var flaggedShare: Double { raters > 0 ? Double(flagged) / Double(raters) : 0 }
  var unansweredShare: Double { raters > 0 ? Double(unanswered) / Double(raters) : 0 }
  var meanSize: Double { raters > unanswered ? sizes / Double(raters - unanswered) : .nan }
  var meanNeeded: Int { unanswered > 0 ? needed / unanswered : 0 }
}

/// What is planted, and what it is called.
struct Planting: Hashable {
  let name: String
  let effect: PlantedEffect

  static let calibrated = [
    Planting(name: "severe, +1.2 logits", effect: .severity(1.2)),
    Planting(name: "lenient, −1.2 logits", effect: .severity(-1.2)),
    Planting(name: "central, thresholds × 2", effect: .centrality(2)),
    Planting(name: "extreme, thresholds × 0.4", effect: .centrality(0.4)),
    Planting(name: "random", effect: .randomness(share: 1)),
    Planting(name: "halo, 1 logit", effect: .halo(1)),
    Planting(name: "drift, 1.5 logits", effect: .drift(1.5)),
    Planting(name: "recency, −1 logit", effect: .recency(-1)),
    Planting(name: "group, 1 logit", effect: .groupDifference(1)),
  ]
  /// Planted in sets of their own.
  static let patterns = [
    Planting(name: "straight lines, 40 in 100", effect: .straightLining(share: 0.4)),
    Planting(name: "copied, 40 in 100", effect: .copiedProfiles(share: 0.4)),
    Planting(name: "assimilation, 0.5 logits a point", effect: .sequence(0.5)),
  ]
}

/// The tests, in the order of the tables.
let testKinds: [RaterEffect.Kind] = [
  .severity, .centrality, .randomness, .halo, .straightLining, .copiedProfiles, .drift,
  .recency, .sequence, .groupDifference,
]
