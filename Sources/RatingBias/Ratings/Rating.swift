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
  /// What the rater is to the ratee; nil if that is not known.
  public let role: RaterRole?
  /// For which time the ratee was rated: a whole number that grows with time, such as a year, a
  /// period or a day; nil if all is one time.
  public let time: Int?
  /// The place of the rating in the sequence in which the rater gave them, not negative; nil if that
  /// is not known.
  public let order: Int?
  /// What else the rating belongs to, by name: the unit or the gender of the ratee, the rater's band.
  public let groups: [String: String]

  /// Creates a rating.
  ///
  /// The value is one of a level of the scale to which the rating belongs; the ``RatingSet`` checks
  /// it.
  public init(
    ratee: PersonID, rater: PersonID, item: ItemID, value: Int, role: RaterRole? = nil,
    time: Int? = nil, order: Int? = nil, groups: [String: String] = [:]
  ) {
    self.ratee = ratee
    self.rater = rater
    self.item = item
    self.value = value
    self.role = role
    self.time = time
    self.order = order
    self.groups = groups
  }

  /// Whether somebody rated themselves: ratee and rater are one, or the role says so.
  public var isSelfRating: Bool { ratee == rater || role == .oneself }
}
