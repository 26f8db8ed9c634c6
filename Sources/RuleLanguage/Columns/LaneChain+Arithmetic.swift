import KinerjaCore

extension LaneAtom {
  /// The chain that leaves the source as it is.
  var wholeChain: LaneChain { chain ?? LaneChain(factor: 1, added: .zero) }

  /// What the atom may be after its chain; nil if that is not known or does not fit.
  var chainedNumbers: NumberInterval? {
    guard let numbers else { return nil }
    return chain.map { $0.result(of: numbers) } ?? numbers
  }

  /// The atom behind another chain.
  func with(_ chain: LaneChain) -> LaneAtom {
    var atom = self
    atom.chain = chain
    return atom
  }
}

extension LaneChain {
  func result(of numbers: NumberInterval) -> NumberInterval {
    var result = numbers * NumberInterval(factor, factor)
    if let inner {
      result = (result + NumberInterval(inner, inner)).magnitudes
      if isNegated { result = -result }
    }
    result = result + NumberInterval(added, added)
    if let low { result = result.greatestNumbers(with: NumberInterval(low, low)) }
    if let high { result = result.leastNumbers(with: NumberInterval(high, high)) }
    return result
  }

  /// The chain whose result is this one's times a number; nil if that does not fit.
  func scaled(by number: Ratio) -> LaneChain? {
    var result = self
    let size = inner == nil ? number : number.magnitude
    guard let factor = try? factor * size, let added = try? added * number else { return nil }
    (result.factor, result.added) = (factor, added)
    if let inner {
      guard let inner = try? inner * size else { return nil }
      result.inner = inner
      if number.sign < 0 { result.isNegated.toggle() }
    }
    let (first, last) = number.sign < 0 ? (high, low) : (low, high)
    result.low = first.flatMap { try? $0 * number }
    result.high = last.flatMap { try? $0 * number }
    let isWhole = (result.low == nil) == (first == nil) && (result.high == nil) == (last == nil)
    return isWhole ? result : nil
  }

  /// The chain whose result is greater by a number; nil if that does not fit.
  func shifted(by number: Ratio) -> LaneChain? {
    var result = self
    guard let added = try? added + number else { return nil }
    result.added = added
    result.low = low.flatMap { try? $0 + number }
    result.high = high.flatMap { try? $0 + number }
    return (result.low == nil) == (low == nil) && (result.high == nil) == (high == nil)
      ? result : nil
  }

  /// The least denominator with which everything in it is whole, for a source with one.
  func denominator(of source: Int128) -> Int128? {
    guard let step = try? Ratio(1, over: source), let unit = try? factor * step else { return nil }
    var result = leastCommonMultiple(unit.denominator, added.denominator)
    for number in [inner, low, high] {
      guard let number else { continue }
      result = leastCommonMultiple(result, number.denominator)
    }
    return result
  }

  /// The chain in whole numbers, and the farthest from zero that any number on the way can be; nil
  /// if something does not fit 64 bits.
  func scaled(
    from source: Int128, to target: Int128, numbers: NumberInterval
  ) -> (chain: ScaledChain, bound: Int128, result: Int128)? {
    guard let grid = try? Ratio(target, over: 1), let coarse = try? Ratio(source, over: 1),
      let most = numbers.magnitude.flatMap({ try? $0 * coarse }), most.isWhole,
      let ratio = try? grid / coarse, let unit = try? factor * ratio, unit.isWhole,
      let factor = Int64(exactly: unit.numerator)
    else { return nil }
    func whole(_ number: Ratio?) -> Int64?? {
      guard let number else { return .some(nil) }
      guard let scaled = try? number * grid, scaled.isWhole,
        let whole = Int64(exactly: scaled.numerator)
      else { return nil }
      return .some(whole)
    }
    guard let inner = whole(inner), let added = whole(self.added), let added,
      let low = whole(low), let high = whole(high)
    else { return nil }
    let chain = ScaledChain(
      factor: factor, inner: inner, isNegated: isNegated, added: added, low: low, high: high)
    var (bound, overflow) = most.numerator.multipliedReportingOverflow(by: Int128(factor.magnitude))
    guard !overflow else { return nil }
    for part in [inner ?? 0, added] {
      (bound, overflow) = bound.addingReportingOverflow(Int128(part.magnitude))
      guard !overflow else { return nil }
    }
    for part in [Int64(clamping: most.numerator), factor, low ?? 0, high ?? 0] {
      bound = max(bound, Int128(part.magnitude))
    }
    var result = bound
    if let size = self.result(of: numbers).magnitude.flatMap({ try? $0 * grid }), size.isWhole {
      result = min(result, size.numerator)
    }
    return (chain, max(bound, most.numerator), result)
  }
}
