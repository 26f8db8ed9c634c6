public import KinerjaCore
public import KinerjaTables

/// How far raters agree on whether a rating is one level or any other.
public struct LevelAgreement: Sendable, Hashable {
  /// The level.
  public let level: ScaleLevel
  /// The agreement, or why there is none.
  public let answer: Answer<Agreement>
}

/// How far two raters agree.
public struct PairAgreement: Sendable, Hashable {
  /// One of them, the earlier by identifier.
  public let one: PersonID
  /// The other.
  public let other: PersonID
  /// The agreement, or why there is none.
  public let answer: Answer<Agreement>
}

extension RatingSet {
  /// Measures how far raters agree on each level of the scale, against all others as one.
  ///
  /// Without weights, since two levels are left. Parameters, errors and answers are those of
  /// ``agreement(_:on:interval:by:)``; a level that nobody or everybody gave has no agreement.
  ///
  /// - Returns: The levels in the order of the scale.
  /// - Complexity: As agreement, for each level.
  public func agreementByLevel(
    _ kind: AgreementCoefficient = .fleissKappa(), on item: ItemID? = nil,
    interval settings: IntervalSettings = .analytic, by work: ParallelBlocks = ParallelBlocks()
  ) throws -> [LevelAgreement] {
    try settings.validate()
    let others = comparable
    return try scale.levels.enumerated().map { number, level in
      var run = AgreementRun(others, kind.withoutWeights, on: item, settings, work)
      run.dichotomise(at: Int16(number))
      return LevelAgreement(level: level, answer: try run.answer())
    }
  }

  /// Measures how far each two raters agree who rated a ratee on the same item.
  ///
  /// The mean of Cohen's kappa over all pairs is Light's (1971). Parameters, errors and answers are those
  /// of ``agreement(_:on:interval:by:)``.
  ///
  /// - Returns: The pairs in the order of identifiers.
  /// - Complexity: The ratings of each unit squared, and the levels squared for each pair.
  public func agreementByPair(
    _ coefficient: AgreementCoefficient = .cohenKappa(), on item: ItemID? = nil,
    interval settings: IntervalSettings = .analytic, by work: ParallelBlocks = ParallelBlocks()
  ) throws -> [PairAgreement] {
    var problems = Diagnostics()
    coefficient.check(on: scale, &problems)
    settings.check(&problems)
    try problems.throwIfAny()
    let others = comparable
    let raters = others.raters
    return try others.cellsByPair.map { pair in
      let run = AgreementRun(
        others, cells: pair.cells, raterCount: 2, coefficient, on: item, settings, work)
      return PairAgreement(
        one: raters[Int(pair.one)], other: raters[Int(pair.other)], answer: try run.answer())
    }
  }

  /// The ratings that two raters have in common, by raters 0 and 1.
  private var cellsByPair: [(one: Int32, other: Int32, cells: RatingCells)] {
    let cells = cells
    var places: [SIMD2<Int32>: Int] = [:]
    var pairs: [(one: Int32, other: Int32, cells: RatingCells)] = []
    for unit in 0..<cells.unitCount {
      let range = cells.ratings(of: unit)
      let (ratee, item, time) = (cells.ratee[unit], cells.item[unit], cells.time(of: unit))
      for one in range {
        for other in range where other > one {
          let key = SIMD2(cells.rater[one], cells.rater[other])
          let place = places[key] ?? pairs.count
          if place == pairs.count {
            places[key] = place
            pairs.append((key.x, key.y, RatingCells()))
          }
          for (number, rating) in [(Int32(0), one), (1, other)] {
            _ = pairs[place].cells.append(
              ratee: ratee, item: item, time: time, rater: number, level: cells.level[rating])
          }
        }
      }
    }
    for place in pairs.indices { pairs[place].cells.finish() }
    return pairs.sorted { ($0.one, $0.other) < ($1.one, $1.other) }
  }
}
