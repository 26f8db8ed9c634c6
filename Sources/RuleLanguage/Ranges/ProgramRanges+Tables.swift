import KinerjaCore

// What looking up a table may give.
extension ProgramRanges {
  func lookup(_ table: ResolvedTable, _ key: ValueRange, _ column: ValueRange?) -> ValueRange {
    var result = ValueRange(missing: key.missing.union(column?.missing ?? []))
    switch table.content {
    case .pieces(let pieces):
      guard let numbers = key.numbers else { return result }
      for piece in pieces {
        let limits = NumberInterval(piece.lower?.value, piece.upper?.value)
        guard let common = numbers.met(with: limits) else { continue }
        result = result.joined(with: piece.values(for: common))
      }
      if pieces.mayMiss(numbers, denominator: key.denominator) {
        result.missing.insert(.outsideTable(table.id.text))
      }
    case .cells(let rows, let columns, let cells):
      for (row, index) in rows where key.mayBe(row) {
        guard let columns, let column else {
          result = result.joined(with: ValueRange(cells[index][0]))
          continue
        }
        for (name, position) in columns where column.mayBe(name) {
          result = result.joined(with: ValueRange(cells[index][position]))
        }
      }
      if key.mayBeNone(of: rows) || columns.map({ column?.mayBeNone(of: $0) ?? false }) ?? false {
        result.missing.insert(.outsideTable(table.id.text))
      }
    }
    return result
  }
}

extension ResolvedTable.Piece {
  fileprivate func values(for numbers: NumberInterval) -> ValueRange {
    switch value {
    case .category(let category): return ValueRange(.category(category))
    case .curve(let curve):
      func only(_ number: Ratio) -> NumberInterval { NumberInterval(number, number) }
      if curve.square == .zero, curve.slope == .zero { return ValueRange(.number(curve.constant)) }
      let inner =
        curve.square == .zero
        ? only(curve.slope) : only(curve.slope) + only(curve.square) * numbers
      return ValueRange(numbers: only(curve.constant) + numbers * inner)
    }
  }
}

extension ValueRange {
  fileprivate func mayBe(_ value: RuleValue) -> Bool { mayEqual(ValueRange(value)) }

  /// Whether a value can come that is none of the keys.
  fileprivate func mayBeNone(of keys: [RuleValue: Int]) -> Bool {
    if categories.contains(where: { keys[.category($0)] == nil }) { return true }
    guard numbers != nil else { return false }
    guard let number = onlyNumber else { return true }
    return keys[.number(number)] == nil
  }
}
