/// Raters linked through units that they rated together: the components of a graph.
package struct LinkedGroups: Sendable {
  /// By rater, the group's first rater.
  package let root: [Int]

  package init(_ cells: RatingCells, raterCount: Int) {
    var linked = Merging(count: raterCount)
    for unit in 0..<cells.unitCount {
      let range = cells.ratings(of: unit)
      let first = Int(cells.rater[range.lowerBound])
      for rating in range.dropFirst() { linked.merge(first, Int(cells.rater[rating])) }
    }
    root = (0..<raterCount).map { linked.root(of: $0) }
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
