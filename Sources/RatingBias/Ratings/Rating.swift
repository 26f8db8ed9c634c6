public import KinerjaCore

/// One rating: who rated whom on which item, and how.
public struct Rating: Sendable, Hashable {
  /// The person who was rated.
  public let ratee: PersonID
  /// The person who rated.
  public let rater: PersonID
  /// What was rated, such as a behaviour.
  public let item: ItemID
  /// The value of a level of the scale.
  public let value: Int

  /// Creates a rating.
  ///
  /// The value is one of a level of the scale to which the rating belongs; the ``RatingSet`` checks
  /// it.
  public init(ratee: PersonID, rater: PersonID, item: ItemID, value: Int) {
    self.ratee = ratee
    self.rater = rater
    self.item = item
    self.value = value
  }
}
