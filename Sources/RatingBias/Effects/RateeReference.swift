public import KinerjaCore

/// What is known of ratees besides the ratings, such as their measured achievement, the mean of peers'
/// or the public's ratings, or the result of their unit.
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

  /// The values by ratee, where they are the same at all times.
  public let values: [PersonID: Double]
  /// The values by time and ratee, such as the achievement of each year; they go before ``values``.
  public let valuesByTime: [Int: [PersonID: Double]]
  /// How they are related to ratings.
  public let relation: Relation
  /// Which share of the differences that a fitted reference shows within teams is true, from 0 to 1.
  ///
  /// A reference with chance in it rises too little with merit; the slope is divided by this share.
  public let reliability: Double
  /// What the reference is, for the sentences of findings, such as "measured achievement".
  public let name: LocalizedText

  /// Creates a reference.
  ///
  /// Ratees without a value, or with one that is not finite, are left out of the comparison and
  /// counted.
  ///
  /// - Parameters:
  ///   - values: The reference by ratee.
  ///   - relation: How it is related to ratings.
  ///   - reliability: Positive, at most 1; what is not counts as 1.
  ///   - name: What the reference is, for the sentences of findings.
  public init(
    _ values: [PersonID: Double], relation: Relation = .fitted, reliability: Double = 1,
    name: LocalizedText
  ) {
    self.init(values, [:], relation, reliability, name)
  }

  /// Creates a reference that has a value for each time.
  ///
  /// - Parameters:
  ///   - values: The reference by time and ratee.
  ///   - relation: How it is related to ratings.
  ///   - reliability: Positive, at most 1; what is not counts as 1.
  ///   - name: What the reference is, for the sentences of findings.
  public init(
    byTime values: [Int: [PersonID: Double]], relation: Relation = .fitted,
    reliability: Double = 1, name: LocalizedText
  ) {
    self.init([:], values, relation, reliability, name)
  }

  private init(
    _ values: [PersonID: Double], _ valuesByTime: [Int: [PersonID: Double]], _ relation: Relation,
    _ reliability: Double, _ name: LocalizedText
  ) {
    self.values = values.filter { $0.value.isFinite }
    self.valuesByTime = valuesByTime.mapValues { $0.filter { $0.value.isFinite } }
    self.relation = relation
    self.reliability = reliability > 0 && reliability <= 1 ? reliability : 1
    self.name = name
  }

  /// What is known of a ratee at a time; nil if nothing is.
  public subscript(ratee: PersonID, time: Int?) -> Double? {
    time.flatMap { valuesByTime[$0]?[ratee] } ?? values[ratee]
  }
}
