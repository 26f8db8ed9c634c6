import KinerjaCore
import WeightedScoring

/// Small tables of the literature, as facts.
enum PublishedTables {
  /// Fighter aircraft: Hwang and Yoon, Multiple Attribute Decision Making (1981).
  static func aircraft() throws -> (DecisionMatrix, CriterionWeights) {
    let matrix = try DecisionMatrix(
      [
        .benefit("speed"), .benefit("range"), .benefit("payload"), .cost("price"),
        .benefit("reliability"), .benefit("manoeuvre"),
      ],
      rows: [
        [2.0, 1500, 20000, 5.5, 5, 9], [2.5, 2700, 18000, 6.5, 3, 5],
        [1.8, 2000, 21000, 4.5, 7, 7], [2.2, 1800, 20000, 5.0, 5, 5],
      ])
    let weights = try CriterionWeights([
      "speed": 0.2, "range": 0.1, "payload": 0.1, "price": 0.1, "reliability": 0.2,
      "manoeuvre": 0.3,
    ])
    return (matrix, weights)
  }

  /// Return, capital and risk of six stocks: the example of scikit-criteria.
  static func stocks() throws -> (DecisionMatrix, CriterionWeights) {
    let matrix = try DecisionMatrix(
      [.benefit("return"), .benefit("capital"), .cost("risk")],
      rows: [
        [7, 5, 35], [5, 4, 26], [5, 6, 28], [3, 4, 36], [1, 7, 30], [5, 8, 30],
      ])
    return (matrix, try CriterionWeights(["return": 2, "capital": 4, "risk": 1]))
  }

  /// Eight pharmaceutical firms, three ratios: Diakoulaki, Mavrotas and Papayannakis, Computers &
  /// Operations Research 22 (1995) 763–770.
  static func firms() throws -> DecisionMatrix {
    try DecisionMatrix(
      [.benefit("profitability"), .benefit("share"), .benefit("productivity")],
      columns: [
        [61, 20.7, 16.3, 9, 5.4, 4, -6.1, -34.6],
        [1.08, 0.26, 1.98, 3.29, 2.77, 4.12, 3.52, 3.31],
        [4.33, 4.34, 2.53, 1.65, 2.33, 1.21, 2.10, 0.98],
      ])
  }

  /// Numerical example of Keshavarz-Ghorabaee et al., Symmetry 13 (2021) 525.
  static func merec() throws -> DecisionMatrix {
    try DecisionMatrix(
      [.benefit("c1"), .benefit("c2"), .cost("c3"), .cost("c4")],
      rows: [
        [450, 8000, 54, 145], [10, 9100, 2, 160], [100, 8200, 31, 153], [220, 9300, 1, 162],
        [5, 8400, 23, 158],
      ])
  }

  /// Choice of a school: Saaty, EJOR 48 (1990) 9–26.
  static func school() throws -> PairwiseComparisons {
    try PairwiseComparisons(
      ["learning", "friends", "school-life", "vocational", "college", "music"],
      aboveDiagonal: [4, 3, 1, 3, 4, 7, 3, "1/5", 1, "1/5", "1/5", "1/6", 1, "1/3", 3])
  }
}

/// The largest absolute difference of two lists; infinite if their lengths differ.
func distance(_ left: [Double], _ right: [Double]) -> Double {
  guard left.count == right.count else { return .infinity }
  return zip(left, right).map { abs($0 - $1) }.max() ?? 0
}

/// The places and codes of all problems of an error.
func problems(_ body: () throws -> Void) -> [String] {
  do {
    try body()
    return []
  } catch {
    let found = (error as? InvalidInput)?.problems ?? []
    return found.map { "\($0.place) \($0.code)" }
  }
}
