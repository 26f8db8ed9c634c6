import KinerjaCore

// Figures over the elements of a list.
extension Evaluator {

  mutating func forEachElement(
    of list: Int, _ body: (inout Self) throws(ArithmeticError) -> Void
  ) throws(ArithmeticError) {
    let (before, wasSilent) = (current, isSilent)
    isSilent = true
    defer { (current, isSilent) = (before, wasSilent) }
    for element in 0..<(counts[list] ?? 0) {
      current = element
      try body(&self)
    }
  }

  mutating func figure(
    _ aggregate: ProgramAggregate, over list: Int
  ) throws(ArithmeticError) -> RuleValue {
    guard let count = counts[list] else {
      return .missing(.needs(program.lists[list].id.text))
    }
    switch aggregate {
    case .count:
      return .number(Ratio(count))
    case .countWhere(let condition):
      return try sum(over: list) { (evaluator) throws(ArithmeticError) in
        let value = try evaluator.value(of: condition)
        return value.flag.map { $0 ? 1 : 0 } ?? value
      }
    case .sum(let node):
      return try sum(over: list) { (evaluator) throws(ArithmeticError) in
        try evaluator.value(of: node)
      }
    case .least(let node): return try extreme(node, over: list) { $1 < $0 }
    case .greatest(let node): return try extreme(node, over: list) { $1 > $0 }
    case .last(let node):
      guard count > 0 else { return .missing(.nothingToAverage) }
      let (before, wasSilent) = (current, isSilent)
      defer { (current, isSilent) = (before, wasSilent) }
      (current, isSilent) = (count - 1, true)
      return try value(of: node)
    case .mean(let node):
      guard count > 0 else { return .missing(.nothingToAverage) }
      let sum = try sum(over: list) { (evaluator) throws(ArithmeticError) in
        try evaluator.value(of: node)
      }
      guard case .number(let number) = sum else { return sum }
      return .number(try number / Ratio(count))
    case .weightedMean(let node, let weight):
      guard count > 0 else { return .missing(.nothingToAverage) }
      var sum = MeanSum()
      try forEachElement(of: list) { (evaluator) throws(ArithmeticError) in
        try sum.add(
          try evaluator.value(of: node), weight: try evaluator.value(of: weight), share: 1)
      }
      return try sum.mean(minimumShare: nil).value
    case .one(let node, let condition, let period):
      var found = RuleValue.missing(.notListed(period.text))
      if let missing = try forEachElement(
        of: list, where: condition,
        { (evaluator) throws(ArithmeticError) in
          found = try evaluator.value(of: node)
        })
      {
        return missing
      }
      return found
    case .ratings(let node, let condition, let group):
      var ratings: [Ratio] = []
      if let missing = try forEachElement(
        of: list, where: condition,
        { (evaluator) throws(ArithmeticError) in
          if case .number(let rating) = try evaluator.value(of: node) { ratings.append(rating) }
        })
      {
        return missing
      }
      guard ratings.count >= max(1, group.minimumCount) else {
        return .missing(group.tooFew(ratings.count))
      }
      return .number(try group.aggregation.figure(of: ratings))
    }
  }

  /// Goes through the elements for which a condition holds.
  ///
  /// - Returns: The first answer that is missing, for then nobody knows which they are.
  mutating func forEachElement(
    of list: Int, where condition: Int,
    _ body: (inout Self) throws(ArithmeticError) -> Void
  ) throws(ArithmeticError) -> RuleValue? {
    var missing: RuleValue?
    try forEachElement(of: list) { (evaluator) throws(ArithmeticError) in
      let answer = try evaluator.value(of: condition)
      if answer.isMissing { missing = missing ?? answer }
      if answer.flag == true { try body(&evaluator) }
    }
    return missing
  }

  mutating func sum(
    over list: Int, _ term: (inout Self) throws(ArithmeticError) -> RuleValue
  ) throws(ArithmeticError) -> RuleValue {
    var sum = Ratio.zero
    var missing: RuleValue?
    try forEachElement(of: list) { (evaluator) throws(ArithmeticError) in
      guard missing == nil else { return }
      let value = try term(&evaluator)
      if case .number(let number) = value { sum = try sum + number } else { missing = value }
    }
    return missing ?? .number(sum)
  }

  mutating func extreme(
    _ node: Int, over list: Int, takingIf isBetter: (Ratio, Ratio) -> Bool
  ) throws(ArithmeticError) -> RuleValue {
    var best: Ratio?
    var missing: RuleValue?
    try forEachElement(of: list) { (evaluator) throws(ArithmeticError) in
      let value = try evaluator.value(of: node)
      guard case .number(let number) = value else {
        missing = missing ?? value
        return
      }
      if let found = best, !isBetter(found, number) { return }
      best = number
    }
    return missing ?? best.map { .number($0) } ?? .missing(.nothingToAverage)
  }
}
