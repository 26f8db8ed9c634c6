public import KinerjaCore
public import RuleLanguage

/// What must come out for one person.
///
/// Only what is named is compared. Steps are named by their path: `skp`, or `tasks[0].value`.
public struct PolicyExpectation: Sendable, Hashable {
  /// A value that is expected.
  public enum Value: Sendable, Hashable {
    /// This value; a missing one with this reason.
    case value(RuleValue)
    /// A missing value, for whatever reason.
    case missing
  }

  /// What is expected of how a step came to its value.
  public struct Trace: Sendable, Hashable {
    /// The value, after rounding.
    public var value: Value?
    /// The value before rounding.
    public var exact: Value?
    /// A limit of the band that was taken.
    public var edge: Ratio?
    /// Whether that limit, or any if none is named, belongs to the band.
    public var side: Side?
    /// The category that selected the row of a matrix.
    public var row: CategoryID?
    /// The category that selected the column of a matrix.
    public var column: CategoryID?
    /// The variant that held.
    public var variant: VariantID?
    /// Whether the value that the rule names took the place of a missing one.
    public var isSubstituted: Bool?
    /// Whether the value of an earlier period took the place of a missing one.
    public var isCarriedForward: Bool?
    /// Whether the worst category took the place of a missing one.
    public var isLowestBand: Bool?
    /// The terms or elements left out, by position from 0.
    public var dropped: [Int]?
    /// The share of the weight behind it that was measured.
    public var measuredShare: Ratio?

    /// Creates a trace of which nothing is expected yet.
    public init() {}
  }

  /// Whether the number at a limit belongs to the band.
  public enum Side: String, Sendable, Hashable, CaseIterable {
    /// It does.
    case closed
    /// It does not.
    case open
  }

  /// An error that must stop the evaluation.
  public struct Failure: Sendable, Hashable {
    /// Its code, such as `rules.input-range`.
    public var code: String
    /// The input or the step, such as `tasks[0].target.time`; nil for any.
    public var path: String?

    /// Creates an expected error.
    public init(_ code: String, at path: String? = nil) {
      self.code = code
      self.path = path
    }
  }

  /// The category of the result.
  public var category: Value?
  /// The values of steps, after rounding, by path.
  public var values: [String: Value] = [:]
  /// The numbers of steps before rounding, by path; compared exactly whatever the tolerance.
  public var exact: [String: Ratio] = [:]
  /// How steps came to their values, by path.
  public var trace: [String: Trace] = [:]
  /// The share of the weight behind the result that was measured.
  public var measuredShare: Ratio?
  /// The error that must stop it; nil if it must not be stopped.
  public var failure: Failure?
  /// The codes of all warnings that the rule gives on that day; nil for any.
  public var diagnostics: [String]?

  /// Creates an expectation that asks nothing yet.
  public init() {}

  /// Creates an expectation of a category and of values of steps.
  public init(category: CategoryID? = nil, values: [String: RuleValue] = [:]) {
    self.category = category.map { .value(.category($0)) }
    self.values = values.mapValues { .value($0) }
  }

  /// Whether it asks nothing at all.
  var isEmpty: Bool { self == PolicyExpectation() }
}
