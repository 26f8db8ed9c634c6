/// How surely an effect differs from none, alone and among all raters tested.
public struct Significance: Sendable, Hashable {
  /// How many standard errors the estimate lies from no effect: Student's *t*.
  public let t: Double
  /// The degrees of freedom of *t*; infinite for a normal test.
  public let degreesOfFreedom: Double
  /// The two-sided probability of so large an estimate if the ``EffectTest/hypothesis`` were true.
  public let pValue: Double
  /// The *p* value adjusted by ``RaterEffect/control`` over the raters with enough data to be flagged;
  /// nil for a rater without.
  ///
  /// An effect smaller than its gate enters with a *p* value of 1: nobody is flagged for it, so it
  /// must not make room for false flags of others either.
  public package(set) var adjustedPValue: Double?
  /// Whether the rater is flagged.
  ///
  /// The adjusted *p* value is at most the rate of the control, which implies that the effect is at
  /// least as large as its gate.
  public package(set) var isFlagged = false
  private let isLargeEnough: Bool

  init(t: Double, degreesOfFreedom: Double, pValue: Double, isLargeEnough: Bool) {
    self.t = t
    self.degreesOfFreedom = degreesOfFreedom
    self.pValue = pValue
    self.isLargeEnough = isLargeEnough
  }

  var gatedPValue: Double { isLargeEnough ? pValue : 1 }
}
