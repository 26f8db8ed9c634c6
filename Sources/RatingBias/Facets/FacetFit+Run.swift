import KinerjaCore
import KinerjaTables

extension FacetFit {
  static func outcome(
    _ ratings: RatingSet, model: FacetModel, by work: ParallelBlocks
  ) throws(CancellationError) -> FacetOutcome {
    let levels = ratings.scale.levels.count
    guard levels <= FacetColumns.mostCategories else {
      return .notEnough(
        NotEnoughData(.fewerLevels, needed: FacetColumns.mostCategories, found: levels))
    }
    let prepared = PreparedRatings(ratings)
    let extremes = ExtremeElements(prepared.columns)
    let (columns, values) = extremes.remaining(of: prepared.columns)
      .withoutUnusedCategories(prepared.values)
    // What is left has at least two categories, unless nothing is left.
    guard columns.count > 0 else {
      return .notEnough(NotEnoughData(.differentRatings, needed: 2, found: min(1, ratings.count)))
    }
    let subsets = FacetSubsets(columns)
    if subsets.count > 1, model.disconnected == .refused {
      return .disconnected(RatingSubsets(subsets, of: columns, in: ratings))
    }
    return .fit(
      try FacetFit(
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
    let estimation = try RaschEstimation(
      columns, groups: CentredGroups(of: columns, subsets: subsets), limits: limits, by: work)
    let statistics = try RaschStatistics(
      columns, values: values, at: estimation.parameters, by: work)
    let table = FacetTable(
      prepared: prepared, columns: columns, values: values, subsets: subsets,
      estimation: estimation, statistics: statistics,
      extremes: ExtremeMeasures(
        extremes, in: prepared.columns, estimation: estimation, statistics: statistics,
        adjustment: model.extremeScoreAdjustment))
    self.model = model
    ratees = table.ratees(named: ratings.ratees.map(\.text))
    raters = table.others(0, named: ratings.raters.map(\.text))
    items = table.others(1, named: ratings.items.map(\.text))
    thresholds = estimation.parameters.thresholds
    categories = values
    ratingCount = columns.count
    logLikelihood = estimation.logLikelihood
    convergence = Convergence(
      isConverged: estimation.isConverged, steps: estimation.steps,
      largestResidual: estimation.largestResidual)
    subsetCount = subsets.count
    rankDeficiency = subsets.rankDeficiency
    overallFit = OverallFit(statistics)
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

/// Ratings as columns of the kernels.
struct PreparedRatings {
  let columns: FacetColumns
  /// By category, its value on the scale.
  let values: [Int]

  init(_ ratings: RatingSet) {
    let cells = ratings.cells
    var ratees: [Int32] = []
    var items: [Int32] = []
    ratees.reserveCapacity(ratings.count)
    items.reserveCapacity(ratings.count)
    for unit in 0..<cells.unitCount {
      for _ in cells.ratings(of: unit) {
        ratees.append(cells.ratee[unit])
        items.append(cells.item[unit])
      }
    }
    let all = FacetColumns(
      facets: [ratees, cells.rater, items],
      sizes: [ratings.rateeCount, ratings.raterCount, ratings.itemCount],
      scores: cells.level.map { UInt8(truncatingIfNeeded: $0) },
      categoryCount: ratings.scale.levels.count)
    (columns, values) = all.withoutUnusedCategories(ratings.scale.levels.map(\.value))
  }
}

extension FacetColumns {
  /// The ratings with categories that nobody used left out, and the values of those that are left.
  func withoutUnusedCategories(_ values: [Int]) -> (FacetColumns, [Int]) {
    var isUsed = [Bool](repeating: false, count: categoryCount)
    for score in scores { isUsed[Int(score)] = true }
    guard isUsed.contains(false) else { return (self, values) }
    var numbers = [UInt8](repeating: 0, count: categoryCount)
    var kept: [Int] = []
    for category in 0..<categoryCount where isUsed[category] {
      numbers[category] = UInt8(kept.count)
      kept.append(values[category])
    }
    return (rescored(numbers, categoryCount: kept.count), kept)
  }
}
