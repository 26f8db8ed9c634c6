import KinerjaCore

// How what a table gives depends on the input that varies.
extension LinePass {
  mutating func lookUp(
    _ table: ResolvedTable, _ key: LineValue, _ column: LineValue?
  ) throws -> LineValue {
    guard case .number(let function) = key, case .pieces(let pieces) = table.content else {
      return try lookUp(keys: key, column, in: table)
    }
    for piece in pieces {
      for edge in [piece.lower, piece.upper] {
        if let edge { _ = try sign(function, less: LineFunction(edge.value)) }
      }
    }
    let number = try function.value(at: x)
    guard let piece = pieces.first(where: { $0.contains(number) }) else {
      return .fixed(.missing(.outsideTable(table.id.text)))
    }
    switch piece.value {
    case .category(let category): return .fixed(.category(category))
    case .curve(let curve):
      guard curve.square == .zero,
        let scaled = try LineFunction.product(LineFunction(curve.slope), function),
        let value = try LineFunction.sum(LineFunction(curve.constant), scaled)
      else { throw Shapeless() }
      return .number(value)
    }
  }

  /// Keys are looked up as they stand; one that moves holds for one point only.
  private func lookUp(
    keys key: LineValue, _ column: LineValue?, in table: ResolvedTable
  ) throws -> LineValue {
    let row = try fixed(key)
    if row.isMissing { return .fixed(row) }
    let other = try column.map { try fixed($0) }
    if let other, other.isMissing { return .fixed(other) }
    guard let found = try table.find(row, other) else {
      return .fixed(.missing(.outsideTable(table.id.text)))
    }
    return LineValue(found.value)
  }

  private func fixed(_ value: LineValue) throws -> RuleValue {
    switch value {
    case .fixed(let value): return value
    case .number(let function):
      guard function.isConstant else { throw Shapeless() }
      return .number(try function.value(at: x))
    }
  }
}
