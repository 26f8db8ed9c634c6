/// The fewest cells that leave no effect of a design undetermined.
///
/// The equations of all cells that could be rated determine everything. As long as something is open,
/// one of them is therefore new, and each new one settles exactly one effect: as many are needed, and
/// suffice, as effects are open. Which ones is a choice; taken are those that let a lightly loaded rater
/// of the largest subset rate somebody of another one, on an item of that person.
struct DesignLinks {
  /// By cell and then by facet, the ratee first, the element.
  private(set) var cells: [[Int]] = []
  /// Whether nothing stays open.
  private(set) var isComplete: Bool

  init(_ prepared: PreparedRatings, _ found: FacetSubsets) {
    isComplete = found.rankDeficiency == 0
    guard !isComplete else { return }
    let columns = prepared.columns
    let offers = Offers(prepared, found)
    var loose = LooseParts(columns, subset: found.subset, count: found.count)
    loose.contract()
    let system = loose.system()
    var elimination: Elimination?
    if system.unknownCount <= FacetSubsets.mostUnknowns {
      var exact = Elimination(unknowns: system.unknownCount)
      for equation in system.equations where !exact.isImplied(equation) { exact.add(equation) }
      elimination = exact
    }
    var isUsed: Set<[Int]> = []
    for parts in offers.mixtures(of: found.count, facets: prepared.facets.count) {
      if cells.count == found.rankDeficiency { break }
      guard let cell = offers.cell(of: parts, turn: cells.count), isUsed.insert(cell).inserted
      else { continue }
      if elimination != nil {
        let equation = parts.enumerated().map { system.equations[$1][$0] }
        guard elimination?.isImplied(equation) == false else { continue }
        elimination?.add(equation)
      }
      cells.append(cell)
    }
    isComplete = Self.deficiency(columns, with: cells, prepared) == 0
  }

  private static func deficiency(
    _ columns: FacetColumns, with cells: [[Int]], _ prepared: PreparedRatings
  ) -> Int {
    var facets = [[Int32]](repeating: [], count: prepared.facets.count)
    for ratee in 0..<columns.rateeCount {
      for rating in columns.ratings(of: ratee) {
        facets[0].append(Int32(ratee))
        for (facet, place) in columns.places(of: rating).enumerated() {
          facets[facet + 1].append(columns.elements[place] - Int32(columns.offsets[facet]))
        }
      }
    }
    for cell in cells {
      for (facet, element) in cell.enumerated() { facets[facet].append(Int32(element)) }
    }
    return FacetSubsets(
      FacetColumns(
        facets: facets, sizes: prepared.names.map(\.count),
        scores: [UInt8](repeating: 0, count: facets[0].count), categoryCount: 1)
    ).rankDeficiency
  }
}

/// Elements of subsets that a further rating may take.
private struct Offers {
  /// By subset, the largest first, and facet, elements from the least used to the most.
  private let elements: [[[Int]]]
  private let prepared: PreparedRatings
  private let rater: Int?
  private let order: [Int]

  init(_ prepared: PreparedRatings, _ found: FacetSubsets) {
    let columns = prepared.columns
    let facetCount = prepared.facets.count
    var counts = [[[Int: Int]]](
      repeating: [[Int: Int]](repeating: [:], count: facetCount), count: found.count)
    var sizes = [Int](repeating: 0, count: found.count)
    for ratee in 0..<columns.rateeCount {
      for rating in columns.ratings(of: ratee) {
        let subset = Int(found.subset[rating])
        sizes[subset] += 1
        counts[subset][0][ratee, default: 0] += 1
        for (facet, place) in columns.places(of: rating).enumerated() {
          let element = Int(columns.elements[place]) - columns.offsets[facet]
          counts[subset][facet + 1][element, default: 0] += 1
        }
      }
    }
    elements = counts.map { facets in
      facets.map { uses in uses.keys.sorted { (uses[$0] ?? 0, $0) < (uses[$1] ?? 0, $1) } }
    }
    self.prepared = prepared
    rater = prepared.facets.firstIndex(of: .rater)
    order = sizes.indices.sorted { (-sizes[$0], $0) < (-sizes[$1], $1) }
  }

  /// From which subset each facet's element is taken: first those between the largest subset and the
  /// others, then those between any two, then any mixture.
  func mixtures(of count: Int, facets: Int) -> some Sequence<[Int]> {
    // The ratee with all of the own but the rater, then other choices of what is foreign.
    let masks = (1..<(1 << facets) - 1).sorted { left, right in
      (left == preferred ? 0 : 1, left.nonzeroBitCount, left)
        < (right == preferred ? 0 : 1, right.nonzeroBitCount, right)
    }
    let stars = masks.lazy.flatMap { mask in
      order.dropFirst().lazy.map { other in
        (0..<facets).map { mask >> $0 & 1 == 1 ? order[0] : other }
      }
    }
    var total = 1
    for _ in 0..<facets { total = min(total * count, Self.mostMixtures) }
    let all = (0..<total).lazy.map { number in
      var rest = number
      return (0..<facets).map { _ in
        defer { rest /= count }
        return order[rest % count]
      }
    }
    return [AnySequence(stars), AnySequence(all)].lazy.flatMap { $0 }
  }

  /// Most mixtures that are tried one by one.
  private static let mostMixtures = 2_000_000

  // The rater alone is of the largest subset.
  private var preferred: Int { rater.map { 1 << $0 } ?? 1 }

  /// The least used elements, raters taking turns, with nobody rating himself; nil if there are none.
  func cell(of parts: [Int], turn: Int) -> [Int]? {
    var cell = parts.enumerated().map { facet, subset in
      let offered = elements[subset][facet]
      return offered[facet == rater ? turn % offered.count : 0]
    }
    guard let rater, names(0, cell[0]) == names(rater, cell[rater]) else { return cell }
    let ratees = elements[parts[0]][0]
    if let other = ratees.first(where: { names(0, $0) != names(rater, cell[rater]) }) {
      cell[0] = other
      return cell
    }
    guard
      let other = elements[parts[rater]][rater].first(where: {
        names(rater, $0) != names(0, cell[0])
      })
    else { return nil }
    cell[rater] = other
    return cell
  }

  private func names(_ facet: Int, _ element: Int) -> String { prepared.names[facet][element] }
}
