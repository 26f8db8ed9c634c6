import KinerjaCore

extension RuleCompiler {
  /// Compiles a formula of any type; the step's scale settles a category in quotes.
  mutating func lower(_ part: DraftStep.Part, of step: RuleStep) -> TypedNode? {
    guard let tree = part.tree, let typed = lower(tree, in: part.scope) else { return nil }
    if case .category(nil) = typed.type, let scale = step.scale {
      settle(tree, on: scale, in: part.scope)
      return TypedNode(index: typed.index, type: .category(scale))
    }
    if case .category(let found?) = typed.type, let scale = step.scale, scale != found {
      mismatch(.category(scale), typed.type, at: part.place(after: tree.offset))
      return nil
    }
    return typed
  }

  /// Compiles a formula that must have a type.
  mutating func lower(_ part: DraftStep.Part, as type: FormulaType) -> TypedNode? {
    guard let tree = part.tree else { return nil }
    return lower(tree, as: type, in: part.scope)
  }

  private mutating func lower(
    _ node: FormulaNode, as type: FormulaType, in scope: FormulaScope
  ) -> TypedNode? {
    guard let typed = lower(node, in: scope) else { return nil }
    guard typed.type.unified(with: type) != nil else {
      mismatch(type, typed.type, at: place(of: node, in: scope))
      return nil
    }
    return typed
  }

  mutating func lower(_ node: FormulaNode, in scope: FormulaScope) -> TypedNode? {
    switch node.kind {
    case .number(let number): return add(.constant(.number(number)), .number)
    case .flag(let flag): return add(.constant(.flag(flag)), .flag)
    case .category(let text): return category(text, at: node, in: scope)
    case .name(let name): return lower(name, at: node, in: scope)
    case .negate(let inner):
      return unary(inner, .number, in: scope) { .negate($0) }
    case .not(let inner):
      return unary(inner, .flag, in: scope) { .not($0) }
    case .round(let inner, let places, let mode):
      return unary(inner, .number, in: scope) { .round($0, places: places, mode) }
    case .binary(let sign, let left, let right):
      return binary(sign, left, right, at: node, in: scope)
    case .conditional(let condition, let then, let otherwise):
      return conditional(condition, then, otherwise, in: scope)
    case .call(let function, let arguments):
      return call(function, arguments, at: node, in: scope)
    }
  }

  private mutating func add(_ node: ProgramNode, _ type: FormulaType) -> TypedNode {
    program.nodes.append(node)
    return TypedNode(index: program.nodes.count - 1, type: type)
  }

  private mutating func unary(
    _ inner: FormulaNode, _ type: FormulaType, in scope: FormulaScope,
    _ make: (Int) -> ProgramNode
  ) -> TypedNode? {
    guard let operand = lower(inner, as: type, in: scope) else { return nil }
    return add(make(operand.index), type)
  }

  private mutating func binary(
    _ sign: FormulaOperator, _ left: FormulaNode, _ right: FormulaNode, at node: FormulaNode,
    in scope: FormulaScope
  ) -> TypedNode? {
    switch sign {
    case .plus, .minus, .times, .over, .less, .atMost, .greater, .atLeast, .or, .and:
      let type: FormulaType = sign.isLogical ? .flag : .number
      let one = lower(left, as: type, in: scope)
      let other = lower(right, as: type, in: scope)
      guard let one, let other else { return nil }
      return add(.binary(sign, one.index, other.index), sign.isComparison ? .flag : type)
    case .equal, .notEqual:
      guard let (nodes, _) = alike([left, right], in: scope) else { return nil }
      return add(.binary(sign, nodes[0], nodes[1]), .flag)
    }
  }

  private mutating func conditional(
    _ condition: FormulaNode, _ then: FormulaNode, _ otherwise: FormulaNode,
    in scope: FormulaScope
  ) -> TypedNode? {
    let test = lower(condition, as: .flag, in: scope)
    guard let (nodes, type) = alike([then, otherwise], in: scope), let test else { return nil }
    let result = add(.conditional(test.index, then: nodes[0], otherwise: nodes[1]), type)
    program.conditions[result.index] = condition.canonicalText
    return result
  }

  /// Compiles parts that must have one type; a category in quotes takes the others' scale.
  private mutating func alike(
    _ parts: [FormulaNode], in scope: FormulaScope
  ) -> (nodes: [Int], type: FormulaType)? {
    var nodes: [Int] = []
    var common: FormulaType?
    var types: [FormulaType] = []
    for part in parts {
      guard let typed = lower(part, in: scope) else { continue }
      nodes.append(typed.index)
      types.append(typed.type)
      guard let type = (common ?? typed.type).unified(with: typed.type) else {
        mismatch(common ?? typed.type, typed.type, at: place(of: part, in: scope))
        return nil
      }
      common = type
    }
    guard nodes.count == parts.count, let common else { return nil }
    if case .category(let scale?) = common {
      for (part, type) in zip(parts, types) where type == .category(nil) {
        settle(part, on: scale, in: scope)
      }
    }
    return (nodes, common)
  }

  /// Checks categories in quotes against the scale that they turned out to belong to.
  private mutating func settle(_ node: FormulaNode, on scale: ScaleID, in scope: FormulaScope) {
    switch node.kind {
    case .category(let text):
      guard let id = try? CategoryID(text) else { return }
      check(id, in: scale, at: place(of: node, in: scope))
    case .conditional(_, let then, let otherwise):
      settle(then, on: scale, in: scope)
      settle(otherwise, on: scale, in: scope)
    case .call(.coalesce, let arguments):
      for argument in arguments { settle(argument, on: scale, in: scope) }
    default:
      break
    }
  }

