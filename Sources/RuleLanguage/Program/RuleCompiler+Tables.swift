import KinerjaCore

extension RuleCompiler {
  // MARK: - Bands

  /// A table whose edges are numbers; nil with what is wrong reported.
  mutating func resolve(
    _ table: BandTable, of step: RuleStep, at path: DefinitionPath, unit: FormulaUnit
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
          band.lower, at: path, key: band.lower?.isClosed == true ? "from" : "above", unit: unit),
        let upper = resolve(
          band.upper, at: path, key: band.upper?.isClosed == true ? "through" : "below", unit: unit)
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
    checkNeighbours(bands, at: path)
    return resolved
  }

  /// An edge that may be absent, and what is known of its unit.
  struct OptionalEdge {
    let edge: ResolvedEdge?
    let unit: FormulaUnit
  }

  /// An edge as a number, in the unit of what is held against it.
  mutating func resolve(
    _ edge: Band.Edge?, at path: DefinitionPath, key: String, unit: FormulaUnit
  ) -> OptionalEdge? {
    guard let edge else { return OptionalEdge(edge: nil, unit: unit) }
    guard let number = resolve(edge.value, at: path.appending(.key(key)), unit: unit) else {
      return nil
    }
    return OptionalEdge(
      edge: ResolvedEdge(value: number.value, isClosed: edge.isClosed), unit: number.unit)
  }

  /// A number of a table, which may depend on parameters alone.
  mutating func resolve(
    _ text: FormulaText, at path: DefinitionPath, unit: FormulaUnit
  ) -> (value: Ratio, unit: FormulaUnit)? {
    let scope = FormulaScope(text: text, path: path, list: nil, isConstant: true)
    let part = DraftStep.Part(scope: scope, tree: parse(text, at: path))
    guard let typed = lower(part, as: .number) else { return nil }
    let common = unified(unit, typed.unit, by: "table", in: scope)
    guard let value = constant(typed.index) else {
      problems.add(.edgeWithoutValue, at: part.place())
      return nil
    }
    return (value, common)
  }

  /// Reports what neighbouring ranges share, and warns of what lies between them.
  mutating func checkNeighbours(_ ranges: [some EdgedRange], at path: DefinitionPath) {
    let sorted = ranges.enumerated().sorted { $0.element.isBefore($1.element) }
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
    guard case .category(let id?) = type, let scale = rule.scale(id) else {
      problems.add(.axisWithoutScale, at: SourcePlace(path: path))
      return
    }
    checkAxis(categories, on: scale, at: path)
  }

  /// Checks that an axis has each category of a scale exactly once.
  mutating func checkAxis(
    _ categories: [CategoryID], on scale: CategoryScale, at path: DefinitionPath
  ) {
    let (id, place) = (scale.id, SourcePlace(path: path))
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
