import KinerjaCore
import RuleLanguage

// Matrices: rows and columns that nobody reaches, and a better rating that gives a worse result.
extension Linter {
  mutating func checkMatrix(at index: Int) {
    let step = program.steps[index]
    for case .matrix(let rows, let columns, let table) in step.operations {
      for (node, categories, axis) in [
        (rows, table.rows, "rows"), (columns, table.columns, "columns"),
      ] {
        let reachable = ranges.nodes[node].categories
        for category in categories where !reachable.contains(category) {
          report(
            .lintUnreachableLine,
            ["step": .text(step.id.text), "category": .text(category.text)],
            at: path(of: step).appending(.key("matrix")).appending(.key(axis)), .ranges,
            [people.plain])
        }
      }
      checkDirections(step, table)
    }
  }

  /// Along each axis every line of cells must go one way on the scale, all of them the same.
  private mutating func checkDirections(_ step: ProgramStep, _ table: ResolvedMatrix) {
    guard let scale = scale(of: step) else { return }
    let rowOrder = order(of: table.rows)
    let columnOrder = order(of: table.columns)
    checkLines(
      step, scale,
      columnOrder.map { column in rowOrder.map { (table.rows[$0], table.columns[column]) } }, table)
    checkLines(
      step, scale,
      rowOrder.map { row in columnOrder.map { (table.rows[row], table.columns[$0]) } }, table)
  }

  /// Positions from the worst category to the best, on whichever scale has them all.
  private func order(of categories: [CategoryID]) -> [Int] {
    let scale = rule.scales.first { scale in
      categories.allSatisfy { scale.rank(of: $0) != nil }
    }
    guard let scale else { return Array(categories.indices) }
    return categories.indices.sorted {
      (scale.rank(of: categories[$0]) ?? 0) < (scale.rank(of: categories[$1]) ?? 0)
    }
  }

  private mutating func checkLines(
    _ step: ProgramStep, _ scale: CategoryScale, _ lines: [[(CategoryID, CategoryID)]],
    _ table: ResolvedMatrix
  ) {
    typealias Cell = (row: CategoryID, column: CategoryID)
    var falls: [(Cell, Cell)] = []
    var rises: [(Cell, Cell)] = []
    for line in lines {
      for (one, other) in zip(line, line.dropFirst()) {
        guard let low = table.cell(row: one.0, column: one.1).flatMap(scale.rank),
          let high = table.cell(row: other.0, column: other.1).flatMap(scale.rank)
        else { continue }
        if high < low { falls.append((one, other)) }
        if high > low { rises.append((one, other)) }
      }
    }
    // The way that most steps go is the one that is meant.
    let against = rises.count >= falls.count ? falls : rises
    guard !rises.isEmpty, !falls.isEmpty else { return }
    for (one, other) in against {
      let pair = [one, other].compactMap { cell in
        people.first { isAt(cell, step, $0) } ?? somebody(at: cell, of: step)
      }
      guard pair.count == 2 else { continue }
      report(
        .lintMatrixOrder,
        [
          "step": .text(step.id.text), "one": .text("\(one.row)/\(one.column)"),
          "other": .text("\(other.row)/\(other.column)"),
          "first": .text(table.cell(row: one.row, column: one.column)?.text ?? ""),
          "second": .text(table.cell(row: other.row, column: other.column)?.text ?? ""),
        ], at: path(of: step).appending(.key("matrix")), .scored, pair)
    }
  }

  private func axes(of step: ProgramStep) -> (LinePiece.StepPlace, LinePiece.StepPlace)? {
    guard case .matrix(let rows, let columns, _) = step.operation,
      let row = place(of: rows, in: step), let column = place(of: columns, in: step)
    else { return nil }
    return (row, column)
  }

  private func isAt(
    _ cell: (row: CategoryID, column: CategoryID), _ step: ProgramStep, _ piece: LinePiece
  ) -> Bool {
    guard let (row, column) = axes(of: step) else { return false }
    return piece.value(at: row, in: program) == .fixed(.category(cell.row))
      && piece.value(at: column, in: program) == .fixed(.category(cell.column))
  }

  /// Somebody in a row, moved to a column or the other way round.
  private func somebody(
    at cell: (row: CategoryID, column: CategoryID), of step: ProgramStep
  ) -> RuleInputs? {
    guard let (row, column) = axes(of: step) else { return nil }
    for (place, category) in [(row, cell.row), (column, cell.column)] {
      guard
        let person = people.first(where: {
          $0.value(at: place, in: program) == .fixed(.category(category))
        })
      else { continue }
      for line in people.lines(through: person) {
        for piece in line.pieces where piece.stop == nil && isAt(cell, step, piece) {
          return people.person(on: piece, of: line.line)
        }
      }
    }
    return nil
  }
}
