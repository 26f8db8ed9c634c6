import KinerjaCore
import RatingBias
import Testing

@Suite("Scores over several items") struct ProfilesTests {
  /// Two raters of four ratees on two items; the last ratee lacks an item by one rater.
  private var set: RatingSet {
    get throws {
      let table: [(String, String, Int?, Int?)] = [
        ("a", "x", 1, 2), ("a", "y", 2, 3), ("b", "x", 3, 3), ("b", "y", 3, 5), ("c", "x", 5, 4),
        ("c", "y", 4, 4), ("d", "x", 2, nil), ("d", "y", 2, 2),
      ]
      var ratings: [Rating] = []
      for (ratee, rater, one, other) in table {
        for (item, value) in [("i", one), ("j", other)] {
          guard let value else { continue }
          ratings.append(
            Rating(
              ratee: try PersonID(ratee), rater: try PersonID(rater), item: try ItemID(item),
              value: value))
        }
      }
      return try RatingSet(ratings, scale: Samples.scale(1...5))
    }
  }

  // Scores 1.5 2.5, 3 4, 4.5 4: means 2, 3.5, 4.25 about 3.25, raters 3 and 3.5.
  @Test func `a score that lacks an item is missing`() throws {
    let icc = try #require(try set.intraclassCorrelation(.agreementSingle).estimate)
    #expect(icc.rateeCount == 3 && icc.leftOutRateeCount == 1)
    let squares = icc.meanSquares
    #expect(Samples.isNear(squares.betweenRatees, 2 * (1.5625 + 0.0625 + 1) / 2))
    #expect(Samples.isNear(squares.betweenRaters, 3 * 2 * 0.0625))
    #expect(Samples.isNear(squares.withinRatees, (0.5 + 0.5 + 0.125) / 3))
    #expect(Samples.isNear(squares.residual, (1.125 - 0.375) / 2))
  }

  @Test func `one item alone`() throws {
    let icc = try #require(try set.intraclassCorrelation(.agreementSingle, on: "i").estimate)
    #expect(icc.rateeCount == 4 && icc.leftOutRateeCount == 0)
    #expect(try set.concordance(on: "j").estimate?.rateeCount == 3)
  }

  @Test func `rows without gaps enter alpha`() throws {
    let alpha = try #require(try set.reliability().estimate)
    #expect(alpha.rowCount == 7 && alpha.leftOutRowCount == 1 && alpha.rateeCount == 4)
    let ofRaters = try #require(try set.reliability(of: .raters).estimate)
    #expect(ofRaters.rowCount == 3 && ofRaters.leftOutRowCount == 1)
  }

  // By hand for ratee b: variances 0 and 2 of the items, means 3 and 4; r*wg(j) = 2·½ ∕ (2·½ + ½).
  @Test func `groups over two items`() throws {
    let found = try set.withinGroupAgreement()
    let group = try #require(found["b"]?.estimate)
    #expect(Samples.isNear(group.rwg, 2.0 / 3))
    #expect(Samples.isNear(group.rwgOfMeans, 1 - 0.5 / 2))
    #expect(Samples.isNear(group.averageDeviationInPoints, 0.5))
    #expect(found["d"] == .notEnough(NotEnoughData(.raters, needed: 2, found: 1)))
  }

  // Ratings of oneself are no ratings by others.
  @Test func `self-ratings are left out everywhere`() throws {
    var ratings: [Rating] = []
    for (ratee, values) in [("a", [1, 2]), ("b", [4, 4]), ("c", [5, 4])] {
      for (rater, value) in zip(["x", "y"], values) {
        ratings.append(
          Rating(
            ratee: try PersonID(ratee), rater: try PersonID(rater), item: "i", value: value))
      }
    }
    let plain = try RatingSet(ratings, scale: Samples.scale(1...5))
    for ratee in ["a", "b", "c"] {
      let own = try PersonID(ratee)
      ratings.append(Rating(ratee: own, rater: own, item: "i", value: 5))
    }
    let withSelf = try RatingSet(ratings, scale: Samples.scale(1...5))
    #expect(try withSelf.agreement() == plain.agreement())
    #expect(withSelf.concordance() == plain.concordance())
    #expect(try withSelf.withinGroupAgreement() == plain.withinGroupAgreement())
    #expect(try withSelf.reliability(of: .raters) == plain.reliability(of: .raters))
    #expect(try withSelf.agreementByPair() == plain.agreementByPair())
    #expect(try withSelf.agreementByLevel() == plain.agreementByLevel())
    for form in IntraclassForm.allCases {
      #expect(try withSelf.intraclassCorrelation(form) == plain.intraclassCorrelation(form))
    }
  }
}
