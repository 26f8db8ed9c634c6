import KinerjaCore

// What the names of a formula stand for.
extension RuleCompiler {

  mutating func lower(
    _ name: String, at node: FormulaNode, in scope: FormulaScope
  ) -> TypedNode? {
    let isLocal = scope.list.map { localSymbols[$0][name] != nil } ?? false
    if isLocal, scope.aggregate != nil, let list = scope.list {
      report(
        .unqualifiedName, ["name": .text(name), "list": .text(rule.lists[list].id.text)], node,
        scope)
      return nil
    }
    guard let symbol = symbol(name, in: scope.list) else {
      report(
        .unknownName,
        ["name": .text(name), "cure": .localized(.suggestion(for: name, among: names(in: scope)))],
        node, scope)
      return nil
    }
    if scope.isConstant, !symbol.isParameter {
      report(.edgeNotConstant, ["name": .text(name)], node, scope)
      return nil
    }
    return lower(symbol, name, isLocal: isLocal, at: node, in: scope)
  }

  mutating func lower(
    _ symbol: Symbol, _ name: String, isLocal: Bool, at node: FormulaNode, in scope: FormulaScope
  ) -> TypedNode? {
    let typed: TypedNode
    switch symbol {
    case .parameter(let index):
      typed = add(
        .parameter(index), FormulaType(program.parameters[index]),
        FormulaUnit(rule.parameters[index].unit))
    case .slot(let slot):
      guard let known = types[slot] else { return nil }
      typed = add(.value(slot: slot), known.type, known.unit)
    case .element(let list, let slot):
      guard isLocal || scope.aggregate == list else {
        report(.elementOutsideFigure, ["name": .text(name)], node, scope)
        return nil
      }
      guard let known = elementTypes[list][slot] else { return nil }
      typed = add(.element(list: list, slot: slot), known.type, known.unit)
    case .list:
      report(.listAsValue, ["name": .text(name)], node, scope)
      return nil
    case .table:
      report(.tableAsValue, ["name": .text(name)], node, scope)
      return nil
    }
    let list = isLocal || symbol.isParameter || !symbol.isElement ? nil : scope.aggregate
    note(ProgramStep.Operand(name: name, node: typed.index, list: list))
    return typed
  }

  /// Notes what a step names, each name once.
  mutating func note(_ operand: ProgramStep.Operand) {
    if named.insert(operand.name).inserted { operands.append(operand) }
  }

  func names(in scope: FormulaScope) -> [String] {
    var names: [String] = []
    if let list = scope.list, scope.aggregate == nil {
      names = rule.lists[list].fields.map(\.id.text) + rule.lists[list].steps.map(\.id.text)
    }
    names += rule.parameters.map(\.id.text)
    guard !scope.isConstant else { return names }
    names += program.lists.flatMap { $0.slots.map(\.name) }
    return rule.inputs.map(\.id.text) + rule.steps.map(\.id.text) + names
  }
}

extension Symbol {
  fileprivate var isParameter: Bool {
    if case .parameter = self { true } else { false }
  }

  fileprivate var isElement: Bool {
    if case .element = self { true } else { false }
  }
}
