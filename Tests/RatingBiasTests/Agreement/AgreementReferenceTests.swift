import KinerjaCore
import RatingBias
import Testing

/// Values of other programs and of the papers; each name holds its program.
@Suite("Agreement as published") struct AgreementReferenceTests {
  private func measure(
    _ set: RatingSet, _ coefficient: AgreementCoefficient
  ) throws -> Agreement {
    try #require(try set.agreement(coefficient).estimate)
  }

  // Coefficients and standard errors of irrCAC 1.0 (R), which prints five decimals; the points of
  // irrCAC 0.4.4 (Python) are the same. In the order AC, Fleiss, Conger, Brennan–Prediger, alpha,
  // percent agreement.
  @Test(
    arguments: [
      (
        .identity,
        [
          (0.73806, 0.15303), (0.72119, 0.16571), (0.72685, 0.15873),
          (0.73485, 0.15524), (0.71467, 0.15747), (0.7878787878788, 0.13303),
        ]
      ),
      (
        .linear,
        [
          (0.85886, 0.10831), (0.81519, 0.14106), (0.81826, 0.13507),
          (0.84848, 0.1143), (0.81308, 0.11908), (0.9393939393939, 0.09182),
        ]
      ),
      (
        .quadratic,
        [
          (0.93395, 0.09194), (0.89281, 0.12087), (0.89427, 0.11595),
          (0.92424, 0.09615), (0.89331, 0.08361), (0.9810606060606, 0.08995),
        ]
      ),
      (
        .ordinal,
        [
          (0.9135, 0.09485), (0.86821, 0.12769), (0.87013, 0.1223),
          (0.9026, 0.10004), (0.86816, 0.09574), (0.9727272727273, 0.08987),
        ]
      ),
      (
        .radical,
        [
          (0.80306, 0.12696), (0.76857, 0.15287), (0.77281, 0.14635),
          (0.79511, 0.13205), (0.76434, 0.1381), (0.8876634308731, 0.10091),
        ]
      ),
      (
        .ratio,
        [
          (0.89973, 0.09658), (0.86812, 0.11912), (0.86312, 0.11418),
          (0.88754, 0.10244), (0.86001, 0.08518), (0.9676994434137, 0.08982),
        ]
      ),
      (
        .circular,
        [
          (0.82643, 0.12344), (0.8018, 0.14188), (0.80517, 0.13696),
          (0.81955, 0.12786), (0.79693, 0.12537), (0.9002486040151, 0.09999),
        ]
      ),
      (
        .bipolar,
        [
          (0.92354, 0.09215), (0.88324, 0.11923), (0.8838, 0.11436),
          (0.91404, 0.09621), (0.88218, 0.08275), (0.9756854256854, 0.08975),
        ]
      ),
    ] as [(AgreementWeights, [(Double, Double)])])
  func `Gwet's example with gaps, as irrCAC has it`(
    weights: AgreementWeights, expected: [(Double, Double)]
  ) throws {
    let set = try AgreementSamples.gwet
    let coefficients: [AgreementCoefficient] = [
      .gwetAC2(weights: weights), .fleissKappa(weights: weights), .congerKappa(weights: weights),
      .brennanPrediger(weights: weights), .krippendorffAlpha(weights: weights),
      .percentAgreement(weights: weights),
    ]
    for (coefficient, (value, error)) in zip(coefficients, expected) {
      let agreement = try measure(set, coefficient)
      #expect(Samples.isNear(agreement.value, value, 1.1e-5), "\(coefficient)")
      #expect(Samples.isNear(agreement.standardError, error, 1.1e-5), "\(coefficient)")
      #expect(agreement.ratingCount == 32 - 1 && agreement.unitCount == 11)
      #expect(agreement.singleRatingCount == 1 && agreement.rateeCount == 11)
    }
  }

  // irrCAC 0.4.4 (Python) prints the intervals (0.40125, 1), (0.35647, 1) and (0.36381, 1).
  @Test func `Gwet's intervals end at one`() throws {
    let set = try AgreementSamples.gwet
    for (coefficient, lower) in [
      (.gwetAC1, 0.40125), (.fleissKappa(), 0.35647), (.krippendorffAlpha(.nominal), 0.36381),
    ] as [(AgreementCoefficient, Double)] {
      let interval = try #require(try measure(set, coefficient).interval)
      #expect(Samples.isNear(interval.lower, lower, 2e-5) && interval.upper == 1)
    }
  }

  @Test(
    arguments: [
      (.gwetAC1, 0.44788, 0.05566), (.fleissKappa(), 0.43024, 0.0542),
      (.congerKappa(), 0.44181, 0.05079), (.brennanPrediger(), 0.44444, 0.05512),
      (.krippendorffAlpha(.nominal), 0.43341, 0.0542), (.percentAgreement(), 0.55556, 0.0441),
    ] as [(AgreementCoefficient, Double, Double)])
  func `Fleiss' example, as irrCAC has it`(
    coefficient: AgreementCoefficient, value: Double, error: Double
  ) throws {
    let agreement = try measure(AgreementSamples.fleiss, coefficient)
    #expect(Samples.isNear(agreement.value, value, 1e-5))
    #expect(Samples.isNear(agreement.standardError, error, 1e-5))
  }

