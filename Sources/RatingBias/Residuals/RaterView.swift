/// The residuals of one rater, with what a test against the rest of the model needs.
struct RaterView {
  let count: Int
  /// Where the ratings of each ratee stand.
  private(set) var ratees: [Range<Int>] = []
  /// Where the ratings of each profile stand.
  private(set) var profiles: [Range<Int>] = []
  /// By rating, observed minus expected.
  private(set) var residual: [Double] = []
  private(set) var expected: [Double] = []
  private(set) var variance: [Double] = []
  private(set) var fourth: [Double] = []
  /// By rating and category.
  private(set) var chances: [[Double]] = []
  /// By ratee, the sum of the variances of all ratings, those of others too.
  private(set) var information: [Double] = []
  let score: ArraySlice<UInt8>
  let cell: ArraySlice<Int32>
  let item: ArraySlice<Int32>
  /// What is left of the information on the rater's severity when ratees adapt.
  private(set) var ownInformation = 0.0

  init(_ all: RaterResiduals, rater: Int) {
    let range = all.starts[rater]..<all.starts[rater + 1]
    count = range.count
    score = all.score[range]
    cell = all.cell[range]
    item = all.item[range]
    var (ratee, profile) = (0, 0)
    for (place, index) in range.enumerated() {
      let chances = all.curve.chances(at: all.logits[index])
      let moments = Self.moments(of: chances)
      residual.append(Double(all.score[index]) - moments.mean)
      expected.append(moments.mean)
      variance.append(moments.variance)
      fourth.append(moments.fourth)
      self.chances.append(chances)
      let isLast = place == count - 1
      let isNewRatee = isLast || all.ratee[index + 1] != all.ratee[index]
      if isNewRatee {
        ratees.append(ratee..<place + 1)
        information.append(all.information[Int(all.ratee[index])])
        ratee = place + 1
      }
      if isNewRatee || all.beginsProfile[index + 1] {
        profiles.append(profile..<place + 1)
        profile = place + 1
      }
    }
    for (range, whole) in zip(ratees, information) {
      let own = range.reduce(0) { $0 + variance[$1] }
      ownInformation += own - own * own / whole
    }
  }

  /// The profiles, with the sum of the variances of all ratings of the ratee.
  var profilesWithInformation: [(Range<Int>, Double)] {
    var number = 0
    return profiles.map { range in
      while ratees[number].upperBound <= range.lowerBound { number += 1 }
      return (range, information[number])
    }
  }

  /// The profiles of ratees whom others rated too.
  var sharedProfiles: [(Range<Int>, Double)] {
    let isAlone = zip(ratees, information).map { range, whole in
      range.reduce(0) { $0 + variance[$1] } > whole * (1 - 1e-9)
    }
    var number = 0
    return profilesWithInformation.filter { range, _ in
      while ratees[number].upperBound <= range.lowerBound { number += 1 }
      return !isAlone[number]
    }
  }

  /// A test of what adding a multiple of a regressor to the log odds would improve, with ratees and the
  /// rater's severity free to adapt: the efficient score.
  func score(of regressor: [Double]) -> EfficientScore {
    var (score, squares, cross, residuals) = (0.0, 0.0, 0.0, 0.0)
    for (range, whole) in zip(ratees, information) {
      var (weighted, own) = (0.0, 0.0)
      for index in range {
        let (u, v) = (regressor[index], variance[index])
        score += u * residual[index]
        residuals += residual[index]
        squares += v * u * u
        weighted += v * u
        own += v
      }
      squares -= weighted * weighted / whole
      cross += weighted - weighted * own / whole
    }
    guard ownInformation > 0 else { return EfficientScore(score: 0, information: 0) }
    return EfficientScore(
      score: score - cross / ownInformation * residuals,
      information: squares - cross * cross / ownInformation)
  }
}

extension RaterView {
  /// The expected category, its variance and its fourth central moment.
  private static func moments(
    of chances: [Double]
  ) -> (mean: Double, variance: Double, fourth: Double) {
    var (mean, variance, fourth) = (0.0, 0.0, 0.0)
    for category in chances.indices { mean += Double(category) * chances[category] }
    for category in chances.indices {
      let square = (Double(category) - mean) * (Double(category) - mean)
      variance += square * chances[category]
      fourth += square * square * chances[category]
    }
    return (mean, variance, fourth)
  }

  /// The categories of some ratings.
  func score(_ range: Range<Int>) -> ArraySlice<UInt8> {
    score[score.startIndex + range.lowerBound..<score.startIndex + range.upperBound]
  }

  /// The chance of a profile among all with the same total, which does not depend on the measure of the
  /// ratee or the rater.
  func chance(of scores: [UInt8], in range: Range<Int>) -> Double {
    var totals = [1.0]
    var chance = 1.0
    for (index, score) in zip(range, scores) {
      let own = chances[index]
      chance *= own[Int(score)]
      var next = [Double](repeating: 0, count: totals.count + own.count - 1)
      for (total, before) in totals.enumerated() {
        for (category, part) in own.enumerated() { next[total + category] += before * part }
      }
      totals = next
    }
    let total = scores.reduce(0) { $0 + Int($1) }
    return totals[total] > 0 ? min(1, chance / totals[total]) : 0
  }

  /// The residuals once multiples of regressors have been taken out of the log odds.
  func residuals(without effects: [(regressor: [Double], size: Double)]) -> [Double] {
    var result = residual
    for (regressor, size) in effects {
      var (cross, moved) = (0.0, [Double](repeating: 0, count: ratees.count))
      for (number, (range, whole)) in zip(ratees, information).enumerated() {
        var (weighted, own) = (0.0, 0.0)
        for index in range {
          weighted += variance[index] * regressor[index]
          own += variance[index]
        }
        moved[number] = weighted / whole
        cross += weighted - weighted * own / whole
      }
      let level = cross / ownInformation
      for (number, (range, whole)) in zip(ratees, information).enumerated() {
        let own = range.reduce(0) { $0 + variance[$1] }
        for index in range {
          let change = regressor[index] - level - moved[number] + level * own / whole
          result[index] -= variance[index] * size * change
        }
      }
    }
    return result
  }
}

/// A score and its variance, the information, under the model without the effect.
struct EfficientScore: Sendable {
  let score: Double
  let information: Double

  /// One step of Newton's method from no effect.
  var estimate: Double { score / information }
  var standardError: Double { 1 / information.squareRoot() }
  var deviate: Double { score / information.squareRoot() }
}
