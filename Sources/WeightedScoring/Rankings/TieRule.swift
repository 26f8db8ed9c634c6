/// Which rank those get who are equal.
public enum TieRule: String, Sendable, Hashable, Codable, CaseIterable {
  /// The mean of the ranks that they take up together: 1, 2.5, 2.5, 4.
  case average
  /// The smallest of them: 1, 2, 2, 4, as in sports.
  case minimum
  /// The largest of them: 1, 3, 3, 4.
  case maximum
  /// The next whole number, none left out: 1, 2, 2, 3.
  case dense
}

/// Ranks of numbers.
enum Ranks {
  /// The ranks of values, 1 for the smallest.
  ///
  /// - Complexity: O(*n* log *n*).
  static func ascending(_ values: [Double], _ ties: TieRule) -> [Double] {
    let order = ascendingOrder(values)
    var ranks = [Double](repeating: 0, count: values.count)
    var start = 0
    var group = 0
    while start < order.count {
      var end = start
      while end < order.count, values[order[end]] == values[order[start]] { end += 1 }
      group += 1
      let rank =
        switch ties {
        case .average: Double(start + 1 + end) / 2
        case .minimum: Double(start + 1)
        case .maximum: Double(end)
        case .dense: Double(group)
        }
      for place in start..<end { ranks[order[place]] = rank }
      start = end
    }
    return ranks
  }

  /// The ranks of values, 1 for the largest.
  static func descending(_ values: [Double], _ ties: TieRule) -> [Double] {
    ascending(values.map { -$0 }, ties)
  }

  /// The places of values from the smallest to the largest; equals in the order given.
  static func ascendingOrder(_ values: [Double]) -> [Int] {
    // Values stand beside their places, so that sorting does not jump through memory.
    var pairs = values.enumerated().map { (value: $1, place: $0) }
    pairs.sort { left, right in
      left.value < right.value || (left.value == right.value && left.place < right.place)
    }
    return pairs.map(\.place)
  }
}
