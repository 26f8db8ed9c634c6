import KinerjaCore
import KinerjaTables
import OrganisationStructure

/// A random organisation over sixty days, and the plain rules of who supervises whom in it.
struct RandomRows {
  static let period: Period = "2026-01-01/2026-03-01"

  var units: [OrganisationUnit] = []
  var posts: [Post] = []
  var incumbencies: [Incumbency] = []
  var overrides: [SupervisionOverride] = []

  init(_ draw: inout RandomDraws) {
    let days = Self.period.days
    for number in 0..<4 {
      let unit = UnitID(stringLiteral: "u\(number)")
      let parents = (0..<number).map { UnitID(stringLiteral: "u\($0)") }
      let split = Self.days(&draw, from: 5, through: 55).from
      units.append(Self.unit(unit, draw.element(of: parents), days.from, split.previous))
      units.append(Self.unit(unit, draw.element(of: parents), split, days.through))
      if number == 0 || draw.bernoulli(0.8) {
        posts.append(Self.post("h\(number)", unit, .supervisor, nil))
        addHolders("h\(number)", &draw)
      }
      let heads = posts.filter(\.isLeadership).map(\.id)
      let line = draw.bernoulli(0.3) ? draw.element(of: heads) : nil
      posts.append(Self.post("s\(number)", unit, .implementer, line))
      for person in 0..<2 {
        incumbencies.append(
          Incumbency(
            PersonID(stringLiteral: "s\(number).\(person)"),
            in: PostID(stringLiteral: "s\(number)"),
            days: Self.days(&draw, from: 0, through: 59)))
      }
    }
    addActing(&draw)
    if let one = draw.element(of: incumbencies), let two = draw.element(of: incumbencies),
      one.person != two.person, let common = one.days.intersection(two.days)
    {
      overrides = [SupervisionOverride(one.person, under: two.person, days: common)]
    }
  }

  /// Holders one after the other, with gaps.
  private mutating func addHolders(_ post: String, _ draw: inout RandomDraws) {
    var day = 0
    for number in 0..<3 where day < 60 {
      let first = day + draw.integer(in: 0...8)
      let last = min(59, first + draw.integer(in: 5...30))
      guard first <= last else { break }
      incumbencies.append(
        Incumbency(
          PersonID(stringLiteral: "\(post).\(number)"), in: PostID(stringLiteral: post),
          days: Self.range(first, last)))
      day = last + 1
    }
  }

  /// Some who have a post of their own stand in for a head.
  private mutating func addActing(_ draw: inout RandomDraws) {
    let heads = posts.filter(\.isLeadership).map(\.id)
    for head in heads where draw.bernoulli(0.7) {
      guard let own = draw.element(of: incumbencies.filter { !$0.standing.isActing }),
        own.post != head
      else { continue }
      incumbencies.append(Incumbency(own.person, in: head, as: .plh, days: own.days))
    }
  }

  static func range(_ first: Int, _ last: Int) -> DayRange {
    let start = period.first
    return (try? DayRange(from: start + first, through: start + last)) ?? DayRange(only: start)
  }

  private static func days(_ draw: inout RandomDraws, from: Int, through: Int) -> DayRange {
    let first = draw.integer(in: from...through)
    return range(first, draw.integer(in: first...through))
  }

  private static func unit(
    _ id: UnitID, _ parent: UnitID?, _ first: Day, _ last: Day?
  ) -> OrganisationUnit {
    OrganisationUnit(
      id, name: LocalizedText(same: id.text), parent: parent,
      days: (try? DayRange(from: first, through: last)) ?? DayRange(only: first))
  }

  private static func post(_ id: String, _ unit: UnitID, _ type: PostType, _ line: PostID?) -> Post
  {
    Post(
      PostID(stringLiteral: id), title: LocalizedText(same: id), unit: unit, type: type,
      reportsTo: line, days: period.days)
  }
}

// The rules once more, day by day and row by row.
extension RandomRows {
  func superior(of person: PersonID, on day: Day) -> PersonID? {
    if let override = overrides.first(where: { $0.person == person && $0.days.contains(day) }) {
      return override.superior
    }
    let rows = incumbencies.filter { $0.person == person && $0.days.contains(day) }
    guard var post = (rows.first { $0.standing == .definitive } ?? rows.first)?.post else {
      return nil
    }
    while let above = self.above(post, on: day) {
      let holders = incumbencies.filter { $0.post == above && $0.days.contains(day) }
      let officer = holders.first { $0.standing == .plh } ?? holders.first
      guard let officer else { return nil }
      if officer.person != person { return officer.person }
      post = above
    }
    return nil
  }

  private func above(_ id: PostID, on day: Day) -> PostID? {
    guard let post = posts.first(where: { $0.id == id }) else { return nil }
    if let line = post.reportsTo { return line }
    func parent(_ unit: UnitID) -> UnitID? {
      units.first { $0.id == unit && $0.days.contains(day) }?.parent
    }
    var unit: UnitID? = post.isLeadership ? parent(post.unit) : post.unit
    while let current = unit {
      if let head = posts.first(where: { $0.isLeadership && $0.unit == current }) { return head.id }
      unit = parent(current)
    }
    return nil
  }
}
