import KinerjaCore
import KinerjaNumerics

/// The formulas of intraclass correlation from mean squares (McGraw and Wong 1996, tables 4 and 7).
struct IntraclassEstimate {
  let form: IntraclassForm
  let squares: MeanSquares
  let value: Double

  private var rows: Double { squares.rows }
  private var columns: Double { squares.columns }
  private var error: Double { squares.residual ?? squares.within }
  private var ofColumns: Double { squares.ofColumns ?? 0 }

  /// Nil where the ratings do not differ, so that the correlation is nought over nought.
  init?(_ form: IntraclassForm, _ squares: MeanSquares) {
    self.form = form
    self.squares = squares
    let (n, k) = (squares.rows, squares.columns)
    let error = squares.residual ?? squares.within
    let ofColumns = squares.ofColumns ?? 0
    let denominator =
      switch form {
      case .oneWaySingle, .consistencySingle: squares.between + (k - 1) * error
      case .oneWayAverage, .consistencyAverage: squares.between
      case .agreementSingle: squares.between + (k - 1) * error + k / n * (ofColumns - error)
      case .agreementAverage: squares.between + (ofColumns - error) / n
      }
    // Rounding of sums of squares is all that is left below.
    let scale = squares.between + squares.within + ofColumns
    guard denominator > 1e-13 * scale else { return nil }
    value = (squares.between - error) / denominator
  }

  /// *F* for no differences between ratees, infinite where nothing is left over.
  var ratio: Double { squares.between / error }
  var degreesOfError: Double {
    form.isOneWay ? squares.degreesWithin : squares.degreesResidual
  }
  var pValue: Double { FDistribution(rows - 1, degreesOfError).upperTail(ratio) }

  /// The standard deviation of the errors that the form counts, in points.
  var errorOfMeasurement: Double {
    let severity = form.isAgreement ? max(0, (ofColumns - error) / rows) : 0
    return ((error + severity) / (form.isAverage ? columns : 1)).squareRoot()
  }

  /// The interval; nil where nothing is left over and the formula has none.
  func interval(level: Double) -> ConfidenceInterval? {
    let tail = (1 + level) / 2
    guard error > 0, squares.between > 0 else { return nil }
    guard form.isAgreement else {
      let degrees = (rows - 1, degreesOfError)
      return bounds(
        ratio / FDistribution(degrees.0, degrees.1).quantile(tail),
        ratio * FDistribution(degrees.1, degrees.0).quantile(tail), level: level
      ) { form.isAverage ? 1 - 1 / $0 : ($0 - 1) / ($0 + columns - 1) }
    }
    guard let degrees = agreementDegrees else { return nil }
    let low = FDistribution(rows - 1, degrees).quantile(tail)
    let high = FDistribution(degrees, rows - 1).quantile(tail)
    let (n, k, between) = (rows, columns, squares.between)
    if form.isAverage {
      let spread = ofColumns - error
      return ordered(
        n * (between - low * error) / (low * spread + n * between),
        n * (high * between - error) / (spread + n * high * between), level)
    }
    let spread = k * ofColumns + (k * n - k - n) * error
    return ordered(
      n * (between - low * error) / (low * spread + n * between),
      n * (high * between - error) / (spread + n * high * between), level)
  }

  /// The degrees of freedom of the denominator, after Satterthwaite; for agreement only.
  var agreementDegrees: Double? {
    guard form.isAgreement, value < 1 else { return nil }
    let (n, k) = (rows, columns)
    let a = k * value / (n * (1 - value))
    let b = 1 + k * value * (n - 1) / (n * (1 - value))
    let sum = a * ofColumns + b * error
    let squares =
      a * a * ofColumns * ofColumns / (k - 1) + b * b * error * error / ((n - 1) * (k - 1))
    let degrees = sum * sum / squares
    return degrees > 1e-6 && degrees.isFinite ? degrees : nil
  }

  private func bounds(
    _ low: Double, _ high: Double, level: Double, _ value: (Double) -> Double
  ) -> ConfidenceInterval? {
    ordered(value(low), value(high), level)
  }

  private func ordered(_ lower: Double, _ upper: Double, _ level: Double) -> ConfidenceInterval? {
    guard lower.isFinite, upper.isFinite, lower <= upper else { return nil }
    return ConfidenceInterval(lower: lower, upper: upper, level: level)
  }
}

extension ConfidenceInterval {
  /// The reliability of a mean of ratings from that of one, after Spearman and Brown.
  func steppedUp(by count: Double) -> Self {
    func stepped(_ value: Double) -> Double { count * value / (1 + (count - 1) * value) }
    return Self(lower: stepped(lower), upper: stepped(upper), level: level)
  }
}
