import KinerjaCore
import KinerjaTables
import Testing
import WeightedScoring

@Suite struct RankingTests {
  struct Case: Sendable {
    let method: RankingMethod
    let aircraft: [Double]
    let stocks: [Double]
  }

  // pymcdm 1.4.0, TOPSIS also scikit-criteria 0.10; to 1e-10.
  static let cases: [Case] = [
    Case(
      method: .weightedSum(),
      aircraft: [0.5738095238095238, 0.30000000000000004, 0.5916666666666667, 0.38095238095238104],
      stocks: [
        0.44285714285714284, 0.3333333333333333, 0.5904761904761905, 0.09523809523809523,
        0.5142857142857142, 0.8476190476190476,
      ]),
    Case(
      method: .weightedSum(normalizing: .sum),
      aircraft: [
        0.2689615909557132, 0.22335001159399281, 0.27402575450709127, 0.23366264294320277,
      ],
      stocks: [
        0.18165549620657978, 0.15003572279114075, 0.18165889837716465, 0.12031776273262342,
        0.1527846766236859, 0.21354744326880548,
      ]),
    Case(
      method: .weightedSum(normalizing: .maximum),
      aircraft: [0.8354689754689755, 0.7073260073260074, 0.8514074074074074, 0.7374285714285714],
      stocks: [
        0.7489795918367346, 0.6326530612244898, 0.7653061224489797, 0.5113378684807256,
        0.6646258503401361, 0.8993197278911564,
      ]),
    Case(
      method: .weightedProduct(),
      aircraft: [0.8223017078899555, 0.671673367062804, 0.8427325752656099, 0.7224126977284211],
      stocks: [
        0.7326860290370921, 0.611268466304654, 0.7625314437846461, 0.5042625971569464,
        0.5206272424243046, 0.8899607641861158,
      ]),
    Case(
      method: .waspas(),
      aircraft: [0.8288853416794655, 0.6894996871944057, 0.8470699913365086, 0.7299206345784963],
      stocks: [
        0.7408328104369133, 0.6219607637645719, 0.7639187831168128, 0.507800232818836,
        0.5926265463822203, 0.8946402460386361,
      ]),
    Case(
      method: .topsis(),
      aircraft: [0.6432770005532701, 0.26838356771941185, 0.6135422900072309, 0.31229106558175435],
      stocks: [
        0.5597289583436349, 0.37608208783873265, 0.5766691659326783, 0.20769329117980292,
        0.4386420670155632, 0.7898850975409063,
      ]),
    Case(
      method: .topsis(normalizing: .minMax()),
      aircraft: [0.6127481841818694, 0.3660254037844387, 0.530641941323763, 0.35168953377730144],
      stocks: [
        0.4167855396223674, 0.29128150652831053, 0.5446876017369818, 0.13333333333333333,
        0.5738934587919704, 0.8456289075520769,
      ]),
    Case(
      method: .vikor(),
      aircraft: [0.03061224489795927, 1.0, 0.18181818181818182, 0.8612244897959185],
      stocks: [
        0.6189873417721519, 0.8417721518987342, 0.3708860759493671, 1.0, 0.42151898734177223, 0.0,
      ]),
    Case(
      method: .promethee(),
      aircraft: [
        0.09999999999999992, -0.29999999999999993, 0.3333333333333333, -0.13333333333333341,
      ],
      stocks: [
        0.08571428571428569, -0.2571428571428571, 0.2571428571428571, -0.7714285714285715,
        0.057142857142857106, 0.6285714285714284,
      ]),
  ]

  @Test(arguments: cases)
  func `scores are those of other tools`(example: Case) throws {
    let (aircraft, aircraftWeights) = try PublishedTables.aircraft()
    let (stocks, stockWeights) = try PublishedTables.stocks()
    let flown = try aircraft.ranking(by: example.method, weights: aircraftWeights)
    let held = try stocks.ranking(by: example.method, weights: stockWeights)
    #expect(distance(flown.scores, example.aircraft) < 1e-10)
    #expect(distance(held.scores, example.stocks) < 1e-10)
  }

  // Hwang and Yoon 1981; the book cuts the third figure, 0.6135, to 0.613.
  @Test func `the fighter aircraft have the published closeness and order`() throws {
    let (matrix, weights) = try PublishedTables.aircraft()
    let ranking = try matrix.ranking(by: .topsis(normalizing: .vector), weights: weights)
    #expect(distance(ranking.scores, [0.643, 0.268, 0.613, 0.312]) < 0.001)
    #expect(ranking.ranks() == [1, 4, 2, 3])
    #expect(ranking.order == [0, 2, 3, 1] && ranking.best == 0)
    #expect(try matrix.ranking(by: .weightedSum(), weights: weights).best == 2)
  }

