/// How a number between two neighbours is rounded.
///
/// Nothing is rounded unless a rule says so.
public enum RoundingMode: String, Sendable, Hashable, Codable, CaseIterable {
  /// To the nearer; a tie goes away from zero: 2.675 → 2.68, −2.675 → −2.68.
  case halfUp = "half-up"
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

extension RoundingMode {
  /// Rounds the quotient of a division with remainder.
  ///
  /// - Parameters:
  ///   - quotient: The quotient truncated towards zero.
  ///   - remainder: The remainder, with the sign of the dividend.
  ///   - divisor: Positive.
  func rounded(quotient: Int128, remainder: Int128, divisor: Int128) -> Int128 {
    guard remainder != 0 else { return quotient }
    let away: Int128 = remainder > 0 ? 1 : -1
    let magnitude = remainder.magnitude
    let rest = divisor.magnitude - magnitude
    let steps: Bool =
      switch self {
      case .halfUp: magnitude >= rest
      case .halfEven: magnitude > rest || (magnitude == rest && quotient % 2 != 0)
      case .down: false
      case .up: true
      case .floor: away < 0
      case .ceiling: away > 0
      }
    return steps ? quotient + away : quotient
  }
}
