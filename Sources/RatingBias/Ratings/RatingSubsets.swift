public import KinerjaCore

/// Which ratings can be compared with which, if ratees, raters and items each have an effect of
/// their own.
///
/// Decided by the rank of the design's equations. A chain of common ratees, raters or items is not
/// enough: two blocks of ratees and raters who share only the items are two subsets, since nothing
/// tells severe raters from weak ratees. Cells are linked when they agree in all facets but one
/// (Weeks and Williams 1964); elimination settles what several such chains link together.
public struct RatingSubsets: Sendable, Hashable {
  /// Ratings that can be compared with each other.
  public struct Subset: Sendable, Hashable {
    /// Who was rated, in the order of identifiers.
    public let ratees: [PersonID]
    /// Who rated, in the order of identifiers.
    public let raters: [PersonID]
    /// On what, in the order of identifiers.
    public let items: [ItemID]
    /// How many ratings it has.
    public let ratingCount: Int
  }

  /// One of the three ways in which a rating belongs to somebody or something.
  public enum Facet: String, Sendable, Hashable, CaseIterable {
    /// Who was rated.
    case ratee
    /// Who rated.
    case rater
    /// On what.
    case item
  }

  /// A facet each of whose elements occurs with one element only of another, such as staff who each
  /// have one rater; their effects cannot be told apart.
  public struct Nesting: Sendable, Hashable {
    /// The facet whose elements each have one partner.
    public let inner: Facet
    /// The facet of the partners.
    public let outer: Facet
  }

  /// The subsets, the largest first; one if all ratings can be compared.
  public let subsets: [Subset]
  /// How many effects the ratings leave undetermined, beyond where each facet's zero lies.
  public let rankDeficiency: Int
  /// Facets nested in others.
  public let nestings: [Nesting]
  /// Whether elimination had the last word; false only for designs of thousands of loose parts, where
  /// subsets may be smaller than the rank allows.
  public let isExact: Bool

  /// Whether all ratings can be compared.
  public var isConnected: Bool { subsets.count <= 1 }

  /// Finds the subsets of ratings that people gave others.
  ///
  /// - Complexity: O(*n*) in the number of ratings, beside elimination where parts stay loose.
  public init(_ ratings: RatingSet) {
    let others = ratings.withoutSelfRatings
    let columns = PreparedRatings(others).columns
    self.init(FacetSubsets(columns), of: columns, in: others)
  }

  init(_ found: FacetSubsets, of columns: FacetColumns, in ratings: RatingSet) {
    var members = [[Set<Int>]](repeating: [[], [], []], count: found.count)
    var counts = [Int](repeating: 0, count: found.count)
    for ratee in 0..<columns.rateeCount {
      for rating in columns.ratings(of: ratee) {
        let subset = Int(found.subset[rating])
        counts[subset] += 1
        members[subset][0].insert(ratee)
        members[subset][1].insert(Int(columns.elements[2 * rating]))
        members[subset][2].insert(Int(columns.elements[2 * rating + 1]) - columns.offsets[1])
      }
    }
    let order = counts.indices.sorted { (-counts[$0], $0) < (-counts[$1], $1) }
    subsets = order.map { subset in
      Subset(
        ratees: members[subset][0].sorted().map { ratings.ratees[$0] },
        raters: members[subset][1].sorted().map { ratings.raters[$0] },
        items: members[subset][2].sorted().map { ratings.items[$0] },
        ratingCount: counts[subset])
    }
    rankDeficiency = found.rankDeficiency
    isExact = found.isExact
    nestings = Self.nestings(in: columns)
  }

  private static func nestings(in columns: FacetColumns) -> [Nesting] {
    let facets = Facet.allCases
    let sizes = [columns.rateeCount, columns.otherElementCount, columns.otherElementCount]
    var used = [Set<Int>](repeating: [], count: 3)
    // By pair of facets, each inner element's only partner; -2 if it has two.
    var partners = facets.map { _ in facets.indices.map { [Int](repeating: -1, count: sizes[$0]) } }
    for ratee in 0..<columns.rateeCount {
      for rating in columns.ratings(of: ratee) {
        let cell = [
          ratee, Int(columns.elements[2 * rating]), Int(columns.elements[2 * rating + 1]),
        ]
        for outer in 0..<3 {
          used[outer].insert(cell[outer])
          for inner in 0..<3 where inner != outer {
            let partner = partners[outer][inner][cell[inner]]
            if partner == -1 {
              partners[outer][inner][cell[inner]] = cell[outer]
            } else if partner != cell[outer] {
              partners[outer][inner][cell[inner]] = -2
            }
          }
        }
      }
    }
    var nestings: [Nesting] = []
    for outer in 0..<3 where used[outer].count > 1 {
      for inner in 0..<3 where inner != outer {
        if used[inner].allSatisfy({ partners[outer][inner][$0] != -2 }) {
          nestings.append(Nesting(inner: facets[inner], outer: facets[outer]))
        }
      }
    }
    return nestings
  }
}
