/// Control of the chance of a single false finding among many tests.
package enum FamilyWise {
  /// Returns the *p* values adjusted by Holm's (1979) step-down procedure.
  ///
  /// Those at most *α* are the findings among which the chance of a false one is at most *α*, however
  /// the tests depend on each other. Equals `p.adjust(p, "holm")` of R.
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
    var most = 0.0
    for (rank, index) in order.enumerated() {
      most = max(most, min(1, values[index] * Double(values.count - rank)))
      adjusted[index] = most
    }
    return adjusted
  }
}
