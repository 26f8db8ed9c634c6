import KinerjaCore

// What leads back to itself.
extension OrganisationChecks {
  mutating func checkUnitCycles() {
    var known: Set<[UnitID]> = []
    for (row, unit) in index.units.enumerated() where unit.parent != nil {
      let pieces = unit.days.pieces { day, until in
        cycle(from: unit.id) { index.unit($0, on: day, until: &until)?.parent }
      }
      for (days, cycle) in pieces where !cycle.isEmpty && known.insert(cycle).inserted {
        report(
          .unitCycle, ["cycle": .path(closed(cycle)), "days": .ranges([days])], .units, row,
          "parent")
      }
    }
  }

  /// Checks to which posts the posts report.
  mutating func checkLines() {
    var known: Set<[PostID]> = []
    var unclear: Set<UnitID> = []
    for (row, post) in index.posts.enumerated() {
      let pieces = post.days.pieces { day, until in
        let line = index.line(from: post.id, on: day, until: &until)
        let cycle = cycle(from: post.id) { id in
          if case .post(let above) = index.line(from: id, on: day, until: &until) {
            above
          } else {
            nil
          }
        }
        return LineFinding(line: line, cycle: cycle)
      }
      for (days, finding) in pieces {
        if !finding.cycle.isEmpty, known.insert(finding.cycle).inserted {
          report(
            .postCycle, ["cycle": .path(closed(finding.cycle)), "days": .ranges([days])],
            .posts, row, "reports_to")
        }
        if case .severalHeads(let unit) = finding.line, unclear.insert(unit).inserted {
          var until = Day.last
          let heads = index.leadingRows.indices(of: unit, on: days.from, until: &until)
          report(
            .severalHeads,
            [
              "post": .id(post.id), "unit": .id(unit), "days": .ranges([days]),
              "heads": .list(heads.map { index.posts[$0].id.text }.sorted()),
            ], .posts, row, "reports_to")
        }
      }
    }
  }

  private struct LineFinding: Equatable {
    let line: OrganisationIndex.Line
    let cycle: [PostID]
  }

  /// Whoever supervises himself through others.
  ///
  /// Posts alone give no cycle once theirs are excluded; it takes somebody who acts for another,
  /// holds two posts, or supervises by an override. So it is enough to start from those.
  mutating func checkSupervisionCycles() {
    var known: Set<[PersonID]> = []
    for (row, incumbency) in index.incumbencies.enumerated() {
      let hasTwoPosts = index.personRows[incumbency.person].contains {
        $0.index != row && $0.days.overlaps(incumbency.days)
          && !index.incumbencies[$0.index].standing.isActing
      }
      guard incumbency.standing.isActing || hasTwoPosts else { continue }
      checkCycles(of: incumbency.person, incumbency.days, .incumbencies, row, "person", &known)
    }
    for (row, override) in index.overrides.enumerated() {
      checkCycles(of: override.person, override.days, .overrides, row, "superior", &known)
    }
  }

  private mutating func checkCycles(
    of person: PersonID, _ days: DayRange, _ table: OrganisationPlaces.Table, _ row: Int,
    _ field: String, _ known: inout Set<[PersonID]>
  ) {
    let pieces = days.pieces { day, until in
      cycle(from: person) {
        index.superior(of: $0, on: day, until: &until).supervision?.superior
      }
    }
    for (days, cycle) in pieces where !cycle.isEmpty && known.insert(cycle).inserted {
      report(
        .supervisionCycle, ["cycle": .path(closed(cycle)), "days": .ranges([days])], table, row,
        field)
    }
  }

  /// The cycle of which `start` is part, its smallest member first; empty if there is none.
  private func cycle<Kind>(
    from start: Identifier<Kind>, above: (Identifier<Kind>) -> Identifier<Kind>?
  ) -> [Identifier<Kind>] {
    var way = [start]
    while let next = above(way[way.count - 1]) {
      guard way.contains(next) else {
        way.append(next)
        continue
      }
      // One that the way up only runs into is found from its own members.
      guard next == start, let first = way.indices.min(by: { way[$0] < way[$1] }) else { return [] }
      return Array(way[first...] + way[..<first])
    }
    return []
  }

  private func closed<Kind>(_ cycle: [Identifier<Kind>]) -> [Identifier<Kind>] {
    cycle + cycle.prefix(1)
  }
}
