package import KinerjaCore

/// A number as a function of the one input that varies: (*ax* + *b*) ∕ (*cx* + *d*).
///
/// What appraisal rules do to one input — scale it, divide by it, cap it, weigh it — stays within
/// this form between two breakpoints; what leaves it is refused, never approximated.
package struct LineFunction: Sendable, Hashable {
  package let a: Ratio
  package let b: Ratio
  /// 0 for a straight line, else 1.
  package let c: Ratio
  package let d: Ratio

  /// The number that stays as it is.
  package init(_ number: Ratio) { self.init(exact: 0, number, 0, 1) }

  /// The input itself.
  package static let input = LineFunction(exact: 1, 0, 0, 1)

  private init(exact a: Ratio, _ b: Ratio, _ c: Ratio, _ d: Ratio) {
    self.a = a
    self.b = b
    self.c = c
    self.d = d
  }

  /// Brings a quotient to its one form; nil if it divides by nought everywhere.
  private init?(_ a: Ratio, _ b: Ratio, over c: Ratio, _ d: Ratio) throws(ArithmeticError) {
    let leading = c.sign == 0 ? d : c
    guard leading.sign != 0 else { return nil }
    let (p, q) = (try a / leading, try b / leading)
    guard c.sign != 0 else {
      self.init(exact: p, q, 0, 1)
      return
    }
    let pole = try d / c
    // Where numerator and denominator vanish together the function stays the same throughout.
    if try p * pole == q {
      self.init(p)
    } else {
      self.init(exact: p, q, 1, pole)
    }
  }

  /// Whether it does not depend on the input.
  package var isConstant: Bool { a.sign == 0 && c.sign == 0 }

  /// The number if it does not depend on the input.
  package var constant: Ratio? { isConstant ? b : nil }

  /// −1 where it falls as the input rises, 1 where it rises, 0 if it is constant; alike on either
  /// side of a pole.
  package var direction: Int {
    guard c.sign != 0 else { return a.sign }
    // The numerator of the derivative: ad − bc.
    guard let left = try? a * d else { return a.sign * d.sign }
    return left > b ? 1 : left < b ? -1 : 0
  }

  /// Where it is nought; nil if nowhere, or everywhere.
  package var root: Ratio? { a.sign == 0 ? nil : try? -b / a }

  /// Where it has no value; nil if nowhere.
  package var pole: Ratio? { c.sign == 0 ? nil : -d }

  /// The number for an input.
  package func value(at x: Ratio) throws(ArithmeticError) -> Ratio {
    if c.sign == 0 { return a.sign == 0 ? b : try a * x + b }
    return try (try a * x + b) / (try x + d)
  }

  package prefix static func - (one: Self) -> Self {
    Self(exact: -one.a, -one.b, one.c, one.d)
  }

  /// The sum; nil if it leaves the form.
  package static func sum(_ one: Self, _ other: Self) throws(ArithmeticError) -> Self? {
    if one.c.sign == 0, other.c.sign == 0 {
      return try Self(one.a + other.a, one.b + other.b, over: 0, 1)
    }
    if one.c.sign != 0, other.c.sign != 0 {
      return one.d == other.d ? try Self(one.a + other.a, one.b + other.b, over: 1, one.d) : nil
    }
    let (quotient, line) = one.c.sign != 0 ? (one, other) : (other, one)
    guard line.a.sign == 0 else { return nil }
    return try Self(
      quotient.a + line.b, quotient.b + (line.b * quotient.d), over: 1, quotient.d)
  }

  /// The product; nil if it leaves the form.
  package static func product(_ one: Self, _ other: Self) throws(ArithmeticError) -> Self? {
    if let factor = one.constant {
      return try Self(factor * other.a, factor * other.b, over: other.c, other.d)
    }
    if other.isConstant { return try product(other, one) }
    // A line times a quotient over that line.
    let (quotient, line) = one.c.sign != 0 ? (one, other) : (other, one)
    guard quotient.c.sign != 0, line.c.sign == 0, try line.a * quotient.d == line.b else {
      return nil
    }
    return try Self(line.a * quotient.a, line.a * quotient.b, over: 0, 1)
  }

  /// The quotient; nil if it leaves the form.
  package static func quotient(_ one: Self, _ other: Self) throws(ArithmeticError) -> Self? {
    if let divisor = other.constant {
      guard divisor.sign != 0 else { return nil }
      return try product(Self(1 / divisor), one)
    }
    if one.c.sign == 0, other.c.sign == 0 {
      return try Self(one.a, one.b, over: other.a, other.b)
    }
    if one.c == other.c, one.d == other.d {
      return try Self(one.a, one.b, over: other.a, other.b)
    }
    guard let factor = one.constant else { return nil }
    return try Self(factor * other.c, factor * other.d, over: other.a, other.b)
  }
}
