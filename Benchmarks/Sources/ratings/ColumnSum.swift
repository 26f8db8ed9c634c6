import Dispatch
import Synchronization

/// Columns as wide and as long as those of a set of ratings, to be summed: the least that a pass over
/// the ratings costs.
struct ColumnSum {
  // By rating: rater and level. By unit: ratee, item and where its ratings begin.
  private let raters: [Int32]
  private let levels: [Int16]
  private let units: [[Int32]]

  init(ratings: Int, units count: Int) {
    raters = (0..<ratings).map { Int32(truncatingIfNeeded: $0 % 4_000) }
    levels = (0..<ratings).map { Int16(truncatingIfNeeded: $0 % 5) }
    units = (0..<3).map { column in (0..<count).map { Int32(truncatingIfNeeded: $0 + column) } }
  }

  /// The sum, in blocks by all cores.
  func total(threads: Int) -> Int {
    let size = 1 << 18
    let (ratingBlocks, unitBlocks) = (blocks(raters.count, size), blocks(units[0].count, size))
    let next = Atomic<Int>(0)
    let total = Atomic<Int>(0)
    DispatchQueue.concurrentPerform(iterations: threads) { _ in
      var sum = 0
      while true {
        let block = next.wrappingAdd(1, ordering: .relaxed).oldValue
        guard block < ratingBlocks + unitBlocks else { break }
        if block < ratingBlocks {
          let range = block * size..<min((block + 1) * size, raters.count)
          sum &+= Self.sum(raters.span, range) &+ Self.sum(levels.span, range)
        } else {
          let first = (block - ratingBlocks) * size
          let range = first..<min(first + size, units[0].count)
          for column in units { sum &+= Self.sum(column.span, range) }
        }
      }
      total.wrappingAdd(sum, ordering: .relaxed)
    }
    return total.load(ordering: .relaxed)
  }

  private func blocks(_ count: Int, _ size: Int) -> Int { (count + size - 1) / size }

  private static func sum<Number: FixedWidthInteger>(
    _ numbers: Span<Number>, _ range: Range<Int>
  ) -> Int {
    var sum = 0
    for place in range { sum &+= Int(truncatingIfNeeded: numbers[place]) }
    return sum
  }
}
