import Foundation
import KinerjaTables

/// The standard normal distribution.
package enum NormalDistribution {
  /// The probability of a smaller number, accurate in the lower tail.
  package static func cumulative(_ z: Double) -> Double { 0.5 * erfc(-z / 2.0.squareRoot()) }

  /// The probability of a greater number, accurate in the upper tail.
  package static func upperTail(_ z: Double) -> Double { cumulative(-z) }

  /// The probability of a number at least as far from nought.
  package static func twoSided(_ z: Double) -> Double { erfc(abs(z) / 2.0.squareRoot()) }

  /// The number below which others lie with the given probability; NaN outside 0 to 1.
  package static func quantile(_ probability: Double) -> Double {
    NormalQuantile.value(at: probability)
  }
}