  @Test func `VIKOR gives S and R beside Q, and less is better`() throws {
    let (matrix, weights) = try PublishedTables.aircraft()
    let ranking = try matrix.ranking(by: .vikor(), weights: weights)
    guard case .regrets(let sum, let largest) = ranking.details else {
      Issue.record("no regrets")
      return
    }
    #expect(
      distance(sum, [0.42619047619047623, 0.7, 0.4083333333333333, 0.6190476190476191]) < 1e-10)
    #expect(distance(largest, [0.14285714285714288, 0.3, 0.2, 0.3]) < 1e-10)
    #expect(ranking.isSmallerBetter && ranking.ranks() == [1, 4, 2, 3])
  }

  @Test func `a result names its method, normalization, handling of costs and settings`() throws {
    let (matrix, weights) = try PublishedTables.aircraft()
    let ranking = try matrix.ranking(by: .waspas(lambda: 0.25), weights: weights)
    #expect(
      ranking.manifest.description
        == "waspas; normalization maximum, costs best-divided-by-value; lambda 0.25 "
        + "(Zavadskas et al. 2012)")
    let json = RankingMethod.topsis().manifest.json
    guard case .object(let members) = json else {
      Issue.record("no object")
      return
    }
    #expect(members["costs"] == "normalized-then-complemented")
  }

  @Test func `ties are ranked as declared`() throws {
    let matrix = try DecisionMatrix([.benefit("a")], columns: [[3, 2, 2, 1]])
    let ranking = try matrix.ranking(by: .weightedSum(), weights: .equal(["a"]))
    #expect(ranking.ranks(ties: .average) == [1, 2.5, 2.5, 4])
    #expect(ranking.ranks(ties: .minimum) == [1, 2, 2, 4])
    #expect(ranking.ranks(ties: .maximum) == [1, 3, 3, 4])
    #expect(ranking.ranks(ties: .dense) == [1, 2, 2, 3])
  }

  @Test func `weights that do not fit are all named`() throws {
    let (matrix, _) = try PublishedTables.stocks()
    let weights = try CriterionWeights(["return": 1, "colour": 1])
    #expect(
      problems { _ = try matrix.ranking(by: .topsis(), weights: weights) } == [
        "matrix.capital ranking.criterion-without-weight",
        "matrix.risk ranking.criterion-without-weight",
        "matrix.colour ranking.weight-without-criterion",
      ])
  }

  struct Refusal: Sendable {
    let method: RankingMethod
    let problems: [String]
  }

  static let refusals: [Refusal] = [
    Refusal(
      method: .weightedSum(normalizing: .maximum),
      problems: [
        "matrix[1].a ranking.negative-value", "matrix[2].b ranking.zero-value",
      ]),
    Refusal(
      method: .weightedProduct(normalizing: .sum),
      problems: [
        "matrix[1].a ranking.negative-value", "matrix[2].b ranking.zero-value",
      ]),
    Refusal(method: .weightedSum(), problems: ["matrix.c ranking.equal-column"]),
    Refusal(method: .vikor(), problems: ["matrix.c ranking.equal-column"]),
    Refusal(method: .topsis(normalizing: .zScore()), problems: ["matrix.c ranking.equal-column"]),
    Refusal(
      method: .waspas(lambda: 1.5, normalizing: .minMax(lower: 1, upper: 0)),
      problems: ["matrix ranking.unfit-setting", "matrix ranking.unfit-setting"]),
    Refusal(
      method: .promethee(.linear(indifference: 2, preference: 1)),
      problems: ["matrix ranking.unfit-setting"]),
    Refusal(
      method: .promethee(.vShape(preference: .nan)), problems: ["matrix ranking.unfit-setting"]),
    Refusal(
      method: .vikor(v: .nan),
      problems: ["matrix ranking.unfit-setting", "matrix.c ranking.equal-column"]),
  ]

  @Test(arguments: refusals)
  func `what a method cannot take is refused by row and criterion`(refusal: Refusal) throws {
    let matrix = try DecisionMatrix(
      [.benefit("a"), .cost("b"), .benefit("c")], columns: [[1, -2, 3], [1, 2, 0], [5, 5, 5]])
    let weights = try CriterionWeights.equal(["a", "b", "c"])
    #expect(
      problems { _ = try matrix.ranking(by: refusal.method, weights: weights) } == refusal.problems)
  }

  @Test func `a product refuses what a normalization makes zero`() throws {
    let matrix = try DecisionMatrix([.benefit("a")], columns: [[1, 2, 3]])
    #expect(
      problems {
        _ = try matrix.ranking(by: .weightedProduct(normalizing: .minMax()), weights: .equal(["a"]))
      } == ["matrix[0].a ranking.product-of-zero"])
  }

  @Test func `alternatives that are all equal are refused where a method would divide by zero`()
    throws
  {
    let matrix = try DecisionMatrix([.benefit("a")], columns: [[2, 2]])
    let weights = try CriterionWeights.equal(["a"])
    #expect(
      problems { _ = try matrix.ranking(by: .topsis(), weights: weights) } == [
        "matrix ranking.no-difference"
      ])
    #expect(try matrix.ranking(by: .promethee(), weights: weights).scores == [0, 0])
    #expect(try matrix.ranking(by: .copeland, weights: weights).ranks() == [1.5, 1.5])
    let opposed = try DecisionMatrix([.benefit("a"), .benefit("b")], rows: [[1, 2], [2, 1]])
    #expect(
      problems { _ = try opposed.ranking(by: .vikor(), weights: .equal(["a", "b"])) } == [
        "matrix ranking.equal-regrets", "matrix ranking.equal-regrets",
      ])
  }

  // Laws: units and order do not matter, a dominating alternative is not ranked lower.
  @Test(arguments: RandomMatrices.methods, [1, 2, 3, 4, 5])
  func `the order of alternatives and of criteria changes nothing`(
    method: RankingMethod, seed: Int
  ) throws {
    let matrix = try RandomMatrices.make(seed)
    let weights = try RandomMatrices.weights(seed)
    let scores = try matrix.ranking(by: method, weights: weights).scores
    let turned = try DecisionMatrix(
      matrix.criteria.reversed(), columns: matrix.columns.reversed().map { $0.reversed() })
    let again = try turned.ranking(by: method, weights: weights).scores
    #expect(distance(scores, again.reversed()) < 1e-12)
  }

  @Test(arguments: RandomMatrices.methods, [11, 12, 13])
  func `an alternative that is better on every criterion is not ranked lower`(
    method: RankingMethod, seed: Int
  ) throws {
    var columns = RandomMatrices.columns(seed, rows: 10, width: 4)
    for column in 0..<4 { columns[column][9] = columns[column][0] + (column == 3 ? -0.05 : 0.05) }
    let matrix = try DecisionMatrix(RandomMatrices.criteria(4), columns: columns)
    let ranks = try matrix.ranking(by: method, weights: RandomMatrices.weights(seed)).ranks()
    #expect(ranks[9] <= ranks[0])
  }

  @Test(arguments: [
    RankingMethod.weightedSum(), .weightedSum(normalizing: .sum), .weightedProduct(), .waspas(),
    .topsis(), .topsis(normalizing: .minMax()), .vikor(), .promethee(), .copeland,
  ])
  func `another unit of measurement changes nothing`(method: RankingMethod) throws {
    let (matrix, weights) = (try RandomMatrices.make(21), try RandomMatrices.weights(21))
    let scaled = try DecisionMatrix(
      matrix.criteria,
      columns: zip(matrix.columns, [1000, 0.01, 7, 3]).map { column, unit in
        column.map { $0 * unit }
      })
    let scores = try matrix.ranking(by: method, weights: weights).scores
    #expect(
      distance(scores, try scaled.ranking(by: method, weights: weights).scores) < 1e-12)
  }

  @Test(arguments: [RankingMethod.weightedSum(), .topsis(), .vikor()])
  func `scores lie from 0 to 1`(method: RankingMethod) throws {
    for seed in 31...40 {
      let scores = try RandomMatrices.make(seed).ranking(
        by: method, weights: RandomMatrices.weights(seed)
      ).scores
      #expect(scores.allSatisfy { $0 >= -1e-15 && $0 <= 1 + 1e-15 })
    }
  }

  @Test func `the bits are the same at any number of threads`() throws {
    let matrix = try RandomMatrices.make(41, rows: 40_000, width: 3)
    let weights = try RandomMatrices.weights(41, width: 3)
    for method in [RankingMethod.weightedSum(), .topsis(), .vikor(), .waspas()] {
      let one = try matrix.ranking(
        by: method, weights: weights, parallel: ParallelBlocks(threads: 1))
      let four = try matrix.ranking(
        by: method, weights: weights, parallel: ParallelBlocks(threads: 4))
      #expect(one.scores == four.scores)
    }
  }

  @Test func `a cancelled task stops`() async throws {
    let (matrix, weights) = (try RandomMatrices.make(51), try RandomMatrices.weights(51))
    let task = Task {
      withUnsafeCurrentTask { $0?.cancel() }
      return try matrix.ranking(by: .topsis(), weights: weights)
    }
    await #expect(throws: CancellationError.self) { try await task.value }
  }
}
