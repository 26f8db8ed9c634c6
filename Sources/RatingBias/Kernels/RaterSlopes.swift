/// How each rater's residuals go with a regressor, with errors by ratee.
///
/// With a regressor of 1 that is not centred it is each rater's level.
struct RaterSlopes {
  /// The mean rating of one ratee by one rater for one time.
  struct Row {
    var rater: Int
    var ratee: Int32
    var residual: Double
    var regressor: Double
    /// What a common slope was taken off for.
    var reference: Double
  }

  struct Slope {
    var value = 0.0
    /// Nought if nothing but rounding is left over.
    var variance = 0.0
    var degreesOfFreedom = 0.0
    var rowCount = 0
    var rateeCount = 0
    /// The sum of squares of the regressor.
    var information = 0.0
  }

  let slopes: [Slope]

  /// - Parameters:
  ///   - rows: Each rater's rows of one ratee together.
  ///   - isCentred: Whether the regressor's and the residuals' means within raters are taken off.
  ///   - slopeVariance: Of the common slope.
  ///   - isRelative: Whether sizes count from the middle half of raters.
  ///   - rounding: A sum of squares that is nothing.
  init(
    _ rows: [Row], raterCount: Int, isCentred: Bool, slopeVariance: Double = 0, isRelative: Bool,
    rounding: Double = 0
  ) {
    var sums = [(count: Double, x: Double, y: Double)](repeating: (0, 0, 0), count: raterCount)
    for row in rows {
      sums[row.rater].count += 1
      sums[row.rater].x += row.regressor
      sums[row.rater].y += row.residual
    }
    func centred(_ row: Row) -> (x: Double, y: Double) {
      let sum = sums[row.rater]
      return isCentred
        ? (row.regressor - sum.x / sum.count, row.residual - sum.y / sum.count)
        : (row.regressor, row.residual)
    }
    var products = [(xx: Double, xy: Double, reference: Double)](
      repeating: (0, 0, 0), count: raterCount)
    for row in rows {
      let (x, y) = centred(row)
      products[row.rater].xx += x * x
      products[row.rater].xy += x * y
      products[row.rater].reference += x * row.reference
    }
    var slopes = products.map { product in
      var slope = Slope()
      slope.information = product.xx
      slope.value = product.xx > 0 ? product.xy / product.xx : 0
      return slope
    }

    // What is left over, summed by ratee.
    var squares = [Double](repeating: 0, count: raterCount)
    var (cluster, last) = (0.0, (rater: -1, ratee: Int32(-1)))
    for row in rows {
      if (row.rater, row.ratee) != last {
        if last.rater >= 0 { squares[last.rater] += cluster * cluster }
        (cluster, last) = (0, (row.rater, row.ratee))
        slopes[row.rater].rateeCount += 1
      }
      let (x, y) = centred(row)
      cluster += x * (y - slopes[row.rater].value * x)
      slopes[row.rater].rowCount += 1
    }
    if last.rater >= 0 { squares[last.rater] += cluster * cluster }
    if squares.reduce(0, +) <= rounding { squares = squares.map { _ in 0 } }

    let lost = isCentred ? 2.0 : 1
    // The variance of the slope times what falls with more ratees.
    let scales = slopes.indices.map { isCentred ? products[$0].xx : Double(slopes[$0].rateeCount) }
    let own = slopes.indices.map { rater -> ModeratedVariances.Variance in
      let ratees = Double(slopes[rater].rateeCount)
      guard ratees > lost, products[rater].xx > 0 else {
        return .init(value: 0, degreesOfFreedom: 0)
      }
      let variance =
        squares[rater] / (products[rater].xx * products[rater].xx) * ratees / (ratees - lost)
      return .init(value: variance * scales[rater], degreesOfFreedom: ratees - lost)
    }
    let moderation = ModeratedVariances(own)

    let values = slopes.map(\.value)
    let weights =
      isRelative ? LinkedSeverity.middleHalf(of: values) : values.map { _ in 0 }
    let middle = zip(weights, values).reduce(0) { $0 + $1.0 * $1.1 }
    let terms = slopes.indices.map { rater -> (variance: Double, freedom: Double) in
      guard scales[rater] > 0 else { return (0, 0) }
      let moderated = moderation.moderated(own[rater])
      return (moderated.value / scales[rater], moderated.degreesOfFreedom)
    }
    func reference(_ rater: Int) -> Double {
      products[rater].xx > 0 ? products[rater].reference / products[rater].xx : 0
    }
    // A rater counts with 1 − w of the own value, and −w of each other's.
    func quartic(_ share: Double, _ rater: Int) -> Double {
      let term = share * share * terms[rater].variance
      return term > 0 ? term * term / terms[rater].freedom : 0
    }
    var others = (variance: 0.0, quartic: 0.0, reference: 0.0)
    for (rater, weight) in weights.enumerated() {
      others.variance += weight * weight * terms[rater].variance
      others.quartic += quartic(weight, rater)
      others.reference += weight * reference(rater)
    }
    for rater in slopes.indices {
      let (own, weight) = (terms[rater].variance, weights[rater])
      slopes[rater].value -= middle
      guard own > 0 else { continue }
      let distance = reference(rater) - others.reference
      let variance =
        (1 - 2 * weight) * own + others.variance + distance * distance * slopeVariance
      slopes[rater].variance = variance
      let freedom =
        variance * variance
        / (others.quartic - quartic(weight, rater) + quartic(1 - weight, rater))
      // Raters who borrow from each other do not know more than all together.
      slopes[rater].degreesOfFreedom = min(freedom, moderation.mostFreedom)
    }
    self.slopes = slopes
  }
}
