/// Ratings as the kernels of the many-facet model see them: elements by number, scores from 0.
///
/// The ratings of one element of the first facet, the ratee, stand together. The elements of all
/// other facets share one row of numbers, facet after facet.
package struct FacetColumns: Sendable {
  /// By element of the first facet, where its ratings begin; one more at the end.
  package private(set) var starts: [Int]
  /// By facet after the first, the number of its first element; one more at the end.
  package let offsets: [Int]
  /// By rating and then by facet after the first, the number of the element.
  package private(set) var elements: [Int32]
  /// By rating, the category, from 0.
  package private(set) var scores: [UInt8]
  /// By rating, its place among those it was taken from; empty if it is the same.
  private var rows: [Int32] = []
  /// How many categories there are, at least 1 and at most ``mostCategories``.
  package private(set) var categoryCount: Int

  /// How many ratings a block has, about.
  package static let blockSize = 20_000

  /// How many categories the model takes.
  package static let mostCategories = 32

  /// Puts ratings in order.
  ///
  /// - Parameters:
  ///   - facets: By facet, the ratee first, the element of each rating; a rating with none (-1) is left
  ///     out.
  ///   - sizes: By facet, how many elements it has.
  ///   - scores: By rating, the category, from 0.
  /// - Complexity: O(*n*) in the number of ratings times facets.
  package init(facets: [[Int32]], sizes: [Int], scores: [UInt8], categoryCount: Int) {
    let others = facets.count - 1
    self.categoryCount = categoryCount
    var offsets = [0]
    for size in sizes.dropFirst() { offsets.append(offsets[offsets.count - 1] + size) }
    self.offsets = offsets
    let kept = Self.complete(facets)
    let count = kept?.count ?? scores.count
    var starts = [Int](repeating: 0, count: sizes[0] + 1)
    for index in 0..<count { starts[Int(facets[0][kept?[index] ?? index]) + 1] += 1 }
    for ratee in 0..<sizes[0] { starts[ratee + 1] += starts[ratee] }
    self.starts = starts
    elements = [Int32](repeating: 0, count: count * others)
    self.scores = [UInt8](repeating: 0, count: count)
    if kept != nil { rows = [Int32](repeating: 0, count: count) }
    for index in 0..<count {
      let rating = kept?[index] ?? index
      let ratee = Int(facets[0][rating])
      let place = starts[ratee]
      starts[ratee] += 1
      self.scores[place] = scores[rating]
      if kept != nil { rows[place] = Int32(rating) }
      for facet in 0..<others {
        elements[place * others + facet] = facets[facet + 1][rating] + Int32(offsets[facet])
      }
    }
  }

  /// The ratings that have an element of each facet; nil if all have.
  private static func complete(_ facets: [[Int32]]) -> [Int]? {
    guard facets.contains(where: { $0.contains { $0 < 0 } }) else { return nil }
    return facets[0].indices.filter { rating in facets.allSatisfy { $0[rating] >= 0 } }
  }

  /// How many ratings there are.
  package var count: Int { scores.count }
  /// How many elements the first facet has.
  package var rateeCount: Int { starts.count - 1 }
  /// How many facets there are beside the first.
  package var otherFacetCount: Int { offsets.count - 1 }
  /// How many elements those have together.
  package var otherElementCount: Int { offsets[offsets.count - 1] }

  /// The ratings of an element of the first facet.
  package func ratings(of ratee: Int) -> Range<Int> { starts[ratee]..<starts[ratee + 1] }

  /// Where a rating stood among those the columns were made from, if those were in order of ratees.
  package func row(of rating: Int) -> Int { rows.isEmpty ? rating : Int(rows[rating]) }

  /// Where the elements of a rating stand among ``elements``, one a facet after the first.
  @inline(__always)
  func places(of rating: Int) -> Range<Int> {
    rating * otherFacetCount..<(rating + 1) * otherFacetCount
  }

  /// The ratings for which a condition holds; the numbers of elements stay as they are.
  package func filtered(_ keeps: (_ ratee: Int, _ rating: Int) -> Bool) -> FacetColumns {
    var result = self
    result.rows = []
    let others = otherFacetCount
    var kept = 0
    for ratee in 0..<rateeCount {
      let range = ratings(of: ratee)
      result.starts[ratee] = kept
      for rating in range where keeps(ratee, rating) {
        result.scores[kept] = scores[rating]
        result.rows.append(Int32(row(of: rating)))
        for facet in 0..<others {
          result.elements[kept * others + facet] = elements[rating * others + facet]
        }
        kept += 1
      }
    }
    result.starts[rateeCount] = kept
    result.scores.removeLast(count - kept)
    result.elements.removeLast((count - kept) * others)
    return result
  }

  /// The same ratings with other numbers for the categories.
  func rescored(_ numbers: [UInt8], categoryCount: Int) -> FacetColumns {
    var result = self
    result.scores = scores.map { numbers[Int($0)] }
    result.categoryCount = categoryCount
    return result
  }

  /// By other element, how many ratings it has.
  var ratingCounts: [Int] {
    var counts = [Int](repeating: 0, count: otherElementCount)
    for element in elements { counts[Int(element)] += 1 }
    return counts
  }

  /// How many ratings a ratee among some has at most.
  func mostRatings(in ratees: Range<Int>) -> Int {
    ratees.reduce(0) { max($0, ratings(of: $1).count) }
  }

  /// Blocks of ratees with about as many ratings each; their borders depend on the data only.
  package func blocks(of size: Int) -> [Range<Int>] {
    // Each block keeps sums by element, so that there are few blocks where there are many elements.
    let most = max(1, min(32, 16_000_000 / max(1, otherElementCount * categoryCount)))
    let wanted = max(1, min(most, count / size))
    var blocks: [Range<Int>] = []
    var begin = 0
    for block in 1...wanted {
      let limit = count / wanted * block
      var end = begin
      while end < rateeCount, starts[end] < limit || block == wanted { end += 1 }
      if end > begin { blocks.append(begin..<end) }
      begin = end
    }
    return blocks
  }
}
