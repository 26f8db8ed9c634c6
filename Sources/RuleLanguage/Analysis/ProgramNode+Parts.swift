extension ProgramNode {
  /// The nodes that it is computed from, those inside a figure over a list too.
  package var allParts: [Int] {
    guard case .aggregate(let aggregate, _) = self else { return parts }
    switch aggregate {
    case .count: return []
    case .countWhere(let inner), .sum(let inner), .least(let inner), .greatest(let inner),
      .mean(let inner), .last(let inner):
      return [inner]
    case .weightedMean(let inner, let weight): return [inner, weight]
    case .one(let inner, let condition, _), .ratings(let inner, let condition, _):
      return [inner, condition]
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
      waiting += nodes[node].allParts.reversed()
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
