import KinerjaCore
import KinerjaTables
import Testing
import WeightedScoring

@Suite struct WeightingMethodTests {
  // Diakoulaki et al. 1995, as printed.
  @Test func `CRITIC gives the weights of its paper`() throws {
    let matrix = try PublishedTables.firms()
    #expect(
      distance(try matrix.weights(by: .critic(.diakoulaki)).shares, [0.2, 0.48, 0.32]) < 0.005)
    let spearman = try matrix.weights(by: .critic(.diakoulaki, correlation: .spearman)).shares
    #expect(
      distance(spearman, [0.21454644537401413, 0.4898562976295348, 0.29559725699645106]) < 1e-10)
  }

  // Keshavarz-Ghorabaee et al. 2021, as printed.
  @Test func `MEREC gives the weights of its paper`() throws {
    let weights = try PublishedTables.merec().weights(by: .merec)
    #expect(distance(weights.shares, [0.5752, 0.0141, 0.4016, 0.0091]) < 0.000_05)
  }

  // pymcdm 1.4.0 and scikit-criteria 0.10 on the data of the MEREC paper, to 1e-10.
  static let ofTools: [(method: WeightingMethod, expected: [Double])] = [
    (
      .entropy,
      [0.5569907882027391, 0.0016696203008757533, 0.44060208169517473, 0.0007375098012103854]
    ),
    (
      .gini, [0.5092606801982956, 0.029581262554858715, 0.4420057377888156, 0.019152319458030084]
    ),
    (
      .critic(.unreversed),
      [0.22945565783691274, 0.24100859752354994, 0.28590781931422987, 0.2436279253253075]
    ),
    (
      .critic(.diakoulaki),
      [0.22867808375546975, 0.2407143142213381, 0.2538697332291278, 0.2767378687940644]
    ),
    (
      .standardDeviation,
      [0.23656152134504496, 0.7266456707852893, 0.02811976475199317, 0.008673043117672568]
    ),
    (
      .variance,
      [0.2485880975254475, 0.2748342285498439, 0.24761888892242329, 0.22895878500228514]
    ),
    (
      .cilos,
      [0.09952473744434483, 0.36390327075804124, 0.05182797648045135, 0.48474401531716255]
    ),
    (
      .idocriw,
      [0.6996199901125155, 0.0076680834843645615, 0.2881999854338059, 0.004511940969314006]
    ),
    (.equal, [0.25, 0.25, 0.25, 0.25]),
  ]

  @Test(arguments: ofTools)
  func `weights are those of other tools`(method: WeightingMethod, expected: [Double]) throws {
    let weights = try PublishedTables.merec().weights(by: method)
    #expect(distance(weights.shares, expected) < 1e-10)
    #expect(weights.manifest == method.manifest)
  }

  // The definition, with the entropy itself.
  @Test func `entropy weights of large numbers that hardly differ lose no digits`() throws {
    let matrix = try DecisionMatrix(
      [.benefit("a"), .benefit("b")], columns: [[1e6, 1e6 + 1], [1e6, 1e6 + 2]])
    // Near equal shares the divergence is the squared relative difference over 8, so 1 to 4.
    let shares = try matrix.weights(by: .entropy).shares
    #expect(distance(shares, [0.2, 0.8]) < 1e-3)
  }

  @Test(arguments: RandomMatrices.weightings, [1, 2, 3])
  func `weights are shares, and the order of rows and columns changes nothing`(
    method: WeightingMethod, seed: Int
  ) throws {
    let matrix = try RandomMatrices.make(seed)
    let weights = try matrix.weights(by: method)
    #expect(abs(weights.shares.reduce(0, +) - 1) < 1e-14)
    #expect(weights.shares.allSatisfy { $0 >= 0 && $0 <= 1 })
    let turned = try DecisionMatrix(
      matrix.criteria.reversed(), columns: matrix.columns.reversed().map { $0.reversed() })
    #expect(
      distance(try turned.weights(by: method).shares.reversed(), weights.shares) < 1e-12)
  }

  @Test(arguments: RandomMatrices.weightings.filter { $0 != .standardDeviation })
  func `another unit of measurement changes nothing`(method: WeightingMethod) throws {
    let matrix = try RandomMatrices.make(9)
    let scaled = try DecisionMatrix(
      matrix.criteria,
      columns: zip(matrix.columns, [1000, 0.01, 7, 3]).map { column, unit in
        column.map { $0 * unit }
      })
    #expect(
      distance(try matrix.weights(by: method).shares, try scaled.weights(by: method).shares) < 1e-12
    )
  }

  @Test func `a criterion that tells nobody apart weighs nothing`() throws {
    let matrix = try DecisionMatrix(
      [.benefit("a"), .benefit("same")], columns: [[1, 2, 3], [5, 5, 5]])
    for method in [WeightingMethod.entropy, .gini, .standardDeviation] {
      #expect(try matrix.weights(by: method).shares == [1, 0])
    }
    #expect(
      problems { _ = try matrix.weights(by: .critic(.diakoulaki)) } == [
        "matrix.same ranking.equal-column"
      ])
    #expect(
      problems { _ = try matrix.weights(by: .cilos) } == ["matrix ranking.undetermined-losses"])
    let flat = try DecisionMatrix([.benefit("a")], columns: [[2, 2]])
    #expect(
      problems { _ = try flat.weights(by: .entropy) } == ["matrix ranking.no-difference"])
  }

  @Test(arguments: [WeightingMethod.entropy, .merec, .cilos, .idocriw])
  func `zeros and negative values are refused, all of them`(method: WeightingMethod) throws {
    let matrix = try DecisionMatrix(
      [.benefit("a"), .cost("b")], rows: [[0, 1], [1, -2], [2, 0], [3, 3]])
    #expect(
      problems { _ = try matrix.weights(by: method) } == [
        "matrix[0].a ranking.zero-value", "matrix[1].b ranking.negative-value",
        "matrix[2].b ranking.zero-value",
      ])
  }

  @Test func `the bits are the same at any number of threads`() throws {
    let matrix = try RandomMatrices.make(41, rows: 40_000, width: 3)
    for method in [WeightingMethod.entropy, .critic(.diakoulaki), .merec] {
      #expect(
        try matrix.weights(by: method, parallel: ParallelBlocks(threads: 1))
          == matrix.weights(by: method, parallel: ParallelBlocks(threads: 4)))
    }
  }

  // By hand: v = 0, ½, 1 twice over; both columns move together, so each has its weight.
  @Test func `effective weights are shares of variance`() throws {
    let together = try DecisionMatrix(
      [.benefit("a"), .benefit("b")], rows: [[1, 10], [2, 20], [3, 30]])
    let weights = try CriterionWeights(["a": 3, "b": 1])
    let found = try together.effectiveWeights(of: weights)
    #expect(distance(found.map(\.effective), [0.75, 0.25]) < 1e-12)
    // Scaled, a is 0, ½, 1 and b is 1, 0, ½: the sum has the variance of (.2, .4, .9) for 4:1.
    let apart = try DecisionMatrix(
      [.benefit("a"), .benefit("b")], rows: [[1, 3], [2, 1], [3, 2]])
    let shares = try apart.effectiveWeights(of: CriterionWeights(["a": 4, "b": 1]))
    #expect(distance(shares.map(\.effective), [14.0 / 13, -1.0 / 13]) < 1e-12)
    #expect(shares.map(\.nominal) == [0.8, 0.2])
  }
}
