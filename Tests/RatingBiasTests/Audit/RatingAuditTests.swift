import KinerjaCore
import KinerjaNumerics
import RatingBias
import Testing

@Suite struct RatingAuditTests {
  @Test(arguments: 1...8 as ClosedRange<UInt64>)
  func `a planted severe rater is found`(seed: UInt64) throws {
    let round = Samples.Round(raters: 6, ratees: 60, shift: [2: -1.2])
    let audit = RatingAudit()
    let result = try audit.run(on: round.ratings(seed: seed))
    let severe = result.findings.filter { $0.isEffect(.leniency, above: false) }
    #expect(severe.map(\.rater) == ["r002"])
    #expect(severe.first?.advice == [.talk, .train, .forum])
  }

  @Test(arguments: 1...8 as ClosedRange<UInt64>)
  func `a planted narrow rater is found`(seed: UInt64) throws {
    let round = Samples.Round(raters: 5, ratees: 80, items: 4, spread: [1: 0.3])
    let audit = RatingAudit()
    let result = try audit.run(on: round.ratings(seed: seed))
    let narrow = result.findings.filter { $0.isEffect(.spread, above: false) }
    #expect(narrow.map(\.rater) == ["r001"])
  }

  // Where no rater differs every flag is false, so the share of rounds with a flag is the
  // false-discovery rate. Without gates, and with little data asked for, 4 000 like rounds gave 2.0
  // in 100 for leniency and 2.4 for spread; 5 in 100 are declared. Of 100 rounds more than 11 would
  // be three standard deviations above that.
  @Test func `clean rounds are flagged at most at the declared rate`() throws {
    let audit = RatingAudit(
      limits: SampleLimits(ratingsToFlag: 10, rateesToFlag: 5), leniencyGateInPoints: 0,
      spreadGate: 0.999)
    var (leniency, spread) = (0, 0)
    for seed in 1...100 as ClosedRange<UInt64> {
      let result = try audit.run(on: Samples.Round().ratings(seed: seed))
      if !result.leniency.flagged.isEmpty { leniency += 1 }
      if !result.centralTendency.effect.flagged.isEmpty { spread += 1 }
    }
    #expect(leniency <= 11 && spread <= 11)
  }

  // Effects within the gate are never flagged, however sure, so they must not raise the number of
  // findings among which others may be false.
  @Test(arguments: 1...8 as ClosedRange<UInt64>)
  func `sure but small effects make no room for false flags`(seed: UInt64) throws {
    let round = Samples.Round(
      raters: 8, ratees: 120, ratersPerRatee: 3, shift: [0: -0.4, 1: 0.3, 2: 0.4, 3: -0.3, 4: 0.9])
    let audit = RatingAudit()
    let estimates = try audit.run(on: round.ratings(seed: seed)).leniency.raters
      .compactMap(\.answer.estimate)
    #expect(estimates.contains { abs($0.size) < 0.5 && $0.significance.pValue < 0.05 })
    let adjusted = FalseDiscovery.adjusted(
      estimates.map { abs($0.size) < 0.5 ? 1 : $0.significance.pValue })
    #expect(estimates.map(\.significance.adjustedPValue) == adjusted)
    #expect(estimates.map(\.significance.isFlagged) == adjusted.map { $0 <= 0.05 })
  }

  @Test func `nobody is flagged on little data`() throws {
    let round = Samples.Round(raters: 4, ratees: 12, items: 2, shift: [0: -2])
    let result = try RatingAudit().run(on: round.ratings(seed: 1))
    let estimates = result.leniency.raters.compactMap(\.answer.estimate)
    #expect(!estimates.isEmpty)
    #expect(estimates.allSatisfy { $0.significance.adjustedPValue == nil })
    #expect(estimates.allSatisfy { !$0.significance.isFlagged })
  }

  @Test func `limits of nought do not make estimates of nothing`() throws {
    var audit = RatingAudit()
    audit.limits = SampleLimits(
      ratingsToEstimate: 0, rateesToEstimate: 0, ratingsToFlag: 0, rateesToFlag: 0)
    let set = try Samples.table([[1, 2, nil], [nil, nil, 4]], scale: 1...5)
    let result = try audit.run(
      on: set, reference: RateeReference(["p000": 1], name: LocalizedText(same: "score")))
    for leniency in [result.leniency, try #require(result.leniencyByReference)] {
      #expect(leniency.raters.count == 3)
      #expect(leniency.raters.allSatisfy { $0.answer.estimate == nil })
    }
    #expect(result.centralTendency.effect.raters.allSatisfy { $0.answer.estimate == nil })
    #expect(result.findings.map(\.kind).last == .tooLittleData(raters: 3, of: 3))
  }

