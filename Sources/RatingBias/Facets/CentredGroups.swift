/// Which elements of a facet have a mean measure of 0: all that have ratings, or, where a design falls
/// into subsets, those of each subset apart.
package struct CentredGroups: Sendable {
  /// A group of elements, and the ratees whose measures take up what moves it.
  private struct Group {
    let elements: [Int]
    /// Nil for all.
    let ratees: [Int]?
  }

  private let groups: [Group]

  /// Forms the groups.
  ///
  /// Where there are subsets, a facet's elements are grouped by them if no element belongs to two; a
  /// facet that subsets share, such as the items, stays one group.
  package init(of columns: FacetColumns, subsets: FacetSubsets) {
    let width = columns.otherFacetCount
    var owner = [Int](repeating: -1, count: columns.otherElementCount)
    var isShared = [Bool](repeating: false, count: width)
    var ratees = [[Int]](repeating: [], count: subsets.count)
    for ratee in 0..<columns.rateeCount {
      let range = columns.ratings(of: ratee)
      if let first = range.first { ratees[Int(subsets.subset[first])].append(ratee) }
      for rating in range {
        let subset = Int(subsets.subset[rating])
        for facet in 0..<width {
          let element = Int(columns.elements[rating * width + facet])
          if owner[element] < 0 { owner[element] = subset }
          if owner[element] != subset { isShared[facet] = true }
        }
      }
    }
    var groups: [Group] = []
    for facet in 0..<width {
      let elements = (columns.offsets[facet]..<columns.offsets[facet + 1]).filter { owner[$0] >= 0 }
      if isShared[facet] || subsets.count == 1 {
        groups.append(Group(elements: elements, ratees: nil))
      } else {
        let members = Dictionary(grouping: elements) { owner[$0] }
        for subset in members.keys.sorted() {
          groups.append(Group(elements: members[subset] ?? [], ratees: ratees[subset]))
        }
      }
    }
    self.groups = groups
  }

  /// Moves measures so that each group's mean is 0 and the thresholds' too; the ratees take up what
  /// that changes.
  func centre(_ parameters: inout RaschParameters) {
    for group in groups where !group.elements.isEmpty {
      let mean =
        group.elements.reduce(0) { $0 + parameters.others[$1] } / Double(group.elements.count)
      for element in group.elements { parameters.others[element] -= mean }
      if let ratees = group.ratees {
        for ratee in ratees { parameters.ratees[ratee] += mean }
      } else {
        for ratee in parameters.ratees.indices { parameters.ratees[ratee] += mean }
      }
    }
    parameters.levelThresholds()
  }
}
