import KinerjaCore
import KinerjaTables
import RatingBias
import Testing

@Suite struct RaterLeniencyTests {
  // Shrout and Fleiss (1979), "Intraclass Correlations: Uses in Assessing Rater Reliability",
  // Psychological Bulletin 86, 420–428, Table 2. Complete, so a judge's shift is the mean less the
  // others': means 7 2⁄3, 2 1⁄2, 4 1⁄3 and 6 2⁄3; the middle half are judges 3 and 4, mean 5.5.
  @Test func `a published complete table`() throws {
    let set = try Samples.table(
      [[9, 2, 5, 8], [6, 1, 3, 2], [8, 4, 6, 8], [7, 1, 2, 6], [10, 5, 6, 9], [6, 2, 4, 7]],
      scale: 1...10)
    let leniency = try Samples.unlimited.run(on: set).leniency
    let points = leniency.raters.map { $0.answer.estimate?.size }
    for (found, known) in zip(points, [13.0 / 6, -3, -7.0 / 6, 7.0 / 6]) {
      #expect(Samples.isNear(found, known))
    }
    #expect(leniency.kind == .leniency && leniency.reference == nil && leniency.hasExactErrors)
  }

  // Two raters: half the mean difference, and the t of the paired test; scipy 1.17.1, ttest_rel:
  // t = 2.7386127875258306, p = 0.04085940385929585 with 5 degrees of freedom.
  @Test func `two raters give the paired t test`() throws {
    let set = try Samples.table(
      [[4, 3], [5, 3], [3, 3], [2, 2], [4, 2], [5, 4]], scale: 1...5)
    let raters = try Samples.unlimited.run(on: set).leniency.raters
    for (rater, sign) in zip(raters, [1.0, -1]) {
      let estimate = try #require(rater.answer.estimate)
      #expect(Samples.isNear(estimate.size, sign * 0.5))
      #expect(Samples.isNear(estimate.significance.t, sign * 2.7386127875258306))
      #expect(Samples.isNear(estimate.significance.pValue, 0.04085940385929585))
      #expect(estimate.significance.degreesOfFreedom == 5)
      #expect(estimate.ratingCount == 6 && estimate.rateeCount == 6 && estimate.leftOutCount == 0)
      #expect(!estimate.interval.contains(0))
    }
  }

  // Checked against a dense computation with numpy 2.4.6 (pseudo-inverse of the normal equations,
  // errors clustered by ratee with what they miss added) and scipy 1.17.1 for p.
  @Test func `an incomplete table with two items`() throws {
    let rows: [(PersonID, PersonID, ItemID, Int)] = [
      ("a", "r1", "x", 4), ("a", "r2", "x", 3), ("b", "r1", "x", 5), ("b", "r3", "x", 3),
      ("c", "r2", "x", 2), ("c", "r3", "x", 2), ("c", "r1", "x", 4), ("d", "r2", "x", 4),
      ("d", "r3", "x", 3), ("e", "r1", "x", 3), ("e", "r2", "x", 3), ("a", "r1", "y", 3),
      ("a", "r2", "y", 2), ("c", "r2", "y", 1), ("c", "r3", "y", 3), ("f", "r3", "x", 4),
      ("e", "r1", "y", 5), ("e", "r2", "y", 3),
    ]
    let set = try RatingSet(
      rows.map { Rating(ratee: $0, rater: $1, item: $2, value: $3) }, scale: Samples.scale(1...5))
    let raters = try Samples.unlimited.run(on: set).leniency.raters
    let known: [(points: Double, error: Double, p: Double)] = [
      (0.9144144144144144, 0.22296393081923538, 0.026230593756353383),
      (-0.4504504504504502, 0.32571451939281454, 0.26063385828936564),
      (-0.46396396396396417, 0.36912274076129425, 0.3356780580634507),
    ]
    for (rater, known) in zip(raters, known) {
      let estimate = try #require(rater.answer.estimate)
      #expect(Samples.isNear(estimate.size, known.points))
      #expect(Samples.isNear(estimate.standardError, known.error, 1e-7))
      #expect(Samples.isNear(estimate.significance.pValue, known.p, 1e-7))
    }
    #expect(raters.map { $0.answer.estimate?.leftOutCount } == [0, 0, 1])
    #expect(raters.map { $0.answer.estimate?.rateeCount } == [4, 4, 3])
  }

