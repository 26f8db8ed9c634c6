import KinerjaCore

// Figures over lists.
extension ColumnCompiler {
  mutating func figure(
    _ aggregate: ProgramAggregate, over list: Int
  ) throws(NeedsEvaluator) -> LaneNumber {
    guard let starts = columns.starts[list] else {
      return LaneNumber(level: .person, terms: [], constant: .zero, missing: .always)
    }
    let most = zip(starts, starts.dropFirst()).reduce(0) { max($0, $1.1 - $1.0) }
    let counts = NumberInterval(.zero, Ratio(most))
    let given = mask(of: columns.missingLists[list], at: .person)
    switch aggregate {
    case .count:
      let target = wholeRegister()
      emit { $0.count(elementsOf: list, to: target.index) }
      return number(atom(target, counts), missing: given)
    case .countWhere(let condition):
      let flag = try flag(condition)
      let flags = materialised(flag, at: .list(list))
      let target = wholeRegister()
      emit { $0.count(flags: flags, of: list, to: target.index) }
      let missing = gathered(flag.missing, of: list)
      return number(atom(target, counts), missing: united(given, missing))
    case .sum(let node):
      var result = try sum(of: try number(node), over: list, counts)
      result.missing = united(given, result.missing)
      return result
    case .least(let node), .greatest(let node):
      var isLeast = false
      if case .least = aggregate { isLeast = true }
      var result = try extreme(of: try number(node), over: list, isLeast: isLeast)
      result.missing = united(united(given, result.missing), emptiness(of: list))
      return result
    case .mean(let node):
      let sum = try sum(of: try number(node), over: list, counts)
      let target = wholeRegister()
      emit { $0.count(elementsOf: list, to: target.index) }
      // A list without elements has a count of nought, which makes the quotient missing.
      var result = try quotient(sum, by: number(atom(target, counts)))
      result.missing = united(given, result.missing)
      return result
    case .weightedMean(let node, let weight):
      let (value, weight) = (try number(node), try number(weight))
      guard numbers(of: weight)?.isNotNegative == true else { throw NeedsEvaluator() }
      let sum = try sum(of: try weighed(value, by: weight), over: list, counts)
      let total = try self.sum(of: weight, over: list, counts)
      var result = try quotient(sum, by: total)
      result.missing = united(given, result.missing)
      return result
    case .ratings(let node, let condition, let group):
      var result = try mean(of: try number(node), where: try flag(condition), list, group, counts)
      result.missing = united(given, result.missing)
      return result
    // What stands for one element may be no number, and is no figure.
    case .last, .one: throw NeedsEvaluator()
    }
  }

  mutating func wholeRegister(_ denominator: Int128 = 1) -> ExactRegister {
    ExactRegister(
      index: register(at: .person, width: 8), kind: .double, denominator: denominator)
  }

  private func atom(_ register: ExactRegister, _ numbers: NumberInterval) -> LaneAtom {
    LaneAtom(
      source: .exact(register), level: .person, denominator: register.denominator,
      numbers: numbers)
  }

  /// The mean of the ratings of a group that are there.
  private mutating func mean(
    of rating: LaneNumber, where flag: LaneCode, _ list: Int, _ group: RaterGroup,
    _ counts: NumberInterval
  ) throws(NeedsEvaluator) -> LaneNumber {
    guard group.aggregation == .mean else { throw NeedsEvaluator() }
    let isOpen = gathered(flag.missing, of: list)
    var member = flag
    member.missing = .never
    var present = rating
    present.missing = .never
    let isRated = logical(isOr: false, member, negated(self.flag(for: rating.missing)))
    let sum = try sum(of: try choice(isRated, present, .constant(.zero)), over: list, counts)
    let (flags, target) = (materialised(isRated, at: .list(list)), wholeRegister())
    emit { $0.count(flags: flags, of: list, to: target.index) }
    let count = number(atom(target, counts))
    // Nobody's ratings have a count of nought, which makes the quotient missing.
    var result = try quotient(sum, by: count)
    let least = LaneNumber.constant(Ratio(max(1, group.minimumCount)))
    let areTooFew = missing(where: try comparison(.less, count, least))
    result.missing = united(isOpen, united(result.missing, areTooFew))
    return result
  }

  /// Ones for the people of whose elements any is missing.
  mutating func gathered(_ missing: LaneMissing, of list: Int) -> LaneMissing {
    guard missing != .never else { return .never }
    let mask = materialised(missing, at: .list(list))
    let target = byteRegister(at: .person)
    emit {
      $0.fill(target, with: 0, at: .person)
      $0.gather(mask, of: list, into: target)
    }
    return .mask(target, level: .person)
  }

  private mutating func emptiness(of list: Int) -> LaneMissing {
    let target = byteRegister(at: .person)
    emit { $0.empty(list, to: target) }
    return .mask(target, level: .person)
  }

  private mutating func sum(
    of value: LaneNumber, over list: Int, _ counts: NumberInterval
  ) throws(NeedsEvaluator) -> LaneNumber {
    let missing = gathered(value.missing, of: list)
    let value = at(.list(list), value)
    if let exact = exact(value, isDouble: true) {
      let numbers = exact.numbers * counts
      let grid = Ratio(try whole(exact.register.denominator))
      if let size = numbers.magnitude, let bound = try? size * grid,
        bound <= Ratio(Int64(LaneKind.double.limit))
      {
        let target = wholeRegister(exact.register.denominator)
        let source = exact.register.index
        emit { $0.sum(source, of: list, to: target.index) }
        return number(atom(target, numbers), missing: missing)
      }
    }
    let (source, target) = (try filtered(value), filteredRegister(at: .person))
    emit { $0.sum(source, of: list, to: target) }
    return number(target, at: .person, missing: missing)
  }

  private func whole(_ number: Int128) throws(NeedsEvaluator) -> Int64 {
    guard let fits = Int64(exactly: number) else { throw NeedsEvaluator() }
    return fits
  }

  private mutating func extreme(
    of value: LaneNumber, over list: Int, isLeast: Bool
  ) throws(NeedsEvaluator) -> LaneNumber {
    let missing = gathered(value.missing, of: list)
    let value = at(.list(list), value)
    if let exact = exact(value, isDouble: true) {
      let target = wholeRegister(exact.register.denominator)
      let source = exact.register.index
      emit { $0.extreme(source, of: list, isLeast: isLeast, to: target.index) }
      // Who has no element has nought in the lane, and the value is missing.
      let numbers = exact.numbers.joined(with: .zero)
      return number(atom(target, numbers), missing: missing)
    }
    let (source, target) = (try filtered(value), filteredRegister(at: .person))
    emit {
      $0.extreme(source.value, of: list, isLeast: isLeast, to: target.value)
      $0.extreme(source.error, of: list, isLeast: false, to: target.error)
    }
    return number(target, at: .person, missing: missing)
  }
}
