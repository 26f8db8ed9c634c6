import Foundation
import KinerjaCore
import RatingBias
import Testing

@Suite("Interactions of facets")
struct FacetInteractionTests {
  /// Four ratees, two raters, two items, right or wrong.
  ///
  /// Each ratee has two of four points, each rater and each item four of eight: all measures are 0 and
  /// each rating is expected to be 1/2.
  static var crossed: RatingSet {
    get throws {
      var ratings: [Rating] = []
      for ratee in 0..<4 {
        for rater in 0..<2 {
          for item in 0..<2 {
            let value = (rater == item) == (ratee < 3) ? 1 : 0
            ratings.append(
              Rating(
                ratee: try Samples.person("p", ratee), rater: try Samples.person("r", rater),
                item: try ItemID("i\(item)"), value: value))
          }
        }
      }
      return try RatingSet(ratings, scale: Samples.scale(0...1))
    }
  }

  static func fit(
    _ ratings: RatingSet, _ interactions: [FacetPair] = [FacetPair(.rater, .item)]
  ) throws -> FacetFit {
    var model = FacetModel()
    model.interactions = interactions
    model.details = [.raterAgreement, .raterIndices]
    return try #require(model.fit(ratings).fit)
  }

  /// Three of four: the term is ln 3, its error 1 ∕ √(4 · 3∕16).
  @Test func `a term makes up for what measures leave, worked by hand`() throws {
    let found = try Self.fit(Self.crossed).interactions[0]
    #expect(found.cells.map(\.first) == ["r000", "r000", "r001", "r001"])
    #expect(found.cells.map(\.second) == ["i0", "i1", "i0", "i1"])
    for (cell, sign) in zip(found.cells, [1.0, -1, -1, 1]) {
      let bias = try #require(cell.bias)
      #expect(cell.ratingCount == 4)
      #expect(cell.observed == 2 + sign)
      #expect(abs(cell.expected - 2) < 1e-9)
      #expect(abs(cell.averageDifference - 0.25 * sign) < 1e-9)
      #expect(abs(bias.logits - sign * log(3)) < 1e-9)
      #expect(abs(bias.standardError - (4.0 / 3).squareRoot()) < 1e-9)
      #expect(bias.degreesOfFreedom == 3)
    }
    let test = try #require(found.test.estimate)
    #expect(abs(test.chiSquare - 3 * log(3) * log(3)) < 1e-9)
    #expect(test.degreesOfFreedom == 4)
    // Four degrees of freedom: exp(−x∕2)(1 + x∕2).
    let half = test.chiSquare / 2
    #expect(abs(test.probability - exp(-half) * (1 + half)) < 1e-12)
  }

  /// 2 ln 3 with error √(8∕3); Welch: (8∕3)² ∕ (2 · (4∕3)² ∕ 3) = 6.
  @Test func `two raters on one item compare by Welch, worked by hand`() throws {
    let found = try Self.fit(Self.crossed).interactions[0]
    let contrast = try #require(found.contrast("r000", "r001", at: "i0").estimate)
    #expect(abs(contrast.logits - 2 * log(3)) < 1e-9)
    #expect(abs(contrast.standardError - (8.0 / 3).squareRoot()) < 1e-9)
    #expect(abs(contrast.degreesOfFreedom - 6) < 1e-9)
    // Student's t with six degrees of freedom in closed form.
    let x = contrast.t / (6 + contrast.t * contrast.t).squareRoot()
    let inside = x * (1 + (1 - x * x) * (0.5 + 0.375 * (1 - x * x)))
    #expect(abs(contrast.probability - (1 - inside)) < 1e-12)
    #expect(found.contrast("r000", "r009", at: "i0").estimate == nil)
  }

  @Test func `raters who always differ have a kappa of -1 where half is expected`() throws {
    let fit = try Self.fit(Self.crossed)
    let agreement = try #require(fit.raterAgreement)
    let overall = try #require(agreement.overall.estimate)
    #expect(overall.pairCount == 8)
    #expect(overall.exactCount == 0)
    #expect(abs(overall.expectedCount - 4) < 1e-9)
    #expect(abs(overall.kappa + 1) < 1e-9)
    #expect(agreement.pairs.map(\.figures) == [overall])
    #expect(agreement.raters.map(\.figures) == [overall, overall])
  }

