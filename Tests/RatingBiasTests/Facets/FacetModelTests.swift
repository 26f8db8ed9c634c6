import Foundation
import KinerjaCore
import KinerjaTables
import RatingBias
import Testing

@Suite("Many-facet model")
struct FacetModelTests {
  /// Joint maximum likelihood to a residual below 1e-9 by an independent dense Newton method in
  /// double precision, agreed with mfrmr 0.2.2 (`method = "JML"`) to 2e-6 logits.
  @Test func guilfordComesOutAsTheIndependentSolution() throws {
    let fit = try #require(try FacetModel().fit(Guilford.set).fit)
    #expect(fit.convergence.isConverged)
    #expect(fit.ratingCount == 105)
    #expect(abs(fit.logLikelihood - -165.684_984_021) < 1e-6)
    let raters = [
      ("Avogadro", -0.023_353_265, 0.116_596_260, 0.849_184_202, -0.627_253_775, 4.857_022_400),
      ("Brahe", 0.182_372_100, 0.117_827_783, 1.475_213_695, 1.895_621_892, 4.384_193_546),
      ("Cavendish", -0.159_018_835, 0.116_443_713, 0.672_403_552, -1.570_311_270, 5.176_134_779),
    ]
    for (name, logits, error, infit, deviate, fair) in raters {
      let measure = try #require(fit.raters[name]?.measure)
      #expect(abs(measure.logits - logits) < 1e-6)
      #expect(abs(measure.standardError - error) < 1e-6)
      #expect(abs(measure.infit - infit) < 1e-6)
      #expect(abs(try #require(measure.standardInfit) - deviate) < 1e-6)
      #expect(abs(measure.fairAverage - fair) < 1e-6)
      #expect(measure.ratingCount == 35)
    }
    let thresholds = [
      -0.690_493_774, -2.351_990_121, 0.809_322_658, -1.483_745_848, 1.718_598_025, -0.978_895_763,
      2.392_615_691, 0.584_589_131,
    ]
    #expect(fit.thresholds.count == 8)
    for (found, wanted) in zip(fit.thresholds, thresholds) { #expect(abs(found - wanted) < 1e-6) }
    let anne = try #require(fit.ratees["Anne"]?.measure)
    #expect(abs(anne.logits - -0.134_493_507) < 1e-6)
    #expect(abs(anne.outfit - 0.238_872_931) < 1e-6)
    #expect(anne.total == 70)
    let separation = try #require(fit.raters.separation)
    #expect(abs(separation.fixedChiSquare - 4.300_259_524) < 1e-5)
    #expect(abs(separation.randomChiSquare - 1.995_766_540) < 1e-5)
    #expect(abs(separation.sample.strata - 1.769_340_215) < 1e-5)
    #expect(abs(separation.population.reliability - 0.305_536_302) < 1e-5)
    #expect(abs(fit.overallFit.standardResidualDeviation - 1.011_679_305) < 1e-6)
    #expect(fit.overallFit.shareBeyondTwo == 5.0 / 105)
  }

  @Test func scoresAreReproduced() throws {
    let fit = try #require(try FacetModel().fit(Guilford.set).fit)
    #expect(fit.convergence.largestResidual < 1e-6)
    #expect(abs(fit.overallFit.meanResidual) < 1e-9)
    // Means of 0 by convention.
    #expect(abs(fit.raters.compactMap(\.measure?.logits).reduce(0, +)) < 1e-9)
    #expect(abs(fit.items.compactMap(\.measure?.logits).reduce(0, +)) < 1e-9)
    #expect(abs(fit.thresholds.reduce(0, +)) < 1e-9)
  }

  @Test func theOrderOfRatingsDoesNotMatter() throws {
    let set = try Guilford.set
    var draws = RandomDraws(seed: 7)
    let shuffled = try RatingSet(draws.shuffled(Guilford.ratings), scale: set.scale)
    #expect(try FacetModel().fit(set) == FacetModel().fit(shuffled))
  }

  @Test func threadsDoNotChangeABit() throws {
    let prepared = Self.columns(ratees: 60)
    let subsets = FacetSubsets(prepared)
    let groups = CentredGroups(of: prepared, subsets: subsets)
    let fits = try [1, 2, 3].map { threads in
      try RaschEstimation(
        prepared, groups: groups, blockSize: 40, by: ParallelBlocks(threads: threads))
    }
    #expect(prepared.blocks(of: 40).count > 3)
    for fit in fits.dropFirst() {
      #expect(fit.parameters.ratees == fits[0].parameters.ratees)
      #expect(fit.parameters.others == fits[0].parameters.others)
      #expect(fit.parameters.categories == fits[0].parameters.categories)
      #expect(fit.logLikelihood == fits[0].logLikelihood)
    }
  }

  /// Two raters and two categories: joint estimation doubles the log odds of disagreements.
  ///
  /// That is its known inconsistency with few ratings a ratee (Andersen 1980, chapter 6).
  @Test func pairsOfDichotomiesGiveTwiceTheLogOdds() throws {
    var rows: [[Int?]] = []
    rows += Array(repeating: [1, 0], count: 30)
    rows += Array(repeating: [0, 1], count: 10)
    let fit = try #require(try FacetModel().fit(Samples.table(rows, scale: 0...1)).fit)
    let severities = fit.raters.compactMap(\.measure?.logits)
    #expect(abs((severities[1] - severities[0]) - 2 * log(3.0)) < 1e-6)
  }

  @Test func extremeElementsAreSetApart() throws {
    // The third ratee has only top marks.
    let rows: [[Int?]] = [[1, 2, 3], [2, 3, 2], [3, 3, 3], [1, 1, 2], [3, 2, 3], [2, 1, 1]]
    let fit = try #require(try FacetModel().fit(Samples.table(rows, scale: 1...3)).fit)
    #expect(fit.ratingCount == 15)
    guard case .extreme(let isHighest, let logits, let error) = fit.ratees[2].placement else {
      Issue.record("the third ratee is not extreme")
      return
    }
    #expect(isHighest)
    let best = fit.ratees.compactMap(\.measure?.logits).max()
    #expect(logits > (best ?? .infinity))
    #expect(error > 0)
    var nearer = FacetModel()
    nearer.extremeScoreAdjustment = 0.5
    let third = try nearer.fit(Samples.table(rows, scale: 1...3)).fit?.ratees[2]
    guard case .extreme(_, let moved, _) = third?.placement else {
      Issue.record("the third ratee is not extreme")
      return
    }
    #expect(moved < logits)
  }

  @Test func categoriesThatNobodyUsedAreLeftOut() throws {
    let rows: [[Int?]] = [[1, 2, 5], [2, 5, 2], [5, 5, 2], [1, 1, 2], [5, 2, 5], [2, 1, 1]]
    let fit = try #require(try FacetModel().fit(Samples.table(rows, scale: 1...5)).fit)
    #expect(fit.categories == [1, 2, 5])
    #expect(fit.thresholds.count == 2)
  }

  @Test(arguments: [[[]], [[2, 2], [2, 2]], [[1]], [[1, 3], [1, 3]]] as [[[Int?]]])
  func tooLittleIsSaid(_ rows: [[Int?]]) throws {
    let outcome = try FacetModel().fit(Samples.table(rows, scale: 1...3))
    guard case .notEnough(let reason) = outcome else {
      Issue.record("measures out of nothing: \(outcome)")
      return
    }
    #expect(reason.requirement == .differentRatings)
  }

  @Test func cancellationIsHeard() async throws {
    let set = try Guilford.set
    let task = Task {
      withUnsafeCurrentTask { $0?.cancel() }
      return try FacetModel().fit(set)
    }
    await #expect(throws: CancellationError.self) { try await task.value }
  }

  /// A made-up crossed design of three raters and two items with four categories.
  static func columns(ratees: Int) -> FacetColumns {
    var draws = RandomDraws(seed: 11)
    var facets: [[Int32]] = [[], [], []]
    var scores: [UInt8] = []
    for ratee in 0..<ratees {
      let level = draws.normal()
      for rater in 0..<3 {
        for item in 0..<2 {
          facets[0].append(Int32(ratee))
          facets[1].append(Int32(rater))
          facets[2].append(Int32(item))
          let seen = level - 0.5 * Double(rater) + 0.3 * Double(item) + 0.7 * draws.normal()
          scores.append(UInt8(max(0, min(3, Int((seen + 1.5).rounded())))))
        }
      }
    }
    let all = FacetColumns(facets: facets, sizes: [ratees, 3, 2], scores: scores, categoryCount: 4)
    return ExtremeElements(all).remaining(of: all)
  }
}
