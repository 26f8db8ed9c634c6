import KinerjaCore
import Testing
import WeightedScoring

@Suite struct AggregationTests {
  static let six: [Double?] = [80, 95, 60, 100, 72, 88]
  static let weights = [0.25, 0.2, 0.15, 0.15, 0.15, 0.1]

  // COINr 1.1.14.
  static let complete: [(aggregation: Aggregation, expected: Double)] = [
    (.arithmetic, 82.6), (.geometric, 81.4869470496765), (.harmonic, 80.3215423785809),
    (.power(-2), 79.1216895855264), (.power(0.5), 82.0509366667054), (.power(2), 83.6480723029527),
    (.power(3), 84.6239163213318),
  ]

  @Test(arguments: complete)
  func `means of six values, whatever the sum of the weights`(
    aggregation: Aggregation, expected: Double
  ) throws {
    let found = try aggregation.mean(of: Self.six, weights: Self.weights)
    #expect(abs((found.value ?? 0) - expected) < 1e-10 && found.knownShare == 1)
    let scaled = try aggregation.mean(of: Self.six, weights: Self.weights.map { $0 * 20 })
    #expect(abs((scaled.value ?? 0) - expected) < 1e-10)
  }

  // COINr's power mean answers missing here, against its help; ours skips like the others.
  static let incomplete: [(aggregation: Aggregation, expected: Double)] = [
    (.arithmetic, 79.5), (.geometric, 78.4204188334064), (.harmonic, 77.3343097766386),
    (.power(1), 79.5), (.power(0), 78.4204188334064), (.power(-1), 77.3343097766386),
  ]

  @Test(arguments: incomplete)
  func `a missing value is skipped and the weights rescaled, in every mean`(
    aggregation: Aggregation, expected: Double
  ) throws {
    var values = Self.six
    values[1] = nil
    let found = try aggregation.mean(of: values, weights: Self.weights)
    #expect(abs((found.value ?? 0) - expected) < 1e-10)
    #expect(abs(found.knownShare - 0.8) < 1e-12)
    #expect(try aggregation.mean(of: values, weights: Self.weights, minimumShare: 0.9).value == nil)
    #expect(try aggregation.mean(of: values, weights: Self.weights, minimumShare: 0.8).value != nil)
  }

  @Test func `nothing known is no value`() throws {
    let found = try Aggregation.arithmetic.mean(of: [nil, nil], weights: [1, 1])
    #expect(found.value == nil && found.knownShare == 0)
  }

  @Test func `zeros and negative values are refused where a mean cannot take them`() throws {
    let values: [Double?] = [80, 0, -1]
    #expect(
      problems { _ = try Aggregation.geometric.mean(of: values, weights: [1, 1, 1]) } == [
        "values[1] ranking.zero-value", "values[2] ranking.negative-value",
      ])
    #expect(
      problems { _ = try Aggregation.power(0.5).mean(of: values, weights: [1, 1, 1]) } == [
        "values[2] ranking.negative-value"
      ])
    #expect(try Aggregation.power(2).mean(of: [80, 0, 60], weights: [1, 1, 1]).value != nil)
    #expect(
      problems { _ = try Aggregation.power(.nan).mean(of: [1], weights: [-1, .nan]) } == [
        "values ranking.weight-count", "values[0] ranking.unfit-weight",
        "values[1] ranking.unfit-weight", "values ranking.no-positive-weight",
        "values ranking.unfit-setting",
      ])
  }

  // Hardy, Littlewood and Pólya, theorem 16.
  @Test(arguments: 1...20)
  func `means grow with their order and lie between the extremes`(seed: Int) throws {
    let values = RandomMatrices.columns(seed, rows: 6, width: 1)[0]
    let means = try [-100, -3, -1, 0, 0.5, 1, 2, 100].map { p in
      try Aggregation.power(p).mean(of: values, weights: Self.weights).value ?? .nan
    }
    for (left, right) in zip(means, means.dropFirst()) { #expect(left <= right + 1e-14) }
    #expect(means[0] >= (values.min() ?? 0) - 1e-14 && means[7] <= (values.max() ?? 0) + 1e-14)
  }

  @Test func `columns are aggregated row by row, and problems name the row`() throws {
    let columns: [[Double?]] = [[1, nil, 4], [3, nil, nil]]
    #expect(try Aggregation.arithmetic.means(of: columns, weights: [1, 1]) == [2, nil, 4])
    #expect(
      problems { _ = try Aggregation.harmonic.means(of: [[1, 0], [2, 3]], weights: [1, 1]) } == [
        "rows[1].values[0] ranking.zero-value"
      ])
  }
}
