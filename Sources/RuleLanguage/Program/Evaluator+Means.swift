import KinerjaCore

// Means that may leave terms out.
extension Evaluator {

  mutating func weightedMean(
    _ terms: [(value: Int, weight: Int)], minimumShare: Ratio?
  ) throws(ArithmeticError) {
    var sum = MeanSum()
    if Visitor.isTracing { finding.terms.reserveCapacity(terms.count) }
    for term in terms {
      let (value, weight) = (try value(of: term.value), try value(of: term.weight))
      let share = program.tracksShares ? try share(behind: term.value) : 1
      try sum.add(value, weight: weight, share: share)
      if Visitor.isTracing {
        finding.terms.append(DerivationStep.Term(value: value, weight: weight))
      }
    }
    take(try sum.mean(minimumShare: minimumShare))
  }

  private mutating func take(_ mean: MeanSum.Mean) {
    finding.take(mean.value, share: mean.share)
    if !mean.dropped.isEmpty { finding.dropped = mean.dropped }
  }

  mutating func rescaledMean(
    _ aggregate: ProgramAggregate, list: Int, minimumShare: Ratio
  ) throws(ArithmeticError) {
    guard counts[list] != nil else {
      finding.take(.missing(.needs(program.lists[list].id.text)), share: 0)
      return
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
    take(try sum.mean(minimumShare: minimumShare))
  }
}
