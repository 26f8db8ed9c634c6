import KinerjaCore
import KinerjaNumerics

extension RaterLeniency {
  /// Compares raters on the ratees they share.
  init(_ ratings: RatingSet, counts: RatingCounts, settings: RatingAudit) {
    let cells = ratings.cells
    let groups = LinkedGroups(cells, raterCount: ratings.raterCount).groups(of: counts.active)
      .filter { $0.count > 1 }
    let layouts = Comparisons.layouts(
      cells, values: ratings.levelValues, groups: groups, raterCount: ratings.raterCount)
    let limits = settings.limits
    var answers: [Int: Answer<Estimate>] = [:]
    var hasExactErrors = true
    for (group, layout) in zip(groups, layouts) {
      let severity = LinkedSeverity(layout)
      hasExactErrors = hasExactErrors && severity.hasExactErrors
      for (rater, shift) in zip(group, severity.shifts) {
        let lacking = NotEnoughData.first([
          (.sharedRatings, limits.ratingsToEstimate, counts.linkedRatings[rater]),
          (.sharedRatees, limits.leastRatees, shift.ratees),
          (.differentRatings, 2, shift.variance > 0 ? 2 : 1),
        ])
        answers[rater] =
          lacking.map { .notEnough($0) }
          ?? .estimate(
            Estimate(
              shift.value, variance: shift.variance, degreesOfFreedom: shift.degreesOfFreedom,
              level: settings.confidenceLevel, ratings: counts.linkedRatings[rater],
              of: counts.ratings[rater], ratees: shift.ratees))
      }
    }
    self.init(
      basis: .sharedRatees, ratings, counts.active.map { ($0, answers[$0]) },
      absent: NotEnoughData(.sharedRatings, needed: max(1, limits.ratingsToEstimate), found: 0),
      hasExactErrors: hasExactErrors, settings: settings)
  }

  /// Compares raters by what is known of their ratees.
  init(
    _ ratings: RatingSet, counts: RatingCounts, reference: RateeReference, settings: RatingAudit
  ) {
    let means = RateeMeans(ratings, reference: reference)
    let limits = settings.limits
    // A rater with one ratee tells nothing of the own spread.
    let raters = counts.active.filter { means.rateeCounts[$0] > 1 }
    var local = [Int: Int]()
    for (index, rater) in raters.enumerated() { local[rater] = index }
    let pairs = means.pairs.compactMap { pair in
      local[pair.rater].map {
        ReferenceSeverity.Pair(rater: $0, reference: pair.reference, rating: pair.rating)
      }
    }
    let severity = ReferenceSeverity(
      pairs, raterCount: raters.count, fixedSlope: reference.relation == .samePoints ? 1 : nil)
    var answers: [Int: Answer<Estimate>] = [:]
    for (index, rater) in raters.enumerated() {
      let level = severity?.levels[index]
      let lacking = NotEnoughData.first([
        (.raters, 2, raters.count),
        (.ratings, limits.ratingsToEstimate, means.ratingCounts[rater]),
        (.rateesWithReference, limits.leastRatees, means.rateeCounts[rater]),
        (.referenceValues, 2, level == nil ? 1 : 2),
        (.differentRatings, 2, (level?.variance ?? 1) > 0 ? 2 : 1),
      ])
      if let lacking {
        answers[rater] = .notEnough(lacking)
      } else if let level {
        answers[rater] = .estimate(
          Estimate(
            level.value, variance: level.variance, degreesOfFreedom: level.degreesOfFreedom,
            level: settings.confidenceLevel, ratings: means.ratingCounts[rater],
            of: counts.ratings[rater], ratees: means.rateeCounts[rater]))
      }
    }
    self.init(
      basis: .reference(reference.name), ratings,
      counts.active.map { rater in
        let lacking = NotEnoughData(
          .rateesWithReference, needed: limits.leastRatees, found: means.rateeCounts[rater])
        return (rater, answers[rater] ?? .notEnough(lacking))
      },
      absent: NotEnoughData(.rateesWithReference, needed: limits.leastRatees, found: 0),
      hasExactErrors: true, settings: settings)
  }

  private init(
    basis: Basis, _ ratings: RatingSet, _ found: [(rater: Int, answer: Answer<Estimate>?)],
    absent: NotEnoughData, hasExactErrors: Bool, settings: RatingAudit
  ) {
    var answers = found.map { $0.answer ?? .notEnough(absent) }
    Answer.flag(
      &answers, rate: settings.falseDiscoveryRate, gate: settings.leniencyGateInPoints,
      limits: settings.limits)
    self.basis = basis
    raters = zip(found, answers).map { Rater(rater: ratings.raters[$0.rater], answer: $1) }
    self.hasExactErrors = hasExactErrors
  }
}

extension RaterLeniency.Estimate {
  init(
    _ points: Double, variance: Double, degreesOfFreedom: Double, level: Double, ratings: Int,
    of allRatings: Int, ratees: Int
  ) {
    self.points = points
    standardErrorInPoints = variance.squareRoot()
    interval = .student(
      points, standardError: standardErrorInPoints, degreesOfFreedom: degreesOfFreedom,
      level: level)
    significance = Significance(
      t: points / standardErrorInPoints, degreesOfFreedom: degreesOfFreedom)
    ratingCount = ratings
    leftOutCount = allRatings - ratings
    rateeCount = ratees
  }
}
