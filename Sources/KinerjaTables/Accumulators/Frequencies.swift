/// How often each code or level occurs, counted by its number; exact and the same in any order.
public struct Frequencies: Sendable, Hashable, Codable {
  /// The count of each number, from 0.
  public private(set) var counts: [Int]
  /// How many values were missing.
  public private(set) var missingCount = 0

  /// Creates counts of nought.
  ///
  /// - Parameter size: How many numbers there are; more are added as they come.
  public init(size: Int = 0) { counts = Array(repeating: 0, count: max(0, size)) }

  /// Creates the counts of a column's codes, by their number in its dictionary.
  public init(_ column: CodeColumn) {
    self.init(size: column.dictionary.count)
    for row in 0..<column.count { add(column.index(at: row)) }
  }

  /// Counts a number, not negative, or a missing value.
  public mutating func add(_ number: Int?) {
    guard let number else {
      missingCount += 1
      return
    }
    while counts.count <= number { counts.append(0) }
    counts[number] += 1
  }

  /// Counts a number, not negative, so many times.
  public mutating func add(_ number: Int, times: Int) {
    while counts.count <= number { counts.append(0) }
    counts[number] += times
  }

  /// Adds the counts of another value; numbers must mean the same in both.
  public mutating func merge(_ other: Frequencies) {
    while counts.count < other.counts.count { counts.append(0) }
    for number in other.counts.indices { counts[number] += other.counts[number] }
    missingCount += other.missingCount
  }

  /// How many values were counted, without the missing ones.
  public var total: Int { counts.reduce(0, +) }

  /// How often a number occurs.
  public subscript(number: Int) -> Int { counts.indices.contains(number) ? counts[number] : 0 }
}