  @Test func `findings are sentences with numbers, in both languages`() throws {
    let round = Samples.Round(raters: 6, ratees: 60, shift: [2: -1.2])
    let result = try RatingAudit().run(on: round.ratings(seed: 1))
    let finding = try #require(result.findings.first { $0.rater == "r002" })
    guard case .effect(.leniency, let estimate) = finding.kind else {
      Issue.record("the planted effect is severity")
      return
    }
    let points = String(estimate.size.magnitude).prefix(3)
    #expect(
      finding.sentence.english.hasPrefix("Rater r002 rates \(points)")
        && finding.sentence.english.hasSuffix("from \(estimate.rateeCount) persons.")
        && finding.sentence.english.contains(
          "lower than the middle half of raters do for the same persons")
    )
    #expect(
      finding.sentence.indonesian.contains("poin lebih rendah daripada paruh tengah para penilai")
        && finding.sentence.indonesian.contains(/\(95%: \d,\d\d s\.d\. \d,\d\d\)/))
    #expect(finding.sentence.indonesian.contains(points.replacing(".", with: ",")))
    for finding in result.findings { #expect(!finding.sentence.isIncomplete) }
  }

  @Test func `teams that share nobody are told so unless a reference joins them`() throws {
    let rows: [[Int?]] =
      (0..<12).map { [1 + $0 % 5, nil] } + (0..<12).map { [nil, 1 + $0 * 2 % 5] }
    let set = try Samples.table(rows, scale: 1...5)
    let alone = try RatingAudit().run(on: set)
    #expect(alone.findings.map(\.kind).contains(.separateGroups(2)))
    let sentence = alone.findings.first { $0.kind == .separateGroups(2) }?.sentence
    // They may have rated the same person, on different items.
    #expect(sentence?.english.contains("rated no person on the same item") == true)
    #expect(sentence?.indonesian.contains("pegawai yang sama pada butir yang sama") == true)
    var values: [PersonID: Double] = [:]
    for number in 0..<24 { values[try Samples.person("p", number)] = Double(number % 7) }
    let joined = try RatingAudit().run(
      on: set, reference: RateeReference(values, name: LocalizedText(same: "score")))
    #expect(!joined.findings.map(\.kind).contains(.separateGroups(2)))
    #expect(joined.leniencyByReference?.raters.allSatisfy { $0.answer.estimate != nil } == true)
  }

  @Test func `what people give themselves is counted and left out`() throws {
    var rows = try Samples.Round().ratings(seed: 2).rows()
    let scale = try Samples.scale(1...5)
    let before = try RatingAudit().run(on: RatingSet(rows, scale: scale))
    rows += try (0..<30).map {
      let person = try Samples.person("p", $0)
      return Rating(ratee: person, rater: person, item: "i0", value: 5)
    }
    let after = try RatingAudit().run(on: RatingSet(rows, scale: scale))
    #expect(after.design.selfRatingCount == 30)
    #expect(after.leniency == before.leniency && after.agreement == before.agreement)
    #expect(after.centralTendency == before.centralTendency)
  }

  @Test func `settings out of range are refused together`() throws {
    let set = try Samples.table([[1, 2]], scale: 1...5)
    let audit = RatingAudit(
      control: FlagControl(rate: 0), confidenceLevel: 95, leniencyGateInPoints: -0.5,
      spreadGate: .nan,
      leastAgreement: .nan, agreementInterval: IntervalSettings(level: 95))
    let error = #expect(throws: InvalidInput.self) { try audit.run(on: set) }
    #expect(
      error?.problems.map(\.place.description)
        == [
          "control.rate", "confidenceLevel", "leniencyGateInPoints", "spreadGate",
          "leastAgreement", "agreementInterval.level",
        ])
    // A gate wider than the scale would never flag anybody.
    #expect(throws: InvalidInput.self) { try RatingAudit(leniencyGateInPoints: 4.1).run(on: set) }
    #expect(throws: Never.self) { try RatingAudit(leniencyGateInPoints: 4).run(on: set) }
  }
}

extension Finding {
  /// Whether it is about an effect in a direction.
  func isEffect(_ kind: RaterEffect.Kind, above isAbove: Bool) -> Bool {
    guard case .effect(kind, let estimate) = self.kind else { return false }
    return estimate.isAbove == isAbove
  }
}
