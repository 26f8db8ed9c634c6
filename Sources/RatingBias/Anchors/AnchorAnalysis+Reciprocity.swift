import Foundation
public import KinerjaCore
import KinerjaNumerics

extension AnchorAnalysis {
  /// Whether peers rate those higher who rate them higher than others let expect.
  ///
  /// A rater's size is the mean of the excesses given, with the sign of the excess received: nought on
  /// average if the one has nothing to do with the other. Items and times of one pair count as one.
  /// Favours within one pair of many hide in a rater's mean; ``PeerReciprocity/pairs`` looks at each.
  ///
  /// - Parameter ratings: Ratings of peers by each other; others' ratings of the same people, such as
  ///   the superior's, may be among them. Those that people gave themselves are left out.
  /// - Throws: `InvalidInput` if a setting is out of its range.
  /// - Complexity: O(*n*) for each of at most 500 turns.
  public func reciprocity(of ratings: RatingSet) throws(InvalidInput) -> PeerReciprocity {
    try check()
    let ratings = ratings.withoutSelfRatings
    let counts = RatingCounts(ratings.cells, raterCount: ratings.raterCount)
    let mutual = MutualRatings(ratings)
    let test = test(for: .reciprocity, on: ratings.scale)
    var terms = [[Double]](repeating: [], count: ratings.raterCount)
    for tie in mutual.ties where tie.back >= 0 && mutual.freedom > 0 {
      let back = mutual.ties[tie.back].excess
      terms[tie.rater].append(back > 0 ? tie.excess : back < 0 ? -tie.excess : 0)
    }
    let samples = terms.map { SampleMean($0) }
    let moderation = ModeratedVariances(samples.map(\.variance))
    let raters = counts.active.map { rater -> (PersonID, Answer<RaterEffect.Estimate>) in
      let sample = samples[rater]
      let variance = moderation.moderated(sample.variance)
      let lacking = NotEnoughData.first([
        (.ratings, limits.ratingsToEstimate, counts.ratings[rater]),
        (.mutualRatings, limits.leastRatees, sample.count),
        (.differentRatings, 2, variance.value > 0 ? 2 : 1),
      ])
      if let lacking { return (ratings.raters[rater], .notEnough(lacking)) }
      return (
        ratings.raters[rater],
        .estimate(
          RaterEffect.Estimate(
            .reciprocity, size: sample.mean,
            standardError: (variance.value / Double(sample.count)).squareRoot(),
            degreesOfFreedom: variance.degreesOfFreedom, level: confidenceLevel, test: test,
            ratings: counts.ratings[rater], leftOut: counts.ratees[rater] - sample.count,
            ratees: sample.count))
      )
    }
    return PeerReciprocity(
      effect: effect(.reciprocity, on: ratings.scale, raters),
      correlation: correlation(mutual), pairs: pairs(mutual, ratings, gate: test.gate))
  }

  private func correlation(_ mutual: MutualRatings) -> Answer<PeerReciprocity.Correlation> {
    var (products, squares, count) = (0.0, 0.0, 0)
    for (index, tie) in mutual.ties.enumerated() where tie.back > index {
      let back = mutual.ties[tie.back]
      products += tie.excess * back.excess
      squares += (tie.excess * tie.excess + back.excess * back.excess) / 2
      count += 1
    }
    let lacking = NotEnoughData.first([
      (.mutualRatings, 5, mutual.freedom > 0 ? count : 0),
      (.differentRatings, 2, squares > 0 ? 2 : 1),
    ])
    if let lacking { return .notEnough(lacking) }
    let value = min(1, max(-1, products / squares))
    let half =
      NormalDistribution.quantile((1 + confidenceLevel) / 2) / Double(count - 2).squareRoot()
    let middle = atanh(value)
    return .estimate(
      PeerReciprocity.Correlation(
        value: value,
        interval: ConfidenceInterval(
          lower: tanh(middle - half), upper: tanh(middle + half), level: confidenceLevel),
        pairCount: count))
  }

  private func pairs(
    _ mutual: MutualRatings, _ ratings: RatingSet, gate: Double
  ) -> [PeerReciprocity.Pair] {
    let all = mutual.ties.map(\.excess).sorted()
    var found: [(first: PersonID, second: PersonID, excess: Double, pValue: Double)] = []
    for (index, tie) in mutual.ties.enumerated() where tie.back > index && mutual.freedom > 0 {
      let excess = min(tie.excess, mutual.ties[tie.back].excess)
      // The share of excesses at least as large, its square because both must be.
      let share = Double(all.count - all.count(below: excess)) / Double(all.count)
      let (rater, ratee) = (ratings.raters[tie.rater], ratings.ratees[tie.ratee])
      found.append((min(rater, ratee), max(rater, ratee), excess, share * share))
    }
    let adjusted = control.adjusted(found.map { $0.excess >= gate ? $0.pValue : 1 })
    return zip(found, adjusted).filter { $1 <= control.rate }.map { pair, adjusted in
      PeerReciprocity.Pair(
        first: pair.first, second: pair.second, excess: pair.excess, pValue: pair.pValue,
        adjustedPValue: adjusted)
    }.sorted { ($0.pValue, $0.first, $0.second) < ($1.pValue, $1.first, $1.second) }
  }
}

/// The mean of numbers and their variance.
struct SampleMean {
  let count: Int
  let mean: Double
  /// Of one number.
  let variance: ModeratedVariances.Variance

  init(_ values: [Double]) {
    count = values.count
    let sum = values.reduce(0, +)
    mean = values.isEmpty ? 0 : sum / Double(values.count)
    guard values.count > 1 else {
      variance = .init(value: 0, degreesOfFreedom: 0)
      return
    }
    let freedom = Double(values.count - 1)
    let middle = mean
    let squares = values.reduce(0) { $0 + ($1 - middle) * ($1 - middle) }
    variance = .init(value: squares / freedom, degreesOfFreedom: freedom)
  }
}

extension [Double] {
  /// How many elements of a sorted list are less.
  fileprivate func count(below value: Double) -> Int {
    var (low, high) = (0, count)
    while low < high {
      let middle = (low + high) / 2
      if self[middle] < value { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