  private mutating func category(
    _ text: String, at node: FormulaNode, in scope: FormulaScope
  ) -> TypedNode? {
    do throws(InvalidIdentifier) {
      return add(.constant(.category(try CategoryID(text))), .category(nil))
    } catch {
      var diagnostic = error.diagnostic
      diagnostic.place = place(of: node, in: scope)
      problems.add(diagnostic)
      return nil
    }
  }

  // MARK: - Names

  private mutating func lower(
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

  private mutating func lower(
    _ symbol: Symbol, _ name: String, isLocal: Bool, at node: FormulaNode, in scope: FormulaScope
  ) -> TypedNode? {
    let typed: TypedNode
    switch symbol {
    case .parameter(let index):
      typed = add(.parameter(index), FormulaType(program.parameters[index]))
    case .slot(let slot):
      guard let type = types[slot] else { return nil }
      typed = add(.value(slot: slot), type)
    case .element(let list, let slot):
      guard isLocal || scope.aggregate == list else {
        report(.elementOutsideFigure, ["name": .text(name)], node, scope)
        return nil
      }
      guard let type = elementTypes[list][slot] else { return nil }
      typed = add(.element(list: list, slot: slot), type)
    case .list:
      report(.listAsValue, ["name": .text(name)], node, scope)
      return nil
    }
    let list = isLocal || symbol.isParameter || !symbol.isElement ? nil : scope.aggregate
    if !operands.contains(where: { $0.name == name }) {
      operands.append(ProgramStep.Operand(name: name, node: typed.index, list: list))
    }
    return typed
  }

  private func names(in scope: FormulaScope) -> [String] {
    var names: [String] = []
    if let list = scope.list, scope.aggregate == nil {
      names = rule.lists[list].fields.map(\.id.text) + rule.lists[list].steps.map(\.id.text)
    }
    names += rule.parameters.map(\.id.text)
    guard !scope.isConstant else { return names }
    names += program.lists.flatMap { $0.slots.map(\.name) }
    return rule.inputs.map(\.id.text) + rule.steps.map(\.id.text) + names
  }

  // MARK: - Calls

  private mutating func call(
    _ function: FormulaFunction, _ arguments: [FormulaNode], at node: FormulaNode,
    in scope: FormulaScope
  ) -> TypedNode? {
    switch function {
    case .abs: return unary(arguments[0], .number, in: scope) { .magnitude($0) }
    case .isMissing:
      guard let inner = lower(arguments[0], in: scope) else { return nil }
      return add(.isMissing(inner.index), .flag)
    case .coalesce:
      guard let (nodes, type) = alike(arguments, in: scope) else { return nil }
      return add(.coalesce(nodes), type)
    case .clamp:
      guard let nodes = numbers(arguments, in: scope) else { return nil }
      return add(.clamp(nodes[0], low: nodes[1], high: nodes[2]), .number)
    case .min where arguments.count > 1, .max where arguments.count > 1:
      guard let nodes = numbers(arguments, in: scope) else { return nil }
      return add(function == .min ? .least(nodes) : .greatest(nodes), .number)
    case .min, .max, .sum, .mean, .weightedMean, .count:
      return aggregate(function, arguments, at: node, in: scope)
    case .round:
      // The parser makes a part of its own of every call of `round`.
      return nil
    }
  }

  private mutating func numbers(_ nodes: [FormulaNode], in scope: FormulaScope) -> [Int]? {
    let typed = nodes.map { lower($0, as: .number, in: scope) }
    let indices = typed.compactMap { $0?.index }
    return indices.count == nodes.count ? indices : nil
  }

  private mutating func aggregate(
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
      return add(.aggregate(.count, list: list), .number)
    }
    guard let list = list(of: arguments, function, at: node, in: scope) else { return nil }
    var inner = scope
    inner.aggregate = list
    if function == .count {
      guard let condition = lower(arguments[0], as: .flag, in: inner) else { return nil }
      return add(.aggregate(.countWhere(condition.index), list: list), .number)
    }
    guard let nodes = numbers(arguments, in: inner) else { return nil }
    let aggregate: ProgramAggregate =
      switch function {
      case .min: .least(nodes[0])
      case .max: .greatest(nodes[0])
      case .sum: .sum(nodes[0])
      case .weightedMean: .weightedMean(nodes[0], weight: nodes[1])
      default: .mean(nodes[0])
      }
    return add(.aggregate(aggregate, list: list), .number)
  }

  /// The one list whose elements the arguments name.
  private mutating func list(
    of arguments: [FormulaNode], _ function: FormulaFunction, at node: FormulaNode,
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
        "function": .text(function.rawValue),
        "lists": .list(
          (lists.isEmpty ? Array(rule.lists.indices) : lists).map { rule.lists[$0].id.text }),
      ], node, scope)
    return nil
  }

  /// Reports names that nothing knows; answers whether there were none.
  private mutating func report(unknownNamesIn node: FormulaNode, in scope: FormulaScope) -> Bool {
    if case .name(let name) = node.kind, symbol(name, in: scope.list) == nil {
      _ = lower(node, in: scope)
      return false
    }
    var known = true
    for part in node.parts where !report(unknownNamesIn: part, in: scope) { known = false }
    return known
  }

  // MARK: - Problems

  private func place(of node: FormulaNode, in scope: FormulaScope) -> SourcePlace {
    scope.text.place(after: node.offset, path: scope.path)
  }

  private mutating func report(
    _ kind: DiagnosticKind, _ values: [String: DiagnosticValue], _ node: FormulaNode,
    _ scope: FormulaScope
  ) {
    problems.add(kind, values, at: place(of: node, in: scope))
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
