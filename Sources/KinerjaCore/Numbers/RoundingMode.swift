/// How a number between two neighbours is rounded.
///
/// Nothing is rounded unless a rule says so.
public enum RoundingMode: String, Sendable, Hashable, Codable, CaseIterable {
  /// To the nearer; a tie goes away from zero: 2.675 → 2.68, −2.675 → −2.68.
  case halfUp = "half-up"
  /// To the nearer; a tie goes towards zero: 2.675 → 2.67, −2.675 → −2.67.
  case halfDown = "half-down"
  /// To the nearer; a tie goes to the even digit: 2.665 → 2.66.
  case halfEven = "half-even"
  /// Towards zero.
  case down
  /// Away from zero.
  case up
  /// Towards minus infinity.
  case floor
  /// Towards plus infinity.
  case ceiling
}

/// The part that rounding cuts off, compared with half a step.
enum CutOff: Comparable {
  case nothing
  case belowHalf
  case half
  case aboveHalf

  /// Compares a remainder with half its divisor.
  ///
  /// - Parameter more: Whether something smaller than one unit of the remainder is cut off too.
  init(_ remainder: UInt128, of divisor: UInt128, followedByMore more: Bool = false) {
    let rest = divisor - remainder
    self =
      if remainder == 0 && !more {
        .nothing
      } else if remainder < rest {
        .belowHalf
      } else if remainder == rest && !more {
        .half
      } else {
        .aboveHalf
      }
  }
}

extension RoundingMode {
  /// Whether rounding goes one step further from zero than truncating.
  func stepsAway(_ isNegative: Bool, isOdd: Bool, cutOff: CutOff) -> Bool {
    switch self {
    case .halfUp: cutOff >= .half
    case .halfDown: cutOff > .half
    case .halfEven: cutOff > .half || (cutOff == .half && isOdd)
    case .down: false
    case .up: cutOff > .nothing
    case .floor: isNegative && cutOff > .nothing
    case .ceiling: !isNegative && cutOff > .nothing
    }
  }
}
