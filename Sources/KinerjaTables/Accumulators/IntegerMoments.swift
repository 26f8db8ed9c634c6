public import KinerjaCore

/// Count, sum, sum of squares and extremes of whole numbers, exact and therefore the same in any
/// order.
public struct IntegerMoments: Sendable, Hashable {
  /// How many numbers were seen.
  public private(set) var count = 0
  /// Their sum.
  public private(set) var sum: Int128 = 0
  /// The sum of their squares.
  public private(set) var sumOfSquares: Int128 = 0
  /// The smallest; nothing if no number was seen.
  public private(set) var minimum: Int64?
  /// The largest; nothing if no number was seen.
  public private(set) var maximum: Int64?

  /// Creates moments of nothing.
  public init() {}

  /// Creates the moments of numbers.
  public init(_ numbers: some Sequence<Int64>) {
    for number in numbers { add(number) }
  }

  /// Creates the moments of a column; missing values are left out.
  public init(_ column: IntegerColumn) {
    for row in 0..<column.count {
      if let value = column[row] { add(Int64(value)) }
    }
  }

  /// Adds a number.
  public mutating func add(_ number: Int64) { add(number, times: 1) }

  /// Adds a number so many times, not negative.
  public mutating func add(_ number: Int64, times: Int) {
    guard times > 0 else { return }
    count += times
    sum += Int128(number) * Int128(times)
    // The least sum that does not fit is of two numbers beyond any score: it saturates.
    let (square, isHuge) = (Int128(number) * Int128(number))
      .multipliedReportingOverflow(by: Int128(times))
    let (total, overflow) = sumOfSquares.addingReportingOverflow(square)
    sumOfSquares = overflow || isHuge ? .max : total
    minimum = Swift.min(minimum ?? number, number)
    maximum = Swift.max(maximum ?? number, number)
  }

  /// Adds the numbers that another value has seen.
  public mutating func merge(_ other: IntegerMoments) {
    count += other.count
    sum += other.sum
    let (total, overflow) = sumOfSquares.addingReportingOverflow(other.sumOfSquares)
    sumOfSquares = overflow ? .max : total
    minimum = [minimum, other.minimum].compactMap(\.self).min()
    maximum = [maximum, other.maximum].compactMap(\.self).max()
  }

  /// The exact mean; nothing if no number was seen.
  public var mean: Ratio? { count > 0 ? try? Ratio(sum, over: Int128(count)) : nil }

  /// The exact sample variance, over *n* − 1; nothing for fewer than two numbers, or if it does not
  /// fit a `Ratio`.
  public var variance: Ratio? {
    guard count > 1, sumOfSquares < .max else { return nil }
    let n = Int128(count)
    let (squares, first) = n.multipliedReportingOverflow(by: sumOfSquares)
    let (square, second) = sum.multipliedReportingOverflow(by: sum)
    guard !first, !second else { return nil }
    return try? Ratio(squares - square, over: n * (n - 1))
  }
}
