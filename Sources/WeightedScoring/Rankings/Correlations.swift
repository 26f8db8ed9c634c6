import KinerjaNumerics

/// Correlations of lists of equal length.
enum Correlations {
  /// Pearson's correlation, from deviations; nil if a list is constant.
  static func pearson(_ one: [Double], _ other: [Double]) -> Double? {
    let (left, right) = (deviations(one), deviations(other))
    let squares = (CompensatedSum(left.map { $0 * $0 }), CompensatedSum(right.map { $0 * $0 }))
    guard let first = one.first, let second = other.first,
      one.contains(where: { $0 != first }), other.contains(where: { $0 != second })
    else { return nil }
    let products = CompensatedSum(zip(left, right).map { $0 * $1 }).value
    let length = squares.0.value.squareRoot() * squares.1.value.squareRoot()
    return length > 0 ? min(1, max(-1, products / length)) : nil
  }

  private static func deviations(_ values: [Double]) -> [Double] {
    let mean = CompensatedSum(values).value / Double(max(1, values.count))
    return values.map { $0 - mean }
  }
}
