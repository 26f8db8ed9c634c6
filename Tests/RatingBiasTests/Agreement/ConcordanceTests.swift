import RatingBias
import Testing

@Suite("Kendall's W") struct ConcordanceTests {
  // scipy 1.17.1: friedmanchisquare has the same chi-square and p; W from ranks with ties.
  @Test func `Shrout and Fleiss' judges`() throws {
    let found = try #require(try AgreementSamples.shroutFleiss.concordance().estimate)
    #expect(Samples.isNear(found.w, 0.8870370370370371, 1e-12))
    #expect(Samples.isNear(found.chiSquare, 17.74074074074074, 1e-10))
    #expect(Samples.isNear(found.pValue, 0.003289509243680281, 1e-12))
    #expect(found.degreesOfFreedom == 5 && found.rateeCount == 6 && found.raterCount == 4)
  }

  // By hand: ranks 1 2 3 and 1 3 2 have sums 2, 5, 5, so W = 12·6∕(4·24) = 0.75, Spearman's 0.5.
  @Test func `three ratees, two raters`() throws {
    let set = try Samples.table([[1, 1], [2, 4], [3, 2], [5, nil]], scale: 1...5)
    let found = try #require(set.concordance().estimate)
    #expect(Samples.isNear(found.w, 0.75) && Samples.isNear(found.meanRankCorrelation, 0.5))
    #expect(found.leftOutRateeCount == 1)
  }

  @Test func `the ends`() throws {
    let alike = try Samples.table([[1, 2], [3, 3], [5, 4]], scale: 1...5)
    #expect(Samples.isNear(alike.concordance().estimate?.w, 1))
    let opposed = try Samples.table([[1, 5], [3, 3], [5, 1]], scale: 1...5)
    #expect(Samples.isNear(opposed.concordance().estimate?.w, 0))
    let same = try Samples.table([[2, 3], [2, 3]], scale: 1...5)
    #expect(same.concordance() == .notEnough(NotEnoughData(.differentRatings, needed: 2, found: 1)))
    let lonely = try Samples.table([[2], [3]], scale: 1...5)
    #expect(lonely.concordance() == .notEnough(NotEnoughData(.raters, needed: 2, found: 1)))
    let single = try Samples.table([[2, 3]], scale: 1...5)
    #expect(
      single.concordance() == .notEnough(NotEnoughData(.completeRatees, needed: 2, found: 1)))
  }
}