  // irr 0.84.1 (R): kappam.fleiss, exact = TRUE, agree; the paper prints 0.430.
  @Test func `Fleiss' example, as irr has it`() throws {
    let set = try AgreementSamples.fleiss
    let kappa = try measure(set, .fleissKappa())
    #expect(Samples.isNear(kappa.value, 0.4302445200601, 1e-9))
    #expect(Samples.isNear(kappa.value, 0.43, 0.0005))
    #expect(Samples.isNear(kappa.chanceTest?.z, 17.651830582991, 1e-6))
    #expect(Samples.isNear(kappa.unanimousShare, 0.16666666666667, 1e-8))
    #expect(Samples.isNear(kappa.exactShare, 0.5555555555556, 1e-12))
    #expect(Samples.isNear(try measure(set, .congerKappa()).value, 0.4418085403293, 1e-9))
  }

  // irr 0.84.1 (R), kappam.fleiss with detail, printed with three decimals.
  @Test func `Fleiss' example, level by level`() throws {
    let levels = try AgreementSamples.fleiss.agreementByLevel().map(\.answer.estimate)
    let expected = [
      (0.245, 5.192), (0.245, 5.192), (0.52, 11.031), (0.471, 9.994), (0.566, 12.009),
    ]
    for (level, (value, z)) in zip(levels, expected) {
      #expect(Samples.isNear(level?.value, value, 0.0006))
      #expect(Samples.isNear(level?.chanceTest?.z, z, 0.0006))
    }
    #expect(levels.count == 5)
  }

  // irr 0.84.1 (R), kappam.light.
  @Test func `Light's kappa is the mean over pairs`() throws {
    let pairs = try AgreementSamples.fleiss.agreementByPair()
    let values = pairs.compactMap(\.answer.estimate?.value)
    #expect(values.count == 15 && pairs[0].one == "r000" && pairs[14].other == "r005")
    #expect(Samples.isNear(values.reduce(0, +) / 15, 0.4594121444346, 1e-9))
    #expect(pairs.allSatisfy { $0.answer.estimate?.standardError ?? 0 > 0 })
  }

  // Closed form: 33 of 105 pairs of judges gave the same mark.
  @Test func `Guilford's judges agree on 33 of 105`() throws {
    let agreement = try measure(Guilford.set, .percentAgreement())
    #expect(Samples.isNear(agreement.exactShare * 105, 33) && agreement.unitCount == 35)
  }

  // Values and z for no agreement: irr 0.84.1 (R). Errors: statsmodels 0.15.0. Variances: psych 2.2.9
  // without weights, the multinomial delta method with weights.
  @Test(
    arguments: [
      (
        .identity, 0.5953888280894, 84.580981100211, 0.007286851134745739, 0.007039275500765645,
        5.309819945995e-05
      ),
      (
        .linear, 0.6523804295006, 80.139525039985, 0.0070752635706983645, 0.008140557723234578,
        5.0059354596388e-05
      ),
      (
        .quadratic, 0.7023342524901, 60.760042636786, 0.008381936586536715, 0.011559146801271139,
        7.025686094149e-05
      ),
    ] as [(AgreementWeights, Double, Double, Double, Double, Double)])
  func `Cohen's weighted kappa of vision`(
    weights: AgreementWeights, value: Double, z: Double, error: Double, nullError: Double,
    variance: Double
  ) throws {
    let kappa = try measure(AgreementSamples.vision, .cohenKappa(weights: weights))
    #expect(Samples.isNear(kappa.value, value, 1e-10))
    #expect(Samples.isNear(kappa.standardError, error, 1e-8))
    #expect(Samples.isNear(kappa.standardError.map { $0 * $0 }, variance, 1e-12))
    #expect(Samples.isNear(kappa.chanceTest?.standardError, nullError, 1e-8))
    #expect(Samples.isNear(kappa.chanceTest?.z, z, 1e-5))
    #expect(kappa.chanceTest?.pValue == 0)
  }

  // psych 2.2.9; the paper prints 0.492 and 0.348.
  @Test func `Cohen's own weights`() throws {
    let set = try AgreementSamples.cohen
    #expect(Samples.isNear(try measure(set, .cohenKappa()).value, 0.4915254237288, 1e-10))
    let own = AgreementWeights.disagreements([[0, 1, 3], [1, 0, 6], [3, 6, 0]])
    let kappa = try measure(set, .cohenKappa(weights: own))
    #expect(Samples.isNear(kappa.value, 0.3478260869565, 1e-10))
  }

  // Krippendorff (2011), "Computing Krippendorff's Alpha-Reliability", section C: four observers,
  // twelve units, 40 pairable values. Printed with three decimals; further digits from the Python
  // package krippendorff 0.9.0.
  @Test(
    arguments: [
      (.nominal, 0.743421052631579, 0.743), (.ordinal, 0.8153875037548814, 0.815),
      (.interval, 0.8491071428571428, 0.849), (.ratio, 0.7974027747116121, 0.797),
    ] as [(AgreementCoefficient.Measurement, Double, Double)])
  func `Krippendorff's example`(
    measurement: AgreementCoefficient.Measurement, alpha: Double, printed: Double
  ) throws {
    let set = try Samples.table(AgreementTests.krippendorff, scale: 1...5)
    let agreement = try measure(set, .krippendorffAlpha(measurement))
    #expect(Samples.isNear(agreement.value, alpha, 1e-12))
    #expect(Samples.isNear(agreement.value, printed, 0.0006))
    #expect(agreement.ratingCount == 40 && agreement.unitCount == 11)
    #expect(agreement.singleRatingCount == 1 && agreement.rateeCount == 11)
    #expect(agreement.interval?.contains(alpha) == true)
  }
}
