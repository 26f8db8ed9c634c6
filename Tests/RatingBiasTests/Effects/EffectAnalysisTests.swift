import KinerjaCore
import KinerjaTables
import RatingBias
import Testing

@Suite struct EffectAnalysisTests {
  private func analyse(
    _ planted: [PlantedEffect], seed: UInt64, ratees: Int = 200, raters: Int = 16
  ) throws -> (SimulatedRatings, [RaterEffect]) {
    let round = try RaterSimulator(
      .crossed(ratees: ratees, raters: raters, ratersPerRatee: 3), planted: planted
    ).run(seed: seed)
    return (round, try EffectAnalysis().run(on: round.ratings))
  }

  // At 190 ratings a rater each of these is flagged in more than nine of ten rounds; of two rounds none
  // is flagged with a chance below 1 in 100.
  @Test(
    arguments: [
      .severity(1.8), .severity(-1.8), .centrality(2.5), .centrality(0.3), .randomness(share: 1),
      .halo(1.4), .straightLining(share: 0.5), .copiedProfiles(share: 0.4), .drift(2.5),
      .recency(-1.8), .groupDifference(1.6), .sequence(1),
    ] as [PlantedEffect])
  func `a large planted effect is found by its test`(planted: PlantedEffect) throws {
    var hits = 0
    for seed in 1...2 as ClosedRange<UInt64> {
      let (round, effects) = try analyse([planted], seed: seed)
      let effect = try #require(effects.first { $0.kind == planted.kind })
      let rater = try #require(round.planted.keys.first)
      if effect.flagged.contains(rater) { hits += 1 }
    }
    #expect(hits >= 1)
  }

  // The sign says the direction.
  @Test func `sizes point where the effect was planted`() throws {
    let planted: [PlantedEffect] = [
      .severity(2), .drift(2.5), .recency(-2), .groupDifference(1.6), .centrality(2.5),
    ]
    for effect in planted {
      let (round, effects) = try analyse([effect], seed: 11)
      let found = try #require(effects.first { $0.kind == effect.kind })
      let rater = try #require(round.planted.keys.first)
      let estimate = try #require(found[rater]?.estimate)
      switch effect {
      case .recency, .centrality: #expect(!estimate.isAbove)
      default: #expect(estimate.isAbove)
      }
    }
  }

  // 6 clean rounds, 96 raters, for whom all but severity is 0: at most 1 in 100 may be flagged, and 4 or more
  // would be a chance below 1 in 50. Of severity those count whose truth is inside the gate. If errors are
  // right, deviates have the variance 1; the mean square of 96 has a standard deviation of 0.15.
  @Test func `clean raters are hardly ever flagged, and errors are right`() throws {
    var flags: [RaterEffect.Kind: Int] = [:]
    var squares: [RaterEffect.Kind: [Double]] = [:]
    var analysis = EffectAnalysis()
    for kind in RaterEffect.Kind.allCases { analysis.tests[kind]?.sought = nil }
    for seed in 1...6 as ClosedRange<UInt64> {
      let round = try RaterSimulator(
        .crossed(ratees: 200, raters: 16, ratersPerRatee: 3)
      ).run(seed: seed)
      for effect in try analysis.run(on: round.ratings) {
        flags[effect.kind, default: 0] += effect.flagged.count {
          effect.kind != .severity || abs(round.severities[$0] ?? 0) < 0.5
        }
        squares[effect.kind, default: []] += effect.raters.compactMap(\.answer.estimate)
          .map { $0.significance.t * $0.significance.t }
      }
    }
    #expect(flags.count == 10)
    for (kind, count) in flags { #expect(count <= 3, "\(kind)") }
    for kind in [
      RaterEffect.Kind.centrality, .drift, .recency, .groupDifference, .sequence, .halo,
      .straightLining,
    ] {
      let own = squares[kind] ?? []
      let mean = own.reduce(0, +) / Double(own.count)
      #expect(own.count > 90 && (0.5...1.6).contains(mean), "\(kind)")
    }
  }

  // Two raters alone: severities mirror each other and one finding tells the difference.
  @Test func `of two raters alone only the difference is told`() throws {
    var simulator = RaterSimulator(
      .crossed(ratees: 150, raters: 2, ratersPerRatee: 2), planted: [.severity(3)])
    simulator.severityDeviation = 0
    let round = try simulator.run(seed: 6)
    let effects = try EffectAnalysis().run(on: round.ratings)
    let severity = try #require(effects.first { $0.kind == .severity })
    let estimates = severity.raters.compactMap(\.answer.estimate)
    #expect(Samples.isNear(estimates[0].size, -estimates[1].size, 1e-9))
    #expect(severity.flagged.count == 2)
    let findings = severity.raters.compactMap { severity.finding($0.rater) }
    #expect(findings.count == 1)
    #expect(findings.first?.sentence.english.contains("which of the two") == true)
  }

  // Severity of raters who all rated all: the standard error of the many-facet model with ratees known,
  // enlarged by what each ratee's measure takes; hand formula (r − 1)∕r ∕ Σ(v − v²∕V).
  @Test func `a crossed design's severity error follows from its information`() throws {
    let round = try RaterSimulator(.crossed(ratees: 60, raters: 3, ratersPerRatee: 3)).run(seed: 3)
    var analysis = EffectAnalysis()
    analysis.tests = [.severity: EffectTest(gate: 0.5, hypothesis: .insideGate)]
    let severity = try #require(analysis.run(on: round.ratings).first)
    let fit = try #require(FacetModel().fit(round.ratings).fit)
    for (rater, element) in zip(severity.raters, fit.raters) {
      let estimate = try #require(rater.answer.estimate)
      let measure = try #require(element.measure)
      #expect(Samples.isNear(estimate.size, measure.logits, 1e-9))
      // With equal information of three raters: 1∕(Σv·2∕3) · (2∕3)² = (1∕Σv)·2∕3.
      let expected = measure.standardError * (2.0 / 3).squareRoot()
      #expect(abs(estimate.standardError / expected - 1) < 0.05)
    }
  }

  @Test func `what a design cannot show is not enough data`() throws {
    let nested = try RaterSimulator(
      .nested(raters: 4, staff: 12, periods: 3, movedShare: 0)
    ).run(seed: 9)
    let effects = try EffectAnalysis().run(on: nested.ratings)
    for kind in [RaterEffect.Kind.severity, .halo] {
      let effect = try #require(effects.first { $0.kind == kind })
      #expect(effect.raters.allSatisfy { $0.answer.estimate == nil })
    }
    // Without order or time nothing can be said about change.
    let rows = nested.ratings.elements.filter { $0.time == 0 }.map {
      Rating(ratee: $0.ratee, rater: $0.rater, item: $0.item, value: $0.value)
    }
    let plain = try EffectAnalysis().run(
      on: RatingSet(rows, scale: nested.ratings.scale))
    let drift = try #require(plain.first { $0.kind == .drift })
    #expect(
      drift.raters[0].answer == .notEnough(NotEnoughData(.orderedRatings, needed: 2, found: 0)))
    #expect(plain.allSatisfy { $0.kind != .groupDifference })
  }

