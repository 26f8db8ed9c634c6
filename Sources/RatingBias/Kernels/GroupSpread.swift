/// How far the ratings of one group spread, by item.
package struct GroupSpread: Sendable, Hashable {
  /// 1 − variance ∕ that of chance, after Spearman and Brown over items; 0 where it would be negative.
  package let rwg: Double
  /// The mean over items of the mean distance from the item's mean, in points.
  package let averageDeviation: Double
  /// The mean over items of 1 − 2·variance ∕ the largest that the mean allows; nil if no item's mean
  /// is far enough from the ends.
  package let awg: Double?
  /// How many items entered ``awg``.
  package let awgItemCount: Int

  /// Measures a group.
  ///
  /// - Parameters:
  ///   - items: By item, the ratings of the same raters, at least two.
  ///   - ends: The lowest and the highest value of the scale.
  ///   - chanceVariance: Of ratings by chance, positive.
  package init(_ items: [[Double]], ends: (low: Double, high: Double), chanceVariance: Double) {
    let raters = Double(items.first?.count ?? 0)
    let count = Double(items.count)
    precondition(raters > 1, "a group has at least two raters")
    var (variances, deviations, agreements, agreeing) = (0.0, 0.0, 0.0, 0)
    for values in items {
      let mean = values.reduce(0, +) / raters
      let variance =
        values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / (raters - 1)
      variances += variance / count
      deviations += values.reduce(0) { $0 + abs($1 - mean) } / raters / count
      if let agreement = Self.awg(mean, variance, raters, ends) {
        agreements += agreement
        agreeing += 1
      }
    }
    let share = min(1, variances / chanceVariance)
    rwg = count * (1 - share) / (count * (1 - share) + share)
    averageDeviation = deviations
    awg = agreeing > 0 ? agreements / Double(agreeing) : nil
    awgItemCount = agreeing
  }

  /// Brown and Hauenstein (2005), equations 3 and 4: undefined where the mean is so near an end that
  /// ratings could not have the largest variance.
  private static func awg(
    _ mean: Double, _ variance: Double, _ raters: Double, _ ends: (low: Double, high: Double)
  ) -> Double? {
    if mean == ends.low || mean == ends.high { return 1 }
    let least = (ends.low * (raters - 1) + ends.high) / raters
    let most = (ends.high * (raters - 1) + ends.low) / raters
    guard mean >= least, mean <= most else { return nil }
    let largest = ((ends.high + ends.low) * mean - mean * mean - ends.high * ends.low)
    return 1 - 2 * variance / (largest * raters / (raters - 1))
  }
}
