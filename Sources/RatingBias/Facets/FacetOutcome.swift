/// What a fit of the many-facet model says: measures, or why there are none.
public enum FacetOutcome: Sendable, Hashable {
  /// Measures.
  case fit(FacetFit)
  /// The design falls into subsets between which nothing can be compared.
  case disconnected(RatingSubsets)
  /// There are too few ratings, or they do not differ.
  case notEnough(NotEnoughData)

  /// The fit, if there is one.
  public var fit: FacetFit? {
    if case .fit(let fit) = self { fit } else { nil }
  }
}
