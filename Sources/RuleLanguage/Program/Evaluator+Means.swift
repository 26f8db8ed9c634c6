import KinerjaCore

// Means that may leave terms out.
extension Evaluator {

  mutating func weightedMean(
    _ terms: [(value: Int, weight: Int)], policy: MissingPolicy
  ) throws(ArithmeticError) -> StepFinding {
    var sum = MeanSum()
    var traced: [DerivationStep.Term] = []
    if Visitor.isTracing { traced.reserveCapacity(terms.count) }
    for term in terms {
      let (value, weight) = (try value(of: term.value), try value(of: term.weight))
      try sum.add(value, weight: weight, share: try share(behind: term.value))
      if Visitor.isTracing { traced.append(DerivationStep.Term(value: value, weight: weight)) }
    }
    var finding = try sum.mean(policy)
    finding.terms = traced
    return finding
  }

  mutating func rescaledMean(
    _ aggregate: ProgramAggregate, list: Int, minimumShare: Ratio
  ) throws(ArithmeticError) -> StepFinding {
    guard counts[list] != nil else {
      let missing = RuleValue.missing(.needs(program.lists[list].id.text))
      return StepFinding(exact: missing, result: missing, share: 0)
    }
    var sum = MeanSum()
    try forEachElement(of: list) { (evaluator) throws(ArithmeticError) in
      switch aggregate {
      case .mean(let node):
        try sum.add(
          try evaluator.value(of: node), weight: 1, share: try evaluator.share(behind: node))
      case .weightedMean(let node, let weight):
        try sum.add(
          try evaluator.value(of: node), weight: try evaluator.value(of: weight),
          share: try evaluator.share(behind: node))
      case .count, .countWhere, .sum, .least, .greatest, .last, .one, .ratings:
        break
      }
    }
    return try sum.mean(.dropAndRescale(minimumShare: minimumShare))
  }
}
