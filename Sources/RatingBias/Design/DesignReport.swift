public import KinerjaCore

/// What a set of ratings, or a plan of one, can tell before any statistic: the first thing to ask.
///
/// Levels of ratings play no part, so that a plan may be asked about with any level in every cell, and
/// mended before a cycle opens. Ratings that people gave themselves are left out.
public struct DesignReport: Sendable, Hashable {
  /// Counts.
  public let design: RatingDesign
  /// Who shares ratees with whom.
  public let overlap: RaterOverlap
  /// Which ratings can be compared, decided by rank, and which facets are nested in others.
  ///
  /// Each person counts as equally able at all times.
  public let subsets: RatingSubsets
  /// What staff who change raters over the years contribute to that.
  public let moves: StaffMoves
  /// The fewest further ratings after which all can be compared, each named; empty if all can be.
  ///
  /// Fewer never do: one rating settles at most one effect, and ``RatingSubsets/rankDeficiency`` are
  /// open. A comparison that hangs on one rating has its error; more links make it steadier.
  public let extraRatings: [ExtraRating]
  /// Whether ``extraRatings``, taken together with the ratings there are, leave nothing open.
  ///
  /// False only if somebody cannot rate anybody else, or for designs beyond ``RatingSubsets/isExact``.
  public let isMendedByExtraRatings: Bool

  /// Describes a design.
  ///
  /// - Parameters:
  ///   - ratings: Ratings, or a plan of them.
  ///   - facets: The facets beside the ratee.
  /// - Complexity: O(*n* + Σ *m*²) for *n* ratings and *m* raters of each ratee, beside elimination where
  ///   parts stay loose.
  public init(_ ratings: RatingSet, facets: [Facet] = [.rater, .item]) {
    let others = ratings.withoutSelfRatings
    design = RatingDesign(ratings)
    overlap = RaterOverlap(others)
    let prepared = PreparedRatings(others, facets: facets)
    let found = FacetSubsets(prepared.columns)
    subsets = RatingSubsets(found, of: prepared.columns, in: prepared)
    moves = StaffMoves(others, facets: facets, subsets: subsets)
    let links = DesignLinks(prepared, found)
    extraRatings = links.cells.map { cell in
      ExtraRating(
        names: Dictionary(
          uniqueKeysWithValues: zip(
            prepared.facets, cell.indices.map { prepared.names[$0][cell[$0]] }))
      )
    }
    isMendedByExtraRatings = links.isComplete
  }

  /// A rating that would help: who should rate whom on what.
  public struct ExtraRating: Sendable, Hashable {
    /// By facet, the name of the element.
    public let names: [Facet: String]
    /// Whom.
    public var ratee: String { names[.ratee] ?? "" }
    /// Who; nil if raters are no facet.
    public var rater: String? { names[.rater] }
    /// On what; nil if items are no facet.
    public var item: String? { names[.item] }

    /// The proposal in words.
    public var sentence: LocalizedText {
      LocalizedText(
        id: "\(rater ?? "Siapa pun") menilai \(ratee)\(item.map { " pada butir \($0)" } ?? "").",
        en: "\(rater ?? "Anybody") rates \(ratee)\(item.map { " on \($0)" } ?? "").")
    }
  }

  /// What the design allows to compare, and what would mend it, in words.
  public var sentences: [LocalizedText] {
    var result = [
      LocalizedText(
        id: """
          \(design.ratingCount) nilai dari \(design.raters.count) penilai untuk \
          \(design.rateeCount) pegawai; \(overlap.pairs.count) pasang penilai menilai pegawai yang \
          sama.
          """,
        en: """
          \(design.ratingCount) ratings by \(design.raters.count) raters of \(design.rateeCount) \
          persons; \(overlap.pairs.count) pairs of raters share ratees.
          """)
    ]
    result += subsets.nestings.map { nesting in
      LocalizedText(
        id: """
          Setiap unsur "\(nesting.inner.name)" hanya muncul bersama satu unsur \
          "\(nesting.outer.name)": pengaruh keduanya tidak dapat dibedakan.
          """,
        en: """
          Each \(nesting.inner.name) occurs with one \(nesting.outer.name) only: their effects cannot \
          be told apart.
          """)
    }
    guard !subsets.isConnected else {
      result.append(
        LocalizedText(
          id: "Semua nilai dapat dibandingkan.", en: "All ratings can be compared."))
      return result
    }
    result.append(
      LocalizedText(
        id: """
          Nilai terbagi dalam \(subsets.subsets.count) kelompok yang tidak dapat dibandingkan; \
          paling sedikit \(subsets.rankDeficiency) nilai tambahan menyatukannya.
          """,
        en: """
          Ratings fall into \(subsets.subsets.count) subsets that cannot be compared; at least \
          \(subsets.rankDeficiency) further ratings would join them.
          """))
    return result + extraRatings.map(\.sentence)
  }
}
