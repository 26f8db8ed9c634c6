package import KinerjaCore
package import KinerjaTables

/// The ratings of a set, as columns, with every name that occurs and no other.
package struct RatingStorage: Sendable, Hashable {
  /// In ascending order, as all names and times.
  package var ratees: [PersonID] = []
  package var raters: [PersonID] = []
  package var items: [ItemID] = []
  package var times: [Int] = []
  package var roles: [RaterRole] = []
  package var cells = RatingCells()
  /// By rating, the number of its role, −1 where none is known; empty if no rating has one.
  package var role = PackedIntegers()
  /// By rating, its place in the rater's sequence, −1 where none is known; empty if no rating has one.
  package var order = PackedIntegers()
  /// In the order of names.
  package var groups: [RatingGroup] = []
  /// Ratings that people gave themselves.
  package var selfRatingCount = 0

  package init() {}

  mutating func countSelfRatings() {
    let selves = SelfRatings(self)
    selfRatingCount = 0
    for unit in 0..<cells.unitCount {
      selfRatingCount += cells.ratings(of: unit).count { selves.contain($0, of: cells.ratee[unit]) }
    }
  }

  /// The rating at a position.
  func rating(_ position: Int, on scale: RatingScale) -> Rating {
    let unit = cells.unit(of: position)
    let time = Int(cells.time(of: unit))
    let role = role.count > 0 ? Int(role[position]) : -1
    let order = order.count > 0 ? Int(order[position]) : -1
    var labels: [String: String] = [:]
    for group in groups { labels[group.name] = group[position] }
    return Rating(
      ratee: ratees[Int(cells.ratee[unit])], rater: raters[Int(cells.rater[position])],
      item: items[Int(cells.item[unit])],
      value: scale.levels[Int(cells.level[position])].value,
      role: role < 0 ? nil : roles[role], time: time < 0 ? nil : times[time],
      order: order < 0 ? nil : order, groups: labels)
  }
}

/// Which ratings people gave themselves: ratee and rater are one, or the role says so.
struct SelfRatings {
  private let rater: [Int32]
  private let role: PackedIntegers
  // By ratee, the same person's number as a rater; −1 for one who rated nobody.
  private let oneself: [Int32]
  private let ownRole: Int64?

  init(_ storage: RatingStorage) {
    (rater, role) = (storage.cells.rater, storage.role)
    let raters = storage.raters
    var number = 0
    oneself = storage.ratees.map { ratee in
      while number < raters.count, raters[number] < ratee { number += 1 }
      return number < raters.count && raters[number] == ratee ? Int32(number) : -1
    }
    ownRole = storage.roles.firstIndex(of: .oneself).map(Int64.init)
  }

  @inline(__always)
  func contain(_ rating: Int, of ratee: Int32) -> Bool {
    rater[rating] == oneself[Int(ratee)] || (ownRole != nil && role[rating] == ownRole)
  }
}
