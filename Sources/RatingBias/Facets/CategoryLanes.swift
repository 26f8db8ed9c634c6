/// The categories of a scale above the lowest, one a lane, for passes over ratings.
struct CategoryLanes<Lanes: SIMD<Double>> {
  /// By category, its weight at odds of 1; that of the lowest is 1.
  private var weights = Lanes.zero
  /// By category, its score.
  private(set) var scores = Lanes.zero
  /// How many lanes are in use.
  let count: Int

  init(_ point: RaschPoint) {
    count = point.categories.count - 1
    for lane in 0..<count {
      weights[lane] = point.categories[lane + 1]
      scores[lane] = Double(lane + 1)
    }
  }

  /// The chances of the categories at some odds, and that of the lowest.
  @inline(__always)
  func chances(at odds: Double) -> (upper: Lanes, lowest: Double) {
    var terms = weights
    var lowest = 1.0
    if Lanes.scalarCount > 8, odds > 1 {
      // Counted from the top, so that no high power leaves the range of numbers.
      let inverse = 1 / odds
      for lane in stride(from: count - 1, through: 0, by: -1) {
        terms[lane] *= lowest
        lowest *= inverse
      }
    } else if Lanes.scalarCount > 8 {
      var power = odds
      for lane in 0..<count {
        terms[lane] *= power
        power *= odds
      }
    } else {
      var powers = Lanes.zero
      var power = odds
      for lane in 0..<Lanes.scalarCount {
        powers[lane] = power
        power *= odds
      }
      terms *= powers
    }
    let share = 1 / (lowest + terms.sum())
    return (terms * Lanes(repeating: share), lowest * share)
  }
}
