/// A sum that keeps what rounding would lose, after Neumaier (1974).
///
/// Its error does not grow with the number of terms unless they cancel by more than 2⁵³. Terms are
/// added in a stated order, so that the result has the same bits each time.
package struct CompensatedSum: Sendable, Hashable {
  private var sum = 0.0
  private var lost = 0.0

  package init() {}

  package init(_ terms: some Sequence<Double>) {
    for term in terms { add(term) }
  }

  /// Adds a term.
  package mutating func add(_ term: Double) {
    let next = sum + term
    // Infinities would make the correction NaN.
    if next.isFinite {
      lost += abs(sum) >= abs(term) ? (sum - next) + term : (term - next) + sum
    }
    sum = next
  }

  /// Adds another sum, as of a later block.
  package mutating func add(_ other: CompensatedSum) {
    add(other.sum)
    lost += other.lost
  }

  /// The sum.
  package var value: Double { sum.isFinite ? sum + lost : sum }
}
