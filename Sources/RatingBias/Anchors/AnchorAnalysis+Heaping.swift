public import KinerjaCore

extension AnchorAnalysis {
  /// Which share of a rater's ratings is rounded on a fine scale, such as to tens: heaping (*pembulatan
  /// nilai*).
  ///
  /// Where values spread smoothly, one of `base` values is a multiple of it: the share beyond that is
  /// rounded. Each multiple is compared with the values less than half a base around it, which is exact
  /// where shares rise or fall in a straight line there. The ratings of one ratee count as one.
  ///
  /// - Parameters:
  ///   - ratings: All ratings; those that people gave themselves are left out.
  ///   - base: At least 2, such as 5 or 10.
  /// - Returns: "Not enough data" for every rater if the scale's values do not follow each other by one
  ///   over at least four bases.
  /// - Throws: `InvalidInput` if a setting is out of its range.
  /// - Complexity: O(*n*).
  public func heaping(of ratings: RatingSet, base: Int) throws(InvalidInput) -> RaterEffect {
    try check()
    let ratings = ratings.withoutSelfRatings
    let counts = RatingCounts(ratings.cells, raterCount: ratings.raterCount)
    let base = max(2, base)
    let tallies = HeapTallies(ratings, base: base)
    let test = test(for: .heaping, on: ratings.scale)
    let steps = ratings.scale.levels.count - 1
    let isFine = ratings.scale.span == Double(steps)
    let raters = counts.active.map { rater -> (PersonID, Answer<RaterEffect.Estimate>) in
      let tally = tallies.raters[rater]
      let lacking = NotEnoughData.first([
        (.levels, 4 * base + 1, isFine ? steps + 1 : 1),
        (.ratings, max(1, limits.ratingsToEstimate), Int(tally.weight.rounded(.down))),
        (.ratees, limits.leastRatees, tally.ratees),
      ])
      if let lacking { return (ratings.raters[rater], .notEnough(lacking)) }
      let chance = 1 / Double(base)
      let share = tally.heaped / tally.weight
      // The error is that of the largest share inside the gate, or of one as large as found.
      let border = chance + test.gate * (1 - chance)
      let likely = max(share, min(border, 0.5))
      let error = (likely * (1 - likely) / tally.effectiveCount).squareRoot()
      let least = (border * (1 - border) / tally.effectiveCount).squareRoot()
      return (
        ratings.raters[rater],
        .estimate(
          RaterEffect.Estimate(
            .heaping, size: (share - chance) / (1 - chance),
            standardError: max(error, least) / (1 - chance), level: confidenceLevel, test: test,
            ratings: counts.ratings[rater], ratees: tally.ratees))
      )
    }
    return effect(
      .heaping, on: ratings.scale, reference: LocalizedText(same: String(base)), raters)
  }
}

/// How many ratings lie on multiples of a base.
struct HeapTallies {
  struct Tally {
    /// Ratings around multiples that have their whole surroundings on the scale.
    var weight = 0.0
    var heaped = 0.0
    var ratees = 0
    var squares = 0.0
    fileprivate var last: Int32 = -1
    fileprivate var own = 0.0

    /// The number of ratees with equally many ratings that would tell as much.
    var effectiveCount: Double { weight * weight / (squares + own * own) }

    fileprivate mutating func add(_ weight: Double, isHeaped: Bool, of ratee: Int32) {
      if ratee != last {
        squares += own * own
        (last, own) = (ratee, 0)
        ratees += 1
      }
      self.weight += weight
      own += weight
      if isHeaped { heaped += weight }
    }
  }

  private(set) var raters: [Tally]

  init(_ ratings: RatingSet, base: Int) {
    let cells = ratings.cells
    raters = [Tally](repeating: Tally(), count: ratings.raterCount)
    // By level: how much it counts, and whether it is a multiple.
    let levels = ratings.scale.levels.map { level -> (weight: Double, isHeaped: Bool) in
      let offset = ((level.value % base) + base) % base
      let nearest = offset * 2 <= base ? level.value - offset : level.value + base - offset
      // An end of the scale draws ratings of its own.
      guard
        nearest - base / 2 >= ratings.scale.lowest.value,
        nearest + base / 2 <= ratings.scale.highest.value
      else { return (0, false) }
      return (1, offset == 0)
    }
    for unit in 0..<cells.unitCount {
      for rating in cells.ratings(of: unit) {
        let level = levels[Int(cells.level[rating])]
        guard level.weight > 0 else { continue }
        raters[Int(cells.rater[rating])].add(
          level.weight, isHeaped: level.isHeaped, of: cells.ratee[unit])
      }
    }
  }
}
