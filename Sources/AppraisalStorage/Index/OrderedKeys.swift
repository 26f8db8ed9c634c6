/// A set of keys in byte order, kept in short runs so that an insertion moves few of them.
///
/// - Complexity: O(log *n*) to find, O(log *n* + *r*) to change, for runs of at most *r* = 512.
struct OrderedKeys: Sendable {
  private static let longestRun = 512
  private var runs: [[KeyText]] = []

  /// Adds a key; adding one that is there does nothing.
  mutating func insert(_ key: KeyText) {
    guard !runs.isEmpty else {
      runs = [[key]]
      return
    }
    let run = self.run(for: key)
    let place = Self.firstIndex(in: runs[run]) { $0 >= key }
    if place < runs[run].count, runs[run][place] == key { return }
    runs[run].insert(key, at: place)
    guard runs[run].count > Self.longestRun else { return }
    let half = runs[run].count / 2
    let tail = Array(runs[run][half...])
    runs[run].removeSubrange(half...)
    runs.insert(tail, at: run + 1)
  }

  /// Removes a key; removing one that is missing does nothing.
  mutating func remove(_ key: KeyText) {
    guard !runs.isEmpty else { return }
    let run = self.run(for: key)
    let place = Self.firstIndex(in: runs[run]) { $0 >= key }
    guard place < runs[run].count, runs[run][place] == key else { return }
    runs[run].remove(at: place)
    if runs[run].isEmpty { runs.remove(at: run) }
  }

  /// Up to `limit` keys behind `last`, or from the beginning.
  func keys(after last: KeyText?, limit: Int) -> [KeyText] {
    var found: [KeyText] = []
    var run = last.map(self.run(for:)) ?? 0
    while run < runs.count, found.count < limit {
      let start = last.map { last in Self.firstIndex(in: runs[run]) { $0 > last } } ?? 0
      found += runs[run][start...].prefix(limit - found.count)
      run += 1
    }
    return found
  }

  /// The run that holds the key or would: the last that does not begin behind it.
  private func run(for key: KeyText) -> Int {
    max(0, Self.firstIndex(in: runs) { run in run[0] > key } - 1)
  }

  /// The first index from which `isBehind` holds.
  private static func firstIndex<Element>(
    in elements: [Element], where isBehind: (Element) -> Bool
  ) -> Int {
    var (low, high) = (0, elements.count)
    while low < high {
      let middle = (low + high) / 2
      if isBehind(elements[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
