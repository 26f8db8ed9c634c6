/// Control of the share of false findings among many tests.
package enum FalseDiscovery {
  /// Returns the *p* values adjusted by Benjamini and Hochberg's (1995) step-up procedure.
  ///
  /// Those at most *q* are the findings whose false-discovery rate is at most *q*, for tests that
  /// are independent or positively dependent. Equals `p.adjust(p, "BH")` of R.
  ///
  /// - Parameter values: From 0 to 1, none NaN, in any order.
  /// - Returns: In the same order, each at least the value given.
  /// - Complexity: O(*n* log *n*).
  package static func adjusted(_ values: [Double]) -> [Double] {
    precondition(values.allSatisfy { $0 >= 0 && $0 <= 1 }, "a p value lies between 0 and 1")
    let order = values.indices.sorted {
      values[$0] == values[$1] ? $0 < $1 : values[$0] < values[$1]
    }
    var adjusted = values
    var least = 1.0
    for (rank, index) in order.enumerated().reversed() {
      least = min(least, values[index] * Double(values.count) / Double(rank + 1))
      // Rounding must not take the last one below the value itself.
      adjusted[index] = max(least, values[index])
    }
    return adjusted
  }
}
