public import KinerjaCore

/// Alternatives by criteria, checked once when made: what weights and rankings are computed from.
///
/// Every value is a number; whoever has missing values normalizes and aggregates column by column
/// (``Normalization``, ``Aggregation``). Values other than 0 have a magnitude from 10⁻¹⁵⁰ to 10¹⁵⁰,
/// so that no method overflows.
public struct DecisionMatrix: Sendable, Hashable {
  /// The criteria, one a column.
  public let criteria: [Criterion]
  /// What the alternatives are called, one a row; nil if they have no names.
  public let alternatives: [String]?
  /// How many alternatives there are, at least two.
  public let alternativeCount: Int
  /// The values by column, in the order of ``criteria``.
  public let columns: [[Double]]

  /// Creates a matrix from columns.
  ///
  /// - Parameters:
  ///   - criteria: One a column.
  ///   - columns: The values of each criterion, one an alternative.
  ///   - alternatives: What the alternatives are called, if they have names.
  /// - Throws: All problems, each with row (counted from 0) and criterion: no criterion, one named
  ///   twice, fewer than two alternatives, columns of other lengths, another number of names, a
  ///   value that is not a number, infinite, or out of range.
  /// - Complexity: One pass over the values, which are not copied.
  public init(
    _ criteria: [Criterion], columns: [[Double]], alternatives: [String]? = nil
  ) throws(InvalidInput) {
    var problems = Diagnostics(at: "matrix")
    let count = columns.first?.count ?? 0
    Self.check(criteria, columns.count, &problems)
    if !columns.isEmpty, count < 2 {
      problems.add(.tooFewAlternatives, ["found": .integer(Int64(count))])
    }
    for (criterion, column) in zip(criteria, columns) {
      if column.count != count {
        problems.add(
          .unevenColumn,
          ["found": .integer(Int64(column.count)), "expected": .integer(Int64(count))],
          at: .key(criterion.id.text))
      }
      guard !column.allSatisfy(Self.isUsable) else { continue }
      for (row, value) in column.enumerated() where !Self.isUsable(value) {
        problems.add(.unusableValue, ["value": .text("\(value)")], row, criterion.id)
      }
    }
    if let alternatives, alternatives.count != count {
      problems.add(
        .alternativeNames,
        ["found": .integer(Int64(alternatives.count)), "expected": .integer(Int64(count))])
    }
    try problems.throwIfAny()
    self.criteria = criteria
    self.columns = columns
    self.alternatives = alternatives
    alternativeCount = count
  }

  /// Creates a matrix from rows, one an alternative.
  ///
  /// - Throws: As from columns; also every missing value and every row of another length.
  public init(
    _ criteria: [Criterion], rows: [[Double?]], alternatives: [String]? = nil
  ) throws(InvalidInput) {
    var problems = Diagnostics(at: "matrix")
    for (row, values) in rows.enumerated() {
      if values.count != criteria.count {
        problems.add(
          .unevenRow,
          [
            "found": .integer(Int64(values.count)),
            "expected": .integer(Int64(criteria.count)),
          ], at: .index(row))
      }
      for (criterion, value) in zip(criteria, values) where value == nil {
        problems.add(.missingValue, [:], row, criterion.id)
      }
    }
    guard !problems.hasErrors else {
      // What else is wrong with what is there belongs to the same list.
      for (row, values) in rows.enumerated() {
        for (criterion, value) in zip(criteria, values) {
          guard let value, !Self.isUsable(value) else { continue }
          problems.add(.unusableValue, ["value": .text("\(value)")], row, criterion.id)
        }
      }
      throw InvalidInput(problems)
    }
    let columns = criteria.indices.map { column in rows.map { $0[column] ?? 0 } }
    try self.init(criteria, columns: columns, alternatives: alternatives)
  }

  /// The values of an alternative, in the order of ``criteria``.
  public func values(ofAlternative row: Int) -> [Double] { columns.map { $0[row] } }

  /// What an alternative is called: its name, or its number counted from 1.
  public func name(ofAlternative row: Int) -> String { alternatives?[row] ?? "\(row + 1)" }

  /// The matrix without an alternative; it needs at least three.
  func dropping(_ row: Int) -> DecisionMatrix {
    DecisionMatrix(
      criteria: criteria,
      columns: columns.map { column in
        var column = column
        column.remove(at: row)
        return column
      }, alternatives: nil, alternativeCount: alternativeCount - 1)
  }

  private init(
    criteria: [Criterion], columns: [[Double]], alternatives: [String]?, alternativeCount: Int
  ) {
    self.criteria = criteria
    self.columns = columns
    self.alternatives = alternatives
    self.alternativeCount = alternativeCount
  }

  /// Whether a value is 0 or of a magnitude that no method's square or reciprocal overflows.
  static func isUsable(_ value: Double) -> Bool {
    let magnitude = abs(value)
    return value == 0 || (magnitude >= 1e-150 && magnitude <= 1e150)
  }

  private static func check(
    _ criteria: [Criterion], _ columns: Int, _ problems: inout Diagnostics
  ) {
    if criteria.isEmpty { problems.add(.noCriterion) }
    if columns != criteria.count {
      problems.add(
        .columnCount,
        ["found": .integer(Int64(columns)), "expected": .integer(Int64(criteria.count))])
    }
    var seen: Set<CriterionID> = []
    for criterion in criteria where !seen.insert(criterion.id).inserted {
      problems.add(.criterionTwice, at: .key(criterion.id.text))
    }
  }
}

extension Diagnostics {
  /// Adds a problem with one value of a matrix.
  mutating func add(
    _ kind: DiagnosticKind, _ values: [String: DiagnosticValue], _ row: Int,
    _ criterion: CriterionID
  ) {
    add(
      Diagnostic(
        kind, values, at: SourcePlace(path: [.index(row), .key(criterion.text)])))
  }
}
