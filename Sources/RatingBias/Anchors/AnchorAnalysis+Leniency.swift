public import KinerjaCore

extension AnchorAnalysis {
  /// How lenient raters are beside what is known of their ratees, over all times together.
  ///
  /// Sizes are points of the scale above the mean of the middle half of raters; negative is severe,
  /// positive lenient. The model is rating = level of the rater + level of the time + slope ·
  /// reference + error. The ratees of a rater are the sample: ratings of one ratee, on however many
  /// items and for however many times, may hang together. Raters with few ratees borrow the spread
  /// that all raters show, as far as raters show the same one.
  ///
  /// - Parameters:
  ///   - ratings: All ratings; those that people gave themselves are left out.
  ///   - reference: What is known of the ratees. Call once for each of several references.
  /// - Throws: `InvalidInput` if a setting is out of its range.
  /// - Complexity: O(*n* log *n*).
  public func leniency(
    of ratings: RatingSet, by reference: RateeReference
  ) throws(InvalidInput) -> RaterEffect {
    try check()
    return leniency(ofOthers: ratings.withoutSelfRatings, by: reference)
  }

  func leniency(ofOthers ratings: RatingSet, by reference: RateeReference) -> RaterEffect {
    let panel = AnchoredPanel(ratings, settings: self) { ratee, time in
      reference[ratee, time].map { ($0, 0) }
    }
    let line = AnchorLine(
      panel.rows, fixed: reference.relation == .samePoints ? 1 : nil,
      reliability: reference.reliability)
    let slopes = line.map { line in
      let residuals = line.residuals(panel.rows, timeCount: ratings.times.count)
      return RaterSlopes(
        zip(panel.rows, residuals).map { row, residual in
          .init(
            rater: row.rater, ratee: row.ratee, residual: residual, regressor: 1,
            reference: row.reference)
        }, raterCount: panel.raters.count, isCentred: false, slopeVariance: line.variance,
        isRelative: true, rounding: line.rounding)
    }
    return panel.effect(.leniencyByReference, reference.name, isRelative: true) { rater in
      slopes.map { $0.slopes[rater] }
    }
  }

  /// How much higher raters rate at the last than at the first of their times, at the same reference:
  /// inflation (*inflasi nilai*).
  ///
  /// Sizes are points of the scale from a rater's first to the last time, on a straight line. With a
  /// reference by time, such as the achievement of each year, they are what ratings rose beyond it;
  /// how much ratings go with it is taken from differences within raters and times. Without a
  /// reference they count from the middle half of raters, and what all raters rose is not seen.
  ///
  /// - Parameters:
  ///   - ratings: Ratings with times; those that people gave themselves are left out.
  ///   - reference: What is known of the ratees at each time.
  /// - Throws: `InvalidInput` if a setting is out of its range.
  public func inflation(
    of ratings: RatingSet, against reference: RateeReference? = nil
  ) throws(InvalidInput) -> RaterEffect {
    try check()
    let ratings = ratings.withoutSelfRatings
    let panel = AnchoredPanel(ratings, settings: self, leastTimes: 2) { ratee, time in
      guard let time else { return nil }
      guard let reference else { return (0, 0) }
      return reference[ratee, time].map { ($0, 0) }
    }
    let fixed: Double? = reference.map { $0.relation == .samePoints ? 1 : nil } ?? 0
    let line = AnchorLine(panel.rows, fixed: fixed, reliability: reference?.reliability ?? 1)
    let slopes = line.map { line in
      RaterSlopes(
        panel.rows.map { row in
          .init(
            rater: row.rater, ratee: row.ratee,
            residual: row.rating - line.slope * row.reference,
            regressor: Double(ratings.times[Int(row.time)]), reference: row.reference)
        }, raterCount: panel.raters.count, isCentred: true, slopeVariance: line.variance,
        isRelative: reference == nil, rounding: line.rounding)
    }
    let name = reference?.name ?? LocalizedText(id: "penilai lain", en: "other raters")
    return panel.effect(.inflation, name, isRelative: reference == nil) { rater in
      guard var slope = slopes?.slopes[rater] else { return nil }
      let window = panel.windows[rater]
      slope.value *= window
      slope.variance *= window * window
      return slope
    }
  }

  /// How much ratings follow the last part of a year's achievement beyond its share in the year:
  /// recency (*bias peristiwa terakhir*).
  ///
  /// Sizes are the points that a rating rises with a last part one standard deviation better than the
  /// rest, the year's mean being the same; a fair rating of the year rises by nothing.
  ///
  /// - Parameters:
  ///   - ratings: The ratings; those that people gave themselves are left out.
  ///   - achievement: What was achieved, period by period.
  /// - Throws: `InvalidInput` if a setting is out of its range.
  public func achievementRecency(
    of ratings: RatingSet, on achievement: PeriodicAchievement
  ) throws(InvalidInput) -> RaterEffect {
    try check()
    let ratings = ratings.withoutSelfRatings
    let panel = AnchoredPanel(ratings, settings: self) { achievement.yearAndLate($0, $1) }
    let line = AnchorLine(panel.rows, fixed: nil, hasOther: true)
    let slopes = line.map { line in
      let residuals = line.residuals(panel.rows, timeCount: ratings.times.count)
      return RaterSlopes(
        zip(panel.rows, residuals).map { row, residual in
          .init(
            rater: row.rater, ratee: row.ratee, residual: residual, regressor: row.other,
            reference: row.reference)
        }, raterCount: panel.raters.count, isCentred: true, slopeVariance: line.variance,
        isRelative: false, rounding: line.rounding)
    }
    return panel.effect(.achievementRecency, achievement.name, isRelative: false) { rater in
      guard let line, var slope = slopes?.slopes[rater] else { return nil }
      slope.value *= line.otherDeviation
      slope.variance *= line.otherDeviation * line.otherDeviation
      return slope
    }
  }
}
