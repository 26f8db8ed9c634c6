public import KinerjaTables

/// The many-facet Rasch model (rating scale form): how able each ratee, how severe each rater, how
/// hard each item.
///
/// The log odds of category *k* against *k* − 1 are *B* − *D*(rater) − *D*(item) − *F*ₖ, with a term for
/// each further facet. Measures are in logits; raters, items and further facets have the mean 0 and
/// thresholds too, ratees are free; a higher measure of a rater is more severe (Linacre 1989). The estimator is joint maximum likelihood without correction
/// for bias, as in the field's standard program, carried on until residuals vanish.
///
/// ```swift
/// switch try FacetModel().fit(ratings) {
/// case .fit(let fit):
///   for rater in fit.raters { print(rater.id, rater.measure?.logits as Any) }
/// case .disconnected(let design): print("\(design.subsets.count) subsets")
/// case .notEnough(let reason): print(reason)
/// }
/// ```
public struct FacetModel: Sendable, Hashable {
  /// The facets beside the ratee; to name one twice, or the ratee, changes nothing.
  public var facets: [Facet] = [.rater, .item]
  /// The largest score residual of an element or category at which the fit counts as converged.
  public var largestResidual = 1e-6
  /// The largest change of a measure in the last step at which the fit counts as converged, in logits.
  public var largestChange = 1e-6
  /// The most steps of Newton's method.
  public var stepLimit = 100
  /// What an extreme score is moved by, towards the middle, to give it a finite measure, in score
  /// points.
  public var extremeScoreAdjustment = 0.3
  /// What to do with a design that falls into subsets between which nothing can be compared.
  public var disconnected = Disconnected.refused
  /// How far from 0 the standardised residual of a rating lies that ``FacetFit/unexpected`` lists.
  public var unexpectedFrom = 3.0
  /// Pairs of facets, of the model or not, whose combinations are looked at for bias.
  public var interactions: [FacetPair] = []
  /// What else is told.
  public var details: Details = []

  /// What a fit tells beside measures.
  public struct Details: OptionSet, Sendable, Hashable {
    public let rawValue: Int

    public init(rawValue: Int) { self.rawValue = rawValue }

    /// ``FacetFit/raterAgreement``.
    public static let raterAgreement = Details(rawValue: 1)
    /// ``FacetFit/raterIndices``.
    public static let raterIndices = Details(rawValue: 2)
  }

  /// What to do with a design that falls into subsets between which nothing can be compared.
  public enum Disconnected: Sendable, Hashable {
    /// There are no measures, and the outcome names the subsets.
    case refused
    /// The raters of each subset are assumed to have the mean 0, and so are its items if subsets share
    /// none. Measures of two subsets then compare as far as that assumption is true.
    case anchored
  }

  /// Creates a model with the settings of the field.
  public init() {}

  /// Fits the model.
  ///
  /// Ratings that people gave themselves are left out.
  ///
  /// - Parameters:
  ///   - ratings: Ratings of at least two categories; at most 32 levels.
  ///   - work: How the work is spread, watched and stopped.
  /// - Returns: The measures, or why there are none.
  /// - Throws: `CancellationError` if the task that calls is cancelled.
  /// - Complexity: O(*n*) in the number of ratings for each of some hundred passes.
  public func fit(
    _ ratings: RatingSet, by work: ParallelBlocks = ParallelBlocks()
  ) throws(CancellationError) -> FacetOutcome {
    try FacetFit.outcome(ratings.withoutSelfRatings, model: self, by: work)
  }
}
