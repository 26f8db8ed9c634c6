/// The categories of a scale, one a lane, for the pass over ratings.
struct CategoryLanes<Lanes: SIMD<Double>> {
  /// By category, its weight at odds of 1.
  private var weights = Lanes.zero
  /// By category, its score.
  private(set) var scores = Lanes.zero

  init(_ point: RaschPoint) {
    for category in point.categories.indices {
      weights[category] = point.categories[category]
      scores[category] = Double(category)
    }
  }

  /// The chances of the categories at some odds.
  @inline(__always)
  func chances(at odds: Double) -> Lanes {
    var terms = weights
    var power = 1.0
    for lane in 0..<Lanes.scalarCount {
      terms[lane] *= power
      power *= odds
    }
    return terms * Lanes(repeating: 1 / terms.sum())
  }
}
