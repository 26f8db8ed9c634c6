import KinerjaNumerics
import KinerjaTables

/// What normalizations need to know of a column before they see a value twice.
struct ColumnSummary: Sendable {
  /// The sum that a normalization asks for besides the range.
  enum Total: Sendable {
    case none, values, squares, reciprocals
    /// The mean, and then the sum of squared deviations from it.
    case deviations
  }

  var count: Int
  var low: Double
  var high: Double
  /// The sum that was asked for; the sum of squared deviations for `deviations`.
  var total = 0.0
  var mean = 0.0

  /// The standard deviation with divisor *n* − 1, where deviations were asked for.
  var standardDeviation: Double { (total / Double(count - 1)).squareRoot() }

  var isConstant: Bool { low == high }

  /// How many rows a block has; borders depend on nothing else.
  static let blockSize = 1 << 14

  /// Summaries of columns of equal length, in two passes at most.
  static func of(
    _ columns: [[Double]], _ totals: [Total], _ parallel: ParallelBlocks
  ) throws(CancellationError) -> [ColumnSummary] {
    let count = columns[0].count
    let first = try parts(columns, parallel) { values, column -> (Double, Double, CompensatedSum) in
      let (low, high) = LaneSum.range(values)
      let sum =
        switch totals[column] {
        case .none: CompensatedSum()
        case .values, .deviations: LaneSum.sum(values)
        case .squares: LaneSum.squares(values)
        case .reciprocals: LaneSum.reciprocals(values)
        }
      return (low, high, sum)
    }
    var summaries = first.map { parts in
      var sum = CompensatedSum()
      for part in parts { sum.add(part.2) }
      return ColumnSummary(
        count: count, low: parts.map(\.0).min() ?? 0, high: parts.map(\.1).max() ?? 0,
        total: sum.value)
    }
    guard totals.contains(.deviations) else { return summaries }
    let means = summaries.map { min(max($0.total / Double(count), $0.low), $0.high) }
    let second = try parts(columns, parallel) { values, column in
      totals[column] == .deviations
        ? LaneSum.deviations(values, from: means[column]) : CompensatedSum()
    }
    for (column, parts) in second.enumerated() where totals[column] == .deviations {
      var sum = CompensatedSum()
      for part in parts { sum.add(part) }
      summaries[column].mean = means[column]
      summaries[column].total = sum.value
    }
    return summaries
  }

  /// Computes a value of every block of every column; by column, then in the order of the blocks.
  static func parts<Part: Sendable>(
    _ columns: [[Double]], _ parallel: ParallelBlocks,
    _ body: @Sendable (_ block: UnsafeBufferPointer<Double>, _ column: Int) -> Part
  ) throws(CancellationError) -> [[Part]] {
    let count = columns[0].count
    let perColumn = (count - 1) / blockSize + 1
    let all = try parallel.map(blocks: columns.count * perColumn) { block in
      let (column, part) = block.quotientAndRemainder(dividingBy: perColumn)
      let rows = part * blockSize..<min((part + 1) * blockSize, count)
      return columns[column].withUnsafeBufferPointer { values in
        body(UnsafeBufferPointer(rebasing: values[rows]), column)
      }
    }
    return (0..<columns.count).map { Array(all[$0 * perColumn..<($0 + 1) * perColumn]) }
  }
}
