import KinerjaCore

extension Normalization {
  /// The sum that the normalization asks for besides the range of a column.
  func total(for direction: CriterionDirection) -> ColumnSummary.Total {
    switch self {
    case .sum: direction == .benefit ? .values : .reciprocals
    case .vector: .squares
    case .zScore: .deviations
    case .minMax, .maximum, .rank, .percentileRank, .borda, .distanceToReference,
      .distanceToTarget, .goalposts:
      .none
    }
  }

  /// Whether values must be positive, or at least not negative.
  func sign(for direction: CriterionDirection) -> SignCondition {
    switch self {
    case .sum, .maximum: direction == .benefit ? .notNegative : .positive
    default: .any
    }
  }

  /// Works the normalization out for a column; adds why it cannot to `problems`.
  func map(
    _ values: [Double], _ summary: ColumnSummary, _ criterion: Criterion,
    _ problems: inout Diagnostics
  ) -> CellMap? {
    let condition = sign(for: criterion.direction)
    guard condition.check(values, summary, criterion.id, text, &problems) else { return nil }
    let isCost = criterion.direction == .cost
    let (worst, best) = isCost ? (summary.high, summary.low) : (summary.low, summary.high)
    func refuse(_ kind: DiagnosticKind, _ extra: [String: DiagnosticValue] = [:]) -> CellMap? {
      problems.add(
        kind, extra.merging(["method": .text(text)]) { $1 }, at: .key(criterion.id.text))
      return nil
    }
    func towards(_ goal: Double, isCapped: Bool) -> CellMap? {
      guard isCost ? goal < worst : goal > worst else {
        return refuse(.goalNotBetterThanWorst, ["value": .text("\(goal)")])
      }
      let map = CellMap.shifted(by: worst, over: goal - worst)
      return isCapped ? .table(values.map { min(1, map.value($0, row: 0)) }) : map
    }
    func ranks(_ ties: TieRule) -> [Double] {
      isCost ? Ranks.descending(values, ties) : Ranks.ascending(values, ties)
    }
    switch self {
    case .minMax(let lower, let upper):
      if summary.isConstant { return refuse(.equalColumn) }
      return .shifted(by: worst, over: best - worst, times: upper - lower, plus: lower)
    case .sum:
      if summary.total == 0 { return refuse(.zeroColumn) }
      return isCost ? .reciprocal(of: 1 / summary.total) : .shifted(by: 0, over: summary.total)
    case .maximum:
      if summary.high == 0 { return refuse(.zeroColumn) }
      return isCost ? .reciprocal(of: summary.low) : .shifted(by: 0, over: summary.high)
    case .vector:
      if summary.total == 0 { return refuse(.zeroColumn) }
      let length = summary.total.squareRoot()
      return isCost ? .shifted(by: length, over: -length) : .shifted(by: 0, over: length)
    case .zScore(let mean, let deviation):
      if summary.isConstant || summary.total == 0 { return refuse(.equalColumn) }
      let spread = isCost ? -summary.standardDeviation : summary.standardDeviation
      return .shifted(by: summary.mean, over: spread, times: deviation, plus: mean)
    case .rank(let ties): return .table(ranks(ties))
    case .percentileRank(let ties):
      return .table(ranks(ties).map { ($0 - 1) / Double(max(1, values.count - 1)) })
    case .borda(let ties): return .table(ranks(ties).map { $0 - 1 })
    case .distanceToReference(let row, let isCapped):
      guard values.indices.contains(row) else {
        return refuse(.noReferenceRow, ["row": .integer(Int64(row))])
      }
      return towards(values[row], isCapped: isCapped)
    case .distanceToTarget(let target, let isCapped): return towards(target, isCapped: isCapped)
    case .goalposts(let low, let high, let scale, let isTruncated):
      let map: CellMap =
        isCost
        ? .shifted(by: high, over: low - high, times: scale)
        : .shifted(by: low, over: high - low, times: scale)
      return isTruncated ? .table(values.map { min(scale, max(0, map.value($0, row: 0))) }) : map
    }
  }
}

/// What a method asks of the sign of every value.
enum SignCondition: Sendable {
  case any, notNegative, positive

  /// Whether a column meets the condition; every value that does not is added to `problems`.
  func check(
    _ values: [Double], _ summary: ColumnSummary, _ criterion: CriterionID, _ method: String,
    _ problems: inout Diagnostics
  ) -> Bool {
    guard self != .any, summary.low < 0 || (self == .positive && summary.low == 0) else {
      return true
    }
    for (row, value) in values.enumerated() where value < 0 || (self == .positive && value == 0) {
      problems.add(
        value < 0 ? .negativeValue : .zeroValue,
        ["value": .text("\(value)"), "method": .text(method)], row, criterion)
    }
    return false
  }
}
