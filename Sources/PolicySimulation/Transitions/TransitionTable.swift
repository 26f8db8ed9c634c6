public import KinerjaCore

/// How many persons go from each category to each other one.
public struct TransitionTable: Sendable, Hashable {
  /// The categories, the lowest first.
  public let categories: [CategoryID]

  // By category before, then by category after.
  private var counts: [Int]

  package init(_ categories: [CategoryID]) {
    self.categories = categories
    counts = [Int](repeating: 0, count: categories.count * categories.count)
  }

  package mutating func add(from before: Int, to after: Int) {
    counts[before * categories.count + after] += 1
  }

  /// How many persons go from one category to another, by their places in ``categories``.
  ///
  /// A place that is none is a programming mistake and stops the program, as with an array.
  public subscript(from before: Int, to after: Int) -> Int {
    // Else a column too far would be the next row.
    precondition(categories.indices.contains(after), "a category has a place among the categories")
    return counts[before * categories.count + after]
  }

  /// How many persons go from one category to another; 0 for a category that there is not.
  public func count(from before: CategoryID, to after: CategoryID) -> Int {
    guard let row = categories.firstIndex(of: before), let column = categories.firstIndex(of: after)
    else { return 0 }
    return self[from: row, to: column]
  }

  /// By category, how many persons were in it before.
  public var baselineCounts: [Int] {
    categories.indices.map { row in categories.indices.reduce(0) { $0 + self[from: row, to: $1] } }
  }

  /// By category, how many persons are in it after.
  public var reformCounts: [Int] {
    categories.indices.map { column in
      categories.indices.reduce(0) { $0 + self[from: $1, to: column] }
    }
  }

  /// How many persons were compared.
  public var total: Int { counts.reduce(0, +) }
  /// How many rise to a higher category.
  public var upCount: Int { count { $0 < $1 } }
  /// How many fall to a lower category.
  public var downCount: Int { count { $0 > $1 } }
  /// How many stay where they were.
  public var unchangedCount: Int { count { $0 == $1 } }

  private func count(_ includes: (_ before: Int, _ after: Int) -> Bool) -> Int {
    var sum = 0
    for row in categories.indices {
      for column in categories.indices where includes(row, column) {
        sum += self[from: row, to: column]
      }
    }
    return sum
  }

  /// A count as an exact share of all persons compared; nil if nobody was.
  ///
  /// For example `table.share(table.upCount)`.
  public func share(_ count: Int) -> Ratio? { Self.share(count, of: total) }

  /// The exact share of a category's persons who go to another one; nil if nobody was in it.
  public func share(from before: CategoryID, to after: CategoryID) -> Ratio? {
    guard let row = categories.firstIndex(of: before) else { return nil }
    return Self.share(count(from: before, to: after), of: baselineCounts[row])
  }

  private static func share(_ count: Int, of total: Int) -> Ratio? {
    total == 0 ? nil : try? Ratio(Int128(count), over: Int128(total))
  }

  /// The table of the way back: from the reform to the baseline.
  public var reversed: TransitionTable {
    var result = self
    let size = categories.count
    for row in 0..<size {
      for column in 0..<size {
        result.counts[row * size + column] = counts[column * size + row]
      }
    }
    return result
  }
}
