/// Sets that merge.
struct Merging {
  private var parents: [Int32]

  init(count: Int) { parents = (0..<Int32(count)).map(\.self) }

  mutating func root(of item: Int) -> Int {
    var item = item
    while Int(parents[item]) != item {
      parents[item] = parents[Int(parents[item])]
      item = Int(parents[item])
    }
    return item
  }

  /// Returns whether they were apart.
  @discardableResult
  mutating func merge(_ one: Int, _ other: Int) -> Bool {
    let (first, second) = (root(of: one), root(of: other))
    // The earlier one stays, so that labels follow the order of the items.
    parents[max(first, second)] = Int32(min(first, second))
    return first != second
  }

  /// By item, the number of its set, by first appearance.
  mutating func labels() -> [Int32] {
    var numbers = [Int32](repeating: -1, count: parents.count)
    var next: Int32 = 0
    var labels = numbers
    for item in parents.indices {
      let root = root(of: item)
      if numbers[root] < 0 {
        numbers[root] = next
        next += 1
      }
      labels[item] = numbers[root]
    }
    return labels
  }
}
