package import KinerjaCore

/// The numbers that an input may hold: the whole multiples of its last decimal, within its range.
///
/// They are counted, so that "one step less" and "nothing in between" have an exact meaning.
package struct InputGrid: Sendable, Hashable {
  /// Decimals of a step.
  package let decimals: Int
  /// The smallest and the largest count.
  package let indices: ClosedRange<Int128>
  /// Whether the ends are those of the input's range; else the input has none, and they are only
  /// far away.
  package let isBounded: Bool

  /// Decimals of an input that does not declare any.
  package static let usualDecimals = 2
  private static let mostDecimals = 6
  private static let farAway: Ratio = 1_000_000_000_000

  /// Creates the grid of an input.
  ///
  /// An input that declares no decimals has hundredths, and more where the value at hand needs
  /// them. Nil if the range holds no number of so many decimals.
  package init?(_ input: RuleInput, around value: Ratio? = nil) {
    var decimals = input.decimals ?? Self.usualDecimals
    if input.decimals == nil, let value {
      while decimals < Self.mostDecimals, !Self.isWhole(value, decimals) { decimals += 1 }
    }
    self.init(
      decimals: decimals, within: input.range ?? (-Self.farAway...Self.farAway),
      isBounded: input.range != nil)
  }

  package init?(decimals: Int, within range: ClosedRange<Ratio>, isBounded: Bool) {
    self.decimals = decimals
    guard let low = Self.ceiling(range.lowerBound, decimals),
      let high = Self.floor(range.upperBound, decimals), low <= high
    else { return nil }
    indices = low...high
    self.isBounded = isBounded
  }

  /// The number at a position.
  package func number(at index: Int128) -> Ratio {
    (try? Ratio(index, over: Int128(Self.scale(decimals)))) ?? .zero
  }

  /// The last position whose number is not above a number; nil if that is too far away to count.
  package func floor(_ number: Ratio) -> Int128? { Self.floor(number, decimals) }

  /// The first position whose number is not below a number; nil if that is too far away to count.
  package func ceiling(_ number: Ratio) -> Int128? { Self.ceiling(number, decimals) }

  private static func scale(_ decimals: Int) -> Int64 {
    (0..<decimals).reduce(1) { power, _ in power * 10 }
  }

  private static func isWhole(_ number: Ratio, _ decimals: Int) -> Bool {
    (try? number * Ratio(scale(decimals)))?.isWhole == true
  }

  private static func floor(_ number: Ratio, _ decimals: Int) -> Int128? {
    guard let scaled = try? number * Ratio(scale(decimals)) else { return nil }
    let (quotient, rest) = scaled.numerator.quotientAndRemainder(dividingBy: scaled.denominator)
    return rest < 0 ? quotient - 1 : quotient
  }

  private static func ceiling(_ number: Ratio, _ decimals: Int) -> Int128? {
    floor(-number, decimals).map { -$0 }
  }
}
