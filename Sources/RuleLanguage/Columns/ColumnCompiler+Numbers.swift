import KinerjaCore

// Operations on numbers that are no sums.
extension ColumnCompiler {
  /// Whether what a chain makes of an atom is proven to fit doubles.
  private func fits(_ atom: LaneAtom) -> Bool {
    guard let numbers = atom.numbers,
      let target = atom.wholeChain.denominator(of: atom.denominator),
      let scaled = atom.wholeChain.scaled(
        from: atom.denominator, to: target, numbers: numbers)
    else { return false }
    return scaled.bound <= LaneKind.double.limit
  }

  mutating func magnitude(_ number: LaneNumber) throws(NeedsEvaluator) -> LaneNumber {
    if number.terms.isEmpty {
      var result = number
      result.constant = number.constant.magnitude
      return result
    }
    if var (atom, chain) = try single(number) {
      if chain.inner != nil || chain.low != nil || chain.high != nil,
        let computed = exactAtom(number)
      {
        (atom, chain) = (computed, LaneChain(factor: 1, added: .zero))
      }
      if chain.inner == nil, chain.low == nil, chain.high == nil {
        chain.inner = chain.added
        chain.added = .zero
        let result = atom.with(chain)
        if fits(result) { return self.number(result, missing: number.missing) }
      }
    }
    let (source, level) = (try filtered(number), number.level)
    let target = filteredRegister(at: level)
    emit { $0.magnitude(source, at: level, to: target) }
    return self.number(target, at: level, missing: number.missing)
  }

  func number(
    _ register: FilteredRegister, at level: LaneLevel, missing: LaneMissing
  ) -> LaneNumber {
    number(
      LaneAtom(source: .filtered(register), level: level, denominator: 1, numbers: nil),
      missing: missing)
  }

  /// The lesser or the greater of two.
  mutating func extreme(
    _ one: LaneNumber, _ other: LaneNumber, isLeast: Bool
  ) throws(NeedsEvaluator) -> LaneNumber {
    let missing = united(one.missing, other.missing)
    if one.terms.isEmpty, other.terms.isEmpty {
      var result = one
      result.constant =
        isLeast ? min(one.constant, other.constant) : max(one.constant, other.constant)
      result.missing = missing
      return result
    }
    for (number, limit) in [(one, other), (other, one)] where limit.terms.isEmpty {
      guard var (atom, chain) = try single(number) else { break }
      if isLeast {
        chain.low = chain.low.map { min($0, limit.constant) }
        chain.high = min(chain.high ?? limit.constant, limit.constant)
      } else {
        chain.high = chain.high.map { max($0, limit.constant) }
        chain.low = max(chain.low ?? limit.constant, limit.constant)
      }
      atom.chain = chain
      if fits(atom) { return self.number(atom, missing: missing) }
    }
    let level = joined(one.level, other.level)
    let (left, right) = (at(level, one), at(level, other))
    if let (a, b, denominator) = alike(left, right),
      let (numbers, their) = numbers(of: left, right)
    {
      let target = ExactRegister(
        index: register(at: level, width: 8), kind: .double, denominator: denominator)
      emit { $0.extreme(a, b, isLeast: isLeast, at: level, to: target.index) }
      let result =
        isLeast ? numbers.leastNumbers(with: their) : numbers.greatestNumbers(with: their)
      return number(
        LaneAtom(
          source: .exact(target), level: level, denominator: denominator, numbers: result),
        missing: missing)
    }
    let (a, b) = (try filtered(left), try filtered(right))
    let target = filteredRegister(at: level)
    emit { $0.extreme(a, b, isLeast: isLeast, at: level, to: target) }
    return number(target, at: level, missing: missing)
  }

  func numbers(of left: LaneNumber, _ right: LaneNumber) -> (NumberInterval, NumberInterval)? {
    numbers(of: left).flatMap { own in numbers(of: right).map { (own, $0) } }
  }

  func at(_ level: LaneLevel, _ number: LaneNumber) -> LaneNumber {
    var result = number
    result.level = level
    return result
  }

