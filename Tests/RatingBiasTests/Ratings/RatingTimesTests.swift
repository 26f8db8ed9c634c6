import Foundation
import KinerjaCore
import RatingBias
import Testing

@Suite struct RatingTimesTests {
  private func set(_ rows: [(String, String, Int?, Int)]) throws -> RatingSet {
    try RatingSet(
      rows.map { ratee, rater, time, value in
        Rating(
          ratee: try PersonID(ratee), rater: try PersonID(rater), item: "x", value: value,
          time: time)
      }, scale: Samples.scale(1...5))
  }

  // Two raters in two years: they agree in each year, though the ratee changed.
  @Test func `raters are compared for the same time`() throws {
    let yearly = try set([
      ("a", "r", 1, 1), ("a", "s", 1, 1), ("a", "r", 2, 4), ("a", "s", 2, 4),
      ("b", "r", 1, 2), ("b", "s", 1, 2), ("b", "r", 2, 5), ("b", "s", 2, 5),
    ])
    let agreement = try #require(try yearly.agreement(.percentAgreement()).estimate)
    #expect(agreement.value == 1 && agreement.unitCount == 4 && agreement.rateeCount == 2)
    let pair = try #require(try yearly.agreementByPair().first?.answer.estimate)
    #expect(pair.value == 1 && pair.unitCount == 4)
    let groups = try yearly.withinGroupAgreement().groups
    #expect(groups.map(\.ratee) == ["a", "a", "b", "b"] && groups.map(\.time) == [1, 2, 1, 2])
    let correlation = try #require(
      try yearly.intraclassCorrelation(.agreementSingle).estimate)
    // Four occasions without any disagreement; two persons alone bear no interval.
    #expect(correlation.value == 1 && correlation.rateeCount == 4 && correlation.interval == nil)
    #expect(yearly.concordance().estimate?.w == 1)
  }

  // Nobody rated anybody twice, so the times are days of rating and no periods.
  @Test func `days of rating do not keep raters apart, periods do`() throws {
    let rows: [(String, String, Int?, Int)] = [
      ("a", "r", 1, 1), ("a", "s", 2, 1), ("b", "r", 1, 2), ("b", "s", nil, 2),
    ]
    let days = try set(rows)
    #expect(RatingDesign(days).linkedGroups.count == 1)
    #expect(try days.agreement().estimate?.unitCount == 2)
    let plain = try set(rows.map { ($0.0, $0.1, nil, $0.3) })
    #expect(try days.agreement() == plain.agreement())
    #expect(try RatingAudit().run(on: days) == RatingAudit().run(on: plain))

    let periods = try set(rows + [("a", "r", 3, 1)])
    #expect(RatingDesign(periods).linkedGroups.count == 2)
    #expect(
      try periods.agreement() == .notEnough(NotEnoughData(.sharedRatees, needed: 2, found: 0)))
  }

  @Test(arguments: 1...4)
  func `one time for all is as none`(seed: UInt64) throws {
    let plain = try Samples.Round().ratings(seed: seed)
    let timed = try RatingSet(
      plain.elements.map {
        Rating(ratee: $0.ratee, rater: $0.rater, item: $0.item, value: $0.value, time: 2026)
      }, scale: plain.scale)
    #expect(timed != plain)
    #expect(try RatingAudit().run(on: timed) == RatingAudit().run(on: plain))
    #expect(RatingSubsets(timed) == RatingSubsets(plain))
    for form in IntraclassForm.allCases {
      #expect(try timed.intraclassCorrelation(form) == plain.intraclassCorrelation(form))
    }
    #expect(try timed.reliability() == plain.reliability())
    #expect(try FacetModel().fit(timed).fit == FacetModel().fit(plain).fit)
  }

  // Uto (2022): 30 cells are rated on two days; measures of the oracle, which takes a rating for a
  // rating.
  @Test(.enabled(if: ReferenceFolder.url != nil, ReferenceFolder.absence))
  func `a cell may be rated once more on another day`() throws {
    let path = try #require(ReferenceFolder.url).appending(path: "drift_uto2022.csv").path
    let set = try RatingSet(path: path, scale: Samples.scale(1...5))
    #expect(set.count == 2_010 && set.rateeCount == 134 && set.raterCount == 15)
    #expect(set.times == [1, 2, 3, 4] && set.cells.unitCount == 528)
    let fit = try #require(try FacetModel().fit(set).fit)
    #expect(fit.convergence.isConverged)
    let expected = Dictionary(
      uniqueKeysWithValues: try ReferenceFolder.checks("drift_uto2022").map { ($0.id, $0) })
    for rater in fit.raters.elements {
      let check = try #require(expected["jmle.rater.\(rater.id).measure"])
      #expect(Samples.isNear(rater.measure?.logits, try #require(check.value), check.tolerance))
    }
  }

  @Test func `a cell is rated once for a time`() throws {
    let error = #expect(throws: InvalidInput.self) {
      try set([("a", "r", 1, 1), ("a", "r", 2, 1), ("a", "r", 1, 3), ("a", "r", nil, 3)])
    }
    #expect(error?.problems.map(\.code) == ["bias.rated-twice"])
    #expect(error?.problems.first?.place.description == "[2]")
  }
}