  @Test func `equal ratings and single raters give reasons, not numbers`() throws {
    let same = try Samples.table([[3, 3], [3, 3], [3, 3]], scale: 1...5)
    let single = try Samples.table([[1], [2], [5]], scale: 1...5)
    for set in [same, single] {
      for effect in try EffectAnalysis().run(on: set) {
        #expect(effect.raters.allSatisfy { $0.answer.estimate == nil })
      }
    }
    let empty = try RatingSet([Rating](), scale: Samples.scale(1...5))
    #expect(try EffectAnalysis().run(on: empty).allSatisfy { $0.raters.isEmpty })
  }

  @Test func `few ratings give the number that would do`() throws {
    let (_, effects) = try analyse([], seed: 3, ratees: 60, raters: 30)
    let drift = try #require(effects.first { $0.kind == .drift })
    for rater in drift.raters {
      guard case .notEnough(let lacking) = rater.answer else {
        Issue.record("30 ratings cannot show a drift of 1.5 logits")
        continue
      }
      #expect(lacking.requirement == .ratings && lacking.needed > lacking.found)
    }
  }

  @Test func `names and numbers of threads do not matter`() throws {
    let (round, effects) = try analyse([.halo(1)], seed: 2, ratees: 80, raters: 8)
    let again = try EffectAnalysis().run(on: round.ratings, by: ParallelBlocks(threads: 1))
    #expect(again == effects)
    let renamed = try RatingSet(
      round.ratings.elements.map {
        Rating(
          ratee: $0.ratee, rater: try PersonID("z" + String($0.rater.text.reversed())),
          item: $0.item, value: $0.value, order: $0.order, groups: $0.groups)
      }, scale: round.ratings.scale)
    for (one, other) in zip(effects, try EffectAnalysis().run(on: renamed)) {
      for rater in one.raters {
        let name = try PersonID("z" + String(rater.rater.text.reversed()))
        let (left, right) = (rater.answer.estimate, other[name]?.estimate)
        #expect((left == nil) == (right == nil))
        if let left, let right {
          #expect(Samples.isNear(left.size, right.size, 1e-6))
          #expect(left.significance.isFlagged == right.significance.isFlagged)
        }
      }
    }
  }

  @Test func `settings out of range are refused`() throws {
    var analysis = EffectAnalysis(control: FlagControl(rate: 2), confidenceLevel: 95)
    analysis.tests[.drift]?.gate = -1
    let set = try Samples.table([[1, 2]], scale: 1...5)
    let error = #expect(throws: InvalidInput.self) { try analysis.run(on: set) }
    #expect(error?.problems.count == 3)
  }
}
