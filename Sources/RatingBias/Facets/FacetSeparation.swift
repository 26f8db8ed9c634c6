/// How well the elements of a facet are told apart.
///
/// For raters, high separation means that they are *not* interchangeable (Wright and Masters 1982,
/// chapter 5).
public struct FacetSeparation: Sendable, Hashable {
  /// Figures that depend on whether the elements are all there are or a sample of more.
  public struct Spread: Sendable, Hashable {
    /// The standard deviation of the measures.
    public let deviation: Double
    /// The standard deviation without what error adds; 0 if error explains it all.
    public let trueDeviation: Double
    /// ``trueDeviation`` by the error, *G*.
    public let separation: Double
    /// How many levels can be told apart, (4*G* + 1) ∕ 3.
    public let strata: Double
    /// The share of the measures' variance that is not error, from 0 to 1.
    ///
    /// Of raters it is the reliability of their *differences*. Not a number if all measures are
    /// equal.
    public let reliability: Double
  }

  /// The root of the mean squared standard error, in logits.
  public let rootMeanSquareError: Double
  /// With the elements as all there are.
  public let population: Spread
  /// With the elements as a sample.
  public let sample: Spread
  /// Tests whether all measures are equal, with ``fixedDegreesOfFreedom``.
  public let fixedChiSquare: Double
  /// One less than the number of measures.
  public let fixedDegreesOfFreedom: Int
  /// Tests whether the measures are a sample of a normal distribution, with
  /// ``randomDegreesOfFreedom``.
  public let randomChiSquare: Double
  /// Two less than the number of measures.
  public let randomDegreesOfFreedom: Int

  /// Describes measures with their errors; nil for fewer than two.
  init?(_ measures: [(logits: Double, standardError: Double)]) {
    guard measures.count > 1 else { return nil }
    let count = Double(measures.count)
    let mean = measures.reduce(0) { $0 + $1.logits } / count
    let squares = measures.reduce(0) { $0 + ($1.logits - mean) * ($1.logits - mean) }
    let error = measures.reduce(0) { $0 + $1.standardError * $1.standardError } / count
    func spread(_ variance: Double) -> Spread {
      let truth = max(variance - error, 0)
      let separation = (truth / error).squareRoot()
      return Spread(
        deviation: variance.squareRoot(), trueDeviation: truth.squareRoot(),
        separation: separation, strata: (4 * separation + 1) / 3, reliability: truth / variance)
    }
    rootMeanSquareError = error.squareRoot()
    population = spread(squares / count)
    sample = spread(squares / (count - 1))
    let between = max(squares / (count - 1) - error, 0)
    fixedChiSquare = Self.chiSquare(measures, between: 0)
    fixedDegreesOfFreedom = measures.count - 1
    randomChiSquare = Self.chiSquare(measures, between: between)
    randomDegreesOfFreedom = measures.count - 2
  }

  private static func chiSquare(
    _ measures: [(logits: Double, standardError: Double)], between: Double
  ) -> Double {
    var (weights, sum, squares) = (0.0, 0.0, 0.0)
    for measure in measures {
      let weight = 1 / (measure.standardError * measure.standardError + between)
      weights += weight
      sum += weight * measure.logits
      squares += weight * measure.logits * measure.logits
    }
    return squares - sum * sum / weights
  }
}
