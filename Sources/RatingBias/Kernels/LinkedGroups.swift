/// Raters linked through units that they rated together: the components of a graph.
package struct LinkedGroups: Sendable {
  /// By rater, a rater that stands for the group.
  package let root: [Int]

  package init(_ cells: RatingCells, raterCount: Int) {
    var parent = Array(0..<raterCount)
    func find(_ rater: Int) -> Int {
      var rater = rater
      while parent[rater] != rater {
        parent[rater] = parent[parent[rater]]
        rater = parent[rater]
      }
      return rater
    }
    for unit in 0..<cells.unitCount {
      let range = cells.ratings(of: unit)
      let first = find(Int(cells.rater[range.lowerBound]))
      for rating in range.dropFirst() {
        let other = find(Int(cells.rater[rating]))
        // The lesser number stands for both, so that the order of units does not matter.
        let (low, high) = (min(find(first), other), max(find(first), other))
        parent[high] = low
      }
    }
    root = (0..<raterCount).map(find)
  }

  /// The groups of some raters, the largest first, then by their first rater.
  package func groups(of raters: [Int]) -> [[Int]] {
    var members: [Int: [Int]] = [:]
    for rater in raters { members[root[rater], default: []].append(rater) }
    return members.values.sorted {
      $0.count == $1.count ? $0[0] < $1[0] : $0.count > $1.count
    }
  }
}
