import KinerjaCore

extension RuleCompiler {
  // MARK: - Bands

  /// A table whose edges are numbers; nil with what is wrong reported.
  mutating func resolve(
    _ table: BandTable, of step: RuleStep, at path: DefinitionPath
  ) -> ResolvedBands? {
    let path = path.appending(.key("bands"))
    if table.bands.isEmpty { problems.add(.noBands, at: SourcePlace(path: path)) }
    var bands: [ResolvedBands.Band] = []
    for (index, band) in table.bands.enumerated() {
      let path = path.appending(.index(index))
      if let scale = step.scale {
        check(band.category, in: scale, at: SourcePlace(path: path))
      }
      guard
        let lower = resolve(
          band.lower, at: path, key: band.lower?.isClosed == true ? "from" : "above"),
        let upper = resolve(
          band.upper, at: path, key: band.upper?.isClosed == true ? "through" : "below")
      else { continue }
      let resolved = ResolvedBands.Band(
        category: band.category, lower: lower.edge, upper: upper.edge)
      if resolved.isEmpty {
        problems.add(
          .emptyBand,
          ["category": .text(band.category.text), "band": .text(resolved.text(.point))],
          at: SourcePlace(path: path))
      }
      bands.append(resolved)
    }
    guard bands.count == table.bands.count, !bands.isEmpty else { return nil }
    let resolved = ResolvedBands(bands: bands)
    checkNeighbours(resolved, at: path)
    return resolved
  }

  private struct OptionalEdge { let edge: ResolvedBands.Edge? }

  private mutating func resolve(
    _ edge: Band.Edge?, at path: DefinitionPath, key: String
  ) -> OptionalEdge? {
    guard let edge else { return OptionalEdge(edge: nil) }
    let path = path.appending(.key(key))
    let scope = FormulaScope(text: edge.value, path: path, list: nil, isConstant: true)
    let part = DraftStep.Part(scope: scope, tree: parse(edge.value, at: path))
    guard let typed = lower(part, as: .number) else { return nil }
    guard let value = constant(typed.index) else {
      problems.add(.edgeWithoutValue, at: part.place())
      return nil
    }
    return OptionalEdge(edge: ResolvedBands.Edge(value: value, isClosed: edge.isClosed))
  }

  private mutating func checkNeighbours(_ table: ResolvedBands, at path: DefinitionPath) {
    let sorted = table.bands.enumerated().sorted { $0.element.isBefore($1.element) }
    for (one, other) in zip(sorted, sorted.dropFirst()) {
      let (low, high) = (one.element, other.element)
      guard !low.isEmpty, !high.isEmpty else { continue }
      let place = SourcePlace(path: path.appending(.index(other.offset)))
      let values: [String: DiagnosticValue] = [
        "one": .text(low.text(.point)), "other": .text(high.text(.point)),
      ]
      switch low.border(to: high) {
      case .meets: break
      case .overlaps: problems.add(.overlappingBands, values, at: place)
      case .leavesHole: problems.add(.bandGap, values, at: place)
      }
    }
  }

  // MARK: - Matrices

  mutating func resolve(
    _ matrix: CategoryMatrix, rows: FormulaType, columns: FormulaType, of step: RuleStep,
    at path: DefinitionPath
  ) -> ResolvedMatrix? {
    let path = path.appending(.key("matrix"))
    let rowIDs = matrix.rows.map(\.category)
    let before = problems.hasErrors
    checkAxis(rowIDs, on: rows, at: path.appending(.key("rows")))
    checkAxis(matrix.columns, on: columns, at: path.appending(.key("columns")))
    for (index, row) in matrix.rows.enumerated() {
      let place = SourcePlace(path: path.appending(.key("rows")).appending(.index(index)))
      if row.cells.count != matrix.columns.count {
        problems.add(
          .raggedMatrix,
          [
            "row": .text(row.category.text), "found": .integer(Int64(row.cells.count)),
            "wanted": .integer(Int64(matrix.columns.count)),
          ], at: place)
      }
      for cell in row.cells {
        if let scale = step.scale { check(cell, in: scale, at: place) }
      }
    }
    guard before || !problems.hasErrors else { return nil }
    guard matrix.rows.allSatisfy({ $0.cells.count == matrix.columns.count }) else { return nil }
    return ResolvedMatrix(rows: rowIDs, columns: matrix.columns, cells: matrix.rows.map(\.cells))
  }

  /// Checks that an axis has each category of its scale exactly once.
  private mutating func checkAxis(
    _ categories: [CategoryID], on type: FormulaType, at path: DefinitionPath
  ) {
    let place = SourcePlace(path: path)
    guard case .category(let id?) = type, let scale = rule.scale(id) else {
      problems.add(.axisWithoutScale, at: place)
      return
    }
    for category in categories { check(category, in: id, at: place) }
    for category in scale.categories {
      let count = categories.count { $0 == category.id }
      if count > 1 {
        problems.add(.duplicateName, ["name": .text(category.id.text)], at: place)
      } else if count == 0 {
        problems.add(
          .axisIncomplete,
          ["category": .text(category.id.text), "scale": .text(id.text)], at: place)
      }
    }
  }
}

extension ResolvedBands.Band {
  fileprivate enum Border { case meets, overlaps, leavesHole }

  /// Whether it stands before another by its lower edge.
  fileprivate func isBefore(_ other: Self) -> Bool {
    guard let own = lower else { return other.lower != nil }
    guard let their = other.lower else { return false }
    return own.value < their.value || (own.value == their.value && own.isClosed && !their.isClosed)
  }

  /// How it borders on the band that follows it.
  fileprivate func border(to next: Self) -> Border {
    guard let end = upper, let start = next.lower else { return .overlaps }
    if end.value > start.value { return .overlaps }
    if end.value < start.value { return .leavesHole }
    if end.isClosed && start.isClosed { return .overlaps }
    return end.isClosed || start.isClosed ? .meets : .leavesHole
  }
}
