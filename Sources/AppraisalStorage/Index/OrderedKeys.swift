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

  /// The first keys of a range, up to `limit` of them.
  func keys(in range: IDRange, limit: Int) -> [KeyText] {
    var found: [KeyText] = []
    // Only the first run may begin before the range.
    var run = max(0, Self.firstIndex(in: runs) { $0[0].text >= range.lowerBound } - 1)
    while run < runs.count, found.count < limit {
      let rest = runs[run][Self.firstIndex(in: runs[run]) { $0.text >= range.lowerBound }...]
      let within = rest.prefix(Self.firstIndex(in: rest) { $0.text >= range.upperBound })
      found += within.prefix(limit - found.count)
      guard within.count == rest.count else { break }
      run += 1
    }
    return found
  }

  /// The run that holds the key or would: the last that does not begin behind it.
  private func run(for key: KeyText) -> Int {
    max(0, Self.firstIndex(in: runs) { run in run[0] > key } - 1)
  }

  /// How many elements stand before the first for which `isBehind` holds.
  private static func firstIndex<Elements: RandomAccessCollection>(
    in elements: Elements, where isBehind: (Elements.Element) -> Bool
  ) -> Int {
    var (low, high) = (0, elements.count)
    while low < high {
      let middle = (low + high) / 2
      let element = elements[elements.index(elements.startIndex, offsetBy: middle)]
      if isBehind(element) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
