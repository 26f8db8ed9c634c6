import KinerjaNumerics
import KinerjaTables

extension FacetInteraction {
  /// Finds the terms.
  ///
  /// - Complexity: O(*n*) in the number of ratings for each of some six passes.
  init(
    _ facets: FacetPair, _ solution: FacetSolution, by work: ParallelBlocks
  ) throws(CancellationError) {
    let first = solution.ratings.storage.column(of: facets.first)
    let second = solution.ratings.storage.column(of: facets.second)
    let sorted = SortedCells(solution.columns, by: first.codes, and: second.codes)
    let etas = solution.etas
    let parts = try work.map(count: sorted.count, size: 256) { range in
      range.map { cell in
        let ratings = sorted.ratings(of: cell)
        let row = solution.columns.row(of: Int(ratings[ratings.startIndex]))
        return Cell(
          first: first.names[Int(first.codes[row])], second: second.names[Int(second.codes[row])],
          ratings, etas: etas, in: solution)
      }
    }
    self.facets = facets
    cells = parts.flatMap(\.self)
    leftOutCount = solution.columns.count - sorted.order.count
    test = Self.test(of: cells.compactMap(\.bias))
  }

  private static func test(of terms: [Bias]) -> Answer<Test> {
    guard !terms.isEmpty else {
      return .notEnough(NotEnoughData(.differentRatings, needed: 2, found: 0))
    }
    let chiSquare = terms.reduce(0) { $0 + $1.t * $1.t }
    return .estimate(
      Test(
        chiSquare: chiSquare, degreesOfFreedom: terms.count,
        probability: ChiSquareDistribution(degreesOfFreedom: Double(terms.count))
          .upperTail(chiSquare)))
  }
}

extension FacetInteraction.Cell {
  fileprivate init(
    first: String, second: String, _ ratings: ArraySlice<Int32>, etas: [Double],
    in solution: FacetSolution
  ) {
    let curve = solution.curve
    var rest: [Double] = []
    rest.reserveCapacity(ratings.count)
    var (total, observed, expected) = (0, 0, 0.0)
    for rating in ratings.lazy.map(Int.init) {
      let score = Int(solution.columns.scores[rating])
      total += score
      observed += solution.values[score]
      rest.append(etas[rating])
      expected += solution.expectedValue(at: etas[rating])
    }
    self.first = first
    self.second = second
    ratingCount = ratings.count
    self.observed = Double(observed)
    self.expected = expected
    if total == 0 || total == curve.top * ratings.count {
      let (logits, error) = curve.solveExtreme(
        isHighest: total > 0, adjustment: solution.model.extremeScoreAdjustment, beside: rest)
      placement = .extreme(isHighest: total > 0, logits: logits, standardError: error)
    } else {
      let (logits, error) = curve.solve(total: Double(total), beside: rest)
      let degrees = ratings.count - 1
      let probability =
        degrees > 0
        ? StudentDistribution(degreesOfFreedom: Double(degrees)).twoSided(logits / error) : nil
      placement = .measured(
        FacetInteraction.Bias(
          logits: logits, standardError: error, degreesOfFreedom: degrees,
          probability: probability))
    }
  }
}

/// Ratings in the order of two codes.
private struct SortedCells: Sendable {
  private(set) var order: [Int32]
  /// By combination that occurs, where its ratings begin in ``order``; one more at the end.
  private var starts: [Int] = []

  /// - Parameters:
  ///   - one: By row of the set, the code that comes first; -1 for none.
  ///   - other: The code that comes second.
  init(_ columns: FacetColumns, by one: [Int32], and other: [Int32]) {
    let rows = (0..<columns.count).map { columns.row(of: $0) }
    let rated = rows.indices.filter { one[rows[$0]] >= 0 && other[rows[$0]] >= 0 }
    order = Self.sorted(rated.map(Int32.init)) { Int(other[rows[$0]]) }
    order = Self.sorted(order) { Int(one[rows[$0]]) }
    var last: (Int32, Int32)?
    for (position, rating) in order.enumerated() {
      let codes = (one[rows[Int(rating)]], other[rows[Int(rating)]])
      if let last, last == codes { continue }
      starts.append(position)
      last = codes
    }
    starts.append(order.count)
  }

  var count: Int { starts.count - 1 }

  func ratings(of cell: Int) -> ArraySlice<Int32> { order[starts[cell]..<starts[cell + 1]] }

  private static func sorted(_ order: [Int32], by key: (Int) -> Int) -> [Int32] {
    let most = order.reduce(0) { max($0, key(Int($1))) }
    var starts = [Int](repeating: 0, count: most + 2)
    for rating in order { starts[key(Int(rating)) + 1] += 1 }
    for code in 0...most { starts[code + 1] += starts[code] }
    var result = order
    for rating in order {
      let code = key(Int(rating))
      result[starts[code]] = rating
      starts[code] += 1
    }
    return result
  }
}
