import KinerjaCore

// Means that may leave terms out.
extension Evaluator {

  struct MeanTerm {
    let value: RuleValue
    let weight: RuleValue
    let share: Ratio
  }

  mutating func weightedMean(
    _ terms: [(value: Int, weight: Int)], policy: MissingPolicy
  ) throws(ArithmeticError) -> StepFinding {
    var found: [MeanTerm] = []
    for term in terms {
      found.append(
        MeanTerm(
          value: try value(of: term.value), weight: try value(of: term.weight),
          share: try share(behind: term.value)))
    }
    var finding = try mean(of: found, policy: policy)
    if Visitor.isTracing { finding.terms = found.map { ($0.value, $0.weight) } }
    return finding
  }

  mutating func rescaledMean(
    _ aggregate: ProgramAggregate, list: Int, minimumShare: Ratio
  ) throws(ArithmeticError) -> StepFinding {
    var found: [MeanTerm] = []
    let count = counts[list]
    try forEachElement(of: list) { (evaluator) throws(ArithmeticError) in
      switch aggregate {
      case .mean(let node):
        found.append(
          MeanTerm(
            value: try evaluator.value(of: node), weight: 1,
            share: try evaluator.share(behind: node)))
      case .weightedMean(let node, let weight):
        found.append(
          MeanTerm(
            value: try evaluator.value(of: node), weight: try evaluator.value(of: weight),
            share: try evaluator.share(behind: node)))
      case .count, .countWhere, .sum, .least, .greatest, .last, .one, .ratings:
        break
      }
    }
    if count == nil {
      let missing = RuleValue.missing(.needs(program.lists[list].id.text))
      return StepFinding(exact: missing, result: missing, share: 0)
    }
    return try mean(of: found, policy: .dropAndRescale(minimumShare: minimumShare))
  }

  func mean(
    of terms: [MeanTerm], policy: MissingPolicy
  ) throws(ArithmeticError) -> StepFinding {
    var (sum, weights, measured, total) = (Ratio.zero, Ratio.zero, Ratio.zero, Ratio.zero)
    var dropped: [Int] = []
    var missing: RuleValue?
    // Whether every weight is there and none is below nought.
    var isWeighable = true
    for (index, term) in terms.enumerated() {
      guard case .number(let weight) = term.weight else {
        missing = missing ?? term.weight
        isWeighable = false
        continue
      }
      guard weight.sign >= 0 else {
        missing = missing ?? .missing(.negativeWeight)
        isWeighable = false
        continue
      }
      total = try total + weight
      guard case .number(let value) = term.value else {
        missing = missing ?? term.value
        dropped.append(index)
        continue
      }
      sum = try sum + (try weight * value)
      weights = try weights + weight
      measured = try measured + (try weight * term.share)
    }
    var share: Ratio = total.sign == 0 ? 0 : try measured / total
    var result: RuleValue =
      weights.sign == 0 ? .missing(.divisionByZero) : .number(try sum / weights)
    if terms.isEmpty { result = .missing(.nothingToAverage) }
    if case .dropAndRescale(let least) = policy, isWeighable {
      let isNothingLeft = weights.sign == 0 && !dropped.isEmpty
      if share < least || isNothingLeft { result = .missing(.tooLittleMeasured(share)) }
    } else if let missing {
      (result, share, dropped) = (missing, 0, [])
    }
    return StepFinding(exact: result, result: result, dropped: dropped, share: share)
  }
}
