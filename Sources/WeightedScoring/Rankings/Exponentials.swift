import Foundation

/// Functions of the platform's C library, by the names used in formulas.
///
/// Their last digits may differ between platforms; what is built on them agrees within the tolerance
/// that it states, and has the same bits on one machine.
enum Exponentials {
  static func exp(_ x: Double) -> Double { Foundation.exp(x) }
  static func log(_ x: Double) -> Double { Foundation.log(x) }
  static func logOnePlus(_ x: Double) -> Double { Foundation.log1p(x) }
  static func power(_ base: Double, _ exponent: Double) -> Double { Foundation.pow(base, exponent) }
  /// 1 − exp(*x*), exact also near 0.
  static func oneMinusExp(_ x: Double) -> Double { -Foundation.expm1(x) }
}
