import KinerjaCore

// The variant of a step that holds and that no other overrides.
extension ColumnCompiler {
  mutating func chosen(
    among variants: [ProgramVariant], of step: ProgramStep, at level: LaneLevel
  ) throws(NeedsEvaluator) -> LaneValue {
    var answers: [LaneCode] = []
    var holding: [LaneCode] = []
    for variant in variants {
      let answer = try self.answer(of: variant)
      answers.append(answer)
      holding.append(certain(answer))
    }
    var (isAnyTaken, areTwoTaken) = (constant(false), constant(false))
    var undecided = LaneMissing.never
    var result: LaneValue?
    for (index, variant) in variants.enumerated() {
      let isFree = negated(overriding(index, among: variants, holding))
      let isTaken = logical(isOr: false, holding[index], isFree)
      // An answer that is missing matters, unless a variant that holds wins over this one anyway.
      let isOpen = logical(isOr: false, flag(for: answers[index].missing), isFree)
      undecided = united(undecided, missing(where: isOpen))
      areTwoTaken = logical(isOr: true, areTwoTaken, logical(isOr: false, isAnyTaken, isTaken))
      isAnyTaken = logical(isOr: true, isAnyTaken, isTaken)
      if case .constant(0) = isTaken.source { continue }
      let value = try self.value(of: variant.operation, of: step, at: level)
      if let before = result { result = try choice(isTaken, value, before) } else { result = value }
    }
    guard let result else { throw NeedsEvaluator() }
    // Two at once stop the person, as the exact evaluator says.
    try redo(where: missing(where: areTwoTaken), at: level)
    let isNoneTaken = missing(where: negated(isAnyTaken))
    return result.with(united(result.missing, united(undecided, isNoneTaken)))
  }

  /// Whether a variant holds; missing where its conditions leave that open.
  private mutating func answer(of variant: ProgramVariant) throws(NeedsEvaluator) -> LaneCode {
    var answer = constant(true)
    if let when = variant.when { answer = try flag(when) }
    guard let unless = variant.unless else { return answer }
    let isRuledOut = try flag(unless)
    return logical(isOr: false, answer, negated(isRuledOut))
  }

  /// The same flag, false where it is missing.
  private mutating func certain(_ flag: LaneCode) -> LaneCode {
    guard flag.missing != .never else { return flag }
    var bare = flag
    bare.missing = .never
    return logical(isOr: false, bare, negated(self.flag(for: flag.missing)))
  }

  /// Whether any variant holds that wins over one.
  private mutating func overriding(
    _ index: Int, among variants: [ProgramVariant], _ holding: [LaneCode]
  ) -> LaneCode {
    var any = constant(false)
    for (other, variant) in variants.enumerated() where variant.overrides.contains(index) {
      any = logical(isOr: true, any, holding[other])
    }
    return any
  }
}
