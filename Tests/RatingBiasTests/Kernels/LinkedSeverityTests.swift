import KinerjaCore
import KinerjaTables
import RatingBias
import Testing

@Suite struct LinkedSeverityTests {
  /// Two teams of raters who share one ratee only.
  private func teams(_ draws: inout RandomDraws) throws -> RatingSet {
    var rows: [[Int?]] = []
    for ratee in 0..<31 {
      var row = [Int?](repeating: nil, count: 8)
      let level = 3 + 0.7 * draws.normal()
      let raters =
        ratee == 30
        ? [0, 4] : draws.shuffled(Array(0..<4)).prefix(3).map { ratee < 15 ? $0 : $0 + 4 }
      for rater in raters {
        row[rater] = min(max(Int((level + 0.5 * draws.normal()).rounded()), 1), 5)
      }
      rows.append(row)
    }
    return try Samples.table(rows, scale: 1...5)
  }

  // The difference between two teams hangs on one ratee and is fitted without rest there; a sandwich
  // alone takes it for sure. Checked against a dense computation with numpy 2.4.6, whose sandwich
  // alone would give 0.15 instead of 0.42 for the first rater.
  @Test func `a link by one ratee is not taken for sure`() throws {
    let first = [[3, 4, 3], [2, 2, 3], [4, 5, 4], [3, 3, 2], [5, 4, 4], [1, 2, 2]]
    let second = [[4, 4, 3], [3, 2, 2], [5, 4, 5], [2, 3, 3], [4, 3, 4], [3, 3, 3]]
    let none = [Int?](repeating: nil, count: 3)
    let rows =
      first.map { $0 + none } + second.map { none + $0 } + [[4, nil, nil, 2, nil, nil]]
    let raters = try Samples.unlimited.run(on: Samples.table(rows, scale: 1...5)).leniency.raters
    let known: [(points: Double, error: Double)] = [
      (1.0416666666666667, 0.42193429510140296), (1.375, 0.5064590522489857),
      (1.0416666666666667, 0.49263479699456797), (-0.9583333333333334, 0.42193429510140307),
      (-1.2916666666666667, 0.5110091987768619), (-1.125, 0.4759047588606099),
    ]
    for (rater, known) in zip(raters, known) {
      let estimate = try #require(rater.answer.estimate)
      #expect(Samples.isNear(estimate.size, known.points))
      #expect(Samples.isNear(estimate.standardError, known.error, 1e-8))
    }
  }

  // No rater differs, so every flag is false. Of 100 such rounds a sandwich alone flags somebody in
  // more than 25, in spite of the gate of half a point.
  @Test func `clean teams with one link are flagged at most at the declared rate`() throws {
    var draws = RandomDraws(seed: 11)
    let audit = RatingAudit(
      limits: SampleLimits(ratingsToEstimate: 1, ratingsToFlag: 5, rateesToFlag: 5),
      leniencyGateInPoints: 0)
    var flagged = 0
    for _ in 0..<100 {
      let raters = try audit.run(on: teams(&draws)).leniency.raters
      #expect(raters.allSatisfy { $0.answer.estimate != nil })
      if raters.contains(where: { $0.answer.estimate?.significance.isFlagged == true }) {
        flagged += 1
      }
    }
    #expect(flagged <= 11)
  }

  // With 64 draws a standard error is off by about one part in eleven.
  @Test(arguments: 1...5 as ClosedRange<UInt64>)
  func `drawn errors are near the exact ones, and say how sure they are`(seed: UInt64) throws {
    var draws = RandomDraws(seed: seed)
    let set = try seed == 1 ? teams(&draws) : Samples.Round(raters: 12).ratings(seed: seed)
    let groups = LinkedGroups(set.cells, raterCount: set.raterCount).groups(
      of: Array(0..<set.raterCount))
    let layouts = Comparisons.layouts(
      set.cells, values: set.levelValues, groups: groups, raterCount: set.raterCount)
    let layout = try #require(layouts.first)
    let (exact, drawn) = (LinkedSeverity(layout), LinkedSeverity(layout, workLimit: 0))
    #expect(exact.hasExactErrors && !drawn.hasExactErrors)
    for (exact, drawn) in zip(exact.shifts, drawn.shifts) {
      #expect(exact.value == drawn.value)
      #expect(abs((drawn.variance / exact.variance).squareRoot() - 1) < 0.4)
      let own = Double(exact.ratees - 1)
      #expect(exact.degreesOfFreedom == own && drawn.degreesOfFreedom == own * 64 / (own + 64))
    }
  }

  struct Middle: Sendable {
    let values: [Double], weights: [Double]
    init(_ values: [Double], _ weights: [Double]) {
      (self.values, self.weights) = (values, weights)
    }
  }

  @Test(arguments: [
    Middle([1, 2, 3, 4], [0, 0.5, 0.5, 0]), Middle([4, 2, 2, 0], [0, 0.5, 0.5, 0]),
    Middle([1, 1, 3, 4], [0.25, 0.25, 0.5, 0]),
    Middle([4, 1.000_000_000_000_001, 3, 1], [0, 0.25, 0.5, 0.25]),
    Middle([2, 2, 2, 2], [0.25, 0.25, 0.25, 0.25]), Middle([0, 9], [0.5, 0.5]), Middle([], []),
  ])
  func `raters of the same value share the places they hold`(_ known: Middle) {
    #expect(LinkedSeverity.middleHalf(of: known.values) == known.weights)
  }

  // New names in another order, all ratings higher by a constant, a scale ten times as wide.
  @Test(arguments: 1...10 as ClosedRange<UInt64>)
  func `names, nought and unit of the scale do not matter`(seed: UInt64) throws {
    let set = try Samples.Round(raters: 7, ratees: 25).ratings(seed: seed)
    let before = try Samples.unlimited.run(on: set)
    let rows = try set.rows().map { row in
      Rating(
        ratee: try PersonID("z" + String(row.ratee.text.reversed())),
        rater: try PersonID("z" + String(row.rater.text.reversed())), item: row.item,
        value: 1_000 + 10 * row.value)
    }
    let wide = try RatingScale(
      "wide",
      levels: (1...5).map {
        ScaleLevel(value: 1_000 + 10 * $0, label: LocalizedText(same: "\($0)"))
      })
    let after = try Samples.unlimited.run(on: RatingSet(rows, scale: wide))
    for rater in before.leniency.raters {
      let name = try PersonID("z" + String(rater.rater.text.reversed()))
      let (old, new) = (rater.answer.estimate, after.leniency[name]?.estimate)
      let (one, other) = (try #require(old), try #require(new))
      #expect(Samples.isNear(other.size, 10 * one.size, 1e-8))
      #expect(Samples.isNear(other.significance.t, one.significance.t, 1e-6))
      #expect(other.significance.isFlagged == one.significance.isFlagged)
      let spread = try #require(before.centralTendency.effect[rater.rater]?.estimate)
      let widened = try #require(after.centralTendency.effect[name]?.estimate)
      #expect(Samples.isNear(widened.size, spread.size, 1e-9))
      #expect(Samples.isNear(widened.significance.t, spread.significance.t, 1e-7))
    }
    let (old, new) = (before.agreement.estimate, after.agreement.estimate)
    #expect(Samples.isNear(new?.value, try #require(old).value, 1e-12))
  }
}
