public import KinerjaCore

/// Persons whom other raters rated at other times, which links these raters.
///
/// The link holds as far as such a person stays as able: what somebody gained between two years counts
/// as the later rater's leniency. Many movers average that out, one does not.
public struct StaffMoves: Sendable, Hashable {
  /// Persons whose raters were not the same at all times, in the order of identifiers.
  public let movers: [PersonID]
  /// Subsets that are left if a person at another time counts as another person.
  public let subsetCountWithoutMoves: Int
  /// Effects left undetermined then.
  public let rankDeficiencyWithoutMoves: Int

  /// - Parameter ratings: Without those that people gave themselves.
  init(_ ratings: RatingSet, facets: [Facet], subsets: RatingSubsets) {
    let cells = ratings.cells
    var movers: [PersonID] = []
    // By rating, a person at a time.
    var persons: [Int32] = []
    var personCount: Int32 = 0
    var unit = 0
    while unit < cells.unitCount, cells.hasTimes {
      let ratee = cells.ratee[unit]
      var byTime: [Int32: (person: Int32, raters: Set<Int32>)] = [:]
      while unit < cells.unitCount, cells.ratee[unit] == ratee {
        let range = cells.ratings(of: unit)
        let time = cells.time(of: unit)
        if byTime[time] == nil {
          byTime[time] = (personCount, [])
          personCount += 1
        }
        byTime[time]?.raters.formUnion(cells.rater[range])
        let person = byTime[time]?.person ?? 0
        for _ in range { persons.append(person) }
        unit += 1
      }
      if Set(byTime.values.map(\.raters)).count > 1 { movers.append(ratings.ratees[Int(ratee)]) }
    }
    self.movers = movers
    guard !movers.isEmpty else {
      subsetCountWithoutMoves = subsets.subsets.count
      rankDeficiencyWithoutMoves = subsets.rankDeficiency
      return
    }
    let others = subsets.facets.dropFirst().map { ratings.column(of: $0) }
    let kept = persons.indices.filter { rating in others.allSatisfy { $0.codes[rating] >= 0 } }
    let columns = FacetColumns(
      facets: [kept.map { persons[$0] }] + others.map { column in kept.map { column.codes[$0] } },
      sizes: [Int(personCount)] + others.map(\.names.count),
      scores: [UInt8](repeating: 0, count: kept.count), categoryCount: 1)
    let found = FacetSubsets(columns)
    subsetCountWithoutMoves = found.count
    rankDeficiencyWithoutMoves = found.rankDeficiency
  }
}
