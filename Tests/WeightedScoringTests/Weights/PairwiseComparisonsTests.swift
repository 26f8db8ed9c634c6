import KinerjaCore
import KinerjaTables
import Testing
import WeightedScoring

@Suite struct PairwiseComparisonsTests {
  // Full values by numpy and pymcdm; the paper prints the same weights to two digits, but
  // λ = 7.49, which does not follow from its matrix.
  @Test func `the choice of a school`() throws {
    let school = try PublishedTables.school()
    let eigenvector = [
      0.32077018326310636, 0.1395027454209415, 0.03476830769965566, 0.12848601846309243,
      0.23738999474001635, 0.1390827504131876,
    ]
    #expect(distance(try school.weights().shares, eigenvector) < 1e-12)
    #expect(distance(eigenvector, [0.32, 0.14, 0.03, 0.13, 0.24, 0.14]) < 0.005)
    #expect(
      distance(
        try school.weights(by: .rowGeometricMean).shares,
        [
          0.31598596639901516, 0.13914649234146417, 0.036048645753382055, 0.1251397536189146,
          0.23601016827766655, 0.14766897360955764,
        ]) < 1e-12)
    #expect(
      distance(
        try school.weights(by: .columnMean).shares,
        [
          0.304742066723999, 0.14859623208126688, 0.03815250645433248, 0.1413703796910407,
          0.22083945348201883, 0.1462993615673421,
        ]) < 1e-12)
    let saaty = school.consistency()
    #expect(abs(saaty.lambdaMax - 7.419870101921271) < 1e-12)
    #expect(abs((saaty.ratio ?? 0) - 0.2290113067614953) < 1e-12)
    #expect(abs(saaty.geometricIndex - 0.7903200486029536) < 1e-12)
    #expect(saaty.isAcceptable == false)
    let tummala = school.consistency(by: .tummalaLing1998)
    #expect(abs((tummala.ratio ?? 0) - 0.22978962646403478) < 1e-12)
    // 3 given, 0.3208 ∕ 0.0348 = 9.23 implied, 3.08 times as much; next is friends : college, 2.94.
    let worst = try #require(saaty.mostInconsistent)
    #expect(worst.criterion == "learning" && worst.other == "school-life" && worst.given == 3)
    #expect(abs(worst.implied - eigenvector[0] / eigenvector[2]) < 1e-9)
    #expect(abs(worst.factor - worst.implied / 3) < 1e-9)
  }

  @Test func `consistent judgements have ratio 0 and nothing to think over`() throws {
    let comparisons = try PairwiseComparisons(
      ["a", "b", "c", "d"], aboveDiagonal: [2, 4, 8, 2, 4, 2])
    let eighths: [Double] = [8, 4, 2, 1].map { $0 / 15 }
    for way in PairwisePriority.allCases {
      #expect(
        distance(try comparisons.weights(by: way).shares, eighths)
          < 1e-14)
    }
    let consistency = comparisons.consistency()
    #expect(abs(consistency.ratio ?? 1) < 1e-12 && consistency.geometricIndex < 1e-24)
    #expect(consistency.mostInconsistent == nil && consistency.isAcceptable == true)
  }

  @Test func `two criteria are always consistent, and a cycle never`() throws {
    let two = try PairwiseComparisons(["a", "b"], [[1, 3], ["1/3", 1]])
    #expect(distance(try two.weights().shares, [0.75, 0.25]) < 1e-14)
    #expect(two.consistency().ratio == 0 && two.consistency().geometricIndex == 0)
    let cycle = try PairwiseComparisons(["a", "b", "c"], aboveDiagonal: ["1/9", 9, "1/9"])
    #expect(distance(try cycle.weights().shares, [1.0 / 3, 1.0 / 3, 1.0 / 3]) < 1e-12)
    #expect(abs((cycle.consistency().ratio ?? 0) - 6.130268199233721) < 1e-9)
    #expect(try PairwiseComparisons(["a"], [[1]]).weights().shares == [1])
  }

  @Test func `beyond its table an index gives no ratio`() throws {
    let ids = (0..<11).map { CriterionID(stringLiteral: "c\($0)") }
    let comparisons = try PairwiseComparisons(ids, aboveDiagonal: [Ratio](repeating: 1, count: 55))
    #expect(comparisons.consistency(by: .saaty1980).ratio == nil)
    #expect(comparisons.consistency(by: .saaty1980).isAcceptable == nil)
    #expect((comparisons.consistency(by: .tummalaLing1998).ratio ?? 1) < 1e-12)
  }

  // Perron's vector by its definition: Aw = λw.
  @Test(arguments: 1...10)
  func `the eigenvector is one, and λ is at least the number of criteria`(seed: UInt64) throws {
    let stream = RandomStream(seed: seed)
    let ids = (0..<6).map { CriterionID(stringLiteral: "c\($0)") }
    let judgements = (0..<15).map { Ratio(Int64(stream.integer(in: 1...9, at: $0))) }
    let comparisons = try PairwiseComparisons(ids, aboveDiagonal: judgements)
    let weights = try comparisons.weights().shares
    let lambda = comparisons.consistency().lambdaMax
    let image = comparisons.judgements.map { row in
      zip(row, weights).reduce(0) { $0 + Double($1.0) * $1.1 }
    }
    #expect(distance(image, weights.map { lambda * $0 }) < 1e-12)
    #expect(lambda >= 6 - 1e-12)
  }

  @Test func `judgements that contradict the form are all named`() {
    #expect(
      problems {
        _ = try PairwiseComparisons(["a", "b", "c"], [[2, 3, 0], ["1/3", 1, 2], [1, "0.3", 1]])
      } == [
        "judgements[0].a ranking.diagonal-not-one",
        "judgements[0].c ranking.judgement-not-positive",
        "judgements[1].c ranking.judgement-not-reciprocal",
      ])
    #expect(
      problems { _ = try PairwiseComparisons(["a", "a"], [[1]]) } == [
        "judgements.a ranking.criterion-twice", "judgements ranking.judgement-count",
        "judgements[0] ranking.judgement-count",
      ])
    #expect(
      problems { _ = try PairwiseComparisons([], aboveDiagonal: []) } == [
        "judgements ranking.no-criterion"
      ])
  }
}
