/// A range that holds an estimated quantity with a stated confidence.
///
/// Statistics are estimates, so the bounds are doubles; what law decides is a ``Ratio`` or
/// ``Points``.
public struct ConfidenceInterval: Sendable, Hashable, Codable {
  /// The lower bound.
  public let lower: Double
  /// The upper bound, not below the lower one.
  public let upper: Double
  /// The share of such intervals that hold the true quantity, such as 0.95.
  public let level: Double

  package init(lower: Double, upper: Double, level: Double) {
    self.lower = lower
    self.upper = upper
    self.level = level
  }

  /// Whether a value lies in the range, its ends included.
  public func contains(_ value: Double) -> Bool { lower <= value && value <= upper }
}
