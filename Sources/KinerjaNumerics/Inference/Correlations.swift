/// Correlations of lists of equal length.
package enum Correlations {
  /// Pearson's correlation, from deviations; nil if a list is constant.
  package static func pearson(_ one: [Double], _ other: [Double]) -> Double? {
    let (left, right) = (deviations(one), deviations(other))
    let squares = (CompensatedSum(left.map { $0 * $0 }), CompensatedSum(right.map { $0 * $0 }))
    guard let first = one.first, let second = other.first,
      one.contains(where: { $0 != first }), other.contains(where: { $0 != second })
    else { return nil }
    let products = CompensatedSum(zip(left, right).map { $0 * $1 }).value
    let length = squares.0.value.squareRoot() * squares.1.value.squareRoot()
    return length > 0 ? min(1, max(-1, products / length)) : nil
  }

  /// Spearman's correlation, of ranks; nil if a list is constant.
  package static func spearman(_ one: [Double], _ other: [Double]) -> Double? {
    pearson(averageRanks(one), averageRanks(other))
  }

  /// The ranks of values, 1 for the smallest, equals getting the mean of theirs.
  package static func averageRanks(_ values: [Double]) -> [Double] {
    let order = values.indices.sorted { (values[$0], $0) < (values[$1], $1) }
    var ranks = [Double](repeating: 0, count: values.count)
    var start = 0
    while start < order.count {
      var end = start
      while end < order.count, values[order[end]] == values[order[start]] { end += 1 }
      for place in start..<end { ranks[order[place]] = Double(start + 1 + end) / 2 }
      start = end
    }
    return ranks
  }

  private static func deviations(_ values: [Double]) -> [Double] {
    let mean = CompensatedSum(values).value / Double(max(1, values.count))
    return values.map { $0 - mean }
  }
}
