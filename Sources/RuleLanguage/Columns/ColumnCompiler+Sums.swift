import KinerjaCore

// Sums, in whole numbers as long as they fit.
extension ColumnCompiler {
  /// What a number may be; nil if that is not known.
  func numbers(of number: LaneNumber) -> NumberInterval? {
    var sum = NumberInterval(number.constant, number.constant)
    for term in number.terms {
      guard let part = term.atom.chainedNumbers else { return nil }
      sum = sum + part * NumberInterval(term.factor, term.factor)
    }
    return sum
  }

  // MARK: - Linear forms

  mutating func sum(
    _ one: LaneNumber, _ other: LaneNumber, times factor: Ratio = 1
  ) throws(NeedsEvaluator) -> LaneNumber {
    var result = one
    result.missing = united(one.missing, other.missing)
    result.level = joined(one.level, other.level)
    do throws(ArithmeticError) {
      result.constant = try one.constant + (try other.constant * factor)
      for term in other.terms {
        let added = try term.factor * factor
        if let place = result.terms.firstIndex(where: { $0.atom == term.atom }) {
          result.terms[place].factor = try result.terms[place].factor + added
        } else {
          result.terms.append(.init(factor: added, atom: term.atom))
        }
      }
    } catch {
      throw NeedsEvaluator()
    }
    result.terms.removeAll { $0.factor == .zero }
    return result
  }

  mutating func scaled(
    _ number: LaneNumber, by factor: Ratio
  ) throws(NeedsEvaluator) -> LaneNumber {
    var zero = LaneNumber.constant(.zero)
    zero.level = number.level
    return try sum(zero, number, times: factor)
  }

  /// A number of one atom without factor and constant, computed first if it is a longer sum.
  mutating func single(
    _ number: LaneNumber
  ) throws(NeedsEvaluator) -> (atom: LaneAtom, chain: LaneChain)? {
    if number.terms.count == 1, !number.terms[0].atom.isFiltered {
      let term = number.terms[0]
      let chain = term.atom.wholeChain.scaled(by: term.factor)?.shifted(by: number.constant)
      guard let chain else { throw NeedsEvaluator() }
      return (term.atom, chain)
    }
    guard let atom = exactAtom(number) else { return nil }
    return (atom, LaneChain(factor: 1, added: .zero))
  }

  /// The number as one exact atom, computed into a register; nil if it does not fit.
  mutating func exactAtom(_ number: LaneNumber) -> LaneAtom? {
    guard let exact = exact(number, isDouble: false) else { return nil }
    return LaneAtom(
      source: .exact(exact.register), level: number.level,
      denominator: exact.register.denominator, numbers: exact.numbers)
  }

  func number(_ atom: LaneAtom, missing: LaneMissing = .never) -> LaneNumber {
    LaneNumber(
      level: atom.level, terms: [.init(factor: 1, atom: atom)], constant: .zero, missing: missing)
  }

  // MARK: - Whole numbers

  /// Computes a sum in whole numbers; nil if they are not proven to fit.
  mutating func exact(
    _ number: LaneNumber, isDouble: Bool, multipleOf multiple: Int128 = 1
  ) -> (register: ExactRegister, numbers: NumberInterval)? {
    var bare = number
    bare.missing = .never
    let key = ExactKey(number: bare, isDouble: isDouble, multiple: multiple)
    if let known = exactSums[key] { return known }
    guard let numbers = numbers(of: number) else { return nil }
    var chains: [(atom: LaneAtom, chain: LaneChain)] = []
    var denominator: Int128? = leastCommonMultiple(multiple, number.constant.denominator)
    for term in number.terms {
      let isFirst = chains.isEmpty
      guard !term.atom.isFiltered, var chain = term.atom.wholeChain.scaled(by: term.factor) else {
        return nil
      }
      if isFirst {
        guard let shifted = chain.shifted(by: number.constant) else { return nil }
        chain = shifted
      }
      denominator = leastCommonMultiple(
        denominator, chain.denominator(of: term.atom.denominator))
      chains.append((term.atom, chain))
    }
    guard let denominator else { return nil }
    var (bound, total): (Int128, Int128) = (0, 0)
    var terms: [ScaledTerm] = []
    for (atom, chain) in chains {
      guard let numbers = atom.numbers,
        let scaled = chain.scaled(from: atom.denominator, to: denominator, numbers: numbers)
      else { return nil }
      total = total.addingReportingOverflow(scaled.result).partialValue
      guard total >= 0, total <= LaneKind.double.limit else { return nil }
      bound = max(bound, max(scaled.bound, total))
      terms.append(
        ScaledTerm(source: self.source(of: atom, at: number.level), chain: scaled.chain))
    }
    var constant: Int64 = 0
    if terms.isEmpty {
      guard let grid = try? Ratio(denominator, over: 1),
        let whole = try? number.constant * grid, let fits = Int64(exactly: whole.numerator)
      else { return nil }
      constant = fits
      bound = Int128(fits.magnitude)
    }
    guard let kind = kind(for: bound, terms, isDouble: isDouble) else { return nil }
    let level = number.level
    let width = kind == .short ? 2 : kind == .float ? 4 : 8
    let target = ExactRegister(
      index: register(at: level, width: width), kind: kind, denominator: denominator)
    let (fixed, parts) = (constant, terms)
    emit { $0.sum(parts, constant: fixed, at: level, to: target) }
    exactSums[key] = (target, numbers)
    return (target, numbers)
  }

  /// The narrowest lanes in which no number up to a bound is rounded.
  private func kind(for bound: Int128, _ terms: [ScaledTerm], isDouble: Bool) -> LaneKind? {
    guard bound <= LaneKind.double.limit else { return nil }
    if isDouble || bound > LaneKind.float.limit { return .double }
    let areSmall = terms.allSatisfy { term in
      switch term.source {
      case .column(let index):
        switch plan.numbers[index].storage {
        case .int8, .uint8, .int16: true
        case .int32, .int64: false
        }
      case .exact(let register): register.kind == .short
      case .filtered: false
      }
    }
    return areSmall && bound <= LaneKind.short.limit ? .short : .float
  }

  /// The source of an atom at a level: the person's is spread over the elements.
  mutating func source(of atom: LaneAtom, at level: LaneLevel) -> LaneAtom.Source {
    guard atom.level == .person, level != .person else { return atom.source }
    switch atom.source {
    case .filtered(let filtered):
      return .filtered(
        FilteredRegister(
          value: spread(filtered.value, from: .person, to: level, isDouble: true),
          error: spread(filtered.error, from: .person, to: level, isDouble: true)))
    case .exact, .column:
      // Doubles hold whatever an exact register or a column that an exact sum took can hold.
      let own = ExactRegister(
        index: register(at: .person, width: 8), kind: .double, denominator: atom.denominator)
      let term = ScaledTerm(
        source: atom.source,
        chain: ScaledChain(
          factor: 1, inner: nil, isNegated: false, added: 0, low: nil, high: nil))
      emit { $0.sum([term], constant: 0, at: .person, to: own) }
      return .exact(
        ExactRegister(
          index: spread(own.index, from: .person, to: level, isDouble: true), kind: .double,
          denominator: atom.denominator))
    }
  }
}
