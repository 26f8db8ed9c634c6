import KinerjaCore
import KinerjaTables
import RatingBias
import Testing

@Suite("Intraclass correlation") struct IntraclassCorrelationTests {
  private func measure(
    _ set: RatingSet, _ form: IntraclassForm
  ) throws -> IntraclassCorrelation {
    try #require(try set.intraclassCorrelation(form).estimate)
  }

  // psych 2.2.9, ICC(lmer = FALSE); for the average of agreement irr 0.84.1, whose interval is McGraw
  // and Wong's; pingouin 0.6.1 has the same six values.
  @Test(
    arguments: [
      (
        .oneWaySingle, 0.1657417684055, 1.794678492239, 18, 0.1647688083446, -0.1329323248748,
        0.7225600623281
      ),
      (
        .agreementSingle, 0.2897637795276, 11.027247956403, 15, 0.0001345665164843,
        0.01878651337471, 0.761084369649
      ),
      (
        .consistencySingle, 0.7148407148407, 11.027247956403, 15, 0.0001345665164843,
        0.3424647650339, 0.9458582599554
      ),
      (
        .oneWayAverage, 0.4427971336793, 1.794678492239, 18, 0.1647688083446, -0.8844421552381,
        0.9124154203408
      ),
      (
        .agreementAverage, 0.620050547599, 11.027247956403, 15, 0.0001345665164843,
        0.03944017992139, 0.9285731833772
      ),
      (
        .consistencyAverage, 0.9093155423771, 11.027247956403, 15, 0.0001345665164843,
        0.6756747138163, 0.9858916781691
      ),
    ] as [(IntraclassForm, Double, Double, Double, Double, Double, Double)])
  func `Shrout and Fleiss' example`(
    form: IntraclassForm, value: Double, ratio: Double, degrees: Double, pValue: Double,
    lower: Double, upper: Double
  ) throws {
    let icc = try measure(AgreementSamples.shroutFleiss, form)
    #expect(Samples.isNear(icc.value, value, 1e-8))
    #expect(Samples.isNear(icc.fRatio, ratio, 1e-6))
    #expect(icc.degreesBetween == 5 && icc.degreesOfError == degrees)
    #expect(Samples.isNear(icc.pValue, pValue, 1e-8))
    #expect(Samples.isNear(icc.interval?.lower, lower, 1e-6))
    #expect(Samples.isNear(icc.interval?.upper, upper, 1e-6))
    #expect(icc.rateeCount == 6 && icc.leftOutRateeCount == 0 && icc.ratingsPerRatee == 4)
  }

  // psych 2.2.9 steps the bounds of one rater up.
  @Test func `bounds stepped up`() throws {
    let set = try AgreementSamples.shroutFleiss
    let bounds = try measure(set, .agreementAverage).steppedUpInterval
    #expect(Samples.isNear(bounds?.lower, 0.0711368153025, 1e-6))
    #expect(Samples.isNear(bounds?.upper, 0.9272320401677, 1e-6))
    #expect(try measure(set, .consistencyAverage).steppedUpInterval == nil)
    // irr 0.84.1.
    let degrees = try measure(set, .agreementSingle).satterthwaiteDegrees
    #expect(Samples.isNear(degrees, 4.785143862213, 1e-5))
  }

