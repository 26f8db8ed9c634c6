public import KinerjaCore

/// What is known of ratees besides the ratings, such as their measured achievement.
///
/// It lets raters be compared who rated different persons, as superiors do. What it does not see
/// counts as the rater's: a team that is better in ways not measured makes its superior look
/// lenient, the more so the less exact the reference. The mean of each item is taken off first, so
/// that an easy item does not pass for leniency; severity on an item that one rater alone rates goes
/// with it and is not seen.
public struct RateeReference: Sendable, Hashable {
  /// How the reference is related to ratings.
  public enum Relation: String, Sendable, Hashable, Codable, CaseIterable {
    /// In any unit: how many points a rating rises with it is estimated within raters.
    case fitted
    /// In the points of the scale, as the mean of peers' ratings is: one to one.
    case samePoints
  }

  /// The values by ratee.
  public let values: [PersonID: Double]
  /// How they are related to ratings.
  public let relation: Relation
  /// What the reference is, for the sentences of findings, such as "measured achievement".
  public let name: LocalizedText

  /// Creates a reference.
  ///
  /// Ratees without a value, or with one that is not finite, are left out of the comparison and
  /// counted.
  public init(_ values: [PersonID: Double], relation: Relation = .fitted, name: LocalizedText) {
    self.values = values.filter { $0.value.isFinite }
    self.relation = relation
    self.name = name
  }
}
