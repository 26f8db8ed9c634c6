import KinerjaCore
import KinerjaTables

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
    let storage = ratings.storage
    for facet in facets {
      let column = storage.column(of: facet)
      names.append(column.names)
      codes.append(column.codes)
    }
    self.facets = facets
    self.names = names
    let all = FacetColumns(
      facets: codes, sizes: names.map(\.count), scores: storage.categories,
      categoryCount: ratings.scale.levels.count)
    (columns, values) = all.withoutUnusedCategories(ratings.scale.levels.map(\.value))
  }
}

extension RatingSet {
  /// By rating, the number of its element of a facet, −1 for none, and the names of the elements.
  func column(of facet: Facet) -> (codes: [Int32], names: [String]) { storage.column(of: facet) }
}

extension RatingStorage {
  /// By rating, the number of its level.
  fileprivate var categories: [UInt8] { cells.level.map { UInt8(truncatingIfNeeded: $0) } }

  /// By rating, the number of its element of a facet, −1 for none, and the names of the elements.
  func column(of facet: Facet) -> (codes: [Int32], names: [String]) {
    switch facet {
    case .ratee: return (byUnit { cells.ratee[$0] }, ratees.map(\.text))
    case .rater: return (cells.rater, raters.map(\.text))
    case .item: return (byUnit { cells.item[$0] }, items.map(\.text))
    case .time: return (byUnit { cells.time(of: $0) }, times.map { String($0) })
    case .group(let name):
      guard let group = groups.first(where: { $0.name == name }) else {
        return ([Int32](repeating: -1, count: cells.count), [])
      }
      return (group.codes.widened(in: 0..<cells.count).map(Int32.init), group.labels)
    }
  }

  private func byUnit(_ code: (Int) -> Int32) -> [Int32] {
    var result: [Int32] = []
    result.reserveCapacity(cells.count)
    for unit in 0..<cells.unitCount {
      result.append(contentsOf: repeatElement(code(unit), count: cells.ratings(of: unit).count))
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
