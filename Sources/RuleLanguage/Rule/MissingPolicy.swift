public import KinerjaCore

/// What a step does when its value is missing.
public enum MissingPolicy: Sendable, Hashable {
  /// The step's value is missing, and so is what needs it: the result is incomplete.
  case incomplete
  /// The whole evaluation stops with an error that names the step.
  case fail
  /// Another value takes its place, which a source allows. It does not count as measured.
  case substitute(RuleValue, source: LegalSource)
  /// What the step gave for an earlier period takes its place, if that is at most so many days
  /// before the day for which the rule is computed; else the step is incomplete. It does not count
  /// as measured.
  ///
  /// Only for a step about the person; ``RuleInputs/earlier`` hands the values in.
  case carryForward(withinDays: Int, source: LegalSource)
  /// The worst category that the step can give takes its place, which a source allows. It does
  /// not count as measured.
  ///
  /// Only for a step that gives a category.
  case lowestBand(source: LegalSource)
  /// The missing terms are left out and the weights of the others scaled up, if the share of the
  /// weight that was measured reaches the minimum; else the step is incomplete.
  ///
  /// Only for a step that is a weighted mean, or a mean over a list, rater groups or periods.
  case dropAndRescale(minimumShare: Ratio)
}

/// A rounding: how many decimals, and which way.
public struct DecimalRounding: Sendable, Hashable {
  /// Decimals that are kept, from 0 to 18.
  public let places: Int
  /// Which way.
  public let mode: RoundingMode

  /// Creates a rounding.
  public init(places: Int, _ mode: RoundingMode) {
    self.places = places
    self.mode = mode
  }
}
