import KinerjaCore
import KinerjaNumerics

extension RaterEffect {
  /// How lenient raters are beside colleagues who rated the same persons on the same items.
  ///
  /// Sizes are points of the scale above the mean of the middle half of raters; negative is severe,
  /// positive lenient. The middle half are the raters between the quarters of all with whom the rater
  /// can be compared, the rater among them; of fewer than four raters it is all. Ratings of one ratee
  /// may depend on each other, and the uncertainty about colleagues is counted in the errors.
  static func leniency(
    _ ratings: RatingSet, counts: RatingCounts, settings: RatingAudit
  ) -> RaterEffect {
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
        let other = group.count == 2 ? group.first { $0 != rater } : nil
        answers[rater] =
          lacking.map { .notEnough($0) }
          ?? .estimate(
            Estimate(
              .leniency, size: shift.value, standardError: shift.variance.squareRoot(),
              degreesOfFreedom: shift.degreesOfFreedom, level: settings.confidenceLevel,
              test: settings.leniencyTest, ratings: counts.linkedRatings[rater],
              leftOut: counts.ratings[rater] - counts.linkedRatings[rater], ratees: shift.ratees,
              onlyOther: other.map { ratings.raters[$0] }))
      }
    }
    let absent = NotEnoughData(
      .sharedRatings, needed: max(1, limits.ratingsToEstimate), found: 0)
    return RaterEffect(
      .leniency, test: settings.leniencyTest, control: settings.control, limits: limits,
      hasExactErrors: hasExactErrors,
      raters: counts.active.map { (ratings.raters[$0], answers[$0] ?? .notEnough(absent)) })
  }
}
