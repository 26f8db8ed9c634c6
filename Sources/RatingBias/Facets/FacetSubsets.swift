/// Which ratings can be compared: subsets of a design, decided by the rank of its equations.
///
/// A walk over a graph says too much: two blocks of ratees and raters that share only the items are
/// one graph, yet nothing tells whether the one block's raters are more severe or its ratees less
/// able. Two cells are linked when they agree in all facets but one (Weeks and Williams 1964); what
/// that leaves apart is settled by elimination, for several chains together can link what none of them
/// links alone.
package struct FacetSubsets: Sendable {
  /// By rating, its subset, numbered by first appearance.
  package private(set) var subset: [Int32]
  /// How many subsets there are.
  package private(set) var count: Int
  /// How many parameters lack an equation, beyond the one of each facet that a mean of 0 gives.
  package private(set) var rankDeficiency: Int
  /// Whether elimination had the last word; false only for designs of thousands of loose parts, where
  /// subsets may be smaller than the rank allows.
  package private(set) var isExact = true

  /// Most unknowns that are eliminated.
  static let mostUnknowns = 1_500

  /// Finds the subsets.
  ///
  /// - Complexity: O(*n*) in ratings times facets, beside elimination where parts stay loose.
  package init(_ columns: FacetColumns) {
    var parts = Merging(count: columns.count)
    Self.linkWithinRatees(columns, &parts)
    Self.linkAcrossRatees(columns, &parts)
    subset = parts.labels()
    count = Int(subset.max() ?? -1) + 1
    rankDeficiency = 0
    guard count > 1 else { return }
    var loose = LooseParts(columns, subset: subset, count: count)
    loose.contract()
    let solution = loose.solved(limit: Self.mostUnknowns)
    isExact = solution.isExact
    rankDeficiency = solution.deficiency
    for index in subset.indices { subset[index] = solution.labels[Int(subset[index])] }
    count = Int(solution.labels.max() ?? -1) + 1
  }

  /// Links ratings of one ratee that agree in all other facets but one.
  private static func linkWithinRatees(_ columns: FacetColumns, _ parts: inout Merging) {
    let width = columns.otherFacetCount
    for ratee in 0..<columns.rateeCount {
      let range = columns.ratings(of: ratee)
      if range.count <= 48 {
        for one in range {
          for other in range.lowerBound..<one {
            var differing = 0
            for facet in 0..<width
            where columns.elements[one * width + facet] != columns.elements[other * width + facet] {
              differing += 1
            }
            if differing <= 1 { parts.merge(one, other) }
          }
        }
      } else {
        for facet in 0..<width {
          var firsts: [[Int32]: Int] = [:]
          for rating in range {
            var key = Array(columns.elements[columns.places(of: rating)])
            key[facet] = -1
            if let first = firsts[key] {
              parts.merge(first, rating)
            } else {
              firsts[key] = rating
            }
          }
        }
      }
    }
  }

  /// Links ratings of any ratees that agree in all other facets.
  private static func linkAcrossRatees(_ columns: FacetColumns, _ parts: inout Merging) {
    let width = columns.otherFacetCount
    var size = 1
    for facet in 0..<width {
      let (product, isTooLarge) = size.multipliedReportingOverflow(
        by: max(1, columns.offsets[facet + 1] - columns.offsets[facet]))
      size = isTooLarge ? Int.max : product
    }
    if size <= 4 * columns.count + 1_000_000 {
      var firsts = [Int32](repeating: -1, count: size)
      for rating in 0..<columns.count {
        var key = 0
        for facet in 0..<width {
          let offset = columns.offsets[facet]
          key = key * (columns.offsets[facet + 1] - offset)
          key += Int(columns.elements[rating * width + facet]) - offset
        }
        if firsts[key] >= 0 {
          parts.merge(Int(firsts[key]), rating)
        } else {
          firsts[key] = Int32(rating)
        }
      }
    } else {
      var firsts: [[Int32]: Int] = [:]
      for rating in 0..<columns.count {
        let key = Array(columns.elements[columns.places(of: rating)])
        if let first = firsts[key] { parts.merge(first, rating) } else { firsts[key] = rating }
      }
    }
  }
}
