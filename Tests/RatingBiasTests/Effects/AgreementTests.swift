import KinerjaCore
import RatingBias
import Testing

@Suite struct AgreementTests {
  // Krippendorff (2011), "Computing Krippendorff's Alpha-Reliability", section C: four observers,
  // twelve units, 40 pairable values. Printed 0.743, 0.815 and 0.849; further digits from the
  // Python package krippendorff 0.9.0.
  static let krippendorff: [[Int?]] = [
    [1, 1, nil, 1], [2, 2, 3, 2], [3, 3, 3, 3], [3, 3, 3, 3], [2, 2, 2, 2], [1, 2, 3, 4],
    [4, 4, 4, 4], [1, 1, 2, 1], [2, 2, 2, 2], [nil, 5, 5, 5], [nil, nil, 1, 1], [nil, 3, nil, nil],
  ]

  @Test(arguments: [
    (AgreementAnalysis.Metric.nominal, 0.743421052631579, 0.743),
    (.ordinal, 0.8153875037548814, 0.815), (.interval, 0.8491071428571428, 0.849),
  ])
  func `Krippendorff's example`(
    metric: AgreementAnalysis.Metric, alpha: Double, printed: Double
  ) throws {
    let set = try Samples.table(Self.krippendorff, scale: 1...5)
    let agreement = try #require(AgreementAnalysis(metric: metric).measure(set).estimate)
    #expect(Samples.isNear(agreement.alpha, alpha, 1e-12))
    #expect(Samples.isNear(agreement.alpha, printed, 0.0006))
    #expect(agreement.ratingCount == 40 && agreement.unitCount == 11)
    #expect(agreement.leftOutUnitCount == 1 && agreement.rateeCount == 11)
    let interval = try #require(agreement.interval)
    #expect(interval.contains(agreement.alpha) && interval.lower < interval.upper)
  }

  // Fleiss (1971), "Measuring Nominal Scale Agreement among Many Raters", Psychological Bulletin 76,
  // 378–382, Table 1: how many of six raters put each of thirty patients into each category. Alpha
  // from krippendorff 0.9.0; the share 0.5556 is printed, further digits from irrCAC 1.0 (R).
  @Test func `Fleiss' example`() throws {
    let counts = [
      [0, 0, 0, 6, 0], [0, 3, 0, 0, 3], [0, 1, 4, 0, 1], [0, 0, 0, 0, 6], [0, 3, 0, 3, 0],
      [2, 0, 4, 0, 0], [0, 0, 4, 0, 2], [2, 0, 3, 1, 0], [2, 0, 0, 4, 0], [0, 0, 0, 0, 6],
      [1, 0, 0, 5, 0], [1, 1, 0, 4, 0], [0, 3, 3, 0, 0], [1, 0, 0, 5, 0], [0, 2, 0, 3, 1],
      [0, 0, 5, 0, 1], [3, 0, 0, 1, 2], [5, 1, 0, 0, 0], [0, 2, 0, 4, 0], [1, 0, 2, 0, 3],
      [0, 0, 0, 0, 6], [0, 1, 0, 5, 0], [0, 2, 0, 1, 3], [2, 0, 0, 4, 0], [1, 0, 0, 4, 1],
      [0, 5, 0, 1, 0], [4, 0, 0, 0, 2], [0, 2, 0, 4, 0], [1, 0, 5, 0, 0], [0, 0, 0, 0, 6],
    ]
    let rows = counts.map { row in
      row.enumerated().flatMap { Array(repeating: $0.offset + 1, count: $0.element) }
    }
    let set = try Samples.table(rows, scale: 1...5)
    let agreement = AgreementAnalysis(metric: .nominal, replicates: 0).measure(set).estimate
    #expect(Samples.isNear(agreement?.alpha, 0.4334098282820289, 1e-12))
    #expect(Samples.isNear(agreement?.exactShare, 0.5555555555556, 1e-12))
    #expect(agreement?.interval == nil)
  }

  @Test func `degenerate tables`() throws {
    let analysis = AgreementAnalysis()
    let same = try Samples.table([[3, 3], [3, 3]], scale: 1...5)
    #expect(
      analysis.measure(same) == .notEnough(NotEnoughData(.differentRatings, needed: 2, found: 1)))
    let single = try Samples.table([[3, nil], [nil, 2]], scale: 1...5)
    #expect(
      analysis.measure(single) == .notEnough(NotEnoughData(.sharedRatees, needed: 2, found: 0)))
    let perfect = try Samples.table([[1, 1], [5, 5], [2, 2]], scale: 1...5)
    #expect(analysis.measure(perfect).estimate?.alpha == 1)
    #expect(analysis.measure(perfect).estimate?.exactShare == 1)
    #expect(
      analysis.measure(perfect, on: "y")
        == .notEnough(NotEnoughData(.sharedRatees, needed: 2, found: 0)))
    #expect(analysis.measure(perfect, on: "x").estimate?.unitCount == 3)
    // Opposite ratings are worse than chance: by hand, 1 − (4 − 1)·2∕(2·2) = −0.5.
    let opposite = try Samples.table([[1, 5], [5, 1]], scale: 1...5)
    #expect(
      Samples.isNear(AgreementAnalysis(metric: .interval).measure(opposite).estimate?.alpha, -0.5))
  }

  @Test(arguments: [95, 1, 0, -1, .nan, .infinity])
  func `a level that is none gives no interval`(level: Double) throws {
    let set = try Samples.Round().ratings(seed: 5)
    let agreement = AgreementAnalysis(confidenceLevel: level).measure(set).estimate
    #expect(agreement != nil && agreement?.interval == nil)
  }

  @Test func `the interval depends on the seed alone`() throws {
    let set = try Samples.Round().ratings(seed: 5)
    let first = AgreementAnalysis(seed: 7).measure(set)
    #expect(first == AgreementAnalysis(seed: 7).measure(set))
    #expect(first != AgreementAnalysis(seed: 8).measure(set))
  }
}
