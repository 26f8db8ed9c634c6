public import KinerjaCore

/// Which raters rated the same persons.
public struct RaterOverlap: Sendable, Hashable {
  /// Two raters with ratees in common.
  public struct Pair: Sendable, Hashable {
    /// The earlier by identifier.
    public let one: PersonID
    /// The later.
    public let other: PersonID
    /// Persons whom both rated, on whatever and whenever.
    public let sharedRateeCount: Int
    /// Pairs of person and item that both rated for one time.
    public let sharedUnitCount: Int
  }

  /// The pairs, in the order of identifiers.
  public let pairs: [Pair]
  /// The raters who share no ratee with anybody.
  public let isolatedRaters: [PersonID]

  /// - Parameter ratings: Without those that people gave themselves.
  init(_ ratings: RatingSet) {
    let cells = ratings.cells
    let raters = ratings.raters
    var shared: [UInt64: (ratees: Int, units: Int)] = [:]
    func forEachPair(_ members: some Collection<Int32>, _ body: (UInt64) -> Void) {
      for (place, one) in members.enumerated() {
        for other in members.dropFirst(place + 1) {
          body(UInt64(min(one, other)) << 32 | UInt64(max(one, other)))
        }
      }
    }
    var isActive = [Bool](repeating: false, count: raters.count)
    var unit = 0
    while unit < cells.unitCount {
      var members: Set<Int32> = []
      let ratee = cells.ratee[unit]
      while unit < cells.unitCount, cells.ratee[unit] == ratee {
        let own = cells.rater[cells.ratings(of: unit)]
        forEachPair(own) { shared[$0, default: (0, 0)].units += 1 }
        members.formUnion(own)
        unit += 1
      }
      for rater in members { isActive[Int(rater)] = true }
      forEachPair(members.sorted()) { shared[$0, default: (0, 0)].ratees += 1 }
    }
    var hasPartner = [Bool](repeating: false, count: raters.count)
    pairs = shared.keys.sorted().map { key in
      let (one, other) = (Int(key >> 32), Int(key & 0xFFFF_FFFF))
      (hasPartner[one], hasPartner[other]) = (true, true)
      let counts = shared[key, default: (0, 0)]
      return Pair(
        one: raters[one], other: raters[other], sharedRateeCount: counts.ratees,
        sharedUnitCount: counts.units)
    }
    isolatedRaters = raters.indices.filter { isActive[$0] && !hasPartner[$0] }.map { raters[$0] }
  }
}
