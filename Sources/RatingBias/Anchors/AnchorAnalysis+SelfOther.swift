public import KinerjaCore

extension AnchorAnalysis {
  /// How much higher people rate themselves than others rate them on the same items and times.
  ///
  /// Sizes are points of the scale. The error has two parts, both drawn towards what all show: that
  /// of items, and, among at least two others, that of who they are. Beside one single other the
  /// severity of that one counts into the gap, as far as several others of the same people differ.
  ///
  /// - Parameter ratings: Ratings of oneself and by others.
  /// - Returns: As raters those who rated themselves; their ``RaterEffect/Estimate/rateeCount`` is the
  ///   number of others beside them.
  /// - Throws: `InvalidInput` if a setting is out of its range.
  /// - Complexity: O(*n*).
  public func selfOtherGap(of ratings: RatingSet) throws(InvalidInput) -> RaterEffect {
    try check()
    let gaps = SelfOtherGaps(ratings)
    let items = ModeratedVariances(gaps.people.map(\.byUnits))
    let others = ModeratedVariances(gaps.people.map(\.byOthers))
    let limits = selfRatingLimits
    let test = test(for: .selfOtherGap, on: ratings.scale)
    let raters = gaps.people.map { person -> (PersonID, Answer<RaterEffect.Estimate>) in
      let (byUnits, byOthers) = (
        items.moderated(person.byUnits), others.moderated(person.byOthers)
      )
      let parts = [
        (byUnits.value / Double(max(1, person.unitCount)), byUnits.degreesOfFreedom),
        (byOthers.value / Double(max(1, person.otherCount)), byOthers.degreesOfFreedom),
      ].filter { $0.0 > 0 }
      let variance = parts.reduce(0) { $0 + $1.0 }
      let lacking = NotEnoughData.first([
        (.sharedRatings, max(1, limits.ratingsToEstimate), person.unitCount),
        (.raters, max(1, limits.rateesToEstimate), person.otherCount),
        (.differentRatings, 2, variance > 0 ? 2 : 1),
      ])
      let name = ratings.ratees[person.ratee]
      if let lacking { return (name, .notEnough(lacking)) }
      return (
        name,
        .estimate(
          RaterEffect.Estimate(
            .selfOtherGap, size: person.gap, standardError: variance.squareRoot(),
            degreesOfFreedom: variance * variance
              / parts.reduce(0) { $0 + $1.0 * $1.0 / $1.1 },
            level: confidenceLevel, test: test, ratings: person.unitCount,
            leftOut: person.aloneCount, ratees: person.otherCount))
      )
    }
    return effect(.selfOtherGap, on: ratings.scale, limits: limits, raters)
  }
}

/// What people gave themselves less what others gave them.
struct SelfOtherGaps {
  struct Person {
    let ratee: Int
    var gap = 0.0
    /// Items and times that the person and somebody else rated.
    var unitCount = 0
    /// Items and times that nobody else rated.
    var aloneCount = 0
    var otherCount = 0
    /// Of the gap of one item, and of the mean gap to one other.
    var byUnits = ModeratedVariances.Variance(value: 0, degreesOfFreedom: 0)
    var byOthers = ModeratedVariances.Variance(value: 0, degreesOfFreedom: 0)
  }

  private(set) var people: [Person] = []

  init(_ ratings: RatingSet) {
    let cells = ratings.cells
    let values = ratings.levelValues
    let selves = SelfRatings(ratings.storage)
    var unit = 0
    while unit < cells.unitCount {
      let ratee = cells.ratee[unit]
      var person = Person(ratee: Int(ratee))
      var gaps: [Double] = []
      var byOther: [Int32: (count: Double, sum: Double)] = [:]
      var order: [Int32] = []
      while unit < cells.unitCount, cells.ratee[unit] == ratee {
        let range = cells.ratings(of: unit)
        unit += 1
        guard let own = range.first(where: { selves.contain($0, of: ratee) }) else { continue }
        let ownValue = values[Int(cells.level[own])]
        var (count, sum) = (0.0, 0.0)
        for rating in range where !selves.contain(rating, of: ratee) {
          let gap = ownValue - values[Int(cells.level[rating])]
          let rater = cells.rater[rating]
          if byOther[rater] == nil { order.append(rater) }
          let before = byOther[rater] ?? (0, 0)
          byOther[rater] = (before.count + 1, before.sum + gap)
          count += 1
          sum += gap
        }
        if count > 0 { gaps.append(sum / count) } else { person.aloneCount += 1 }
      }
      guard !gaps.isEmpty || person.aloneCount > 0 else { continue }
      person.unitCount = gaps.count
      person.otherCount = order.count
      let sample = SampleMean(gaps)
      (person.gap, person.byUnits) = (sample.mean, sample.variance)
      person.byOthers =
        SampleMean(order.compactMap { rater in byOther[rater].map { $0.sum / $0.count } }).variance
      people.append(person)
    }
  }
}
