/// A stream of random values, each a pure function of the seed and of the value's number.
///
/// Nothing is consumed: draw 7 is the same whether draws 0 to 6 were asked for or not, on which
/// thread, and in which order. Streams form a tree: `root.substream(2).substream(person)` addresses
/// a value by (stream, person, draw).
///
/// Draw *k* of a stream of seed *s* is output *k* of SplitMix64 (Steele, Lea and Flood 2014), that is
/// *mix*(*s* + (*k* + 1)·0x9E3779B97F4A7C15). All arithmetic is on integers or on correctly rounded
/// additions, multiplications, divisions and square roots, so the bits are the same on every
/// platform, also those of ``normal(at:)``. It is not a generator for secrets.
public struct RandomStream: Sendable, Hashable, Codable {
  /// What the stream is made from.
  public let seed: UInt64

  /// Creates a stream.
  public init(seed: UInt64) { self.seed = seed }

  private static let step: UInt64 = 0x9E37_79B9_7F4A_7C15

  /// The output step of SplitMix64, a bijection of 64-bit numbers.
  package static func mix(_ value: UInt64) -> UInt64 {
    var z = value
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }

  /// Returns the stream of a number, as good as unrelated to this one and to its other substreams.
  ///
  /// - Parameter index: Any number, such as that of a replicate or of a person.
  public func substream(_ index: Int) -> RandomStream {
    // Mixed once more than a draw, so that a substream's seed is never a value somebody drew.
    RandomStream(seed: Self.mix(bits(at: index) ^ 0x6A09_E667_F3BC_C909))
  }

  /// Returns 64 random bits.
  public func bits(at draw: Int) -> UInt64 {
    Self.mix(seed &+ (UInt64(truncatingIfNeeded: draw) &+ 1) &* Self.step)
  }

  /// Returns a number in [0, 1), a multiple of 2⁻⁵³.
  public func uniform(at draw: Int) -> Double {
    Double(bits(at: draw) >> 11) * 0x1p-53
  }

  /// Returns a whole number in a range, each with exactly the same chance.
  ///
  /// The high half of a 128-bit product, with rejection (Lemire 2019); a rejected draw is replaced
  /// from a stream of its own, so that one number costs one draw.
  public func integer(in range: ClosedRange<Int>, at draw: Int) -> Int {
    let span = UInt64(bitPattern: Int64(range.upperBound) &- Int64(range.lowerBound)) &+ 1
    guard span != 0 else { return Int(truncatingIfNeeded: bits(at: draw)) }
    var product = bits(at: draw).multipliedFullWidth(by: span)
    if product.low < span {
      let rejected = (0 &- span) % span
      var attempt = 0
      while product.low < rejected {
        product = substream(draw).bits(at: attempt).multipliedFullWidth(by: span)
        attempt += 1
      }
    }
    return range.lowerBound &+ Int(truncatingIfNeeded: product.high)
  }

  /// Returns true with the given chance.
  ///
  /// - Parameters:
  ///   - probability: From 0, never, to 1, always; resolved to 2⁻⁵³.
  ///   - draw: The number of the draw.
  public func bernoulli(_ probability: Double, at draw: Int) -> Bool {
    uniform(at: draw) < probability
  }

  /// Returns a standard normal number, by inversion of one uniform draw.
  ///
  /// The uniform is the middle of one of 2⁵² equal cells of (0, 1), so the result lies within ±8.21;
  /// the quantile is Wichura's AS 241 (1988), PPND16, with a logarithm of our own.
  public func normal(at draw: Int) -> Double {
    NormalQuantile.value(at: (Double(bits(at: draw) >> 12) + 0.5) * 0x1p-52)
  }

  /// Returns the numbers from 0 to below `count` in random order, each order with the same chance.
  ///
  /// A Fisher–Yates shuffle on a substream, so that one permutation costs one draw.
  ///
  /// - Parameters:
  ///   - count: How many places; not negative.
  ///   - draw: The number of the draw.
  /// - Complexity: O(*count*).
  public func permutation(of count: Int, at draw: Int) -> [Int] {
    shuffled(Array(0..<max(count, 0)), at: draw)
  }

  /// Returns the elements in random order, each order with the same chance.
  public func shuffled<Element>(_ elements: [Element], at draw: Int) -> [Element] {
    let stream = substream(draw)
    var result = elements
    for last in stride(from: result.count - 1, to: 0, by: -1) {
      result.swapAt(last, stream.integer(in: 0...last, at: last))
    }
    return result
  }
}
