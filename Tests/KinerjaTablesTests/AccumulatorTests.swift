import KinerjaCore
import KinerjaTables
import Testing

@Suite struct AccumulatorTests {
  // By hand: 2, 4, 4, 4, 5, 5, 7, 9 have mean 5, squared distances 32.
  @Test func `moments of eight numbers`() {
    let moments = Moments([2, 4, 4, 4, 5, 5, 7, 9])
    #expect(moments.count == 8 && moments.mean == 5 && moments.squaredDistances == 32)
    #expect(moments.populationVariance == 4 && moments.variance == 32.0 / 7)
    let whole = IntegerMoments([2, 4, 4, 4, 5, 5, 7, 9])
    #expect(whole.mean == 5 && whole.variance == "32/7" && whole.sum == 40)
    #expect(whole.minimum == 2 && whole.maximum == 9)
  }

  @Test func `what too few numbers cannot say is nothing`() {
    #expect(Moments().mean == nil && Moments().populationVariance == nil)
    #expect(Moments([3]).mean == 3 && Moments([3]).variance == nil)
    #expect(Moments([3]).populationVariance == 0)
    #expect(IntegerMoments().mean == nil && IntegerMoments([3]).variance == nil)
    #expect(IntegerMoments().minimum == nil)
  }

  // NIST's NumAcc4 has mean 10000000.2 and standard deviation exactly 0.1 over n = 1001; the
  // textbook formula over sums of squares loses all its digits.
  @Test func `a small spread about a large mean is kept`() throws {
    var moments = Moments([10_000_000.2])
    for index in 0..<1_000 { moments.add(index % 2 == 0 ? 10_000_000.1 : 10_000_000.3) }
    let deviation = try #require(moments.standardDeviation)
    // The data themselves are rounded to 1.9e-9.
    #expect(abs(deviation - 0.1) < 1e-8)
    #expect(abs(try #require(moments.mean) - 10_000_000.2) < 4e-9)
  }

  @Test(arguments: UInt64(1)...50)
  func `merging parts is like seeing all`(seed: UInt64) throws {
    var draws = RandomDraws(seed: seed)
    let count = draws.integer(in: 2...300)
    let numbers = (0..<count).map { _ in Double(draws.integer(in: -1_000...1_000)) }
    let cuts = [0, draws.integer(in: 0...count), count]
    var merged = Moments()
    var exact = IntegerMoments()
    for (from, to) in zip(cuts, cuts.dropFirst()) {
      merged.merge(Moments(numbers[from..<to]))
      exact.merge(IntegerMoments(numbers[from..<to].map { Int64($0) }))
    }
    let all = Moments(numbers)
    let whole = IntegerMoments(numbers.map { Int64($0) })
    #expect(exact == whole)
    #expect(merged.count == count)
    // A few roundings of numbers up to a thousand.
    #expect(abs(try #require(merged.mean) - Double(try #require(whole.mean))) < 1e-10)
    let variance = Double(try #require(whole.variance))
    #expect(abs(try #require(merged.variance) - variance) <= 1e-12 * variance + 1e-12)
    #expect(abs(try #require(all.variance) - variance) <= 1e-12 * variance + 1e-12)
  }

  @Test func `merging with nothing changes nothing, to the bit`() {
    let moments = Moments([0.1, 0.2, 0.4])
    var left = Moments()
    left.merge(moments)
    var right = moments
    right.merge(Moments())
    #expect(left == moments && right == moments)
  }

  @Test func `sums over what a fraction holds say so`() {
    var moments = IntegerMoments([.max, .max, .min])
    moments.merge(moments)
    #expect(moments.count == 6 && moments.sum == 2 * Int128(Int64.max) - 2)
    #expect(moments.variance == nil && moments.mean != nil)
  }

  @Test func `codes are counted by their number`() {
    var frequencies = Frequencies(CodeColumn(["b", "a", nil, "b"]))
    #expect(frequencies.counts == [2, 1] && frequencies.missingCount == 1)
    #expect(frequencies.total == 3 && frequencies[0] == 2 && frequencies[7] == 0)
    var other = Frequencies()
    other.add(2)
    frequencies.merge(other)
    #expect(frequencies.counts == [2, 1, 1])
    #expect(frequencies[-1] == 0)
  }

  @Test func `missing ratings are left out`() {
    let moments = IntegerMoments(IntegerColumn([4, nil, 2]))
    #expect(moments.count == 2 && moments.mean == 3)
  }
}
