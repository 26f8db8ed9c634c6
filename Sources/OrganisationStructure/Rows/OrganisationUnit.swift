public import KinerjaCore

/// A unit of an organisation (*unit kerja*) as it was on certain days.
///
/// When its name or parent changes, the unit gets a further row with later days.
public struct OrganisationUnit: Hashable, Sendable {
  /// The unit.
  public let id: UnitID
  /// What it is called on these days.
  public let name: LocalizedText
  /// The unit above it; nil for one at the top.
  public let parent: UnitID?
  /// The days on which this holds.
  public let days: DayRange

  /// Creates a row.
  public init(_ id: UnitID, name: LocalizedText, parent: UnitID? = nil, days: DayRange) {
    self.id = id
    self.name = name
    self.parent = parent
    self.days = days
  }
}
