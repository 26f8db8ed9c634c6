import KinerjaCore

/// A table with what a formula must know of it, while a rule compiles.
struct CompiledTable {
  let resolved: ResolvedTable
  /// What it is looked up by: one key, or a row's and a column's.
  let keys: [SlotType]
  /// What it gives.
  let result: SlotType
  /// The parameters that its cells name.
  let operands: [ProgramStep.Operand]
}

extension RuleCompiler {
  /// Compiles the tables, or reports what is wrong with them.
  mutating func compileTables() {
    for table in rule.tables {
      operands = []
      let path: DefinitionPath = [.key("tables"), .key(table.id.text)]
      if let scale = table.scale { _ = known(scale, at: path.appending(.key("giving"))) }
      if table.scale != nil, table.unit != nil {
        problems.add(
          .measuredInput,
          [
            "name": .text(table.id.text),
            "type": .localized(FormulaType.category(table.scale).label),
          ], at: SourcePlace(path: path))
      }
      var draft = DraftTable(table: table, path: path)
      let content = content(of: &draft)
      let result = SlotType(
        type: table.scale.map { .category($0) } ?? .number, unit: draft.valueUnit)
      tables.append(
        content.map {
          CompiledTable(
            resolved: ResolvedTable(id: table.id, content: $0), keys: draft.keys, result: result,
            operands: operands)
        })
      // A rule with an unsound table never runs; the place keeps the indices right.
      program.tables.append(
        ResolvedTable(id: table.id, content: content ?? .pieces([])))
    }
  }

  private mutating func content(of draft: inout DraftTable) -> ResolvedTable.Content? {
    switch draft.table.body {
    case .points(let points, let outside):
      return line(points, outside: outside, of: &draft).map { .pieces($0) }
    case .pieces(let pieces): return resolve(pieces, of: &draft).map { .pieces($0) }
    case .marginalRates(let brackets): return marginal(brackets, of: &draft).map { .pieces($0) }
    case .averageRates(let brackets): return average(brackets, of: &draft).map { .pieces($0) }
    case .rows(let scale, let rows): return resolve(rows, by: scale, of: &draft)
    case .grid(let rowsBy, let columnsBy, let columns, let rows):
      return grid(rows, by: rowsBy, columns, by: columnsBy, of: &draft)
    }
  }

  // MARK: - Looking up

  mutating func lookup(
    _ arguments: [FormulaNode], at node: FormulaNode, in scope: FormulaScope
  ) -> TypedNode? {
    guard case .name(let name) = arguments[0].kind,
      case .table(let index)? = symbol(name, in: scope.list)
    else {
      let found = arguments[0].canonicalText
      report(
        .lookupWithoutTable,
        [
          "found": .text(found),
          "cure": .localized(.suggestion(for: found, among: rule.tables.map(\.id.text))),
        ], arguments[0], scope)
      return nil
    }
    if scope.isConstant {
      report(.edgeNotConstant, ["name": .text(name)], arguments[0], scope)
      return nil
    }
    guard let table = tables[index] else { return nil }
    guard table.keys.count == arguments.count - 1 else {
      report(
        .lookupKeys,
        [
          "table": .text(name), "found": .integer(Int64(arguments.count - 1)),
          "wanted": .integer(Int64(table.keys.count)),
        ], node, scope)
      return nil
    }
    var keys: [Int] = []
    for (argument, key) in zip(arguments.dropFirst(), table.keys) {
      guard let typed = lower(argument, as: key.type, in: scope) else { continue }
      if case .category(let scale?) = key.type { settle(argument, on: scale, in: scope) }
      _ = unified(
        key.unit, typed.unit, by: FormulaFunction.lookup.rawValue, in: scope,
        after: argument.offset)
      keys.append(typed.index)
    }
    guard keys.count == table.keys.count else { return nil }
    for operand in table.operands { note(operand) }
    let result = add(
      .lookup(table: index, key: keys[0], column: keys.count > 1 ? keys[1] : nil),
      table.result.type, table.result.unit)
    program.lookups[result.index] = node.canonicalText
    return result
  }
}

/// A table whose cells are being read.
struct DraftTable {
  let table: RuleTable
  let path: DefinitionPath
  /// The unit of its numbers, as far as it is known.
  var valueUnit: FormulaUnit
  /// The unit of the number that is looked up, as far as it is known.
  var keyUnit = FormulaUnit.bare
  /// What it is looked up by, for tables with keys.
  var axes: [FormulaType]?

  init(table: RuleTable, path: DefinitionPath) {
    self.table = table
    self.path = path
    valueUnit = table.unit.map { .measured($0) } ?? .bare
  }

  var keys: [SlotType] {
    guard let axes else { return [SlotType(type: .number, unit: keyUnit)] }
    return axes.map { SlotType(type: $0, unit: $0 == .number ? keyUnit : .unknown) }
  }
}
