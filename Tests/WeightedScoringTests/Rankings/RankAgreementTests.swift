import KinerjaTables
import Testing
import WeightedScoring

@Suite struct RankAgreementTests {
  // scipy 1.17.1 and pymcdm 1.4.0, to 1e-10.
  @Test func `coefficients without ties`() throws {
    let found = try RankAgreement(
      [91, 85, 78, 88, 70, 66, 95, 81], [90, 86, 80, 84, 69, 71, 93, 77])
    let expected: [Double] = [
      0.9581107247732847, 0.9285714285714287, 0.7857142857142856, 0.8719729678993803,
      0.9444444444444444, 0.946577380952381, 0.75, 1,
    ]
    let values: [Double?] = [
      found.pearson, found.spearman, found.kendallTauB, found.weightedTau, found.weightedSpearman,
      found.similarity, found.meanRankShift, found.largestRankShift,
    ]
    #expect(distance(values.compactMap(\.self), expected) < 1e-10)
  }

  @Test func `coefficients with ties; those for untied ranks are nil`() throws {
    let found = try RankAgreement(
      [91, 85, 85, 88, 70, 66, 91, 81], [90, 86, 80, 86, 69, 71, 93, 69])
    let values: [Double?] = [
      found.pearson, found.spearman, found.kendallTauB, found.weightedTau, found.meanRankShift,
      found.largestRankShift,
    ]
    let expected: [Double] = [
      0.8567547951195378, 0.8963414634146342, 0.7692307692307694, 0.8543964407240918, 0.875, 2,
    ]
    #expect(distance(values.compactMap(\.self), expected) < 1e-10)
    #expect(found.weightedSpearman == nil && found.similarity == nil)
  }

  // The definitions, pair by pair.
  @Test(arguments: 1...20)
  func `merging agrees with all pairs`(seed: UInt64) throws {
    let stream = RandomStream(seed: seed)
    let one = (0..<15).map { Double(stream.integer(in: 0...6, at: $0)) }
    let other = (0..<15).map { Double(stream.integer(in: 0...6, at: 100 + $0)) }
    var (agree, left, right) = (0.0, 0.0, 0.0)
    for a in 0..<15 {
      for b in 0..<a {
        let signs = ((one[a] - one[b]).sign(), (other[a] - other[b]).sign())
        agree += signs.0 * signs.1
        left += abs(signs.0)
        right += abs(signs.1)
      }
    }
    let tau = try RankAgreement(one, other).kendallTauB ?? .nan
    #expect(abs(tau - agree / (left * right).squareRoot()) < 1e-14)
  }

  @Test func `the same order agrees fully, the opposite one not at all`() throws {
    let scores = [3.0, 1, 4, 1.5, 9]
    let same = try RankAgreement(scores, scores.map { $0 * 2 + 1 })
    for value in [same.pearson, same.spearman, same.kendallTauB, same.weightedTau, same.similarity]
    {
      #expect(abs((value ?? 0) - 1) < 1e-12)
    }
    let opposite = try RankAgreement(scores, scores.map { -$0 })
    #expect(opposite.kendallTauB == -1 && abs((opposite.spearman ?? 0) + 1) < 1e-12)
    let turned = try RankAgreement(scores, scores.map { -$0 }, isSmallerBetter: (false, true))
    #expect(turned.kendallTauB == 1)
  }

  @Test func `a constant list has no correlation, and bad scores are named`() throws {
    let constant = try RankAgreement([1, 1, 1], [1, 2, 3])
    #expect(constant.pearson == nil && constant.kendallTauB == nil && constant.weightedTau == nil)
    #expect(
      problems { _ = try RankAgreement([1, .nan], [1, 2, .infinity]) } == [
        "scores[1] ranking.uneven-row", "scores[0][1] ranking.unusable-value",
        "scores[1][2] ranking.unusable-value",
      ])
  }
}

extension Double {
  fileprivate func sign() -> Double { self > 0 ? 1 : self < 0 ? -1 : 0 }
}
