public import KinerjaCore

/// Which ratings can be compared with which, if ratees, raters, items and what other facets there are
/// each have an effect of their own.
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
    /// Who rated, in the order of identifiers; none if raters are no facet.
    public let raters: [PersonID]
    /// On what, in the order of identifiers; none if items are no facet.
    public let items: [ItemID]
    /// How many ratings it has.
    public let ratingCount: Int
    /// By facet, the names of its elements.
    private let members: [Facet: [String]]

    /// The identifiers of the elements of a facet, in their order; none if it is no facet.
    public subscript(facet: Facet) -> [String] { members[facet] ?? [] }

    init(_ members: [Facet: [String]], ratingCount: Int) {
      // Names are identifiers' own texts.
      ratees = (members[.ratee] ?? []).compactMap { try? PersonID($0) }
      raters = (members[.rater] ?? []).compactMap { try? PersonID($0) }
      items = (members[.item] ?? []).compactMap { try? ItemID($0) }
      self.members = members
      self.ratingCount = ratingCount
    }
  }

  /// A facet each of whose elements occurs with one element only of another, such as staff who each
  /// have one rater; their effects cannot be told apart.
  public struct Nesting: Sendable, Hashable {
    /// The facet whose elements each have one partner.
    public let inner: Facet
    /// The facet of the partners.
    public let outer: Facet
  }

  /// The facets, the ratee first.
  public let facets: [Facet]
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
  /// - Parameters:
  ///   - ratings: The ratings.
  ///   - facets: The facets beside the ratee. A rating that names no element of one is left out.
  /// - Complexity: O(*n*) in the number of ratings, beside elimination where parts stay loose.
  public init(_ ratings: RatingSet, facets: [Facet] = [.rater, .item]) {
    let prepared = PreparedRatings(ratings.withoutSelfRatings, facets: facets)
    self.init(FacetSubsets(prepared.columns), of: prepared.columns, in: prepared)
  }

  init(_ found: FacetSubsets, of columns: FacetColumns, in prepared: PreparedRatings) {
    let facets = prepared.facets
    var members = [[Set<Int>]](
      repeating: [Set<Int>](repeating: [], count: facets.count), count: found.count)
    var counts = [Int](repeating: 0, count: found.count)
    for ratee in 0..<columns.rateeCount {
      for rating in columns.ratings(of: ratee) {
        let subset = Int(found.subset[rating])
        counts[subset] += 1
        members[subset][0].insert(ratee)
        for (facet, place) in columns.places(of: rating).enumerated() {
          members[subset][facet + 1].insert(
            Int(columns.elements[place]) - columns.offsets[facet])
        }
      }
    }
    let order = counts.indices.sorted { (-counts[$0], $0) < (-counts[$1], $1) }
    subsets = order.map { subset in
      var names: [Facet: [String]] = [:]
      for (facet, elements) in members[subset].enumerated() {
        names[facets[facet]] = elements.sorted().map { prepared.names[facet][$0] }
      }
      return Subset(names, ratingCount: counts[subset])
    }
    self.facets = facets
    rankDeficiency = found.rankDeficiency
    isExact = found.isExact
    nestings = Self.nestings(of: facets, in: columns)
  }

  private static func nestings(of facets: [Facet], in columns: FacetColumns) -> [Nesting] {
    let sizes = facets.indices.map { $0 == 0 ? columns.rateeCount : columns.otherElementCount }
    var used = [Set<Int>](repeating: [], count: facets.count)
    // By pair of facets, each inner element's only partner; -2 if it has two.
    var partners = facets.map { _ in facets.indices.map { [Int](repeating: -1, count: sizes[$0]) } }
    for ratee in 0..<columns.rateeCount {
      for rating in columns.ratings(of: ratee) {
        let cell = [ratee] + columns.places(of: rating).map { Int(columns.elements[$0]) }
        for outer in facets.indices {
          used[outer].insert(cell[outer])
          for inner in facets.indices where inner != outer {
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
    for outer in facets.indices where used[outer].count > 1 {
      for inner in facets.indices where inner != outer {
        if used[inner].allSatisfy({ partners[outer][inner][$0] != -2 }) {
          nestings.append(Nesting(inner: facets[inner], outer: facets[outer]))
        }
      }
    }
    return nestings
  }
}
