public import KinerjaCore

/// How an order of importance becomes weights.
///
/// Formulas for the criterion of rank *r* among *n*, before they are made to sum to one: Stillwell,
/// Seaver and Edwards 1981; Barron and Barrett 1996; overview in Roszkowska, Optimum 5(65) (2013)
/// 14–33.
public enum RankOrderRule: Sendable, Hashable {
  /// *n* + 1 − *r*.
  case rankSum
  /// 1 ∕ *r*.
  case rankReciprocal
  /// (1 ∕ *n*) Σ 1 ∕ *k* for *k* from *r* to *n*: the middle of all weights in that order.
  case rankOrderCentroid
  /// (*n* + 1 − *r*)ᵖ; 0 gives equal weights, 1 the rank sum. *p* from 0 to 100.
  case rankExponent(Double)

  func weight(rank: Int, of count: Int) -> Double {
    switch self {
    case .rankSum: Double(count + 1 - rank)
    case .rankReciprocal: 1 / Double(rank)
    case .rankOrderCentroid:
      (rank...count).reversed().reduce(0) { $0 + 1 / Double($1) } / Double(count)
    case .rankExponent(let p): Exponentials.power(Double(count + 1 - rank), p)
    }
  }

  var manifest: MethodManifest {
    let source = "Stillwell, Seaver & Edwards 1981"
    return switch self {
    case .rankSum: MethodManifest("rank-sum", source: source)
    case .rankReciprocal: MethodManifest("rank-reciprocal", source: source)
    case .rankOrderCentroid:
      MethodManifest("rank-order-centroid", source: "Barron & Barrett 1996")
    case .rankExponent(let p):
      MethodManifest("rank-exponent", settings: ["p": "\(p)"], source: source)
    }
  }
}

extension CriterionWeights {
  /// Weights from an order of importance.
  ///
  /// - Parameters:
  ///   - criteria: The criteria, the most important first, without ties.
  ///   - rule: How ranks become weights.
  /// - Throws: All problems: no criterion, one named twice, an exponent out of range.
  public init(
    mostImportantFirst criteria: [CriterionID], by rule: RankOrderRule
  ) throws(InvalidInput) {
    if case .rankExponent(let p) = rule, !(p >= 0 && p <= 100) {
      throw InvalidInput(
        Diagnostic(.unfitSetting, ["setting": "p", "value": .text("\(p)")]))
    }
    let count = criteria.count
    try self.init(
      criteria, criteria.indices.map { rule.weight(rank: $0 + 1, of: count) }, rule.manifest)
  }

  /// Weights from points that experts share out, each the same number (budget allocation): the mean
  /// of the experts' shares.
  ///
  /// OECD and JRC, Handbook on Constructing Composite Indicators (2008).
  ///
  /// - Parameters:
  ///   - criteria: The criteria.
  ///   - budgets: For each expert the points of each criterion, in the order of `criteria`.
  ///   - total: How many points each expert has to give.
  /// - Throws: All problems by expert (counted from 0): points that are negative, another number of
  ///   them, and a sum that is not the total.
  public init(
    _ criteria: [CriterionID], budgets: [[Double]], total: Double = 100
  ) throws(InvalidInput) {
    var problems = Diagnostics(at: "budgets")
    if budgets.isEmpty { problems.add(.noBudget) }
    if !(total > 0 && DecisionMatrix.isUsable(total)) {
      problems.add(.unfitSetting, ["setting": "total", "value": .text("\(total)")])
    }
    for (expert, points) in budgets.enumerated() {
      if points.count != criteria.count {
        problems.add(
          .weightCount,
          [
            "found": .integer(Int64(points.count)), "expected": .integer(Int64(criteria.count)),
          ], at: .index(expert))
      }
      for (id, point) in zip(criteria, points) where !(point >= 0 && DecisionMatrix.isUsable(point))
      {
        problems.add(
          .unfitWeight, ["weight": .text("\(point)"), "criterion": .text(id.text)], expert, id)
      }
      let sum = points.reduce(0, +)
      if !(abs(sum - total) <= 1e-9 * total) {
        problems.add(
          .budgetTotal, ["found": .text("\(sum)"), "total": .text("\(total)")], at: .index(expert))
      }
    }
    try problems.throwIfAny()
    let means = criteria.indices.map { column in
      budgets.reduce(0) { $0 + $1[column] / total } / Double(budgets.count)
    }
    try self.init(
      criteria, means,
      MethodManifest(
        "budget-allocation", settings: ["experts": "\(budgets.count)", "points": "\(total)"],
        source: "OECD & JRC 2008"))
  }
}
