import KinerjaCore
import KinerjaTables
import RatingBias
import Testing

@Suite("Times and groups as facets")
struct FurtherFacetTests {
  /// Twelve ratees by two raters on two items in the years 9 and 10, the first six of one unit.
  ///
  /// In the year 10 ratings are a point higher; the second rater rates women a point lower. The last
  /// rating names no gender.
  static var ratings: RatingSet {
    get throws {
      var draws = RandomDraws(seed: 3)
      var ratings: [Rating] = []
      for ratee in 0..<12 {
        let level = draws.normal()
        let gender = ratee % 3 == 0 ? "f" : "m"
        for rater in 0..<2 {
          for item in 0..<2 {
            for year in [9, 10] {
              var seen = 3 + level + 0.5 * draws.normal() + Double(year - 9)
              if rater == 1, gender == "f" { seen -= 1 }
              let isLast = ratings.count == 95
              ratings.append(
                Rating(
                  ratee: try Samples.person("p", ratee), rater: try Samples.person("r", rater),
                  item: try ItemID("i\(item)"), value: max(1, min(5, Int(seen.rounded()))),
                  time: year,
                  groups: isLast
                    ? ["unit": "b"] : ["gender": gender, "unit": ratee < 6 ? "a" : "b"]))
            }
          }
        }
      }
      return try RatingSet(ratings, scale: Samples.scale(1...5))
    }
  }

  @Test func `time is a facet like any other`() throws {
    var model = FacetModel()
    model.facets = [.rater, .item, .time]
    model.details = [.raterAgreement, .raterIndices]
    model.interactions = [FacetPair(.rater, .time)]
    let fit = try #require(try model.fit(Self.ratings).fit)
    #expect(fit.facets.map(\.name) == ["ratee", "rater", "item", "time"])
    #expect(fit.convergence.isConverged)
    #expect(fit.rankDeficiency == 0)
    let times = try #require(fit[.time])
    // By number, not by text.
    #expect(times.map(\.id) == ["9", "10"])
    let before = try #require(times["9"]?.measure).logits
    let after = try #require(times["10"]?.measure).logits
    #expect(abs(before + after) < 1e-9)
    // Ratings were higher in the year 10, so its measure is lower.
    #expect(after < before)
    #expect(fit.interactions[0].cells.map(\.second) == ["9", "10", "9", "10"])
    #expect(fit.interactions[0]["r001", "10"]?.ratingCount == 22)
    // Two raters on two items at two times, 12 ratees but the one who has only the highest.
    #expect(fit.ratees.filter { $0.measure == nil }.count == 1)
    #expect(fit.raterAgreement?.overall.estimate?.pairCount == 44)
    let indices = try #require(fit.raterIndices.first)
    // A profile is a ratee in a year: all are complete.
    #expect(indices.straightLineShare.estimate != nil)
    var without = FacetModel()
    without.facets = [.rater, .item]
    let plain = try #require(try without.fit(Self.ratings).fit)
    #expect(plain.logLikelihood < fit.logLikelihood)
  }

  @Test func `a group that goes with the ratee cannot be told from ratees`() throws {
    var model = FacetModel()
    model.facets = [.rater, .item, .group("unit")]
    guard case .disconnected(let design) = try model.fit(Self.ratings) else {
      Issue.record("ratees and their units were told apart")
      return
    }
    #expect(design.facets == [.ratee, .rater, .item, .group("unit")])
    #expect(design.rankDeficiency == 1)
    #expect(design.nestings.map(\.inner) == [.ratee])
    #expect(design.nestings.map(\.outer) == [.group("unit")])
    #expect(design.subsets.map { $0[.group("unit")] } == [["a"], ["b"]])
    #expect(design.subsets.map(\.raters.count) == [2, 2])
    #expect(RatingSubsets(try Self.ratings).isConnected)
    model.disconnected = .anchored
    let fit = try #require(try model.fit(Self.ratings).fit)
    #expect(fit[.group("unit")]?.compactMap(\.measure?.logits) == [0, 0])
    // Raters, whom both units share, are measured as without the group.
    let plain = try #require(try FacetModel().fit(Self.ratings).fit)
    for (left, right) in zip(fit.raters, plain.raters) {
      #expect(abs(try #require(left.measure).logits - (try #require(right.measure)).logits) < 1e-6)
    }
  }

  @Test func `a rater's bias against a group comes out`() throws {
    var model = FacetModel()
    model.facets = [.rater, .item, .time]
    model.interactions = [FacetPair(.rater, .group("gender"))]
    let found = try #require(try model.fit(Self.ratings).fit).interactions[0]
    #expect(found.cells.map(\.second) == ["f", "m", "f", "m"])
    #expect(found.leftOutCount == 1)
    let women = try #require(found["r001", "f"]?.bias)
    let men = try #require(found["r001", "m"]?.bias)
    #expect(women.logits < 0)
    #expect(men.logits > 0)
  }

  @Test func `ratings without an element are left out and counted`() throws {
    var model = FacetModel()
    model.facets = [.rater, .item, .group("gender")]
    model.disconnected = .anchored
    let fit = try #require(try model.fit(Self.ratings).fit)
    #expect(fit.leftOutCount == 1)
    #expect(fit.ratingCount == 95 - 8)
    #expect(fit.ratees.filter { $0.measure == nil }.map(\.ratingCount) == [8])
    model.facets = [.rater, .group("colour")]
    #expect(
      try model.fit(Self.ratings)
        == .notEnough(NotEnoughData(.facetElements, needed: 96, found: 0)))
  }
}