  /// Two numbers as whole numbers of one denominator in doubles; nil if they do not fit.
  mutating func alike(
    _ one: LaneNumber, _ other: LaneNumber
  ) -> (one: Int, other: Int, denominator: Int128)? {
    guard let a = exact(one, isDouble: true),
      let b = exact(other, isDouble: true, multipleOf: a.register.denominator)
    else { return nil }
    let denominator = b.register.denominator
    if a.register.denominator == denominator {
      return (a.register.index, b.register.index, denominator)
    }
    guard let again = exact(one, isDouble: true, multipleOf: denominator),
      again.register.denominator == denominator
    else { return nil }
    return (again.register.index, b.register.index, denominator)
  }

  mutating func rounded(
    _ number: LaneNumber, to places: Int, _ mode: RoundingMode
  ) throws(NeedsEvaluator) -> LaneNumber {
    guard (0...15).contains(places) else { throw NeedsEvaluator() }
    if number.terms.isEmpty {
      guard let rounded = try? number.constant.rounded(to: places, mode) else {
        throw NeedsEvaluator()
      }
      var result = number
      result.constant = Ratio(rounded)
      return result
    }
    let level = number.level
    let scale = Ratio(Points(mantissa: 1, places: places)).denominator
    let index = register(at: level, width: 8)
    let target = ExactRegister(index: index, kind: .double, denominator: scale)
    if let exact = exact(number, isDouble: true),
      let step = try? Ratio(scale, over: exact.register.denominator),
      let grid = try? Ratio(exact.register.denominator, over: 1),
      let most = exact.numbers.magnitude.flatMap({ try? $0 * grid }),
      let scaled = try? most * Ratio(Int64(step.numerator)), scaled < 0x8_0000_0000_0000,
      step.denominator < 0x8_0000_0000_0000
    {
      let (factor, divisor) = (Double(Int64(step.numerator)), Double(Int64(step.denominator)))
      let source = exact.register.index
      emit { $0.round(source, times: factor, over: divisor, mode, at: level, to: index) }
      return self.number(
        LaneAtom(
          source: .exact(target), level: level, denominator: scale,
          numbers: exact.numbers.rounded(to: places, mode)), missing: number.missing)
    }
    let source = try filtered(number)
    let redo = byteRegister(at: level)
    let factor = Double(Int64(scale))
    emit {
      $0.fill(redo, with: 0, at: level)
      $0.round(source, scale: factor, mode, at: level, to: index, redo: redo)
    }
    addRedo(redo, unless: number.missing, at: level)
    // Only whole numbers up to here count as certain.
    guard let most = try? Ratio(1 << 51, over: scale) else { throw NeedsEvaluator() }
    return self.number(
      LaneAtom(
        source: .exact(target), level: level, denominator: scale,
        numbers: NumberInterval(-most, most)), missing: number.missing)
  }

  mutating func choice(
    _ flag: LaneCode, _ then: LaneNumber, _ otherwise: LaneNumber
  ) throws(NeedsEvaluator) -> LaneNumber {
    let missing = choice(flag, missing: then.missing, otherwise.missing)
    if then.missing == .always, otherwise.missing == .always {
      var result = then
      result.missing = .always
      return result
    }
    let level = joined(flag.level, joined(then.level, otherwise.level))
    let (left, right) = (at(level, then), at(level, otherwise))
    let f = materialised(flag, at: level)
    if let (a, b, denominator) = alike(left, right),
      let (own, their) = numbers(of: left, right)
    {
      let target = ExactRegister(
        index: register(at: level, width: 8), kind: .double, denominator: denominator)
      emit { $0.choose(f, then: a, otherwise: b, doublesAt: level, to: target.index) }
      return number(
        LaneAtom(
          source: .exact(target), level: level, denominator: denominator,
          numbers: own.joined(with: their)), missing: missing)
    }
    let (a, b) = (try filtered(left), try filtered(right))
    let target = filteredRegister(at: level)
    emit { $0.choose(f, then: a, otherwise: b, at: level, to: target) }
    return number(target, at: level, missing: missing)
  }
}
