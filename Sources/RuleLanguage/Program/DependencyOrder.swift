/// An order in which each item follows those that it needs, and the circles that forbid one.
struct DependencyOrder {
  /// All items; those in a circle stand where they were first met.
  private(set) var order: [Int] = []
  /// Each circle once, as the items on the way round; the first hundred.
  private(set) var cycles: [[Int]] = []

  /// So many circles are told, at most.
  private static let mostCycles = 100

  private enum Mark { case new, open, done }

  /// Orders items `0..<needs.count`, keeping the given order where nothing speaks against it.
  ///
  /// - Complexity: O(items + needs), without recursion.
  init(needs: [[Int]]) {
    var marks = [Mark](repeating: .new, count: needs.count)
    for start in needs.indices where marks[start] == .new {
      var way: [(item: Int, next: Int)] = [(start, 0)]
      marks[start] = .open
      while let (item, next) = way.last {
        guard next < needs[item].count else {
          marks[item] = .done
          order.append(item)
          way.removeLast()
          continue
        }
        way[way.count - 1].next += 1
        let needed = needs[item][next]
        switch marks[needed] {
        case .new:
          marks[needed] = .open
          way.append((needed, 0))
        case .open where cycles.count < Self.mostCycles:
          let from = way.lastIndex { $0.item == needed } ?? 0
          cycles.append(way[from...].map(\.item))
        case .open, .done:
          break
        }
      }
    }
  }
}
