import KinerjaCore
package import KinerjaTables

/// The model solved for a set of ratings: what measures and all that follows from them are made of.
package struct FacetSolution: Sendable {
  package enum Outcome: Sendable {
    case solved(FacetSolution)
    case disconnected(RatingSubsets)
    case notEnough(NotEnoughData)
  }

  let model: FacetModel
  package let ratings: RatingSet
  let prepared: PreparedRatings
  /// The ratings between elements with a finite measure.
  package let columns: FacetColumns
  /// By category, its value on the scale.
  package let values: [Int]
  private let hasEvenSteps: Bool
  package let subsets: FacetSubsets
  package let estimation: RaschEstimation
  package let statistics: RaschStatistics
  let extremes: ExtremeMeasures
  let curve: CategoryCurve

  /// Solves the model for ratings as they are.
  package static func solve(
    _ ratings: RatingSet, model: FacetModel, by work: ParallelBlocks
  ) throws(CancellationError) -> Outcome {
    let levels = ratings.scale.levels.count
    guard levels <= FacetColumns.mostCategories else {
      return .notEnough(
        NotEnoughData(.fewerLevels, needed: FacetColumns.mostCategories, found: levels))
    }
    let prepared = PreparedRatings(ratings, facets: model.facets)
    if prepared.columns.count == 0, ratings.count > 0 {
      return .notEnough(NotEnoughData(.facetElements, needed: ratings.count, found: 0))
    }
    let extremes = ExtremeElements(prepared.columns)
    let (columns, values) = extremes.remaining(of: prepared.columns)
      .withoutUnusedCategories(prepared.values)
    // What is left has at least two categories, unless nothing is left.
    guard columns.count > 0 else {
      return .notEnough(NotEnoughData(.differentRatings, needed: 2, found: min(1, ratings.count)))
    }
    let subsets = FacetSubsets(columns)
    if subsets.count > 1, model.disconnected == .refused {
      return .disconnected(RatingSubsets(subsets, of: columns, in: prepared))
    }
    return .solved(
      try FacetSolution(
        ratings, prepared, extremes, columns, values: values, subsets, model: model, by: work))
  }

  private init(
    _ ratings: RatingSet, _ prepared: PreparedRatings, _ extremes: ExtremeElements,
    _ columns: FacetColumns, values: [Int], _ subsets: FacetSubsets, model: FacetModel,
    by work: ParallelBlocks
  ) throws(CancellationError) {
    var limits = RaschEstimation.Limits()
    limits.residual = model.largestResidual
    limits.change = model.largestChange
    limits.steps = model.stepLimit
    self.model = model
    self.ratings = ratings
    self.prepared = prepared
    self.columns = columns
    self.values = values
    hasEvenSteps = zip(values, values.dropFirst()).allSatisfy { $1 - $0 == 1 }
    self.subsets = subsets
    estimation = try RaschEstimation(
      columns, groups: CentredGroups(of: columns, subsets: subsets), limits: limits, by: work)
    statistics = try RaschStatistics(
      columns, values: values, at: estimation.parameters, unexpectedFrom: model.unexpectedFrom,
      by: work)
    curve = CategoryCurve(estimation.parameters)
    self.extremes = ExtremeMeasures(
      extremes, in: prepared.columns, estimation: estimation, statistics: statistics,
      adjustment: model.extremeScoreAdjustment)
  }

  var table: FacetTable {
    FacetTable(
      prepared: prepared, columns: columns, values: values, subsets: subsets,
      estimation: estimation, statistics: statistics, extremes: extremes,
      expectedValue: expectedValue(at:))
  }

  /// What all elements of a rating add together.
  @inline(__always)
  func eta(of rating: Int, ratee: Int) -> Double {
    var sum = estimation.parameters.ratees[ratee]
    for place in columns.places(of: rating) {
      sum += estimation.parameters.others[Int(columns.elements[place])]
    }
    return sum
  }

  /// The rating to expect, in points of the scale.
  func expectedValue(at eta: Double) -> Double {
    guard !hasEvenSteps else { return Double(values[0]) + curve.moments(at: eta).mean }
    return zip(curve.chances(at: eta), values).reduce(0) { $0 + $1.0 * Double($1.1) }
  }

  /// By rating, what all its elements add together.
  package var etas: [Double] {
    var result: [Double] = []
    result.reserveCapacity(columns.count)
    for ratee in 0..<columns.rateeCount {
      for rating in columns.ratings(of: ratee) { result.append(eta(of: rating, ratee: ratee)) }
    }
    return result
  }
}
