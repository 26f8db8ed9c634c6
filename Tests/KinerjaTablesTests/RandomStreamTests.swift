import KinerjaTables
import Testing

@Suite struct RandomStreamTests {
  struct Published: Sendable {
    let seed: UInt64
    let outputs: [UInt64]
  }

  // The first row is published with Vigna's splitmix64.c; the others agree with an independent
  // program in Python.
  @Test(arguments: [
    Published(
      seed: 1_234_567,
      outputs: [
        6_457_827_717_110_365_317, 3_203_168_211_198_807_973, 9_817_491_932_198_370_423,
        4_593_380_528_125_082_431, 16_408_922_859_458_223_821,
      ]),
    Published(
      seed: 0, outputs: [16_294_208_416_658_607_535, 7_960_286_522_194_355_700]),
    Published(
      seed: 20_240_101, outputs: [15_213_845_624_156_854_423, 18_129_094_820_336_497_254]),
  ])
  func `draws are the outputs of SplitMix64`(_ published: Published) {
    let stream = RandomStream(seed: published.seed)
    #expect(published.outputs.indices.map(stream.bits) == published.outputs)
  }

  // The first and third persons of the synthetic population "score-1": draw 13·p + k, reduced to
  // the range of input k.
  @Test func `a population is addressed by person and input`() {
    let stream = RandomStream(seed: 20_240_101)
    let low: [UInt64] = [7000, 6000, 3500, 2500, 1500, 2400, 55, 55, 55, 55, 55, 55, 55]
    let high: [UInt64] = [13500, 10500, 7000, 5500, 3500, 3600, 100, 100, 100, 100, 100, 100, 100]
    func person(_ p: Int) -> [UInt64] {
      low.indices.map { low[$0] + stream.bits(at: 13 * p + $0) % (high[$0] - low[$0] + 1) }
    }
    #expect(
      person(0) == [12347, 9603, 6014, 4192, 2858, 2415, 88, 87, 70, 98, 63, 81, 68])
    #expect(
      person(2) == [10316, 7977, 4390, 5214, 2702, 2671, 67, 79, 92, 92, 73, 59, 100])
  }

  @Test func `uniform numbers stay below one at the largest bits`() {
    let stream = RandomStream(seed: 7)
    for draw in 0..<10_000 {
      let u = stream.uniform(at: draw)
      #expect(u >= 0 && u < 1 && u == Double(stream.bits(at: draw) >> 11) * 0x1p-53)
    }
  }

  // 100 000 draws over 12 values: χ² with 11 degrees of freedom exceeds 31.26 with chance 0.001.
  @Test(arguments: [UInt64(1), 2, 3])
  func `whole numbers are even over their range`(seed: UInt64) {
    let stream = RandomStream(seed: seed)
    var counts = [Int](repeating: 0, count: 12)
    for draw in 0..<100_000 { counts[stream.integer(in: -5...6, at: draw) + 5] += 1 }
    let expected = 100_000.0 / 12
    let chiSquare = counts.reduce(0.0) { sum, count in
      sum + (Double(count) - expected) * (Double(count) - expected) / expected
    }
    #expect(chiSquare < 31.26)
  }

  // A span of ¾·2⁶⁴ rejects one draw in four; without rejection the lowest third would come
  // twice as often as the others.
  @Test func `rejection keeps huge ranges even`() {
    let stream = RandomStream(seed: 11)
    let third = Int(1) << 62
    var counts = [0, 0, 0]
    for draw in 0..<30_000 {
      let value = stream.integer(in: Int.min...(third - 1), at: draw)
      counts[Int((UInt64(bitPattern: Int64(value)) ^ (1 << 63)) >> 62)] += 1
    }
    // Standard deviation √(30 000·⅓·⅔) ≈ 82; five of them.
    for count in counts { #expect(abs(count - 10_000) < 410) }
    #expect(stream.integer(in: 3...3, at: 0) == 3)
    #expect(stream.integer(in: .min ... .max, at: 5) == Int(bitPattern: UInt(stream.bits(at: 5))))
  }

  // Reference values of the quantile: R 4, qnorm(p) to 17 digits, and Python's
  // statistics.NormalDist().inv_cdf.
  @Test(
    arguments: zip(
      [0.5, 0.975, 0.025, 0.9, 1e-5, 1e-20],
      [
        0, 1.959963984540054, -1.959963984540054, 1.2815515655446004, -4.264890793922825,
        -9.262340089798408,
      ]))
  func `normal quantiles`(probability: Double, expected: Double) {
    let found = NormalQuantile.value(at: probability)
    #expect(abs(found - expected) <= 4 * expected.ulp)
  }

  @Test func `the quantile has stated ends`() {
    #expect(NormalQuantile.value(at: 0) == -.infinity)
    #expect(NormalQuantile.value(at: 1) == .infinity)
    #expect(NormalQuantile.value(at: -0.1).isNaN && NormalQuantile.value(at: .nan).isNaN)
  }

  // Mean of 200 000: standard error 0.0022; variance: √(2/n) ≈ 0.0032; kurtosis √(24/n) ≈ 0.011.
  // Four of each.
  @Test(arguments: [UInt64(5), 99])
  func `normal numbers have the moments of the normal distribution`(seed: UInt64) {
    let stream = RandomStream(seed: seed).substream(3)
    let count = 200_000
    var sums = (0.0, 0.0, 0.0)
    for draw in 0..<count {
      let x = stream.normal(at: draw)
      sums = (sums.0 + x, sums.1 + x * x, sums.2 + x * x * x * x)
    }
    let n = Double(count)
    #expect(abs(sums.0 / n) < 0.009)
    #expect(abs(sums.1 / n - 1) < 0.013)
    #expect(abs(sums.2 / n - 3) < 0.09)
  }

  // The promise is the same bits everywhere: these were written down on Linux x86-64.
  @Test func `normal numbers have promised bits`() {
    let stream = RandomStream(seed: 42)
    #expect((0..<4).map { stream.normal(at: $0).bitPattern } == Self.promised)
  }
  static let promised: [UInt64] = [
    4_604_013_482_191_177_634, 13_830_507_854_493_764_803, 13_826_834_501_758_138_273,
    13_824_268_377_270_208_654,
  ]

  @Test func `substreams differ from each other and from their stream`() {
    let root = RandomStream(seed: 1)
    var seen = Set((0..<1_000).map(root.bits))
    for person in 0..<100 {
      for draw in 0..<10 { seen.insert(root.substream(person).bits(at: draw)) }
      #expect(root.substream(person).seed != root.bits(at: person))
    }
    #expect(seen.count == 2_000)
  }

  // Correlation of 100 000 pairs: standard error 0.0032; five of them.
  @Test func `neighbouring persons are uncorrelated`() {
    let root = RandomStream(seed: 8)
    var products = 0.0
    for person in 0..<100_000 {
      let a = root.substream(person).uniform(at: 0) - 0.5
      let b = root.substream(person + 1).uniform(at: 0) - 0.5
      products += a * b * 12
    }
    #expect(abs(products / 100_000) < 0.016)
  }

  @Test func `a permutation holds each number once and every order occurs`() {
    let stream = RandomStream(seed: 21)
    #expect(stream.permutation(of: 1_000, at: 0).sorted() == Array(0..<1_000))
    #expect(stream.permutation(of: 0, at: 0) == [] && stream.permutation(of: -1, at: 0) == [])
    var orders: [[Int]: Int] = [:]
    for draw in 0..<6_000 { orders[stream.permutation(of: 3, at: draw), default: 0] += 1 }
    // Standard deviation √(6 000·⅙·⅚) ≈ 29; five of them.
    #expect(orders.count == 6 && orders.values.allSatisfy { abs($0 - 1_000) < 145 })
  }

  @Test func `draws in sequence are the addressed draws`() {
    let stream = RandomStream(seed: 17)
    var draws = RandomDraws(seed: 17)
    let first = draws.bits()
    let second = draws.uniform()
    let third = draws.integer(in: 1...6)
    let fourth = draws.normal()
    let fifth = draws.bernoulli(0.5)
    #expect(first == stream.bits(at: 0) && second == stream.uniform(at: 1))
    #expect(third == stream.integer(in: 1...6, at: 2) && fourth == stream.normal(at: 3))
    #expect(fifth == stream.bernoulli(0.5, at: 4) && draws.next == 5)
    #expect(draws.element(of: [Int]()) == nil && draws.next == 5)
    #expect(draws.shuffled([1, 2, 3]) == stream.shuffled([1, 2, 3], at: 5))
  }

  @Test func `chances of nought and one are certain`() {
    let stream = RandomStream(seed: 3)
    #expect((0..<1_000).allSatisfy { stream.bernoulli(1, at: $0) && !stream.bernoulli(0, at: $0) })
  }
}