  @Test func `indices of a rater, worked by hand`() throws {
    let first = try #require(Self.fit(Self.crossed).raterIndices.first)
    #expect(first.ratingCount == 8)
    #expect(first.mean == 0.5)
    #expect(first.meanDifference == 0)
    #expect(first.levelShares == [0.5, 0.5])
    #expect(abs(first.entropy - log(2)) < 1e-12)
    #expect(first.range == 1)
    #expect(first.interitemCorrelation == .estimate(-1))
    #expect(Samples.isNear(first.withinRateeDeviation.estimate, 0.5.squareRoot()))
    #expect(first.straightLineShare == .estimate(0))
    #expect(Samples.isNear(first.restCorrelation.estimate, -1))
    #expect(first.sharedRatingCount == 8)
    // Every rating is expected to be 1/2: nothing to correlate with.
    #expect(first.observedExpectedCorrelation.estimate == nil)
    #expect(Samples.isNear(first.residualDeviation.estimate, (2.0 / 7).squareRoot()))
  }

  @Test func `the facets of a pair may change places`() throws {
    let pairs = [FacetPair(.rater, .item), FacetPair(.item, .rater)]
    let found = try Self.fit(Guilford.set, pairs).interactions
    #expect(found[0].cells.count == 15)
    for cell in found[0].cells {
      let turned = try #require(found[1][cell.second, cell.first])
      #expect(abs(try #require(turned.bias).logits - (try #require(cell.bias)).logits) < 1e-9)
    }
    #expect(found[0]["Brahe", "Nothing"] == nil)
  }

  /// A rater's only item tells nothing beyond the rater's measure.
  @Test func `with one item there is no interaction left`() throws {
    let rows: [[Int?]] = [[1, 2, 3], [2, 3, 2], [3, 2, 1], [1, 1, 2], [3, 2, 3], [2, 1, 1]]
    let found = try Self.fit(Samples.table(rows, scale: 1...3)).interactions[0]
    #expect(found.cells.count == 3)
    for cell in found.cells { #expect(abs(try #require(cell.bias).logits) < 1e-6) }
    #expect(try #require(found.test.estimate).probability > 0.999_999)
  }

  @Test func `a combination at one end has no finite term`() throws {
    let ratings = try Self.crossed
    // By ratee every combination is one rating, lowest or highest.
    let found = try Self.fit(ratings, [FacetPair(.ratee, .item), FacetPair(.ratee, .rater)])
    let single = try Self.fit(Guilford.set, [FacetPair(.ratee, .rater)]).interactions[0]
    #expect(single.cells.allSatisfy { $0.bias != nil })
    for cell in found.interactions[0].cells {
      #expect(cell.observed == 1)
      #expect(abs(try #require(cell.bias).logits) < 1e-9)
    }
    var three = FacetModel()
    three.facets = [.rater]
    three.interactions = [FacetPair(.rater, .item)]
    let rows: [[Int?]] = [[1, 0], [1, 0], [1, 0], [0, 1]]
    let fit = try #require(three.fit(Samples.table(rows, scale: 0...1)).fit)
    #expect(fit.facets == [.ratee, .rater])
    #expect(fit.items.isEmpty)
    #expect(fit.interactions[0].cells.count == 2)
    // One ratee with a rater is one rating: at an end.
    three.interactions = [FacetPair(.ratee, .rater)]
    let ends = try #require(three.fit(Samples.table(rows, scale: 0...1)).fit).interactions[0]
    #expect(ends.cells.allSatisfy { $0.bias == nil })
    #expect(ends.test.estimate == nil)
    guard case .extreme(let isHighest, let logits, _) = ends.cells[0].placement else {
      Issue.record("a single highest rating has a finite term")
      return
    }
    // The model expects 3/4 here, since each ratee has one point and the rater three of four; a score
    // moved from 1 to 0.7 lies below that.
    #expect(isHighest)
    #expect(abs(logits - (log(0.7 / 0.3) - log(3))) < 1e-6)
    #expect(ends.contrast("p000", "p001", at: "r000").estimate == nil)
  }
}
