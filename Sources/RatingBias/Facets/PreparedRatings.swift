import KinerjaCore

/// Ratings as columns of the kernels.
struct PreparedRatings {
  /// The facets, the ratee first.
  let facets: [Facet]
  /// By facet, the names of its elements.
  let names: [[String]]
  let columns: FacetColumns
  /// By category, its value on the scale.
  let values: [Int]

  /// Takes the facets of ratings; a rating that names no element of one is left out.
  init(_ ratings: RatingSet, facets others: [Facet]) {
    var facets = [Facet.ratee]
    for facet in others where !facets.contains(facet) { facets.append(facet) }
    var names: [[String]] = []
    var codes: [[Int32]] = []
    for facet in facets {
      let column = ratings.column(of: facet)
      names.append(column.names)
      codes.append(column.codes)
    }
    self.facets = facets
    self.names = names
    let all = FacetColumns(
      facets: codes, sizes: names.map(\.count), scores: ratings.categories,
      categoryCount: ratings.scale.levels.count)
    (columns, values) = all.withoutUnusedCategories(ratings.scale.levels.map(\.value))
  }
}

extension RatingSet {
  /// By rating, the number of its level.
  fileprivate var categories: [UInt8] { cells.level.map { UInt8(truncatingIfNeeded: $0) } }

  /// By rating, the number of its element of a facet, -1 for none, and the names of the elements.
  func column(of facet: Facet) -> (codes: [Int32], names: [String]) {
    switch facet {
    case .ratee: (byUnit(cells.ratee), ratees.map(\.text))
    case .rater: (cells.rater, raters.map(\.text))
    case .item: (byUnit(cells.item), items.map(\.text))
    }
  }

  private func byUnit(_ codes: [Int32]) -> [Int32] {
    var result: [Int32] = []
    result.reserveCapacity(count)
    for unit in 0..<cells.unitCount {
      for _ in cells.ratings(of: unit) { result.append(codes[unit]) }
    }
    return result
  }
}

extension FacetColumns {
  /// The ratings with categories that nobody used left out, and the values of those that are left.
  func withoutUnusedCategories(_ values: [Int]) -> (FacetColumns, [Int]) {
    var isUsed = [Bool](repeating: false, count: categoryCount)
    for score in scores { isUsed[Int(score)] = true }
    guard isUsed.contains(false) else { return (self, values) }
    var numbers = [UInt8](repeating: 0, count: categoryCount)
    var kept: [Int] = []
    for category in 0..<categoryCount where isUsed[category] {
      numbers[category] = UInt8(kept.count)
      kept.append(values[category])
    }
    return (rescored(numbers, categoryCount: kept.count), kept)
  }
}
