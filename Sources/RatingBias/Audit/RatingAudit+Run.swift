import KinerjaCore
public import KinerjaTables

extension RatingAudit {
  /// Audits ratings, rater by rater.
  ///
  /// Ratings that people gave themselves are counted and left out. Each effect is a family of tests
  /// of its own, whose false flags are controlled over the raters with enough data.
  ///
  /// - Parameters:
  ///   - ratings: All ratings of a round.
  ///   - reference: What is known of the ratees besides; needed where each ratee has one rater only.
  ///   - work: How the work on agreement is spread and stopped.
  /// - Throws: `InvalidInput` if a setting is out of its range; `CancellationError` if the task is
  ///   cancelled.
  /// - Complexity: O(*n*) for *n* ratings, and for each linked group its raters times its
  ///   ratings for exact standard errors, up to a limit of work; beyond it some hundred times its
  ///   ratings. Each of these times the steps of an iteration: about twenty where raters are well
  ///   linked, as many as a chain of raters is long.
  public func run(
    on ratings: RatingSet, reference: RateeReference? = nil,
    by work: ParallelBlocks = ParallelBlocks()
  ) throws -> RatingAuditResult {
    try problems(on: ratings.scale).throwIfAny()
    let others = ratings.comparable
    let counts = RatingCounts(others.cells, raterCount: others.raterCount)
    let design = RatingDesign(ratings)
    let leniency = RaterEffect.leniency(others, counts: counts, settings: self)
    let byReference = reference.map {
      anchorAnalysis.leniency(ofOthers: others, by: $0)
    }
    let centralTendency = CentralTendency(others, counts: counts, settings: self)
    let agreement = try AgreementRun(others, agreement, on: nil, agreementInterval, work).answer()
    return RatingAuditResult(
      settings: self, design: design, leniency: leniency, leniencyByReference: byReference,
      centralTendency: centralTendency, agreement: agreement,
      findings: findings(
        design, [leniency, byReference].compactMap(\.self), centralTendency, agreement))
  }

  private func problems(on scale: RatingScale) -> Diagnostics {
    var problems = Diagnostics()
    problems.checkSetting("control.rate", control.rate, in: 0...1, isOpen: true)
    problems.checkSetting("confidenceLevel", confidenceLevel, in: 0...1, isOpen: true)
    let span = Double(scale.highest.value) - Double(scale.lowest.value)
    problems.checkSetting("leniencyGateInPoints", leniencyGateInPoints, in: 0...span)
    problems.checkSetting("spreadGate", spreadGate, in: 0...1, isOpen: true)
    problems.checkSetting("leastAgreement", leastAgreement, in: -1...1)
    var ofAgreement = Diagnostics(at: "agreement")
    agreement.check(on: scale, &ofAgreement)
    var ofInterval = Diagnostics(at: "agreementInterval")
    agreementInterval.check(&ofInterval)
    problems.add(contentsOf: ofAgreement)
    problems.add(contentsOf: ofInterval)
    return problems
  }
}
