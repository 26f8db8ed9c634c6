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
  package func roots(of step: ProgramStep) -> [Int] {
    switch step.operation {
    case .expression(let node): [node]
    case .weightedMean(let terms): terms.flatMap { [$0.value, $0.weight] }
    case .bands(let node, _): [node]
    case .matrix(let rows, let columns, _): [rows, columns]
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
