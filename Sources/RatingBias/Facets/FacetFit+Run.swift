import KinerjaCore
import KinerjaTables

extension FacetFit {
  static func outcome(
    _ ratings: RatingSet, model: FacetModel, by work: ParallelBlocks
  ) throws(CancellationError) -> FacetOutcome {
    switch try FacetSolution.solve(ratings, model: model, by: work) {
    case .notEnough(let reason): .notEnough(reason)
    case .disconnected(let subsets): .disconnected(subsets)
    case .solved(let solution): .fit(try FacetFit(solution, by: work))
    }
  }

  private init(_ solution: FacetSolution, by work: ParallelBlocks) throws(CancellationError) {
    let estimation = solution.estimation
    model = solution.model
    facets = solution.prepared.facets
    measures = solution.table.measures
    thresholds = estimation.parameters.thresholds
    categories = solution.values
    ratingCount = solution.columns.count
    leftOutCount = solution.ratings.count - solution.prepared.columns.count
    logLikelihood = estimation.logLikelihood
    convergence = Convergence(
      isConverged: estimation.isConverged, steps: estimation.steps,
      largestResidual: estimation.largestResidual)
    subsetCount = solution.subsets.count
    rankDeficiency = solution.subsets.rankDeficiency
    overallFit = OverallFit(solution.statistics)
    unexpected = solution.unexpectedRatings
    var interactions: [FacetInteraction] = []
    for pair in model.interactions {
      interactions.append(try FacetInteraction(pair, solution, by: work))
    }
    self.interactions = interactions
    raterAgreement =
      model.details.contains(.raterAgreement) ? try ExpectedAgreement(solution, by: work) : nil
    raterIndices =
      model.details.contains(.raterIndices) ? try RaterIndices.all(solution, by: work) : []
  }
}

extension FacetFit.OverallFit {
  init(_ statistics: RaschStatistics) {
    let all = statistics.all
    let mean = all.standardResiduals / all.count
    meanResidual = all.residuals / all.count
    meanStandardResidual = mean
    standardResidualDeviation = (all.standardSquares / all.count - mean * mean).squareRoot()
    infit = all.infit
    outfit = all.outfit
    shareBeyondTwo = Double(statistics.unexpected.two) / all.count
    shareBeyondThree = Double(statistics.unexpected.three) / all.count
  }
}
