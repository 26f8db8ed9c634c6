import KinerjaCore

// How much of the weight behind a value was measured.
extension Evaluator {

  /// The share of the weight behind a node that was measured: of means the weighted mean, of
  /// other operations the least of their parts; a part that is missing and passed over counts
  /// for nothing: what `coalesce` takes in its place is what silence means by the rule.
  mutating func share(behind node: Int) throws(ArithmeticError) -> Ratio {
    guard program.tracksShares else { return 1 }
    let wasSilent = isSilent
    isSilent = true
    defer { isSilent = wasSilent }
    switch program.nodes[node] {
    case .constant, .parameter, .isMissing: return 1
    case .value(let slot): return values[slot].isMissing ? 1 : shares[slot]
    case .element(let list, let slot):
      let index = current * program.lists[list].slots.count + slot
      return elements[list][index].isMissing ? 1 : elementShares[list][index]
    case .negate(let inner), .not(let inner), .magnitude(let inner), .round(let inner, _, _):
      return try share(behind: inner)
    case .binary(_, let left, let right): return try leastShare(behind: [left, right])
    case .lookup(_, let key, let column):
      return try leastShare(behind: [key] + (column.map { [$0] } ?? []))
    case .least(let all), .greatest(let all): return try leastShare(behind: all)
    case .clamp(let inner, let low, let high):
      return try leastShare(behind: [inner, low, high])
    case .coalesce(let all):
      for node in all where !(try value(of: node).isMissing) { return try share(behind: node) }
      return 1
    case .conditional(let condition, let then, let otherwise):
      guard case .flag(let holds) = try value(of: condition) else { return 1 }
      return try leastShare(behind: [condition, holds ? then : otherwise])
    case .aggregate(let aggregate, let list):
      return try share(of: aggregate, over: list)
    }
  }

  mutating func leastShare(behind nodes: [Int]) throws(ArithmeticError) -> Ratio {
    var least = Ratio.one
    for node in nodes { least = min(least, try share(behind: node)) }
    return least
  }

  mutating func share(
    of aggregate: ProgramAggregate, over list: Int
  ) throws(ArithmeticError) -> Ratio {
    let node: Int
    var condition: Int?
    switch aggregate {
    case .count: return 1
    case .last(let inner):
      guard let count = counts[list], count > 0 else { return 1 }
      let before = current
      defer { current = before }
      current = count - 1
      return try share(behind: inner)
    case .one(let inner, let filter, _), .ratings(let inner, let filter, _):
      node = inner
      condition = filter
    case .countWhere(let inner), .sum(let inner), .least(let inner), .greatest(let inner),
      .mean(let inner), .weightedMean(let inner, _):
      node = inner
    }
    var sum = MeanSum()
    try forEachElement(of: list) { (evaluator) throws(ArithmeticError) in
      if let condition {
        // Of the others nothing is in the figure, nor of a rating that is missing.
        guard try evaluator.value(of: condition).flag == true,
          !(try evaluator.value(of: node).isMissing)
        else { return }
      }
      var weight: RuleValue = 1
      if case .weightedMean(_, let inner) = aggregate {
        weight = try evaluator.value(of: inner)
      }
      try sum.add(0, weight: weight, share: try evaluator.share(behind: node))
    }
    return try sum.mean(minimumShare: nil).share
  }
}
