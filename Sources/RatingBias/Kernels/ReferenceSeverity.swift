/// Differences between raters who rated different persons, by what a reference says of those.
///
/// The model is mean rating = level of the rater + slope · reference + error, one slope for all
/// raters and an error variance for each.
struct ReferenceSeverity {
  /// A ratee's mean rating by one rater, and the reference.
  struct Pair {
    let rater: Int
    let reference: Double
    let rating: Double
  }

  struct Level {
    /// Above the middle half of the raters.
    var value: Double
    var variance: Double
    var degreesOfFreedom: Double
  }

  let slope: Double
  let levels: [Level]

  /// - Parameters:
  ///   - pairs: At least two for each rater numbered from 0.
  ///   - fixedSlope: 1 if the reference is in the points of the scale; nil to estimate it.
  /// - Returns: Nil if the reference does not vary among any rater's ratees. Variances are 0 if the
  ///   model leaves nothing over but rounding.
  init?(_ pairs: [Pair], raterCount: Int, fixedSlope: Double?) {
    var count = [Double](repeating: 0, count: raterCount)
    var (x, y) = (count, count)
    for pair in pairs {
      count[pair.rater] += 1
      x[pair.rater] += pair.reference
      y[pair.rater] += pair.rating
    }
    for rater in 0..<raterCount {
      x[rater] /= count[rater]
      y[rater] /= count[rater]
    }
    var (xx, xy, yy, size) = (0.0, 0.0, 0.0, 0.0)
    for pair in pairs {
      let deviation = pair.reference - x[pair.rater]
      let other = pair.rating - y[pair.rater]
      xx += deviation * deviation
      xy += deviation * other
      yy += other * other
      size += pair.reference * pair.reference
    }
    // A mean of equal numbers such as 0.1 may miss them by rounding.
    guard fixedSlope != nil || xx > 1e-24 * size else { return nil }
    let slope = fixedSlope ?? xy / xx
    self.slope = slope

    var squares = [Double](repeating: 0, count: raterCount)
    for pair in pairs {
      let residual =
        pair.rating - y[pair.rater] - slope * (pair.reference - x[pair.rater])
      squares[pair.rater] += residual * residual
    }
    let freedom = Double(pairs.count - raterCount - (fixedSlope == nil ? 1 : 0))
    // Rounding alone would make errors of nought, and findings of anything.
    let isExplained = squares.reduce(0, +) <= 1e-16 * (yy + slope * slope * xx)
    if isExplained { squares = [Double](repeating: 0, count: raterCount) }
    let pooled = squares.reduce(0, +) / max(freedom, 1)
    let slopeVariance = fixedSlope == nil ? pooled / xx : 0

    let values = (0..<raterCount).map { y[$0] - slope * x[$0] }
    let weights = LinkedSeverity.middleHalf(of: values)
    let middle = zip(weights, values).reduce(0) { $0 + $1.0 * $1.1 }
    levels = (0..<raterCount).map { rater in
      var (variance, quartic, distance) = (0.0, 0.0, 0.0)
      for other in 0..<raterCount {
        let share = (other == rater ? 1 : 0) - weights[other]
        guard share != 0 else { continue }
        let degrees = count[other] - 1
        let own = max(squares[other] / degrees, SeverityErrors.leastShare * pooled)
        let term = share * share * own / count[other]
        variance += term
        quartic += term * term / degrees
        distance += share * x[other]
      }
      let bySlope = distance * distance * slopeVariance
      variance += bySlope
      if freedom > 0 { quartic += bySlope * bySlope / freedom }
      return Level(
        value: values[rater] - middle, variance: variance,
        degreesOfFreedom: quartic > 0 ? variance * variance / quartic : 0)
    }
  }
}
