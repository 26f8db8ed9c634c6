/// What the many-facet model found.
public struct FacetFit: Sendable, Hashable {
  /// How the estimation ended.
  public struct Convergence: Sendable, Hashable {
    /// Whether residuals and changes became as small as asked; else no measure may be relied on.
    public let isConverged: Bool
    /// How many steps of Newton's method it took.
    public let steps: Int
    /// The largest score residual of an element or a category at the end.
    public let largestResidual: Double
  }

  /// The settings.
  public let model: FacetModel
  /// The facets of the model, the ratee first.
  public let facets: [Facet]
  /// The measures of each of ``facets``.
  public let measures: [FacetMeasures]
  /// The thresholds between neighbouring categories that occur, in logits, lowest first.
  public let thresholds: [Double]
  /// The values of the scale's levels that occur, ascending.
  public let categories: [Int]
  /// Ratings that entered: those between elements with a finite measure.
  public let ratingCount: Int
  /// Ratings left out because they name no element of one of the facets.
  public let leftOutCount: Int
  /// The log-likelihood of those.
  public let logLikelihood: Double
  /// How the estimation ended.
  public let convergence: Convergence
  /// Subsets of ratings between which measures cannot be compared; 1 if all can.
  ///
  /// In each subset the mean of its raters is taken to be 0, which is an assumption and no finding.
  public let subsetCount: Int
  /// How many parameters the design leaves without an equation.
  public let rankDeficiency: Int
  /// How the ratings as a whole fit.
  public let overallFit: OverallFit
  /// Ratings that the model hardly expects, by ratee: those whose standardised residual is at least
  /// ``FacetModel/unexpectedFrom`` from 0.
  public let unexpected: [UnexpectedRating]
  /// What ``FacetModel/interactions`` asked for, in that order.
  public let interactions: [FacetInteraction]
  /// How often raters agree beside how often the model expects it, if ``FacetModel/details`` ask;
  /// nil also without a rater facet.
  public let raterAgreement: ExpectedAgreement?
  /// How each rater used the scale, in the order of identifiers, if ``FacetModel/details`` ask.
  public let raterIndices: [RaterIndices]

  /// The measures of a facet; nil if the model is without it.
  public subscript(facet: Facet) -> FacetMeasures? {
    facets.firstIndex(of: facet).map { measures[$0] }
  }

  /// The ratees, in the order of identifiers.
  public var ratees: FacetMeasures { measures[0] }
  /// The raters, in the order of identifiers; none if the model is without them.
  public var raters: FacetMeasures { self[.rater] ?? FacetMeasures([]) }
  /// The items, in the order of identifiers; none if the model is without them.
  public var items: FacetMeasures { self[.item] ?? FacetMeasures([]) }

  /// How all ratings together fit the model.
  public struct OverallFit: Sendable, Hashable {
    /// The mean of observed minus expected ratings, 0 up to rounding.
    public let meanResidual: Double
    /// The mean of standardised residuals.
    public let meanStandardResidual: Double
    /// The standard deviation of standardised residuals.
    public let standardResidualDeviation: Double
    /// Σ*r*² ∕ Σ*V* over all ratings.
    public let infit: Double
    /// The mean of *r*² ∕ *V* over all ratings.
    public let outfit: Double
    /// The share of ratings whose standardised residual is at least 2 from 0, from 0 to 1.
    public let shareBeyondTwo: Double
    /// The share of ratings whose standardised residual is at least 3 from 0, from 0 to 1.
    public let shareBeyondThree: Double
  }
}
