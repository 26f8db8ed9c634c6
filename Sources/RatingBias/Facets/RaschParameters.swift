import Foundation

/// What the many-facet rating scale model estimates, on the scale of log odds.
///
/// The odds of category *k* against 0 are exp(*kη* + *κₖ*), where *η* sums what each element adds.
/// In the words of the field: *κₖ* = −Σ *F*ₗ over *l* ≤ *k*, for thresholds *F*.
package struct RaschParameters: Sendable {
  /// By element of the first facet, what it adds.
  package var ratees: [Double]
  /// By other element, what it adds: minus the severity or difficulty.
  package var others: [Double]
  /// By category, with 0 for the first.
  package var categories: [Double]

  package init(ratees: [Double], others: [Double], categories: [Double]) {
    (self.ratees, self.others, self.categories) = (ratees, others, categories)
  }

  /// The thresholds between neighbouring categories.
  package var thresholds: [Double] {
    zip(categories, categories.dropFirst()).map { $0 - $1 }
  }
}

extension RaschParameters {
  /// A start near the solution: centred log odds of each element's mean score.
  package init(startingAt columns: FacetColumns) {
    let top = Double(columns.categoryCount - 1)
    var sums = [Double](repeating: 0, count: columns.otherElementCount)
    var counts = sums
    var frequencies = [Double](repeating: 0, count: columns.categoryCount)
    ratees = [Double](repeating: 0, count: columns.rateeCount)
    func logOdds(_ sum: Double, _ count: Double) -> Double {
      guard count > 0, top > 0 else { return 0 }
      let share = min(max(sum / (top * count), 0.02), 0.98)
      return log(share / (1 - share))
    }
    for ratee in 0..<columns.rateeCount {
      var sum = 0.0
      let range = columns.ratings(of: ratee)
      for rating in range {
        let score = Double(columns.scores[rating])
        sum += score
        frequencies[Int(columns.scores[rating])] += 1
        for place in columns.places(of: rating) {
          sums[Int(columns.elements[place])] += score
          counts[Int(columns.elements[place])] += 1
        }
      }
      ratees[ratee] = logOdds(sum, Double(range.count))
    }
    others = zip(sums, counts).map { logOdds($0, $1) }
    categories = [Double](repeating: 0, count: columns.categoryCount)
    // Thresholds that would give the frequencies if all persons were alike.
    for category in categories.indices.dropFirst() {
      categories[category] =
        categories[category - 1]
        + log(max(frequencies[category], 0.5) / max(frequencies[category - 1], 0.5))
    }
  }

  /// Moves thresholds so that their mean is 0; the ratees take up what that changes.
  package mutating func levelThresholds() {
    guard let last = categories.last, categories.count > 1 else { return }
    let mean = last / Double(categories.count - 1)
    for category in categories.indices { categories[category] -= Double(category) * mean }
    for ratee in ratees.indices { ratees[ratee] += mean }
  }
}
