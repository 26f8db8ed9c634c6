public import KinerjaCore
import KinerjaNumerics

extension AnchorAnalysis {
  /// Whether scores gather just above a threshold from which on more is paid (*penumpukan skor di atas
  /// ambang*).
  ///
  /// Three bins of one width are counted: just below, just above, and the next. If the shares of scores
  /// run smoothly, the middle one holds at most (1 + *k*) ∕ (3 + *k*) of the three, where *k* bounds
  /// how much they bend; the test is the exact binomial one of that share, after Frandsen (2017), "Party
  /// Bias in Union Representation Elections: Testing for Manipulation in the Regression Discontinuity
  /// Design when the Running Variable is Discrete", *Advances in Econometrics* 38. Its size is at most the
  /// nominal one. Scores that people round gather at round thresholds without any pay: where that may
  /// be, compare with a round score at which nothing is paid.
  ///
  /// - Parameters:
  ///   - scores: All scores, exact; those off the three bins serve for the spread only.
  ///   - threshold: The threshold.
  /// - Throws: `InvalidInput` if a setting is out of its range, a width of nought or less among them.
  /// - Complexity: O(*n*) beside sorting raters.
  public func bunching(
    of scores: some Sequence<ThresholdScore>, at threshold: PayThreshold
  ) throws(InvalidInput) -> ThresholdBunching {
    try check()
    let width = Ratio(threshold.width)
    var problems = Diagnostics()
    problems.checkSetting(
      "width", Double(width), in: 0...Double.greatestFiniteMagnitude, isOpen: true)
    if let curvature = threshold.curvature {
      problems.checkSetting("curvature", curvature, in: 0...1)
    }
    try problems.throwIfAny()
    let start = Ratio(threshold.score)
    let borders = [-1, 0, 1, 2].compactMap { step -> Ratio? in
      guard let distance = try? width * Ratio(step) else { return nil }
      return try? start + distance
    }
    var all = [0, 0, 0]
    var byRater: [PersonID: [Int]] = [:]
    var (count, mean, squares) = (0.0, 0.0, 0.0)
    for score in scores {
      let value = Ratio(score.score)
      count += 1
      let distance = Double(value) - mean
      mean += distance / count
      squares += distance * (Double(value) - mean)
      var bins = byRater[score.rater] ?? [0, 0, 0]
      if borders.count == 4, value >= borders[0], value < borders[3] {
        let bin = value < borders[1] ? 0 : value < borders[2] ? 1 : 2
        bins[bin] += 1
        all[bin] += 1
      }
      byRater[score.rater] = bins
    }
    let variance = count > 1 ? squares / (count - 1) : 0
    let bend =
      threshold.curvature
      ?? (variance > 0 ? min(1, Double(width) * Double(width) / variance) : 1)
    let share = (1 + bend) / (3 + bend)
    let test = tests[.bunching] ?? EffectTest(gate: 0.05, hypothesis: .noEffect)
    let effect = RaterEffect(
      .bunching, test: test, control: control, limits: limits, reference: threshold.name,
      raters: byRater.keys.sorted().map {
        ($0, bunching(byRater[$0] ?? [0, 0, 0], beyond: share, test))
      })
    return ThresholdBunching(
      effect: effect, all: bunching(all, beyond: share, test), counts: all,
      largestSmoothShare: share)
  }

  private func bunching(
    _ bins: [Int], beyond share: Double, _ test: EffectTest
  ) -> Answer<RaterEffect.Estimate> {
    let near = bins.reduce(0, +)
    let lacking = NotEnoughData.first([
      (.scoresNearThreshold, max(1, limits.ratingsToEstimate), near)
    ])
    if let lacking { return .notEnough(lacking) }
    let found = Double(bins[1]) / Double(near)
    let likely = min(max(found, share), 1 - 0.5 / Double(near))
    // The chance of at least so many; both directions count, as in every test here.
    let above =
      bins[1] == 0
      ? 1
      : IncompleteBeta.value(
        at: share, complement: 1 - share, Double(bins[1]), Double(near - bins[1] + 1))
    return .estimate(
      RaterEffect.Estimate(
        .bunching, size: found - share,
        standardError: (likely * (1 - likely) / Double(near)).squareRoot(),
        level: confidenceLevel, test: test, ratings: near, ratees: near,
        pValue: found > share ? min(1, 2 * above) : 1))
  }
}
