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
  /// - Complexity: O(*n*) for *n* ratings, and for each linked group its raters times its
  ///   ratings for exact standard errors, up to a limit of work; beyond it some hundred times its
  ///   ratings. Each of these times the steps of an iteration: about twenty where raters are well
  ///   linked, as many as a chain of raters is long.
  public func run(
    on ratings: RatingSet, reference: RateeReference? = nil
  ) throws(InvalidInput) -> RatingAuditResult {
    try problems(on: ratings.scale).throwIfAny()
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

  private func problems(on scale: RatingScale) -> Diagnostics {
    var problems = Diagnostics()
    func check(_ name: String, _ value: Double, _ range: ClosedRange<Double>, open: Bool = true) {
      let isInside =
        range.contains(value)
        && !(open && (value == range.lowerBound || value == range.upperBound))
      guard !isInside else { return }
      problems.add(
        .auditSetting,
        [
          "setting": .text(name), "low": .integer(Int64(range.lowerBound)),
          "high": .integer(Int64(range.upperBound)),
        ], at: .key(name))
    }
    check("falseDiscoveryRate", falseDiscoveryRate, 0...1)
    check("confidenceLevel", confidenceLevel, 0...1)
    check("agreement.confidenceLevel", agreement.confidenceLevel, 0...1)
    let span = Double(scale.highest.value) - Double(scale.lowest.value)
    check("leniencyGateInPoints", leniencyGateInPoints, 0...span, open: false)
    check("spreadGate", spreadGate, 0...1)
    check("leastAlpha", leastAlpha, -1...1, open: false)
    return problems
  }
}
