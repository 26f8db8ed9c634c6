extension ProgramNode {
  /// The nodes that it is computed from.
  package var parts: [Int] {
    switch self {
    case .negate(let inner), .not(let inner), .magnitude(let inner), .round(let inner, _, _),
      .isMissing(let inner):
      [inner]
    case .binary(_, let left, let right): [left, right]
    case .conditional(let condition, let then, let otherwise): [condition, then, otherwise]
    case .clamp(let inner, let low, let high): [inner, low, high]
    case .least(let all), .greatest(let all), .coalesce(let all): all
    case .aggregate(.weightedMean(let inner, let weight), _): [inner, weight]
    case .aggregate(.one(let inner, let condition, _), _),
      .aggregate(.ratings(let inner, let condition, _, _), _):
      [inner, condition]
    case .aggregate(.countWhere(let inner), _), .aggregate(.sum(let inner), _),
      .aggregate(.least(let inner), _), .aggregate(.greatest(let inner), _),
      .aggregate(.mean(let inner), _):
      [inner]
    default: []
    }
  }
}

extension Program {
  /// The nodes at which the formulas of a step begin.
  package func roots(of step: ProgramStep) -> [Int] { roots(of: step.operation) }

  private func roots(of operation: ProgramStep.Operation) -> [Int] {
    switch operation {
    case .expression(let node): [node]
    case .weightedMean(let terms): terms.flatMap { [$0.value, $0.weight] }
    case .bands(let node, _): [node]
    case .matrix(let rows, let columns, _): [rows, columns]
    case .variants(let variants):
      variants.flatMap { variant in
        [variant.when, variant.unless].compactMap(\.self) + roots(of: variant.operation)
      }
    }
  }

  /// The nodes below others, these included.
  package func nodes(below roots: [Int]) -> [Int] {
    var found: [Int] = []
    var waiting = roots
    while let node = waiting.popLast() {
      found.append(node)
      waiting += nodes[node].parts.reversed()
    }
    return found
  }

  /// The step that fills a slot; nil for an input.
  package func step(filling slot: Int, of list: Int? = nil) -> ProgramStep? {
    steps.first { $0.slot == slot && $0.list == list }
  }
}

extension ProgramStep {
  /// The operation, or those of its variants.
  package var operations: [Operation] {
    guard case .variants(let variants) = operation else { return [operation] }
    return variants.map(\.operation)
  }
}
