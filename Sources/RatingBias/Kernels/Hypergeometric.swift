import Foundation
import KinerjaNumerics

/// The selections that fall on the first of two groups if selections in all are fixed, with an odds
/// ratio ψ between the groups: Fisher's noncentral hypergeometric distribution.
///
/// Probabilities are followed outward from where they matter until they vanish, so that work grows
/// with the standard deviation and not with the number of persons.
package struct Hypergeometric: Sendable {
  private let first: Double
  private let second: Double
  private let selected: Double
  /// The fewest and the most selections of the first group.
  package let support: ClosedRange<Int>

  /// - Parameters:
  ///   - first: Persons of the first group.
  ///   - second: Persons of the second group.
  ///   - selected: Selections in all, from 0 to the number of persons.
  package init(first: Int, second: Int, selected: Int) {
    self.first = Double(first)
    self.second = Double(second)
    self.selected = Double(selected)
    support = max(0, selected - second)...min(first, selected)
  }

  /// The probability that exactly so many are of the first group, without an effect.
  package func probability(of count: Int) -> Double {
    guard support.contains(count) else { return 0 }
    func logChoose(_ n: Double, _ k: Double) -> Double {
      -log(n + 1) - LogGamma.beta(n - k + 1, k + 1)
    }
    let k = Double(count)
    return exp(
      logChoose(first, k) + logChoose(second, selected - k) - logChoose(first + second, selected))
  }

  /// The probability of `count` + 1 over that of `count`, without an effect.
  private func ratio(after count: Int) -> Double {
    let k = Double(count)
    return (first - k) * (selected - k) / ((k + 1) * (second - selected + k + 1))
  }

  /// Fisher's two-sided *p*: the probability of all tables no likelier than the one seen.
  ///
  /// Probabilities within one part in 10⁷ count as equal, as in R.
  package func twoSided(_ count: Int) -> Double {
    if support.count == 1 { return 1 }
    let seen = probability(of: count)
    guard seen > 0 else { return 0 }
    let limit = 1 + 1e-7
    let mode = self.mode(psi: 1)
    // Relative to the probability of the table seen, upward and downward from it.
    func tail(from start: Int, weight: Double, upward: Bool) -> Double {
      var (k, weight, sum) = (start, weight, 0.0)
      while support.contains(k), weight > 1e-18 * sum || sum == 0 {
        sum += weight
        if upward {
          weight *= ratio(after: k)
          k += 1
        } else {
          k -= 1
          if support.contains(k) { weight /= ratio(after: k) }
        }
      }
      return sum
    }
    let isUpper = count > mode
    let own = tail(from: count, weight: 1, upward: isUpper)
    // On the other side of the mode, the nearest table that is no likelier.
    var (low, high) = isUpper ? (support.lowerBound, mode) : (mode, support.upperBound)
    func isUnlikely(_ k: Int) -> Bool { probability(of: k) <= seen * limit }
    var other: Int?
    if isUnlikely(isUpper ? low : high) {
      while low < high {
        if isUpper {
          let middle = (low + high + 1) / 2
          if isUnlikely(middle) { low = middle } else { high = middle - 1 }
        } else {
          let middle = (low + high) / 2
          if isUnlikely(middle) { high = middle } else { low = middle + 1 }
        }
      }
      other = low
    }
    // A table at the mode is no likelier than itself: everything counts.
    guard let other, other != count else { return count == mode ? 1 : min(1, own * seen) }
    if abs(other - count) == 1 { return 1 }
    let weight = probability(of: other) / seen
    return min(1, seen * (own + tail(from: other, weight: weight, upward: !isUpper)))
  }

  /// The likeliest number with an odds ratio.
  private func mode(psi: Double) -> Int {
    var (low, high) = (support.lowerBound, support.upperBound)
    while low < high {
      let middle = (low + high) / 2
      if ratio(after: middle) * psi >= 1 { low = middle + 1 } else { high = middle }
    }
    return low
  }

  /// The mean, and the probability of `count` or fewer and of `count` or more, with an odds ratio.
  package func summary(
    psi: Double, at count: Int
  ) -> (mean: Double, atMost: Double, atLeast: Double) {
    let mode = mode(psi: psi)
    var (sum, moment, atMost, atLeast) = (0.0, 0.0, 0.0, 0.0)
    func add(_ k: Int, _ weight: Double) {
      sum += weight
      moment += weight * Double(k)
      if k <= count { atMost += weight }
      if k >= count { atLeast += weight }
    }
    var (k, weight) = (mode, 1.0)
    while k <= support.upperBound, weight > 1e-18 {
      add(k, weight)
      weight *= ratio(after: k) * psi
      k += 1
    }
    (k, weight) = (mode - 1, 1)
    while k >= support.lowerBound {
      weight /= ratio(after: k) * psi
      guard weight > 1e-18 else { break }
      add(k, weight)
      k -= 1
    }
    return (moment / sum, atMost / sum, atLeast / sum)
  }

  /// The odds ratio for which a falling function of it is 0; nil without a change of sign.
  private func root(_ function: (Double) -> Double) -> Double? {
    var (low, high) = (-40.0, 40.0)
    guard function(exp(low)) > 0, function(exp(high)) < 0 else { return nil }
    for _ in 0..<80 {
      let middle = (low + high) / 2
      if function(exp(middle)) > 0 { low = middle } else { high = middle }
    }
    return exp((low + high) / 2)
  }

  /// The odds ratio of greatest conditional likelihood; 0 or infinite at the ends of the support.
  package func conditionalOddsRatio(_ count: Int) -> Double? {
    guard support.count > 1 else { return nil }
    if count == support.lowerBound { return 0 }
    if count == support.upperBound { return .infinity }
    return root { Double(count) - summary(psi: $0, at: count).mean }
  }

  /// Cornfield's exact interval of the odds ratio, each tail with half of what is left.
  package func interval(_ count: Int, level: Double) -> (lower: Double, upper: Double)? {
    guard support.count > 1 else { return nil }
    let tail = (1 - level) / 2
    let lower =
      count == support.lowerBound
      ? 0 : root { tail - summary(psi: $0, at: count).atLeast }
    let upper =
      count == support.upperBound
      ? .infinity : root { summary(psi: $0, at: count).atMost - tail }
    guard let lower, let upper else { return nil }
    return (lower, upper)
  }
}
