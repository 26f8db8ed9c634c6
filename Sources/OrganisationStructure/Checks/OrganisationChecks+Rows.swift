import KinerjaCore

// What a row says by itself and of the rows it names.
extension OrganisationChecks {
  mutating func checkUnits() {
    checkVersions(index.unitRows, order: index.units.map(\.id), in: .units)
    for (row, unit) in index.units.enumerated() {
      guard let parent = unit.parent else { continue }
      checkReference(
        to: parent, in: index.unitRows, from: unit.id, on: unit.days, .units, row, "parent")
    }
  }

  mutating func checkPosts() {
    checkVersions(index.postRows, order: index.posts.map(\.id), in: .posts)
    for (row, post) in index.posts.enumerated() {
      checkReference(
        to: post.unit, in: index.unitRows, from: post.id, on: post.days, .posts, row, "unit")
      if let superior = post.reportsTo {
        checkReference(
          to: superior, in: index.postRows, from: post.id, on: post.days, .posts, row, "reports_to")
      }
      if Set(post.minimumRanks.map(\.employment)).count < post.minimumRanks.count {
        report(.twoMinimumRanks, ["post": .id(post.id)], .posts, row, "minimum_rank")
      }
    }
  }

  mutating func checkIncumbencies() {
    for (row, incumbency) in index.incumbencies.enumerated() {
      checkReference(
        to: incumbency.post, in: index.postRows, from: incumbency.person, on: incumbency.days,
        .incumbencies, row, "post")
      guard let rank = incumbency.rank, let employment = incumbency.employment else { continue }
      if rank.employment != employment {
        report(
          .rankOfOtherEmployment,
          ["rank": .text(rank.description), "employment": .text(employment.rawValue)],
          .incumbencies, row, "rank")
      } else if !incumbency.standing.isActing {
        checkMinimumRank(rank, of: incumbency, row)
      }
    }
  }

  private mutating func checkMinimumRank(_ rank: Rank, of incumbency: Incumbency, _ row: Int) {
    let asked = index.postRows[incumbency.post]
      .filter { $0.days.overlaps(incumbency.days) }
      .compactMap { index.posts[$0.index].minimumRank(for: rank.employment) }
    guard let minimum = asked.first(where: { rank.isAtLeast($0) == false }) else { return }
    report(
      .lowRank,
      [
        "rank": .text(rank.description), "post": .id(incumbency.post),
        "minimum": .text(minimum.description),
      ], .incumbencies, row, "rank")
  }

  mutating func checkOverrides() {
    for (row, override) in index.overrides.enumerated() {
      if override.person == override.superior {
        report(.ownSuperior, ["person": .id(override.person)], .overrides, row, "superior")
      }
      checkReference(
        to: override.person, in: index.personRows, from: override.superior, on: override.days,
        .overrides, row, "person")
      guard override.person != override.superior else { continue }
      checkReference(
        to: override.superior, in: index.personRows, from: override.person, on: override.days,
        .overrides, row, "superior")
    }
  }

  /// Rows of one identifier must not speak of the same day.
  private mutating func checkVersions<Kind>(
    _ rows: DatedRows<Identifier<Kind>>, order: [Identifier<Kind>],
    in table: OrganisationPlaces.Table
  ) {
    for (row, id) in order.enumerated() {
      for other in rows[id] where other.index < row {
        guard let own = rows[id].first(where: { $0.index == row }) else { continue }
        guard let common = own.days.intersection(other.days) else { continue }
        report(
          .rowsOfOneDay,
          ["kind": .kind(Identifier<Kind>.self), "id": .id(id), "days": .ranges([common])],
          table, row, "from")
        break
      }
    }
  }

  /// What a row names must be there, on all days of the row.
  private mutating func checkReference<Kind, Owner>(
    to id: Identifier<Kind>, in rows: DatedRows<Identifier<Kind>>, from owner: Identifier<Owner>,
    on days: DayRange, _ table: OrganisationPlaces.Table, _ row: Int, _ field: String
  ) {
    let target = rows[id]
    let kind = DiagnosticValue.kind(Identifier<Kind>.self)
    guard !target.isEmpty else {
      if let nearest = nearest(to: id, in: rows) {
        report(
          .misspeltID, ["kind": kind, "id": .id(id), "nearest": .text(nearest)], table, row, field)
      } else {
        report(.unknownID, ["kind": kind, "id": .id(id)], table, row, field)
      }
      return
    }
    let gaps = days.gaps(leftBy: target.map(\.days))
    guard !gaps.isEmpty else { return }
    report(
      .outsideOfTarget,
      [
        "owner": .id(owner), "ownerKind": .kind(Identifier<Owner>.self), "kind": kind,
        "id": .id(id), "days": .ranges(gaps),
      ], table, row, field)
  }

  private mutating func nearest<Kind>(
    to id: Identifier<Kind>, in rows: DatedRows<Identifier<Kind>>
  ) -> String? {
    // A person's code resembles others by chance only.
    guard Kind.self != PersonKind.self, suggestionsLeft > 0 else { return nil }
    suggestionsLeft -= 1
    return Spelling.nearest(to: id.text, among: rows.keys.map(\.text).sorted())
  }
}
