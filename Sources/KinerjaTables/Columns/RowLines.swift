/// The line of a file at which each row begins.
///
/// Kept as runs: a new one starts only where a blank line or a line break inside quotes lets the
/// lines run ahead of the rows, so a plain file costs one run.
package struct RowLines: Sendable, Hashable {
  private var firstRows: [UInt32] = []
  private var firstLines: [UInt32] = []
  package private(set) var count = 0
  // The line after the last row's first one.
  private var nextLine = -1

  package init() {}

  package mutating func append(_ line: Int) {
    if line != nextLine {
      firstRows.append(UInt32(truncatingIfNeeded: count))
      firstLines.append(UInt32(truncatingIfNeeded: line))
    }
    count += 1
    nextLine = line + 1
  }

  /// Adds the lines of the rows that follow, each moved down.
  package mutating func append(contentsOf other: RowLines, movedBy lines: Int) {
    for run in other.firstRows.indices {
      let end = run + 1 < other.firstRows.count ? Int(other.firstRows[run + 1]) : other.count
      append(Int(other.firstLines[run]) + lines)
      let more = end - Int(other.firstRows[run]) - 1
      count += more
      nextLine += more
    }
  }

  /// The line of a row.
  ///
  /// - Complexity: O(log of the number of runs).
  package subscript(row: Int) -> Int {
    var (low, high) = (0, firstRows.count)
    while high - low > 1 {
      let middle = (low + high) / 2
      if Int(firstRows[middle]) <= row { low = middle } else { high = middle }
    }
    return Int(firstLines[low]) + row - Int(firstRows[low])
  }
}
