public import KinerjaCore

/// A post (*jabatan*) as it was on certain days.
///
/// When its unit, title or line of report changes, the post gets a further row with later days.
public struct Post: Hashable, Sendable {
  /// The post.
  public let id: PostID
  /// What its holder is called.
  public let title: LocalizedText
  /// The unit to which it belongs.
  public let unit: UnitID
  /// The type.
  public let type: PostType
  /// Whether its holder leads the unit.
  ///
  /// Managerial posts do. Others may: the head of a health centre is often a functional official
  /// with an additional task (*tugas tambahan*). A leading post has one holder at a time; others
  /// may have many.
  public let isLeadership: Bool
  /// The post to which it reports.
  ///
  /// If nil, it reports to the leading post of its unit, or, being that itself or there being none,
  /// to the leading post of the nearest unit above that has one.
  public let reportsTo: PostID?
  /// The lowest ranks with which one may hold it, at most one for each kind of employment.
  public let minimumRanks: [Rank]
  /// The days on which this holds.
  public let days: DayRange

  /// Creates a row.
  ///
  /// Whether the holder leads the unit is as the type says if `isLeadership` is nil.
  public init(
    _ id: PostID, title: LocalizedText, unit: UnitID, type: PostType, isLeadership: Bool? = nil,
    reportsTo: PostID? = nil, minimumRanks: [Rank] = [], days: DayRange
  ) {
    self.id = id
    self.title = title
    self.unit = unit
    self.type = type
    self.isLeadership = isLeadership ?? type.isManagerial
    self.reportsTo = reportsTo
    self.minimumRanks = minimumRanks
    self.days = days
  }

  /// The lowest rank with which one so employed may hold it; nil if none is asked.
  public func minimumRank(for employment: EmploymentKind) -> Rank? {
    minimumRanks.first { $0.employment == employment }
  }
}
