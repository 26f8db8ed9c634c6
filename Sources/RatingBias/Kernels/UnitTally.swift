/// Units of one size, counted by what their ratings are; whole numbers, the same in any order.
package struct UnitTally: Sendable, Hashable, Codable {
  /// Ratings of each unit.
  package let size: Int
  package private(set) var unitCount = 0
  /// Units all of whose ratings are the same.
  package private(set) var unanimousCount = 0
  /// By level, the ratings.
  package private(set) var levels: [Int]
  /// By pair of levels *c* ≤ *k*, as *c*·levels + *k*, the ordered pairs of ratings of a unit.
  package private(set) var pairs: [Int]

  init(size: Int, levelCount: Int) {
    self.size = size
    levels = [Int](repeating: 0, count: levelCount)
    pairs = size > 1 ? [Int](repeating: 0, count: levelCount * levelCount) : []
  }

  /// Adds units whose ratings have some levels, given as counts by level.
  mutating func add(_ counts: some Collection<(level: Int, count: Int)>, times: Int) {
    unitCount += times
    for (level, count) in counts { levels[level] += count * times }
    guard size > 1 else { return }
    if counts.count == 1 { unanimousCount += times }
    for (c, own) in counts {
      pairs[c * levels.count + c] += own * (own - 1) * times
      for (k, other) in counts where k > c {
        pairs[c * levels.count + k] += 2 * own * other * times
      }
    }
  }

  mutating func merge(_ other: UnitTally) {
    unitCount += other.unitCount
    unanimousCount += other.unanimousCount
    for level in levels.indices { levels[level] += other.levels[level] }
    for pair in pairs.indices { pairs[pair] += other.pairs[pair] }
  }
}

extension [UnitTally] {
  /// Merges tallies that are ascending by size.
  mutating func merge(_ others: [UnitTally]) {
    var bySize = Dictionary(uniqueKeysWithValues: map { ($0.size, $0) })
    for other in others {
      if var own = bySize.removeValue(forKey: other.size) {
        own.merge(other)
        bySize[other.size] = own
      } else {
        bySize[other.size] = other
      }
    }
    self = bySize.values.sorted { $0.size < $1.size }
  }
}
