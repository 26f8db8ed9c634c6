public import KinerjaCore
public import KinerjaTables

extension Normalization {
  /// Normalizes the values of one indicator.
  ///
  /// - Parameters:
  ///   - column: The values; nil where missing.
  ///   - direction: Whether more or less is better.
  /// - Returns: One value a row, more being better; nil where missing.
  /// - Throws: All problems: settings that do not fit, no known value, values that are not finite
  ///   (by row), and what the normalization itself cannot take.
  public func values(
    of column: [Double?], _ direction: CriterionDirection
  ) throws(InvalidInput) -> [Double?] {
    let id: CriterionID = "values"
    var problems = Diagnostics()
    if let problem = settingProblem { problems.add(problem) }
    for case (let row, let value?) in column.enumerated() where !DecisionMatrix.isUsable(value) {
      problems.add(.unusableValue, ["value": .text("\(value)")], row, id)
    }
    let rows = column.indices.filter { column[$0] != nil }
    if rows.isEmpty { problems.add(.noKnownValue) }
    // A row of reference is given among all rows, but looked up among those with a value.
    var known = self
    if case .distanceToReference(let row, let isCapped) = self {
      if let place = rows.firstIndex(of: row) {
        known = .distanceToReference(row: place, isCapped: isCapped)
      } else {
        problems.add(.noReferenceRow, ["row": .integer(Int64(row)), "method": .text(text)])
      }
    }
    try problems.throwIfAny()
    let values = rows.compactMap { column[$0] }
    let total = known.total(for: direction)
    guard
      let summary = try? ColumnSummary.of([values], [total], ParallelBlocks(threads: 1)).first,
      let map = known.map(values, summary, Criterion(id, direction), &problems)
    else { throw InvalidInput(problems) }
    var result = [Double?](repeating: nil, count: column.count)
    // Adding 0 turns the -0 of a turned scale into 0.
    for (place, row) in rows.enumerated() { result[row] = map.value(values[place], row: place) + 0 }
    return result
  }
}

extension DecisionMatrix {
  /// Normalizes every criterion; afterwards all of them are benefits.
  ///
  /// - Throws: `InvalidInput` with all problems of all columns, by row and criterion;
  ///   `CancellationError` if the task is cancelled.
  public func normalized(
    by normalization: Normalization, parallel: ParallelBlocks = ParallelBlocks()
  ) throws -> DecisionMatrix {
    var problems = Diagnostics(at: "matrix")
    let maps = try cellMaps(normalization, parallel, &problems)
    try problems.throwIfAny()
    let columns = zip(columns, maps).map { column, map in
      column.enumerated().map { map.value($1, row: $0) + 0 }
    }
    return try DecisionMatrix(
      criteria.map { .benefit($0.id) }, columns: columns, alternatives: alternatives)
  }

  /// Works a normalization out for every column; what cannot be is added to `problems`.
  func cellMaps(
    _ normalization: Normalization, _ parallel: ParallelBlocks, _ problems: inout Diagnostics
  ) throws(CancellationError) -> [CellMap] {
    if let problem = normalization.settingProblem {
      problems.add(problem)
      return []
    }
    let totals = criteria.map { normalization.total(for: $0.direction) }
    let summaries = try ColumnSummary.of(columns, totals, parallel)
    return criteria.indices.compactMap { index in
      normalization.map(columns[index], summaries[index], criteria[index], &problems)
    }
  }
}
