public import KinerjaCore
import KinerjaNumerics

/// One effect of raters on ratings, rater by rater, such as severity or halo.
///
/// Every effect has this shape: a size with its error and interval, a test, counts, a flag, or what
/// is lacking. An effect describes; it never changes a score.
public struct RaterEffect: Sendable, Hashable {
  /// One rater.
  public struct Rater: Sendable, Hashable {
    /// The rater.
    public let rater: PersonID
    /// The estimate, or why there is none.
    public let answer: Answer<Estimate>
  }

  /// How large the effect is for one rater.
  public struct Estimate: Sendable, Hashable {
    /// In the unit of ``RaterEffect/measure``.
    public let size: Double
    /// Of ``size``; of its natural logarithm where the measure is a ratio.
    public let standardError: Double
    /// Of ``size``.
    public let interval: ConfidenceInterval
    /// The test, and whether the rater is flagged.
    public internal(set) var significance: Significance
    /// Ratings that entered.
    public let ratingCount: Int
    /// Ratings by the rater that had nothing to be compared with.
    public let leftOutCount: Int
    /// Persons rated by the ratings that entered.
    public let rateeCount: Int
    /// The only other rater with whom the rater could be compared; nil if there are more.
    ///
    /// Of two raters alone the ratings show how they differ and not which of them is the severe one:
    /// each lies half the difference from the middle between them.
    public let onlyOther: PersonID?

    /// Whether the size is above that of a rater without the effect.
    public let isAbove: Bool
  }

  /// Which effect.
  public let kind: Kind
  /// The unit of sizes.
  public let measure: EffectMeasure
  /// What was tested.
  public let test: EffectTest
  /// How flags are kept honest among all raters.
  public let control: FlagControl
  /// What raters are compared by, if it is not by their ratings alone.
  public let reference: LocalizedText?
  /// Whether standard errors were computed, not drawn.
  ///
  /// False only if a group of linked raters is so large that it would take too long. Its variances are
  /// then means of 64 random draws, always the same ones, and ``Significance/degreesOfFreedom`` are
  /// lowered by what that leaves uncertain.
  public let hasExactErrors: Bool
  /// Every rater who rated somebody else, in the order of identifiers.
  public let raters: [Rater]

  /// The estimate for a rater, or why there is none; nil if the rater rated nobody.
  ///
  /// - Complexity: O(*n*) in the number of raters.
  public subscript(rater: PersonID) -> Answer<Estimate>? {
    raters.first { $0.rater == rater }?.answer
  }

  /// The raters who are flagged.
  public var flagged: [PersonID] {
    raters.filter { $0.answer.estimate?.significance.isFlagged == true }.map(\.rater)
  }

  /// Flags raters so that the control holds over all with enough data.
  ///
  /// - Parameters:
  ///   - raters: Every rater who rated somebody else, in the order of identifiers.
  ///   - limits: How much data an estimate needs to be flagged.
  package init(
    _ kind: Kind, test: EffectTest, control: FlagControl, limits: SampleLimits,
    reference: LocalizedText? = nil, hasExactErrors: Bool = true,
    raters: [(rater: PersonID, answer: Answer<Estimate>)]
  ) {
    self.kind = kind
    measure = kind.measure
    self.test = test
    self.control = control
    self.reference = reference
    self.hasExactErrors = hasExactErrors
    var answers = raters.map(\.answer)
    test.demandPower(&answers, control: control, limits: limits)
    control.flag(&answers, limits: limits)
    self.raters = zip(raters, answers).map { Rater(rater: $0.rater, answer: $1) }
  }
}

extension RaterEffect.Estimate {
  /// Creates an estimate and tests it.
  ///
  /// - Parameters:
  ///   - size: In the unit of the kind's measure.
  ///   - standardError: Of the size, of its natural logarithm for a ratio; positive.
  ///   - degreesOfFreedom: Of the error; infinite for a normal test.
  ///   - level: The confidence of the interval.
  ///   - pValue: That of an exact test, in place of Student's.
  package init(
    _ kind: RaterEffect.Kind, size: Double, standardError: Double,
    degreesOfFreedom: Double = .infinity, level: Double, test: EffectTest, ratings: Int,
    leftOut: Int = 0, ratees: Int, onlyOther: PersonID? = nil, pValue: Double? = nil
  ) {
    let distance = kind.measure.distance(of: size)
    let interval = ConfidenceInterval.student(
      distance, standardError: standardError, degreesOfFreedom: degreesOfFreedom, level: level)
    self.size = size
    self.standardError = standardError
    self.interval = kind.measure.sizes(from: interval)
    significance = test.significance(
      distance: distance, standardError: standardError, degreesOfFreedom: degreesOfFreedom,
      pValue: pValue)
    ratingCount = ratings
    leftOutCount = leftOut
    rateeCount = ratees
    self.onlyOther = onlyOther
    isAbove = distance > 0
  }
}
