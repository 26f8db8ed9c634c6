import Foundation
package import KinerjaCore
import KinerjaNumerics

/// Selections and persons of two groups: the one looked at, and the one it is compared with.
package struct FourfoldTable: Sendable, Hashable {
  package let selected: Int
  package let total: Int
  package let referenceSelected: Int
  package let referenceTotal: Int

  /// - Parameters: Counts; selections are not more than persons.
  package init(selected: Int, of total: Int, reference: Int, of referenceTotal: Int) {
    self.selected = selected
    self.total = total
    referenceSelected = reference
    self.referenceTotal = referenceTotal
  }

  // a and b are the reference's selected and others; c and d the group's.
  package var a: Double { Double(referenceSelected) }
  package var b: Double { Double(referenceTotal - referenceSelected) }
  package var c: Double { Double(selected) }
  package var d: Double { Double(total - selected) }
  package var n: Double { Double(total + referenceTotal) }
  package var rate: Double { c / (c + d) }
  package var referenceRate: Double { a / (a + b) }

  /// Whether both groups have persons and both outcomes occur.
  package var isInformative: Bool {
    total > 0 && referenceTotal > 0 && selected + referenceSelected > 0
      && selected + referenceSelected < total + referenceTotal
  }

  /// The smallest count expected if rates were equal.
  package var leastExpected: Double {
    min(a + c, b + d) * min(a + b, c + d) / n
  }

  /// The reference's rate less the group's, by its error if rates are equal.
  package var pooledZ: Double {
    let share = (a + c) / n
    return (referenceRate - rate)
      / (share * (1 - share) * (1 / (a + b) + 1 / (c + d))).squareRoot()
  }

  /// Pearson's chi-square, with Yates's correction or without.
  package func chiSquare(corrected: Bool) -> Double {
    let distance = abs(a * d - b * c)
    let used = corrected ? max(0, distance - n / 2) : distance
    return used * used * n / ((a + b) * (c + d) * (a + c) * (b + d))
  }

  /// The selections of the reference among all.
  package var hypergeometric: Hypergeometric {
    Hypergeometric(
      first: referenceTotal, second: total, selected: selected + referenceSelected)
  }

  /// Of the logarithm of the ratio of rates, by the delta method; nil if a rate is 0.
  package var logRatioError: Double? {
    guard selected > 0, referenceSelected > 0 else { return nil }
    return ((1 - rate) / c + (1 - referenceRate) / a).squareRoot()
  }

  /// Of the logarithm of the odds ratio (Woolf 1955); nil if a count is 0.
  package var logOddsError: Double? {
    guard min(a, b, c, d) > 0 else { return nil }
    return (1 / a + 1 / b + 1 / c + 1 / d).squareRoot()
  }

  /// Whether the group's rate is below a share of the reference's, decided in whole numbers; nil
  /// where the reference's rate is 0.
  package func isBelow(_ share: Ratio) -> Bool? {
    guard total > 0, referenceSelected > 0 else { return nil }
    let own = Int128(selected) * Int128(referenceTotal) * share.denominator
    return own < Int128(referenceSelected) * Int128(total) * share.numerator
  }

  /// With other selections; nil if there would be too few or too many.
  package func changed(by change: Int, reference: Int) -> FourfoldTable? {
    let (own, other) = (selected + change, referenceSelected + reference)
    guard (0...total).contains(own), (0...referenceTotal).contains(other) else { return nil }
    return FourfoldTable(selected: own, of: total, reference: other, of: referenceTotal)
  }
}

extension FourfoldTable {
  /// The fewest further selections of the group that lift its rate to a share of the reference's.
  func shortfall(to share: Ratio) -> Int {
    guard isBelow(share) == true else { return 0 }
    let wanted = Int128(referenceSelected) * Int128(total) * share.numerator
    let unit = Int128(referenceTotal) * share.denominator
    return Int((wanted + unit - 1) / unit) - selected
  }

  func turnsWithOnePerson(at share: Ratio) -> Bool {
    guard let isBelow = isBelow(share) else { return false }
    let step = isBelow ? 1 : -1
    return [changed(by: step, reference: 0), changed(by: step, reference: -step)].contains {
      $0?.isBelow(share) == !isBelow
    }
  }
}
