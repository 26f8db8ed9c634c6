import KinerjaCore

/// The sums of a weighted mean, term by term.
struct MeanSum {
  /// What the terms come to.
  struct Mean {
    let value: RuleValue
    /// The share of the weight that was measured.
    let share: Ratio
    /// The terms that are missing, by position, where the mean does without them.
    let dropped: [Int]
  }

  private var sum = Ratio.zero
  private var total = Ratio.zero
  /// The weight of the terms that are missing.
  private var leftOut = Ratio.zero
  /// The weight that was not measured: of missing terms, and of others the part behind them.
  private var unmeasured = Ratio.zero
  private var count = 0
  private var dropped: [Int] = []
  private var missing: RuleValue?
  /// Whether every weight is there and none is below nought.
  private var isWeighable = true

  /// Adds a term of which a share was measured.
  mutating func add(
    _ value: RuleValue, weight: RuleValue, share: Ratio
  ) throws(ArithmeticError) {
    defer { count += 1 }
    guard case .number(let weight) = weight else {
      missing = missing ?? weight
      isWeighable = false
      return
    }
    guard weight.sign >= 0 else {
      missing = missing ?? .missing(.negativeWeight)
      isWeighable = false
      return
    }
    total = try total + weight
    guard case .number(let value) = value else {
      dropped.append(count)
      // A term of weight nought has no part in the mean, and is not missed.
      guard weight.sign > 0 else { return }
      missing = missing ?? value
      leftOut = try leftOut + weight
      unmeasured = try unmeasured + weight
      return
    }
    sum = try sum + (try weight * value)
    if share != .one { unmeasured = try unmeasured + (try weight * (try 1 - share)) }
  }

  /// The mean, and the share of the weight that was measured; with a least share, over the terms
  /// that are there.
  func mean(minimumShare: Ratio?) throws(ArithmeticError) -> Mean {
    let weights = dropped.isEmpty ? total : try total - leftOut
    var share: Ratio = total.sign == 0 ? 0 : 1
    if unmeasured.sign != 0 { share = try 1 - (try unmeasured / total) }
    var result: RuleValue =
      weights.sign == 0 ? .missing(.divisionByZero) : .number(try sum / weights)
    if count == 0 { result = .missing(.nothingToAverage) }
    var dropped = dropped
    if let minimumShare, isWeighable {
      let isNothingLeft = weights.sign == 0 && leftOut.sign > 0
      if share < minimumShare || isNothingLeft { result = .missing(.tooLittleMeasured(share)) }
    } else if let missing {
      (result, share, dropped) = (missing, 0, [])
    }
    return Mean(value: result, share: share, dropped: dropped)
  }
}
