public import KinerjaCore

extension RatingAudit {
  /// Audits ratings, rater by rater.
  ///
  /// Ratings that people gave themselves are counted and left out. Each effect is a family of tests
  /// of its own, whose false-discovery rate is controlled over the raters with enough data.
  ///
  /// - Parameters:
  ///   - ratings: All ratings of a round.
  ///   - reference: What is known of the ratees besides; needed where each ratee has one rater only.
  /// - Throws: `InvalidInput` if a setting is out of its range.
  /// - Complexity: O(*n*) for *n* ratings, and for each linked group about twenty times its raters
  ///   times its ratings for exact standard errors.
  public func run(
    on ratings: RatingSet, reference: RateeReference? = nil
  ) throws(InvalidInput) -> RatingAuditResult {
    try problems.throwIfAny()
    let others = ratings.withoutSelfRatings
    let counts = RatingCounts(others.cells, raterCount: others.raterCount)
    let design = RatingDesign(ratings)
    let leniency = RaterLeniency(others, counts: counts, settings: self)
    let byReference = reference.map {
      RaterLeniency(others, counts: counts, reference: $0, settings: self)
    }
    let centralTendency = CentralTendency(others, counts: counts, settings: self)
    let agreement = agreement.measure(others)
    return RatingAuditResult(
      settings: self, design: design, leniency: leniency, leniencyByReference: byReference,
      centralTendency: centralTendency, agreement: agreement,
      findings: findings(
        design, [leniency, byReference].compactMap(\.self), centralTendency, agreement))
  }

  private var problems: Diagnostics {
    var problems = Diagnostics()
    func check(_ name: String, _ value: Double, _ range: ClosedRange<Double>, open: Bool = true) {
      let isInside =
        range.contains(value)
        && !(open && (value == range.lowerBound || value == range.upperBound))
      guard !isInside else { return }
      problems.add(
        .auditSetting,
        [
          "setting": .text(name), "low": .text("\(Int(range.lowerBound))"),
          "high": .text("\(Int(range.upperBound))"),
        ], at: .key(name))
    }
    check("falseDiscoveryRate", falseDiscoveryRate, 0...1)
    check("confidenceLevel", confidenceLevel, 0...1)
    check("agreement.confidenceLevel", agreement.confidenceLevel, 0...1)
    check("spreadGate", spreadGate, 0...1)
    return problems
  }
}
