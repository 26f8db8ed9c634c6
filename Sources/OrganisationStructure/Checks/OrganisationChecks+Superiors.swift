import KinerjaCore

// Everybody has one superior, except at the top.
extension OrganisationChecks {
  mutating func checkSuperiors() {
    var left: [PostID: [PersonID: [DayRange]]] = [:]
    for person in index.personRows.keys.sorted() {
      let rows = index.personRows[person]
      guard let first = rows.map(\.index).min() else { continue }
      for employed in DayRange.joined(rows.map(\.days)) {
        let pieces = employed.pieces { day, until in
          index.superior(of: person, on: day, until: &until)
        }
        for (days, finding) in pieces {
          switch finding {
          case .superior, .absent, .severalHeads: break
          case .vacant(let post): left[post, default: [:]][person, default: []].append(days)
          case .top:
            guard !isTop(person, on: days.from) else { continue }
            report(
              .noSuperior, ["person": .id(person), "days": .ranges([days])],
              .incumbencies, first, "post")
          case .several(let superiors):
            report(
              .twoSuperiors,
              [
                "person": .id(person), "days": .ranges([days]),
                "superiors": .list(superiors.map(\.text)),
              ], .incumbencies, first, "post")
          }
        }
      }
    }
    for post in left.keys.sorted() { reportLeft(left[post] ?? [:], by: post) }
  }

  /// One message for a post that leaves many without a superior.
  private mutating func reportLeft(_ persons: [PersonID: [DayRange]], by post: PostID) {
    guard let row = index.postRows[post].first?.index else { return }
    report(
      .leftWithoutSuperior,
      [
        "post": .id(post), "count": .integer(Int64(persons.count)),
        "days": .ranges(DayRange.joined(persons.values.joined())),
      ], .posts, row, "post")
  }

  /// Whether one of a person's posts leads a unit that has none above it.
  private func isTop(_ person: PersonID, on day: Day) -> Bool {
    var until = Day.last
    return index.mainIncumbencies(of: person, on: day, until: &until).contains { incumbency in
      guard let post = index.post(incumbency.post, on: day, until: &until) else { return false }
      return post.isLeadership && index.unit(post.unit, on: day, until: &until)?.parent == nil
    }
  }
}
