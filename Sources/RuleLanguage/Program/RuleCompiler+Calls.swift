import KinerjaCore

// Functions, and figures over lists.
extension RuleCompiler {

  mutating func call(
    _ function: FormulaFunction, _ arguments: [FormulaNode], at node: FormulaNode,
    in scope: FormulaScope
  ) -> TypedNode? {
    switch function {
    case .abs: return unary(arguments[0], .number, in: scope) { .magnitude($0) }
    case .isMissing:
      guard let inner = lower(arguments[0], in: scope) else { return nil }
      return add(.isMissing(inner.index), .flag)
    case .coalesce:
      guard let common = alike(arguments, in: scope) else { return nil }
      let unit = unified(common.parts, of: arguments, by: function.rawValue, in: scope)
      return add(.coalesce(common.nodes), common.type, unit)
    case .clamp:
      guard let (nodes, unit) = alikeNumbers(arguments, of: function, in: scope) else { return nil }
      return add(.clamp(nodes[0], low: nodes[1], high: nodes[2]), .number, unit)
    case .min where arguments.count > 1, .max where arguments.count > 1:
      guard let (nodes, unit) = alikeNumbers(arguments, of: function, in: scope) else { return nil }
      return add(function == .min ? .least(nodes) : .greatest(nodes), .number, unit)
    case .min, .max, .sum, .mean, .last, .weightedMean, .count:
      return aggregate(function, arguments, at: node, in: scope)
    case .lookup: return lookup(arguments, at: node, in: scope)
    case .round:
      // The parser makes a part of its own of every call of `round`.
      return nil
    }
  }

  mutating func numbers(_ nodes: [FormulaNode], in scope: FormulaScope) -> [TypedNode]? {
    let typed = nodes.map { lower($0, as: .number, in: scope) }
    let found = typed.compactMap(\.self)
    return found.count == nodes.count ? found : nil
  }

  /// Numbers of which one is taken, so that their units must be alike.
  mutating func alikeNumbers(
    _ nodes: [FormulaNode], of function: FormulaFunction, in scope: FormulaScope
  ) -> (nodes: [Int], unit: FormulaUnit)? {
    guard let found = numbers(nodes, in: scope) else { return nil }
    return (found.map(\.index), unified(found, of: nodes, by: function.rawValue, in: scope))
  }

  mutating func aggregate(
    _ function: FormulaFunction, _ arguments: [FormulaNode], at node: FormulaNode,
    in scope: FormulaScope
  ) -> TypedNode? {
    guard scope.aggregate == nil else {
      report(.nestedFigure, ["function": .text(function.rawValue)], node, scope)
      return nil
    }
    if function == .count, case .name(let name) = arguments[0].kind,
      case .list(let list)? = symbol(name, in: scope.list)
    {
      return add(.aggregate(.count, list: list), .number, .bare)
    }
    guard let list = list(of: arguments, named: function.rawValue, at: node, in: scope) else {
      return nil
    }
    var inner = scope
    inner.aggregate = list
    if function == .count {
      guard let condition = lower(arguments[0], as: .flag, in: inner) else { return nil }
      return add(.aggregate(.countWhere(condition.index), list: list), .number, .bare)
    }
    guard let found = numbers(arguments, in: inner) else { return nil }
    let nodes = found.map(\.index)
    let aggregate: ProgramAggregate =
      switch function {
      case .min: .least(nodes[0])
      case .max: .greatest(nodes[0])
      case .sum: .sum(nodes[0])
      case .last: .last(nodes[0])
      case .weightedMean: .weightedMean(nodes[0], weight: nodes[1])
      default: .mean(nodes[0])
      }
    return add(.aggregate(aggregate, list: list), .number, found[0].unit)
  }

  /// The one list whose elements the arguments name.
  mutating func list(
    of arguments: [FormulaNode], named function: String, at node: FormulaNode,
    in scope: FormulaScope
  ) -> Int? {
    var lists: [Int] = []
    for name in arguments.flatMap(\.names) {
      if case .element(let list, _) = symbols[name], !lists.contains(list) { lists.append(list) }
    }
    if lists.count == 1 { return lists[0] }
    // A name that nothing knows is the likelier mistake, and named instead.
    for argument in arguments where !report(unknownNamesIn: argument, in: scope) { return nil }
    report(
      lists.isEmpty ? .figureWithoutList : .figureOverTwoLists,
      [
        "function": .text(function),
        "lists": .list(
          (lists.isEmpty ? Array(rule.lists.indices) : lists).map { rule.lists[$0].id.text }),
      ], node, scope)
    return nil
  }

  /// Reports names that nothing knows; answers whether there were none.
  mutating func report(unknownNamesIn node: FormulaNode, in scope: FormulaScope) -> Bool {
    if case .name(let name) = node.kind, symbol(name, in: scope.list) == nil {
      _ = lower(node, in: scope)
      return false
    }
    var known = true
    for part in node.parts where !report(unknownNamesIn: part, in: scope) { known = false }
    return known
  }
}