  @Test(arguments: 1...20 as ClosedRange<UInt64>)
  func `one more point from one rater is one more point of leniency`(seed: UInt64) throws {
    let set = try Samples.Round().ratings(seed: seed)
    // On a wider scale nothing is cut off.
    let rows = try set.rows()
    let scale = try Samples.scale(0...9)
    let raised = rows.map { row in
      Rating(
        ratee: row.ratee, rater: row.rater, item: row.item,
        value: row.value + (row.rater == "r000" ? 3 : 1))
    }
    let before = try Samples.unlimited.run(on: RatingSet(rows, scale: scale)).leniency
    let after = try Samples.unlimited.run(on: RatingSet(raised, scale: scale)).leniency
    func gap(_ leniency: RaterEffect, _ rater: PersonID) throws -> Double {
      let own = try #require(leniency["r000"]?.estimate?.size)
      return own - (try #require(leniency[rater]?.estimate?.size))
    }
    for rater in before.raters.dropFirst() {
      let change = try gap(after, rater.rater) - gap(before, rater.rater)
      #expect(Samples.isNear(change, 2))
    }
  }

  // Checked against numpy 2.4.6 (lstsq with one level a rater and a common slope). Raters' variances differ
  // less than chance lets them, so all borrow the common one, with its seven degrees of freedom.
  @Test func `raters of different persons are compared by a reference`() throws {
    let teams: [[(Double, [Int])]] = [
      [(80, [3, 3]), (90, [4, 3]), (70, [2, 2])],
      [(85, [5, 4]), (75, [4, 3]), (95, [4, 4]), (60, [3, 3])],
      [(88, [3, 3]), (66, [3, 2]), (79, [2, 2])],
    ]
    var rows: [Rating] = []
    var values: [PersonID: Double] = [:]
    for (rater, team) in teams.enumerated() {
      for (number, (reference, ratings)) in team.enumerated() {
        let ratee = try Samples.person("p\(rater)", number)
        values[ratee] = reference
        for (item, value) in ratings.enumerated() {
          rows.append(
            Rating(
              ratee: ratee, rater: try Samples.person("s", rater), item: try ItemID("i\(item)"),
              value: value))
        }
      }
    }
    rows.append(Rating(ratee: "unknown", rater: "s000", item: "i0", value: 5))
    rows.append(Rating(ratee: "unknown", rater: "s000", item: "i1", value: 5))
    let reference = RateeReference(
      values, name: LocalizedText(id: "capaian terukur", en: "measured achievement"))
    let set = try RatingSet(rows, scale: Samples.scale(1...5))
    let result = try Samples.unlimited.run(on: set, reference: reference)
    let known: [(points: Double, error: Double, degrees: Double)] = [
      (-0.2408419196833139, 0.1946456833688516, 7),
      (0.7243802443263533, 0.18087588593762882, 7),
      (-0.4835383246430394, 0.19458403311345154, 7),
    ]
    let leniency = try #require(result.leniencyByReference)
    for (rater, known) in zip(leniency.raters, known) {
      let estimate = try #require(rater.answer.estimate)
      #expect(Samples.isNear(estimate.size, known.points))
      #expect(Samples.isNear(estimate.standardError, known.error))
      #expect(Samples.isNear(estimate.significance.degreesOfFreedom, known.degrees, 1e-8))
    }
    #expect(leniency["s000"]?.estimate?.leftOutCount == 2)
    // Nobody shares a ratee, so the ratings alone say nothing.
    #expect(
      result.leniency.raters.map(\.answer)
        == Array(
          repeating: .notEnough(NotEnoughData(.sharedRatings, needed: 1, found: 0)), count: 3))
  }

  @Test func `what is lacking is named with what was found`() throws {
    let set = try Samples.table([[4, 3], [5, 3], [3, nil], [2, nil]], scale: 1...5)
    let leniency = try RatingAudit().run(on: set).leniency
    #expect(leniency["r000"] == .notEnough(NotEnoughData(.sharedRatings, needed: 10, found: 2)))
    #expect(leniency["nobody"] == nil)
    // Always exactly one point apart: no error can be estimated.
    let rigid = try Samples.table([[4, 3], [5, 4], [3, 2]], scale: 1...5)
    let answer = try Samples.unlimited.run(on: rigid).leniency.raters[0].answer
    let unexplained = NotEnoughData(.differentRatings, needed: 2, found: 1)
    #expect(answer == .notEnough(unexplained))
    // The same where rounding leaves some 10⁻¹⁶ over: raters 0, 1 and 3 points apart, with gaps.
    let gaps = try Samples.table(
      [
        [4, 5, nil], [3, nil, 6], [nil, 3, 5], [1, 2, 4], [5, 6, nil], [2, nil, 5], [3, 4, 6],
      ],
      scale: 1...7)
    for rater in try Samples.unlimited.run(on: gaps).leniency.raters {
      #expect(rater.answer == .notEnough(unexplained))
    }
    let teams = try Samples.table(
      [[1, nil], [2, nil], [4, nil], [nil, 3], [nil, 5]], scale: 1...5)
    let exact = RateeReference(
      ["p000": 0.1, "p001": 0.2, "p002": 0.4, "p003": 0.1, "p004": 0.3],
      name: LocalizedText(same: "x"))
    for rater in try #require(
      Samples.unlimited.run(on: teams, reference: exact).leniencyByReference
    ).raters {
      #expect(rater.answer == .notEnough(unexplained))
    }
    // A reference that is the same for all of a team's members has no slope.
    let flat = RateeReference(["p000": 1, "p001": 1], name: LocalizedText(same: "x"))
    let byFlat = try Samples.unlimited.run(on: set, reference: flat).leniencyByReference
    #expect(
      byFlat?["r000"] == .notEnough(NotEnoughData(.referenceValues, needed: 2, found: 1)))
    // The mean of three times 0.1 is not 0.1.
    let tenths = RateeReference(
      ["p000": 0.1, "p001": 0.1, "p002": 0.1, "p003": 0.2, "p004": 0.2],
      name: LocalizedText(same: "x"))
    let byTenths = try Samples.unlimited.run(on: teams, reference: tenths).leniencyByReference
    #expect(
      byTenths?["r000"] == .notEnough(NotEnoughData(.referenceValues, needed: 2, found: 1)))
  }
}

extension RatingSet {
  /// The ratings as rows again.
  func rows() throws -> [Rating] {
    (0..<cells.unitCount).flatMap { unit in
      cells.ratings(of: unit).map { rating in
        Rating(
          ratee: ratees[Int(cells.ratee[unit])], rater: raters[Int(cells.rater[rating])],
          item: items[Int(cells.item[unit])],
          value: scale.levels[Int(cells.level[rating])].value)
      }
    }
  }
}
