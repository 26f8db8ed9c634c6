public import KinerjaCore

extension Organisation {
  /// The superior of a person on a day.
  ///
  /// That is whoever is in charge of the post above; where the person is in charge of that as well,
  /// of the next one above.
  ///
  /// - Returns: nil if the person held no post, is at the top, or nobody was in charge above.
  public func superior(of person: PersonID, on day: Day) -> Supervision? {
    var until = Day.last
    return index.superior(of: person, on: day, until: &until).supervision
  }

  /// Who supervised a person during a period, and for how many days each.
  ///
  /// Days are counted whoever the superior was acting for, and added up over several stretches.
  public func supervisors(of person: PersonID, during period: Period) -> SupervisionHistory {
    let pieces = period.days.pieces { day, until in
      index.superior(of: person, on: day, until: &until)
    }
    var order: [PersonID] = []
    var parts: [PersonID: [(days: DayRange, isActing: Bool)]] = [:]
    var unsupervised: [DayRange] = []
    var absent: [DayRange] = []
    for (days, finding) in pieces {
      switch finding {
      case .superior(let supervision):
        let superior = supervision.superior
        if parts[superior] == nil { order.append(superior) }
        parts[superior, default: []].append((days, supervision.isActing))
      case .absent: absent.append(days)
      case .top, .vacant, .several, .severalHeads: unsupervised.append(days)
      }
    }
    return SupervisionHistory(
      parts: order.map { superior in
        let own = parts[superior] ?? []
        return SupervisionHistory.Part(
          superior: superior, ranges: DayRange.joined(own.map(\.days)),
          days: own.reduce(0) { $0 + ($1.days.count ?? 0) },
          actingDays: own.reduce(0) { $0 + ($1.isActing ? $1.days.count ?? 0 : 0) })
      },
      unsupervised: DayRange.joined(unsupervised), absent: DayRange.joined(absent))
  }

  /// Whom a person supervised on a day, in order.
  ///
  /// - Complexity: O(*n*) in the number of persons; for all superiors at once, take ``superiors(on:)``.
  public func subordinates(of superior: PersonID, on day: Day) -> [PersonID] {
    persons.filter { self.superior(of: $0, on: day)?.superior == superior }
  }

  /// The superior of everybody who had one on a day.
  ///
  /// - Complexity: O(*n*) in the number of persons.
  public func superiors(on day: Day) -> [PersonID: Supervision] {
    var superiors: [PersonID: Supervision] = [:]
    for person in index.personRows.keys {
      superiors[person] = superior(of: person, on: day)
    }
    return superiors
  }
}
