public import KinerjaCore

/// A superior other than the one whom the posts give, on certain days.
///
/// Such as an official to whom the evaluation of a person was delegated.
public struct SupervisionOverride: Hashable, Sendable {
  /// The person who is supervised.
  public let person: PersonID
  /// Who supervises.
  public let superior: PersonID
  /// The days on which this holds.
  public let days: DayRange
  /// Why, such as the number of the decree; nil if it is not said.
  public let reason: String?

  /// Creates a row.
  public init(
    _ person: PersonID, under superior: PersonID, days: DayRange, reason: String? = nil
  ) {
    self.person = person
    self.superior = superior
    self.days = days
    self.reason = reason
  }
}
