import KinerjaCore

/// How standard errors and intervals are found.
public struct IntervalSettings: Sendable, Hashable, Codable {
  /// Ratees drawn again at random, with all their ratings.
  public struct Bootstrap: Sendable, Hashable, Codable {
    /// How often ratees are drawn again, from 50 to 1 000 000.
    public var replicates: Int
    /// Where the draws come from: the same seed gives the same interval at any number of threads.
    public var seed: UInt64
  }

  /// The confidence of intervals, between 0 and 1.
  public var level: Double
  /// How ratees are drawn again; nil for the formulas of the literature.
  public var bootstrap: Bootstrap?

  /// Creates settings for intervals from formulas.
  public init(level: Double = 0.95) { self.level = level }

  /// Standard errors and intervals from the formulas that each estimate names.
  public static var analytic: Self { Self() }

  /// Percentiles over ratees drawn again at random; the standard error is their standard deviation.
  ///
  /// Needs five ratees. No interval is given if more than one draw in twenty has no estimate.
  public static func bootstrap(
    replicates: Int = 1_000, seed: UInt64 = 1, level: Double = 0.95
  ) -> Self {
    var settings = Self(level: level)
    settings.bootstrap = Bootstrap(replicates: replicates, seed: seed)
    return settings
  }

  func validate() throws(InvalidInput) {
    var problems = Diagnostics()
    check(&problems)
    try problems.throwIfAny()
  }

  func check(_ problems: inout Diagnostics) {
    problems.checkSetting("level", level, in: 0...1, isOpen: true)
    if let bootstrap {
      problems.checkSetting("replicates", Double(bootstrap.replicates), in: 50...1_000_000)
    }
  }
}

extension Diagnostics {
  /// Adds a problem if a setting lies outside its range, or at an end of it where the ends are out.
  mutating func checkSetting(
    _ name: String, _ value: Double, in range: ClosedRange<Double>, isOpen: Bool = false
  ) {
    let isAtEnd = value == range.lowerBound || value == range.upperBound
    guard !range.contains(value) || (isOpen && isAtEnd) else { return }
    add(
      .auditSetting,
      [
        "setting": .text(name), "low": .integer(Int64(clamping: range.lowerBound)),
        "high": .integer(Int64(clamping: range.upperBound)),
      ], at: .key(name))
  }
}

extension Int64 {
  /// The nearest whole number that fits; levels of a scale may lie that far apart.
  fileprivate init(clamping value: Double) {
    self = Int64(exactly: value.rounded()) ?? (value < 0 ? .min : .max)
  }
}
