import KinerjaCore
import KinerjaTables

extension RatingSet {
  /// Returns those ratings that pass all filters.
  ///
  /// ```swift
  /// let peers = ratings.filtered(by: .role(.peer), .times(2024...2026))
  /// ```
  ///
  /// The result shares the set's columns and holds one bit a rating; the first analysis of it
  /// gathers what it looks at. Every analysis of it gives what a set made of its ratings gives.
  ///
  /// - Complexity: O(*n*).
  public func filtered(by filters: RatingFilter...) -> RatingSet {
    guard !filters.isEmpty else { return self }
    let keeps = filters.map { RatingPredicate($0, shared) }
    let (byUnit, byRating) = (keeps.compactMap(\.unit), keeps.compactMap(\.rating))
    var members = BitSet()
    for unit in 0..<shared.cells.unitCount where byUnit.allSatisfy({ $0(unit) }) {
      for rating in shared.cells.ratings(of: unit)
      where selection?.members.contains(rating) != false
        && byRating.allSatisfy({ $0(unit, rating) })
      {
        members.insert(rating)
      }
    }
    return RatingSet(shared, scale: scale, selection: RatingSelection(members))
  }

  /// The ratings that people gave others.
  ///
  /// - Complexity: O(1) if nobody rated themselves.
  public var withoutSelfRatings: RatingSet {
    storage.selfRatingCount == 0
      ? RatingSet(shared, scale: scale, selection: selection) : filtered(by: .others)
  }
}

/// A filter against the numbers of a storage.
private struct RatingPredicate {
  /// Whether a unit passes; nil if all do.
  var unit: ((_ unit: Int) -> Bool)?
  /// Whether a rating of a unit passes; nil if all do.
  var rating: ((_ unit: Int, _ rating: Int) -> Bool)?

  init(_ filter: RatingFilter, _ all: RatingStorage) {
    let cells = all.cells
    switch filter.content {
    case .ratees(let ratees):
      let passes = all.ratees.map { ratees.contains($0) }
      unit = { passes[Int(cells.ratee[$0])] }
    case .items(let items):
      let passes = all.items.map { items.contains($0) }
      unit = { passes[Int(cells.item[$0])] }
    case .times(let times):
      let passes = all.times.map { times.contains($0) }
      unit = { unit in
        let time = Int(cells.time(of: unit))
        return time >= 0 && passes[time]
      }
    case .raters(let raters):
      let passes = all.raters.map { raters.contains($0) }
      rating = { _, rating in passes[Int(cells.rater[rating])] }
    case .roles(let roles):
      rating = Self.passing(all.roles.map { roles.contains($0) }, all.role)
    case .group(let name, let labels):
      let group = all.groups.first { $0.name == name }
      let passes = (group?.labels ?? []).map { labels.contains($0) }
      rating = Self.passing(passes, group?.codes ?? PackedIntegers())
    case .others:
      let selves = SelfRatings(all)
      rating = { unit, rating in !selves.contain(rating, of: cells.ratee[unit]) }
    }
  }

  private static func passing(
    _ passes: [Bool], _ codes: PackedIntegers
  ) -> (_ unit: Int, _ rating: Int) -> Bool {
    { _, rating in
      let code = codes.count > 0 ? Int(codes[rating]) : -1
      return code >= 0 && passes[code]
    }
  }
}
