import Foundation
public import KinerjaCore
import KinerjaNumerics

/// A correlation with its uncertainty.
public struct AssociationEstimate: Sendable, Hashable {
  /// How the *p* value was found.
  public enum Method: String, Sendable, Hashable, Codable, CaseIterable {
    /// From all orders in which one of the lists could stand: up to eight places.
    case exact
    /// From Student's *t*.
    case student
  }

  /// From −1 to 1.
  public let value: Double
  /// By Fisher's transformation; nil below four places or at a value of 1 or −1.
  public let interval: ConfidenceInterval?
  /// Two-sided, if there is no association.
  public let pValue: Double
  /// How it was found.
  public let method: Method
  /// Places in the lists: units, or persons within units.
  public let count: Int

  /// Most places for which all orders are tried.
  static let mostExact = 8

  /// Spearman's correlation, with the error of Bonett and Wright (2000, *Psychometrika* 65); nil if a
  /// list is constant or has fewer than three places.
  package init?(ranksOf one: [Double], _ other: [Double], level: Double) {
    guard one.count > 2, let found = Correlations.spearman(one, other) else { return nil }
    let value = Self.settled(found)
    self.value = value
    count = one.count
    let n = Double(one.count)
    interval = Self.interval(
      value, error: n > 3 ? ((1 + value * value / 2) / (n - 3)).squareRoot() : nil, level: level)
    if one.count <= Self.mostExact {
      method = .exact
      pValue = Self.exactPValue(
        Correlations.averageRanks(one), Correlations.averageRanks(other))
    } else {
      method = .student
      pValue = Self.studentPValue(value, degreesOfFreedom: n - 2)
    }
  }

  /// Pearson's correlation of deviations from the means of groups; nil if a list is constant within
  /// groups or no degree of freedom is left.
  package init?(
    deviationsOf one: [Double], _ other: [Double], groupCount: Int, level: Double
  ) {
    let degrees = Double(one.count - groupCount - 1)
    guard degrees > 0, let found = Correlations.pearson(one, other) else { return nil }
    let value = Self.settled(found)
    self.value = value
    count = one.count
    interval = Self.interval(
      value, error: degrees > 1 ? 1 / (degrees - 1).squareRoot() : nil, level: level)
    method = .student
    pValue = Self.studentPValue(value, degreesOfFreedom: degrees)
  }

  /// Without the rounding that keeps lists in perfect order from 1.
  private static func settled(_ value: Double) -> Double {
    abs(value) > 1 - 1e-14 ? value.rounded() : value
  }

  private static func interval(
    _ value: Double, error: Double?, level: Double
  ) -> ConfidenceInterval? {
    guard let error, abs(value) < 1 else { return nil }
    let transformed = ConfidenceInterval.student(
      atanh(value), standardError: error, degreesOfFreedom: .infinity, level: level)
    return ConfidenceInterval(
      lower: tanh(transformed.lower), upper: tanh(transformed.upper), level: level)
  }

  private static func studentPValue(_ value: Double, degreesOfFreedom: Double) -> Double {
    guard abs(value) < 1 else { return 0 }
    let t = value * (degreesOfFreedom / (1 - value * value)).squareRoot()
    return min(1, StudentDistribution(degreesOfFreedom: degreesOfFreedom).twoSided(t))
  }

  /// The share of all orders with so large a correlation.
  private static func exactPValue(_ one: [Double], _ other: [Double]) -> Double {
    // Twice the ranks are whole numbers, whose products and sums are exact.
    let left = one.map { Int(2 * $0) }
    var right = other.map { Int(2 * $0) }
    let middle = left.count * (left.count + 1) * (left.count + 1)
    func distance() -> Int { abs(zip(left, right).reduce(0) { $0 + $1.0 * $1.1 } - middle) }
    let seen = distance()
    var (all, extreme) = (0, 0)
    // Heap's algorithm.
    func permute(_ size: Int) {
      if size <= 1 {
        all += 1
        if distance() >= seen { extreme += 1 }
        return
      }
      for index in 0..<size {
        permute(size - 1)
        right.swapAt(size.isMultiple(of: 2) ? index : 0, size - 1)
      }
    }
    permute(right.count)
    return Double(extreme) / Double(all)
  }
}
