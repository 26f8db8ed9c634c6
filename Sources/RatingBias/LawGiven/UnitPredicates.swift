public import KinerjaCore

/// The predicates of one unit, as they stand before they are decided.
public struct UnitPredicates: Sendable, Hashable {
  /// The unit.
  public let unit: UnitID
  /// The scale of predicates, the lowest first, such as *Sangat Kurang* to *Sangat Baik*.
  public let scale: RatingScale
  /// What the unit achieved, as a value of the scale, *Istimewa* as the highest; nil if not known.
  public let achievement: Int?
  /// Who leads the unit, and with which predicate; nil if that is not known.
  public let leader: (person: PersonID, predicate: Int)?
  /// The predicates of those who are led, as values of the scale.
  public let staff: [PersonID: Int]

  /// Creates the predicates of a unit.
  ///
  /// - Throws: `InvalidInput` with all values that are no level of the scale.
  public init(
    _ unit: UnitID, scale: RatingScale, achievement: Int?,
    leader: (person: PersonID, predicate: Int)? = nil, staff: [PersonID: Int]
  ) throws(InvalidInput) {
    var problems = Diagnostics()
    func check(_ value: Int, _ place: SourcePlace) {
      guard scale.position(of: value) == nil else { return }
      problems.add(
        .ratingOffScale,
        ["value": .integer(Int64(value)), "scale": .text(scale.id.text)], at: place)
    }
    if let achievement { check(achievement, SourcePlace(path: [.key("achievement")])) }
    if let leader { check(leader.predicate, SourcePlace(path: [.key("leader")])) }
    for person in staff.keys.sorted() {
      check(
        staff[person] ?? 0, SourcePlace(path: [.key("staff"), .key(person.text)]))
    }
    try problems.throwIfAny()
    self.unit = unit
    self.scale = scale
    self.achievement = achievement
    self.leader = leader
    self.staff = staff
  }

  func label(_ value: Int) -> LocalizedText {
    scale.level(value)?.label ?? LocalizedText(same: String(value))
  }

  public static func == (left: Self, right: Self) -> Bool {
    left.unit == right.unit && left.scale == right.scale && left.staff == right.staff
      && left.achievement == right.achievement && left.leader?.person == right.leader?.person
      && left.leader?.predicate == right.leader?.predicate
  }

  public func hash(into hasher: inout Hasher) {
    hasher.combine(unit)
    hasher.combine(achievement)
    hasher.combine(staff)
  }
}
