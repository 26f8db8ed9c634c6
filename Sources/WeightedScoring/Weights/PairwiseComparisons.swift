public import KinerjaCore

/// How many times more important each criterion is than each other, as somebody judges (AHP).
///
/// Judgements are exact, so that 1/3 is the reciprocal of 3.
public struct PairwiseComparisons: Sendable, Hashable {
  /// The criteria.
  public let criteria: [CriterionID]
  /// How many times more important the criterion of a row is than that of a column.
  public let judgements: [[Ratio]]

  /// The most criteria that can be compared.
  public static let limit = 200

  /// Creates comparisons from the full square.
  ///
  /// - Throws: All problems by row and criterion: a square of another size, more than ``limit``
  ///   criteria, a criterion named twice, judgements that are not positive, not 1 on the diagonal, or
  ///   not the reciprocal of the opposite one.
  public init(
    _ criteria: [CriterionID], _ judgements: [[Ratio]]
  ) throws(InvalidInput) {
    var problems = Diagnostics(at: "judgements")
    Self.check(criteria, &problems)
    let count = criteria.count
    if judgements.count != count {
      problems.add(
        .judgementCount,
        ["found": .integer(Int64(judgements.count)), "expected": .integer(Int64(count))])
    }
    for (row, values) in judgements.enumerated() where values.count != count {
      problems.add(
        .judgementCount,
        ["found": .integer(Int64(values.count)), "expected": .integer(Int64(count))],
        at: .index(row))
    }
    try problems.throwIfAny()
    for row in 0..<count {
      for column in 0..<count {
        let value = judgements[row][column]
        if value <= 0 {
          problems.add(.judgementNotPositive, ["value": .number(value)], row, criteria[column])
        } else if row == column, value != 1 {
          problems.add(.diagonalNotOne, ["value": .number(value)], row, criteria[column])
        } else if row < column, judgements[column][row] > 0,
          (try? value * judgements[column][row]) != 1
        {
          problems.add(
            .judgementNotReciprocal,
            ["value": .number(value), "opposite": .number(judgements[column][row])], row,
            criteria[column])
        }
      }
    }
    try problems.throwIfAny()
    self.criteria = criteria
    self.judgements = judgements
  }

  /// Creates comparisons from the judgements above the diagonal, row by row; the others follow.
  ///
  /// - Throws: As from the full square.
  public init(
    _ criteria: [CriterionID], aboveDiagonal: [Ratio]
  ) throws(InvalidInput) {
    var problems = Diagnostics(at: "judgements")
    Self.check(criteria, &problems)
    let count = criteria.count
    let expected = count * (count - 1) / 2
    if aboveDiagonal.count != expected {
      problems.add(
        .judgementCount,
        ["found": .integer(Int64(aboveDiagonal.count)), "expected": .integer(Int64(expected))])
    }
    for (place, value) in aboveDiagonal.enumerated() where value <= 0 {
      problems.add(.judgementNotPositive, ["value": .number(value)], at: .index(place))
    }
    try problems.throwIfAny()
    var square = [[Ratio]](repeating: [Ratio](repeating: 1, count: count), count: count)
    var rest = aboveDiagonal[...]
    for row in 0..<count {
      for column in row + 1..<max(count, row + 1) {
        guard let value = rest.popFirst() else { continue }
        square[row][column] = value
        square[column][row] = (try? Ratio(1) / value) ?? 1
      }
    }
    try self.init(criteria, square)
  }

  private static func check(_ criteria: [CriterionID], _ problems: inout Diagnostics) {
    if criteria.isEmpty { problems.add(.noCriterion) }
    if criteria.count > limit {
      problems.add(
        .tooManyCriteria,
        ["found": .integer(Int64(criteria.count)), "limit": .integer(Int64(limit))])
    }
    var seen: Set<CriterionID> = []
    for id in criteria where !seen.insert(id).inserted {
      problems.add(.criterionTwice, at: .key(id.text))
    }
  }

  /// The judgements as doubles.
  var square: [[Double]] { judgements.map { $0.map { Double($0) } } }
}
