import KinerjaCore

// Who holds which post, and who has which posts.
extension OrganisationChecks {
  mutating func checkHolders() {
    for (row, post) in index.posts.enumerated() where post.isLeadership {
      let holders = index.holderRows[post.id].filter { $0.days.overlaps(post.days) }
      let gaps = post.days.gaps(leftBy: holders.map(\.days))
      if !gaps.isEmpty {
        report(
          .vacantPost, ["post": .id(post.id), "days": .ranges(gaps)], .posts, row, "post")
      }
      for (place, later) in holders.enumerated() {
        for earlier in holders[..<place] { checkTogether(earlier.index, later.index, in: post) }
      }
    }
  }

  /// Two holders of a leading post must not meet, unless one stands in for the other.
  private mutating func checkTogether(_ earlier: Int, _ later: Int, in post: Post) {
    let (one, two) = (index.incumbencies[earlier], index.incumbencies[later])
    guard
      let common = one.days.intersection(two.days)?.intersection(post.days)
    else { return }
    let standings = Set([one.standing, two.standing])
    let values: [String: DiagnosticValue] = [
      "post": .id(post.id), "days": .ranges([common]), "standing": .localized(two.standing.label),
    ]
    if standings.count == 1 {
      report(.twoHolders, values, .incumbencies, later, "from")
    } else if standings == [.definitive, .plt] {
      report(.actingBesideHolder, values, .incumbencies, later, "from")
    }
  }

  mutating func checkPersons() {
    for (row, incumbency) in index.incumbencies.enumerated() {
      for other in index.personRows[incumbency.person] where other.index < row {
        checkTogether(row, index.incumbencies[other.index])
      }
    }
  }

  /// What two rows say of one person must agree.
  private mutating func checkTogether(_ row: Int, _ other: Incumbency) {
    let incumbency = index.incumbencies[row]
    guard let common = incumbency.days.intersection(other.days) else { return }
    let values: [String: DiagnosticValue] = [
      "person": .id(incumbency.person), "days": .ranges([common]), "post": .id(incumbency.post),
      "other": .id(other.post),
    ]
    if incumbency.post == other.post {
      // In a leading post this is two holders already.
      let isLeading = index.postRows[incumbency.post].contains {
        index.posts[$0.index].isLeadership
      }
      if !isLeading { report(.samePostTwice, values, .incumbencies, row, "from") }
    } else if !incumbency.standing.isActing, !other.standing.isActing {
      report(.twoPosts, values, .incumbencies, row, "post")
    }
    if let one = incumbency.employment, let two = other.employment, one != two {
      report(.twoEmployments, values, .incumbencies, row, "employment")
    }
  }
}
