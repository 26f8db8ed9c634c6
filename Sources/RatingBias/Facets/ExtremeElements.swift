/// Elements that have no finite measure, because all their scores are the lowest or the highest.
///
/// Without them, others may become extreme; so they are taken away again and again, until none is
/// left.
package struct ExtremeElements: Sendable {
  /// Where an element stands.
  package enum Place: Sendable, Hashable {
    case ratee(Int)
    /// An element of another facet, by its number among all of them.
    case other(Int)
  }

  /// An element, and at which end it lies.
  package struct Extreme: Sendable {
    package let place: Place
    package let isHighest: Bool
  }

  /// In the order in which they were found.
  package private(set) var found: [Extreme] = []
  /// By element of the first facet, whether it is extreme or without a rating.
  package private(set) var isRateeOut: [Bool]
  /// By other element, whether it is extreme or without a rating.
  package private(set) var isOtherOut: [Bool]

  /// Finds them.
  ///
  /// - Complexity: O(*n*) for each time around; two or three are usual.
  package init(_ columns: FacetColumns) {
    isRateeOut = [Bool](repeating: false, count: columns.rateeCount)
    isOtherOut = [Bool](repeating: false, count: columns.otherElementCount)
    let top = columns.categoryCount - 1
    var isFirst = true
    var hasFound = true
    while hasFound {
      hasFound = false
      var sums = [Int](repeating: 0, count: columns.otherElementCount)
      var counts = sums
      for ratee in 0..<columns.rateeCount where !isRateeOut[ratee] {
        var (sum, count) = (0, 0)
        for rating in columns.ratings(of: ratee) {
          guard !hasOtherOut(rating, columns) else { continue }
          let score = Int(columns.scores[rating])
          sum += score
          count += 1
          for place in columns.places(of: rating) {
            sums[Int(columns.elements[place])] += score
            counts[Int(columns.elements[place])] += 1
          }
        }
        if count == 0 {
          isRateeOut[ratee] = true
        } else if sum == 0 || sum == top * count {
          isRateeOut[ratee] = true
          found.append(Extreme(place: .ratee(ratee), isHighest: sum != 0))
          hasFound = true
        }
      }
      for element in sums.indices where !isOtherOut[element] {
        if counts[element] == 0 {
          // Its ratings fell to elements of other facets; unless it never had one, it is left over.
          if isFirst { isOtherOut[element] = true }
        } else if sums[element] == 0 || sums[element] == top * counts[element] {
          isOtherOut[element] = true
          found.append(Extreme(place: .other(element), isHighest: sums[element] != 0))
          hasFound = true
        }
      }
      isFirst = false
    }
  }

  /// The ratings among elements that are not extreme.
  package func remaining(of columns: FacetColumns) -> FacetColumns {
    guard !found.isEmpty else { return columns }
    return columns.filtered { ratee, rating in
      !isRateeOut[ratee] && !hasOtherOut(rating, columns)
    }
  }

  /// Whether an element of a rating beside its ratee is out.
  private func hasOtherOut(_ rating: Int, _ columns: FacetColumns) -> Bool {
    columns.places(of: rating).contains { isOtherOut[Int(columns.elements[$0])] }
  }
}