  // Closed forms; the paper prints 11.24, 32.49, 1.02 and 6.26, and the correlations with two decimals.
  @Test func `Shrout and Fleiss' mean squares`() throws {
    let set = try AgreementSamples.shroutFleiss
    let squares = try measure(set, .agreementSingle).meanSquares
    #expect(Samples.isNear(squares.betweenRatees, 11.241666666666669))
    #expect(Samples.isNear(squares.betweenRaters, 32.486111111111114))
    #expect(Samples.isNear(squares.residual, 1.0194444444444444))
    #expect(Samples.isNear(squares.withinRatees, 6.263888888888889))
    let one = try measure(set, .oneWaySingle).meanSquares
    #expect(Samples.isNear(one.withinRatees, 6.263888888888889) && one.residual == nil)
    let published: [(IntraclassForm, Double)] = [
      (.oneWaySingle, 0.17), (.agreementSingle, 0.29), (.consistencySingle, 0.71),
      (.oneWayAverage, 0.44), (.agreementAverage, 0.62), (.consistencyAverage, 0.91),
    ]
    for (form, value) in published {
      #expect(Samples.isNear(try measure(set, form).value, value, 0.005))
    }
    // Variances of ratees, raters and what is left, by expected mean squares.
    let (ratee, rater) = (2.5555555555555562, 5.2444444444444445)
    let rest = try #require(squares.residual)
    #expect(Samples.isNear((squares.betweenRatees - rest) / 4, ratee))
    #expect(Samples.isNear((try #require(squares.betweenRaters) - rest) / 6, rater))
    let error = try measure(set, .agreementSingle).standardErrorOfMeasurementInPoints
    #expect(Samples.isNear(error, (rater + rest).squareRoot()))
    #expect(
      Samples.isNear(
        try measure(set, .consistencyAverage).standardErrorOfMeasurementInPoints,
        (rest / 4).squareRoot()))
  }

  @Test func `both traditions name the forms`() {
    #expect(
      IntraclassForm.allCases.map(\.mcGrawWong)
        == ["ICC(1,1)", "ICC(A,1)", "ICC(C,1)", "ICC(1,k)", "ICC(A,k)", "ICC(C,k)"])
    #expect(
      IntraclassForm.allCases.map(\.shroutFleiss)
        == ["ICC(1,1)", "ICC(2,1)", "ICC(3,1)", "ICC(1,k)", "ICC(2,k)", "ICC(3,k)"])
  }

  @Test(arguments: IntraclassForm.allCases)
  func `what cannot be known is said`(form: IntraclassForm) throws {
    func reason(_ rows: [[Int?]]) throws -> NotEnoughData? {
      guard
        case .notEnough(let reason) = try Samples.table(rows, scale: 1...5)
          .intraclassCorrelation(form)
      else { return nil }
      return reason
    }
    #expect(try reason([]) == NotEnoughData(.raters, needed: 2, found: 0))
    #expect(try reason([[1], [2], [3]]) == NotEnoughData(.raters, needed: 2, found: 1))
    #expect(
      try reason([[1, 2], [nil, 2]]) == NotEnoughData(.completeRatees, needed: 2, found: 1))
    #expect(
      try reason([[2, 2], [2, 2], [2, 2]])
        == NotEnoughData(.differentRatings, needed: 2, found: 1))
  }

  @Test(arguments: IntraclassForm.allCases)
  func `perfect agreement is one, without an interval`(form: IntraclassForm) throws {
    let set = try Samples.table([[1, 1], [4, 4], [3, 3], [5, 5]], scale: 1...5)
    let icc = try measure(set, form)
    #expect(Samples.isNear(icc.value, 1) && icc.interval == nil && icc.pValue == 0)
    #expect(icc.standardErrorOfMeasurementInPoints == 0)
  }

  @Test func `a severe rater spoils agreement, not consistency`() throws {
    let set = try Samples.table([[1, 3], [2, 4], [3, 5], [2, 4]], scale: 1...5)
    #expect(try Samples.isNear(measure(set, .consistencySingle).value, 1))
    #expect(try measure(set, .agreementSingle).value < 0.5)
  }

  // Two ratees have one score, which cannot enter; the other four have other raters each.
  @Test func `one way takes whoever rated`() throws {
    let set = try Samples.table(
      [
        [1, 2, nil, nil], [nil, 3, 3, nil], [nil, nil, 5, 4], [4, nil, nil, 2], [1, nil, nil, nil],
        [nil, nil, nil, 5],
      ], scale: 1...5)
    let icc = try measure(set, .oneWaySingle)
    #expect(icc.rateeCount == 4 && icc.leftOutRateeCount == 2 && icc.ratingsPerRatee == 2)
    // By hand: means 1.5, 3, 4.5, 3; between 2·(2.25 + 2.25)∕3 = 3, within (½ + ½ + 2)∕4 = ¾.
    #expect(Samples.isNear(icc.meanSquares.betweenRatees, 3))
    #expect(Samples.isNear(icc.value, (3 - 0.75) / (3 + 0.75)))
    #expect(
      try set.intraclassCorrelation(.agreementSingle)
        == .notEnough(NotEnoughData(.completeRatees, needed: 2, found: 0)))
  }

  @Test(arguments: IntraclassForm.allCases)
  func `order and shift do not matter, the bootstrap is near`(form: IntraclassForm) throws {
    var draws = RandomDraws(seed: 4)
    let rows = (0..<60).map { _ -> [Int?] in
      let level = 2 * draws.normal()
      return (0..<3).map { 10 + $0 + Int((level + draws.normal()).rounded()) }
    }
    let set = try Samples.table(rows, scale: 1...30)
    let icc = try measure(set, form)
    let turned = rows.reversed().map { $0.reversed().map { $0.map { $0 + 7 } } }
    let other = try measure(Samples.table(turned, scale: 1...30), form)
    #expect(Samples.isNear(other.value, icc.value, 1e-12))
    #expect(Samples.isNear(other.interval?.lower, try #require(icc.interval).lower, 1e-9))
    let drawn = try #require(
      try set.intraclassCorrelation(form, interval: .bootstrap(replicates: 300, seed: 2)).estimate)
    #expect(drawn.value == icc.value)
    let (lower, error) = (try #require(drawn.interval).lower, try #require(drawn.standardError))
    // Severity of three raters is uncertain to the formula, and given to the bootstrap.
    if !(form == .agreementSingle || form == .agreementAverage) {
      #expect(abs(lower - (try #require(icc.interval).lower)) < 1.5 * error)
    }
  }
}
