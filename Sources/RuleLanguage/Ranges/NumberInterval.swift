package import KinerjaCore

/// The numbers between two limits, both included; a limit that is nil is none.
package struct NumberInterval: Sendable, Hashable {
  /// The least, or nil for no limit.
  package let lower: Ratio?
  /// The greatest, or nil for no limit.
  package let upper: Ratio?

  package init(_ lower: Ratio?, _ upper: Ratio?) {
    self.lower = lower
    self.upper = upper
  }

  /// All numbers.
  package static let everything = NumberInterval(nil, nil)

  /// Whether a number is in it.
  package func contains(_ number: Ratio) -> Bool {
    lower.map { $0 <= number } ?? true && upper.map { number <= $0 } ?? true
  }

  /// The greatest distance from zero; nil if there is no limit.
  package var magnitude: Ratio? {
    guard let lower, let upper else { return nil }
    return max(lower.magnitude, upper.magnitude)
  }

  /// The least interval that holds both.
  package func joined(with other: Self) -> Self {
    NumberInterval(least(lower, other.lower), greatest(upper, other.upper))
  }

  /// What both have in common; nil if that is nothing.
  package func met(with other: Self) -> Self? {
    let low = lower.flatMap { own in other.lower.map { max(own, $0) } ?? own } ?? other.lower
    let high = upper.flatMap { own in other.upper.map { min(own, $0) } ?? own } ?? other.upper
    if let low, let high, low > high { return nil }
    return NumberInterval(low, high)
  }
}

// Limits that do not fit a ratio are none, which errs on the safe side.
extension NumberInterval {
  static func + (left: Self, right: Self) -> Self {
    NumberInterval(sum(left.lower, right.lower), sum(left.upper, right.upper))
  }

  static prefix func - (interval: Self) -> Self {
    NumberInterval(interval.upper.map { -$0 }, interval.lower.map { -$0 })
  }

  static func * (left: Self, right: Self) -> Self {
    if left == .zero || right == .zero { return .zero }
    if let known = left.allCorners(with: right) { return known }
    // With a limit missing only the sign can be told.
    switch (left.isNotNegative, right.isNotNegative, left.isNotPositive, right.isNotPositive) {
    case (true, true, _, _), (_, _, true, true):
      let low =
        left.isNotNegative ? product(left.lower, right.lower) : product(left.upper, right.upper)
      return NumberInterval(low ?? .zero, nil)
    case (true, _, _, true), (_, true, true, _): return NumberInterval(nil, .zero)
    default: return .everything
    }
  }

  private func allCorners(with other: Self) -> Self? {
    var corners: [Ratio] = []
    for own in [lower, upper] {
      for their in [other.lower, other.upper] {
        guard let product = Self.product(own, their) else { return nil }
        corners.append(product)
      }
    }
    guard let low = corners.min(), let high = corners.max() else { return nil }
    return NumberInterval(low, high)
  }

  static let zero = NumberInterval(.zero, .zero)
  var isNotNegative: Bool { lower.map { $0 >= .zero } ?? false }
  var isNotPositive: Bool { upper.map { $0 <= .zero } ?? false }

  /// The numbers 1 ∕ *x* for *x* in the interval that are at least `step` away from zero; nil if
  /// there is none.
  func reciprocals(leavingOut step: Ratio?) -> Self? {
    let positive = met(with: NumberInterval(step ?? .zero, nil)).flatMap(\.positiveReciprocals)
    let negative = (-self).met(with: NumberInterval(step ?? .zero, nil))
      .flatMap(\.positiveReciprocals).map { -$0 }
    guard let positive, let negative else { return positive ?? negative }
    return positive.joined(with: negative)
  }

  private var positiveReciprocals: Self? {
    guard upper != .zero else { return nil }
    let low = upper.map { try? Ratio.one / $0 } ?? .zero
    let high = lower.flatMap { $0 == .zero ? nil : try? Ratio.one / $0 }
    return NumberInterval(low ?? .zero, high)
  }

  var magnitudes: Self {
    if isNotNegative { return self }
    if isNotPositive { return -self }
    let high = lower.flatMap { low in upper.map { max(-low, $0) } }
    return NumberInterval(.zero, high)
  }

  func leastNumbers(with other: Self) -> Self {
    NumberInterval(
      least(lower, other.lower),
      upper.flatMap { own in other.upper.map { min(own, $0) } ?? own } ?? other.upper)
  }

  func greatestNumbers(with other: Self) -> Self {
    NumberInterval(
      lower.flatMap { own in other.lower.map { max(own, $0) } ?? own } ?? other.lower,
      greatest(upper, other.upper))
  }

  /// The results of rounding the numbers, which keeps their order.
  func rounded(to places: Int, _ mode: RoundingMode) -> Self {
    NumberInterval(
      lower.flatMap { try? Ratio($0.rounded(to: places, mode)) },
      upper.flatMap { try? Ratio($0.rounded(to: places, mode)) })
  }

  private static func sum(_ left: Ratio?, _ right: Ratio?) -> Ratio? {
    guard let left, let right else { return nil }
    return try? left + right
  }

  private static func product(_ left: Ratio?, _ right: Ratio?) -> Ratio? {
    guard let left, let right else { return nil }
    return try? left * right
  }

  private func least(_ left: Ratio?, _ right: Ratio?) -> Ratio? {
    left.flatMap { own in right.map { min(own, $0) } }
  }

  private func greatest(_ left: Ratio?, _ right: Ratio?) -> Ratio? {
    left.flatMap { own in right.map { max(own, $0) } }
  }

  /// Whether a number with a denominator lies between two others, neither included; true if that
  /// cannot be told.
  static func hasGridPoint(of denominator: Int128, between low: Ratio, and high: Ratio) -> Bool {
    guard let grid = try? Ratio(denominator, over: 1), let one = try? low * grid,
      let other = try? high * grid, let below = try? one.rounded(to: 0, .floor),
      let next = try? Ratio(below) + 1
    else { return true }
    return next < other
  }
}
