import KinerjaTables

extension RankingRun {
  /// Positive, negative and net flows of PROMETHEE.
  func flows(
    _ preference: PreferenceFunction
  ) throws(CancellationError) -> ([Double], Ranking.Details) {
    let matrix = matrix
    let others = Double(matrix.alternativeCount - 1)
    // One criterion a block; flows of a criterion are added in the order of the criteria.
    let ofCriteria = try parallel.map(blocks: matrix.criteria.count) { column in
      let isCost = matrix.criteria[column].direction == .cost
      let values = isCost ? matrix.columns[column].map { -$0 } : matrix.columns[column]
      return CriterionFlows(values, preference)
    }
    var positive = [Double](repeating: 0, count: matrix.alternativeCount)
    var negative = positive
    for (weight, flows) in zip(weights, ofCriteria) {
      for row in positive.indices {
        positive[row] += weight * flows.positive[row]
        negative[row] += weight * flows.negative[row]
      }
    }
    for row in positive.indices {
      positive[row] /= others
      negative[row] /= others
    }
    let net = zip(positive, negative).map { $0 - $1 }
    return (net, .flows(positive: positive, negative: negative))
  }
}

/// Sums of preferences over all others on one criterion.
///
/// In ascending order the alternatives that a difference puts below a threshold form a window that
/// only moves on (Calders and Van Assche 2016), so that a sort and running sums suffice for piecewise
/// linear functions. A difference is always that of two values as it rounds, so that the windows
/// agree with ``PreferenceFunction/callAsFunction(_:)``.
struct CriterionFlows: Sendable {
  private(set) var positive: [Double]
  private(set) var negative: [Double]

  /// Creates the flows of values of which more is better.
  ///
  /// - Complexity: O(*n* log *n*), for the Gaussian O(*n*²).
  init(_ values: [Double], _ preference: PreferenceFunction) {
    positive = [Double](repeating: 0, count: values.count)
    negative = positive
    let order = Ranks.ascendingOrder(values)
    let sorted = order.map { values[$0] }
    let up: [Double]
    let down: [Double]
    if case .gaussian = preference {
      up = Self.sums(sorted, preference)
      down = Self.sums(sorted.reversed().map { -$0 }, preference).reversed()
    } else {
      up = Self.windows(sorted, preference)
      down = Self.windows(sorted.reversed().map { -$0 }, preference).reversed()
    }
    for (place, row) in order.enumerated() {
      positive[row] = up[place]
      negative[row] = down[place]
    }
  }

  /// For each of ascending values the sum of its preferences over the smaller ones, term by term.
  private static func sums(_ sorted: [Double], _ preference: PreferenceFunction) -> [Double] {
    sorted.indices.map { place in
      var sum = 0.0
      for other in 0..<place { sum += preference(sorted[place] - sorted[other]) }
      return sum
    }
  }

  /// The same from windows: fully preferred over those before `full`, partly over those from there
  /// to `none`.
  private static func windows(_ sorted: [Double], _ preference: PreferenceFunction) -> [Double] {
    let (low, high) = preference.thresholds
    // Differences from the middle keep the running sums small.
    let middle = sorted[sorted.count / 2]
    var running = [0.0]
    running.reserveCapacity(sorted.count + 1)
    if preference.isLinear {
      for value in sorted { running.append(running[running.count - 1] + (value - middle)) }
    }
    var (full, none) = (0, 0)
    return sorted.indices.map { place in
      let value = sorted[place]
      while full < place, value - sorted[full] > high { full += 1 }
      none = max(none, full)
      while none < place, value - sorted[none] > low { none += 1 }
      let between = Double(none - full)
      guard preference.isLinear else { return Double(full) + between / 2 }
      let sum = between * (value - middle) - (running[none] - running[full])
      // Rounding of the running sums must not leave the range of a preference.
      return Double(full) + min(between, max(0, (sum - between * low) / (high - low)))
    }
  }
}

extension PreferenceFunction {
  /// Below the first no preference, over the second full preference.
  fileprivate var thresholds: (Double, Double) {
    switch self {
    case .usual, .gaussian: (0, 0)
    case .uShape(let indifference): (indifference, indifference)
    case .vShape(let preference): (0, preference)
    case .level(let indifference, let preference): (indifference, preference)
    case .linear(let indifference, let preference): (indifference, preference)
    }
  }

  fileprivate var isLinear: Bool {
    switch self {
    case .vShape, .linear: true
    case .usual, .uShape, .level, .gaussian: false
    }
  }
}
