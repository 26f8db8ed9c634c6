import KinerjaCore

// Operations on whole numbers in doubles, and on doubles with bounds.
extension LaneBlock {
  func product(_ one: Int, _ other: Int, at level: LaneLevel, to target: Int) {
    let (a, b, to) = (doubles(one), doubles(other), doubles(target))
    for index in 0..<count(at: level) { to[index] = a[index] * b[index] }
  }

  func extreme(
    _ one: Int, _ other: Int, isLeast: Bool, at level: LaneLevel, to target: Int
  ) {
    let (a, b, to) = (doubles(one), doubles(other), doubles(target))
    if isLeast {
      for index in 0..<count(at: level) { to[index] = min(a[index], b[index]) }
    } else {
      for index in 0..<count(at: level) { to[index] = max(a[index], b[index]) }
    }
  }

  func choose(_ flag: Int, then: Int, otherwise: Int, doublesAt level: LaneLevel, to target: Int) {
    let (f, a, b, to) = (bytes(flag), doubles(then), doubles(otherwise), doubles(target))
    for index in 0..<count(at: level) { to[index] = f[index] != 0 ? a[index] : b[index] }
  }

  /// Rounds *n* ∕ *divisor* for whole *n* below 2⁵².
  ///
  /// The quotient of two whole numbers below 2⁵³ that is not whole lies farther from the next whole
  /// number than it is rounded, so that its floor is exact.
  func round(
    _ source: Int, times factor: Double, over divisor: Double, _ mode: RoundingMode,
    at level: LaneLevel, to target: Int
  ) {
    let (from, to) = (doubles(source), doubles(target))
    for index in 0..<count(at: level) {
      let number = from[index] * factor
      let size = number.magnitude
      var whole = (size / divisor).rounded(.down)
      let rest = size - whole * divisor
      let isNegative = number < 0
      let isAway: Bool =
        switch mode {
        case .halfUp: 2 * rest >= divisor
        case .halfDown: 2 * rest > divisor
        case .halfEven:
          2 * rest > divisor
            || (2 * rest == divisor && whole.truncatingRemainder(dividingBy: 2) == 1)
        case .down: false
        case .up: rest > 0
        case .floor: isNegative && rest > 0
        case .ceiling: !isNegative && rest > 0
        }
      if isAway { whole += 1 }
      to[index] = isNegative ? 0 - whole : whole
    }
  }

  // MARK: - With bounds

  func product(
    _ one: FilteredRegister, _ other: FilteredRegister, at level: LaneLevel,
    to target: FilteredRegister
  ) {
    let (a, ea, b, eb) = (
      doubles(one.value), doubles(one.error), doubles(other.value), doubles(other.error)
    )
    let (to, error) = (doubles(target.value), doubles(target.error))
    for index in 0..<count(at: level) {
      let product = a[index] * b[index]
      let crossed =
        a[index].magnitude * eb[index] + b[index].magnitude * ea[index] + ea[index] * eb[index]
      let own =
        a[index] == 0 || b[index] == 0
        ? 0 : product.magnitude * FilteredSumKernel.unit + Double.leastNormalMagnitude
      to[index] = product
      error[index] = (crossed + own) * FilteredSumKernel.slack
    }
  }

  /// Divides; a divisor of nought makes the quotient missing, and one that may be nought goes to
  /// the exact evaluator.
  func quotient(
    _ one: FilteredRegister, by other: FilteredRegister, at level: LaneLevel,
    to target: FilteredRegister, missing: Int, redo: Int
  ) {
    let (a, ea, b, eb) = (
      doubles(one.value), doubles(one.error), doubles(other.value), doubles(other.error)
    )
    let (to, error) = (doubles(target.value), doubles(target.error))
    let (mask, again) = (bytes(missing), bytes(redo))
    for index in 0..<count(at: level) {
      let (divisor, doubt) = (b[index], eb[index])
      let isZero = divisor == 0 && doubt == 0
      mask[index] = isZero ? 1 : 0
      let isCertain = divisor.magnitude > doubt * FilteredSumKernel.slack
      again[index] |= isZero || isCertain ? 0 : 1
      let quotient = isCertain ? a[index] / divisor : 0
      let size = quotient.magnitude
      let crossed = (ea[index] + size * doubt) / (divisor.magnitude - doubt)
      let own =
        a[index] == 0 ? 0 : size * FilteredSumKernel.unit + Double.leastNormalMagnitude
      to[index] = quotient
      error[index] = isCertain ? (crossed + own) * FilteredSumKernel.slack : 0
    }
  }

  func extreme(
    _ one: FilteredRegister, _ other: FilteredRegister, isLeast: Bool, at level: LaneLevel,
    to target: FilteredRegister
  ) {
    extreme(one.value, other.value, isLeast: isLeast, at: level, to: target.value)
    // Neither is farther from its true value than the greater bound, so the extreme is not.
    let (a, b, to) = (doubles(one.error), doubles(other.error), doubles(target.error))
    for index in 0..<count(at: level) {
      // A bound that is no number must not get lost.
      to[index] = a[index] >= b[index] ? a[index] : b[index] >= a[index] ? b[index] : .infinity
    }
  }

  func magnitude(_ source: FilteredRegister, at level: LaneLevel, to target: FilteredRegister) {
    let (from, to) = (doubles(source.value), doubles(target.value))
    for index in 0..<count(at: level) { to[index] = from[index].magnitude }
    doubles(target.error).update(from: doubles(source.error), count: count(at: level))
  }

  func choose(
    _ flag: Int, then: FilteredRegister, otherwise: FilteredRegister, at level: LaneLevel,
    to target: FilteredRegister
  ) {
    choose(
      flag, then: then.value, otherwise: otherwise.value, doublesAt: level, to: target.value)
    choose(
      flag, then: then.error, otherwise: otherwise.error, doublesAt: level, to: target.error)
  }

  /// Rounds to whole numbers of 1 ∕ `scale`; who is too near a breakpoint goes to the exact
  /// evaluator.
  func round(
    _ source: FilteredRegister, scale: Double, _ mode: RoundingMode, at level: LaneLevel,
    to target: Int, redo: Int
  ) {
    let (from, doubt) = (doubles(source.value), doubles(source.error))
    let (to, again) = (doubles(target), bytes(redo))
    let isHalf = [.halfUp, .halfDown, .halfEven].contains(mode)
    for index in 0..<count(at: level) {
      let number = from[index] * scale
      let bound =
        (doubt[index] * scale + number.magnitude * FilteredSumKernel.unit)
        * FilteredSumKernel.slack
      let low = number.rounded(.down)
      let part = number - low
      let distance = isHalf ? (part - 0.5).magnitude : min(part, 1 - part)
      let isCertain = distance > bound && number.magnitude < 0x1p50
      again[index] |= isCertain ? 0 : 1
      let isUp: Bool =
        switch mode {
        case .halfUp, .halfDown, .halfEven: part > 0.5
        case .floor: false
        case .ceiling: true
        case .down: number < 0
        case .up: number > 0
        }
      to[index] = isCertain ? (isUp ? low + 1 : low) : 0
    }
  }
}
