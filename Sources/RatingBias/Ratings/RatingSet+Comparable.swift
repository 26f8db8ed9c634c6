extension RatingSet {
  /// The ratings that people gave others, in the units on which raters are compared.
  ///
  /// If nobody rated a ratee twice on an item, the times say only when ratings were given, as days or
  /// numbers do, and all ratings of a ratee on an item are one unit. Once anybody did, the times are
  /// periods, and ratings are compared within each.
  ///
  /// - Complexity: O(1) without times, else O(*n*).
  var comparable: RatingSet {
    let others = withoutSelfRatings
    guard others.cells.hasTimes, let merged = others.storage.withoutTimes() else { return others }
    return RatingSet(merged, scale: scale, missingCount: missingCount)
  }
}

extension RatingStorage {
  /// The ratings with no time, ordered by ratee, item and rater; nil if a rater would have rated a
  /// cell twice.
  func withoutTimes() -> RatingStorage? {
    guard let units = cells.comparableUnits else { return nil }
    let places = cells.rater.indices.map(Int32.init).sorted {
      let (one, other) = (Int($0), Int($1))
      return (units[one], cells.rater[one]) < (units[other], cells.rater[other])
    }
    var result = self
    result.times = []
    result.cells = RatingCells()
    result.cells.reserve(cells.count)
    for place in places {
      let rating = Int(place)
      let first = Int(units[rating])
      _ = result.cells.append(
        ratee: cells.ratee[first], item: cells.item[first], rater: cells.rater[rating],
        level: cells.level[rating])
    }
    result.cells.finish()
    result.setColumns(of: self, at: places)
    return result
  }
}

extension RatingCells {
  /// By rating, the first unit of the same ratee and item; nil if a rater rated one of them for two
  /// times.
  var comparableUnits: [Int32]? {
    var result: [Int32] = []
    result.reserveCapacity(count)
    var (first, raters) = (0, Set<Int32>())
    for unit in 0..<unitCount {
      if ratee[unit] != ratee[first] || item[unit] != item[first] {
        (first, raters) = (unit, [])
      }
      let isAlone =
        first == unit
        && (unit + 1 == unitCount || ratee[unit + 1] != ratee[unit] || item[unit + 1] != item[unit])
      for rating in ratings(of: unit) {
        if !isAlone, !raters.insert(rater[rating]).inserted { return nil }
        result.append(Int32(first))
      }
    }
    return result
  }
}
