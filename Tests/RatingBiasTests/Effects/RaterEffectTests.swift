import KinerjaCore
import KinerjaNumerics
import RatingBias
import Testing

@Suite struct RaterEffectTests {
  private static let limits = SampleLimits(
    ratingsToEstimate: 1, rateesToEstimate: 2, ratingsToFlag: 1, rateesToFlag: 2)

  private func effect(
    _ kind: RaterEffect.Kind, _ sizes: [Double], error: Double = 0.1, test: EffectTest,
    control: FlagControl = FlagControl(), limits: SampleLimits = limits,
    onlyOthers: [PersonID?]? = nil, reference: LocalizedText? = nil
  ) throws -> RaterEffect {
    RaterEffect(
      kind, test: test, control: control, limits: limits, reference: reference,
      raters: try sizes.enumerated().map { index, size in
        (
          try Samples.person("r", index),
          .estimate(
            RaterEffect.Estimate(
              kind, size: size, standardError: error, level: 0.95, test: test, ratings: 100,
              ratees: 20, onlyOther: onlyOthers?[index]))
        )
      })
  }

  // scipy 1.17.1: norm.sf((0.7 - 0.5)/0.1) + norm.sf((0.7 + 0.5)/0.1) and 2*norm.sf(7).
  @Test func `a test against the gate asks more than one against nothing`() throws {
    let gated = EffectTest(gate: 0.5, hypothesis: .insideGate)
      .power(at: 0.5, standardError: 0.1, level: 0.05)
    // At the border of the gate the chance of a flag is the level.
    #expect(Samples.isNear(gated, 0.05, 1e-6))
    let inside = try effect(.severity, [0.7], test: EffectTest(gate: 0.5, hypothesis: .insideGate))
    let none = try effect(.severity, [0.7], test: EffectTest(gate: 0.5, hypothesis: .noEffect))
    #expect(
      Samples.isNear(
        inside.raters[0].answer.estimate?.significance.pValue, 0.022750131948179195))
    #expect(
      Samples.isNear(
        none.raters[0].answer.estimate?.significance.pValue, 2.559625087771669e-12, 1e-20))
  }

  @Test func `ratios are tested on their logarithm, in both directions alike`() throws {
    let test = EffectTest(gate: 0.22, hypothesis: .noEffect)
    let effect = try effect(.spread, [0.5, 2, 1, 0.9], test: test)
    let estimates = effect.raters.compactMap(\.answer.estimate)
    #expect(
      Samples.isNear(estimates[0].significance.t + estimates[1].significance.t, 0, 1e-12))
    #expect(estimates.map(\.significance.isFlagged) == [true, true, false, false])
    #expect(Samples.isNear(estimates[0].interval.lower * estimates[1].interval.upper, 1))
    #expect(estimates.map(\.isAbove) == [false, true, false, false])
  }

  // Holm flags none where Benjamini and Hochberg flag four: p of 0.012 each, five raters.
  @Test func `a flag with consequences for a person is harder to get`() throws {
    let size = 0.1 * NormalDistribution.quantile(1 - 0.012 / 2)
    let sizes = [size, size, size, size, 0]
    let test = EffectTest(gate: 0, hypothesis: .noEffect)
    #expect(try effect(.drift, sizes, test: test).flagged.count == 4)
    let strict = try effect(.drift, sizes, test: test, control: FlagControl(.familyWise))
    #expect(strict.flagged.isEmpty)
    let strictest = strict.raters.compactMap { $0.answer.estimate?.significance.adjustedPValue }
    #expect(Samples.isNear(strictest.first, 0.06, 1e-9))
  }

  @Test func `where power is low the answer says how many ratings would do`() throws {
    var test = EffectTest(gate: 0.5, hypothesis: .insideGate, sought: 1)
    let enough = try #require(test.largestError(for: 1, power: 0.3, level: 0.05))
    #expect(Samples.isNear(test.power(at: 1, standardError: enough, level: 0.05), 0.3))
    let sure = try effect(.severity, [0.2], error: enough * 0.99, test: test)
    #expect(sure.raters[0].answer.estimate != nil)
    let unsure = try effect(.severity, [3], error: enough * 2, test: test)
    #expect(
      unsure.raters[0].answer == .notEnough(NotEnoughData(.ratings, needed: 400, found: 100)))
    test.hypothesis = .noEffect
    test.leastPower = 0.8
    let plain = try #require(test.largestError(for: 1, power: 0.8, level: 0.05))
    #expect(Samples.isNear(test.power(at: 1, standardError: plain, level: 0.05), 0.8))
  }

  @Test func `nobody is flagged below the limits`() throws {
    let few = SampleLimits(ratingsToFlag: 101, rateesToFlag: 2)
    let test = EffectTest(gate: 0.1, hypothesis: .noEffect)
    let effect = try effect(.halo, [0.9], test: test, limits: few)
    #expect(effect.flagged.isEmpty)
    #expect(effect.raters[0].answer.estimate?.significance.adjustedPValue == nil)
    // Where an effect is sought, that is no power at all.
    let sought = EffectTest(gate: 0.1, hypothesis: .noEffect, sought: 0.5)
    #expect(
      try self.effect(.halo, [0.9], test: sought, limits: few).raters[0].answer
        == .notEnough(NotEnoughData(.ratings, needed: 101, found: 100)))
  }

  @Test func `two raters alone are one finding about their difference`() throws {
    let test = EffectTest(gate: 0.5, hypothesis: .insideGate)
    let effect = try effect(
      .severity, [-1, 1], test: test, onlyOthers: ["r001", "r000"])
    #expect(effect.flagged.count == 2)
    #expect(effect.finding("r001") == nil)
    let sentence = try #require(effect.finding("r000")?.sentence)
    #expect(
      sentence.english
        == """
        Rater r000 rates 2.00 logits higher than rater r001, from 20 persons; without a third rater \
        it cannot be said which of the two is out of line.
        """)
    #expect(sentence.indonesian.contains("2,00 logit lebih tinggi daripada penilai r001"))
  }

  @Test(arguments: RaterEffect.Kind.allCases)
  func `every effect has sentences and advice in both directions`(kind: RaterEffect.Kind) throws {
    let null = kind.measure.nullValue
    let effect = try effect(
      kind, [null + 0.8, null == 1 ? 0.4 : -0.8],
      test: EffectTest(gate: 0.2, hypothesis: .noEffect),
      reference: LocalizedText(id: "kelompok B", en: "group B"))
    var sentences: Set<LocalizedText> = []
    for rater in effect.flagged {
      let finding = try #require(effect.finding(rater))
      #expect(!finding.advice.isEmpty && !finding.sentence.isIncomplete)
      for sentence in [finding.sentence.indonesian, finding.sentence.english] {
        #expect(!sentence.contains("{") && !sentence.contains("  "))
      }
      sentences.insert(finding.sentence)
    }
    #expect(sentences.count == 2)
  }
}
