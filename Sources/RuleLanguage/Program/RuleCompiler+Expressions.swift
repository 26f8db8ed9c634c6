import KinerjaCore

extension RuleCompiler {
  /// Compiles a formula of any type; the step's scale settles a category in quotes.
  mutating func lower(_ part: DraftStep.Part, of step: RuleStep) -> TypedNode? {
    guard let tree = part.tree, let typed = lower(tree, in: part.scope) else { return nil }
    if case .category(nil) = typed.type, let scale = step.scale {
      settle(tree, on: scale, in: part.scope)
      return TypedNode(index: typed.index, type: .category(scale), unit: .unknown)
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

  mutating func lower(
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
    case .number(let number): return add(.constant(.number(number)), .number, .bare)
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

  mutating func add(
    _ node: ProgramNode, _ type: FormulaType, _ unit: FormulaUnit = .unknown
  ) -> TypedNode {
    program.nodes.append(node)
    return TypedNode(index: program.nodes.count - 1, type: type, unit: unit)
  }

  mutating func unary(
    _ inner: FormulaNode, _ type: FormulaType, in scope: FormulaScope,
    _ make: (Int) -> ProgramNode
  ) -> TypedNode? {
    guard let operand = lower(inner, as: type, in: scope) else { return nil }
    return add(make(operand.index), type, operand.unit)
  }

  mutating func binary(
    _ sign: FormulaOperator, _ left: FormulaNode, _ right: FormulaNode, at node: FormulaNode,
    in scope: FormulaScope
  ) -> TypedNode? {
    switch sign {
    case .plus, .minus, .times, .over, .less, .atMost, .greater, .atLeast, .or, .and:
      let type: FormulaType = sign.isLogical ? .flag : .number
      let one = lower(left, as: type, in: scope)
      let other = lower(right, as: type, in: scope)
      guard let one, let other else { return nil }
      let unit = unit(sign, one, other, at: node, in: scope)
      return add(.binary(sign, one.index, other.index), sign.isComparison ? .flag : type, unit)
    case .equal, .notEqual:
      guard let common = alike([left, right], in: scope) else { return nil }
      _ = unit(sign, common.parts[0], common.parts[1], at: node, in: scope)
      return add(.binary(sign, common.nodes[0], common.nodes[1]), .flag)
    }
  }

  private mutating func unit(
    _ sign: FormulaOperator, _ left: TypedNode, _ right: TypedNode, at node: FormulaNode,
    in scope: FormulaScope
  ) -> FormulaUnit {
    switch sign {
    case .plus, .minus:
      return unified(left.unit, right.unit, by: sign.rawValue, in: scope, after: node.offset)
    case .equal, .notEqual, .less, .atMost, .greater, .atLeast:
      _ = unified(left.unit, right.unit, by: sign.rawValue, in: scope, after: node.offset)
      return .unknown
    case .times, .over: return combined(sign, left.unit, right.unit, in: scope, after: node.offset)
    case .and, .or: return .unknown
    }
  }

  mutating func conditional(
    _ condition: FormulaNode, _ then: FormulaNode, _ otherwise: FormulaNode,
    in scope: FormulaScope
  ) -> TypedNode? {
    let test = lower(condition, as: .flag, in: scope)
    guard let common = alike([then, otherwise], in: scope), let test else { return nil }
    let unit = unified(common.parts, of: [then, otherwise], by: "if", in: scope)
    let nodes = common.nodes
    let result = add(
      .conditional(test.index, then: nodes[0], otherwise: nodes[1]), common.type, unit)
    program.conditions[result.index] = condition.canonicalText
    return result
  }

  /// Compiles parts that must have one type; a category in quotes takes the others' scale.
  mutating func alike(
    _ parts: [FormulaNode], in scope: FormulaScope
  ) -> (parts: [TypedNode], nodes: [Int], type: FormulaType)? {
    var found: [TypedNode] = []
    var common: FormulaType?
    for part in parts {
      guard let typed = lower(part, in: scope) else { continue }
      found.append(typed)
      guard let type = (common ?? typed.type).unified(with: typed.type) else {
        mismatch(common ?? typed.type, typed.type, at: place(of: part, in: scope))
        return nil
      }
      common = type
    }
    guard found.count == parts.count, let common else { return nil }
    if case .category(let scale?) = common {
      for (part, typed) in zip(parts, found) where typed.type == .category(nil) {
        settle(part, on: scale, in: scope)
      }
    }
    return (found, found.map(\.index), common)
  }

  /// Checks categories in quotes against the scale that they turned out to belong to.
  mutating func settle(_ node: FormulaNode, on scale: ScaleID, in scope: FormulaScope) {
    switch node.kind {
    case .category(let text):
      guard let id = try? CategoryID(text) else { return }
      check(id, in: scale, at: place(of: node, in: scope))
    case .name(let name):
      guard case .parameter(let index) = symbol(name, in: scope.list),
        let id = program.parameters[index].category
      else { return }
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

  mutating func category(
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

  // MARK: - Problems

  func place(of node: FormulaNode, in scope: FormulaScope) -> SourcePlace {
    scope.text.place(after: node.offset, path: scope.path)
  }

  mutating func report(
    _ kind: DiagnosticKind, _ values: [String: DiagnosticValue], _ node: FormulaNode,
    _ scope: FormulaScope
  ) {
    problems.add(kind, values, at: place(of: node, in: scope))
  }
}
