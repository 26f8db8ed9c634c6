import KinerjaCore

// Tables that are looked up by where a number falls.
extension RuleCompiler {

  mutating func resolve(
    _ pieces: [RuleTable.Piece], of draft: inout DraftTable
  ) -> [ResolvedTable.Piece]? {
    let path = draft.path.appending(.key("pieces"))
    guard isFilled(pieces.count, of: draft) else { return nil }
    var resolved: [ResolvedTable.Piece] = []
    for (row, piece) in pieces.enumerated() {
      if let piece = resolve(piece, row: row, at: path.appending(.index(row)), of: &draft) {
        resolved.append(piece)
      }
    }
    guard resolved.count == pieces.count else { return nil }
    checkNeighbours(resolved, at: path)
    return resolved.sorted { $0.isBefore($1) }
  }

  private mutating func resolve(
    _ piece: RuleTable.Piece, row: Int, at path: DefinitionPath, of draft: inout DraftTable
  ) -> ResolvedTable.Piece? {
    let lower = resolve(
      piece.lower, at: path, key: piece.lower?.isClosed == true ? "from" : "above",
      unit: draft.keyUnit)
    if let lower { draft.keyUnit = lower.unit }
    let upper = resolve(
      piece.upper, at: path, key: piece.upper?.isClosed == true ? "through" : "below",
      unit: draft.keyUnit)
    if let upper { draft.keyUnit = upper.unit }
    let start = cell(piece.value, at: path.appending(.key("value")), of: &draft)
    var end: RuleValue?
    if let text = piece.end {
      if let scale = draft.table.scale {
        problems.add(
          .lineOfCategories, ["scale": .text(scale.text)],
          at: SourcePlace(path: path.appending(.key("to"))))
      } else {
        end = cell(text, at: path.appending(.key("to")), of: &draft)
      }
    }
    guard let lower, let upper, let start, piece.end == nil || end != nil else { return nil }
    let value: ResolvedTable.PieceValue
    switch start {
    case .category(let category): value = .category(category)
    case .number(let number):
      guard let curve = curve(from: number, to: end?.number, lower.edge, upper.edge, at: path)
      else { return nil }
      value = .curve(curve)
    case .flag, .missing: return nil
    }
    let resolved = ResolvedTable.Piece(
      lower: lower.edge, upper: upper.edge, value: value, row: row, rate: nil)
    if resolved.isEmpty {
      problems.add(
        .emptyBand,
        ["category": .text("\(start.json)"), "band": .text(resolved.text(.point))],
        at: SourcePlace(path: path))
    }
    return resolved
  }

  private mutating func curve(
    from start: Ratio, to end: Ratio?, _ lower: ResolvedEdge?, _ upper: ResolvedEdge?,
    at path: DefinitionPath
  ) -> ResolvedTable.Curve? {
    guard let end, end != start else { return ResolvedTable.Curve(constant: start) }
    guard let lower, let upper else {
      problems.add(.pieceWithoutEdge, ["end": .number(end)], at: SourcePlace(path: path))
      return nil
    }
    guard lower.value < upper.value else {
      problems.add(
        .steepPiece,
        ["start": .number(start), "end": .number(end), "number": .number(lower.value)],
        at: SourcePlace(path: path))
      return nil
    }
    return exactly(at: path) { () throws(ArithmeticError) in
      let line = try ResolvedTable.Line((lower.value, start), (upper.value, end))
      return ResolvedTable.Curve(constant: line.constant, slope: line.slope)
    }
  }
}
