import KinerjaCore

/// A chain in whole numbers of a register: ± |*kx* + *b*| + *c* between two limits.
struct ScaledChain: Sendable {
  let factor: Int64
  /// Added before the sign is dropped; nil if it is not dropped.
  let inner: Int64?
  let isNegated: Bool
  let added: Int64
  let low: Int64?
  let high: Int64?
}

/// A term of a sum in whole numbers.
struct ScaledTerm: Sendable {
  let source: LaneAtom.Source
  let chain: ScaledChain
}

/// The loops that add a term up in lanes of one type.
struct SumKernel<L: Lane>: SourceVisitor {
  let chain: ScaledChain
  let count: Int
  let sum: UnsafeMutablePointer<L>
  /// Whether it begins the sum.
  let isFirst: Bool

  @inline(__always)
  func visit(_ source: UnsafePointer<some LaneSource>) {
    let (k, c) = (L(whole: chain.factor), L(whole: chain.added))
    let low = chain.low.map { L(whole: $0) } ?? L.least
    let high = chain.high.map { L(whole: $0) } ?? L.greatest
    guard let inner = chain.inner else {
      if chain.low != nil || chain.high != nil {
        each { min(max(L.plus(L.times(L.load(source[$0]), k), c), low), high) }
      } else if chain.added == 0 {
        each { L.times(L.load(source[$0]), k) }
      } else {
        each { L.plus(L.times(L.load(source[$0]), k), c) }
      }
      return
    }
    let (b, zero) = (L(whole: inner), L(whole: 0))
    if chain.isNegated {
      each {
        let x = L.plus(L.times(L.load(source[$0]), k), b)
        return min(max(L.minus(c, max(x, L.minus(zero, x))), low), high)
      }
    } else {
      each {
        let x = L.plus(L.times(L.load(source[$0]), k), b)
        return min(max(L.plus(max(x, L.minus(zero, x)), c), low), high)
      }
    }
  }

  @inline(__always)
  private func each(_ term: (Int) -> L) {
    if isFirst {
      for index in 0..<count { sum[index] = term(index) }
    } else {
      for index in 0..<count { sum[index] = L.plus(sum[index], term(index)) }
    }
  }
}

extension LaneBlock {
  /// Sums terms into a register; without terms it is a constant.
  func sum(_ terms: [ScaledTerm], constant: Int64, at level: LaneLevel, to register: ExactRegister)
  {
    let count = count(at: level)
    guard !terms.isEmpty else {
      switch register.kind {
      case .short: shorts(register.index).update(repeating: Int16(whole: constant), count: count)
      case .float: floats(register.index).update(repeating: Float(whole: constant), count: count)
      case .double: doubles(register.index).update(repeating: Double(whole: constant), count: count)
      }
      return
    }
    for (position, term) in terms.enumerated() {
      let (chain, isFirst) = (term.chain, position == 0)
      switch register.kind {
      case .short:
        withSource(
          term.source, at: level,
          SumKernel(chain: chain, count: count, sum: shorts(register.index), isFirst: isFirst))
      case .float:
        withSource(
          term.source, at: level,
          SumKernel(chain: chain, count: count, sum: floats(register.index), isFirst: isFirst))
      case .double:
        withSource(
          term.source, at: level,
          SumKernel(chain: chain, count: count, sum: doubles(register.index), isFirst: isFirst))
      }
    }
  }
}

/// The loop that adds a term up in doubles with a running bound of the error.
///
/// A whole number converts with a relative error of at most 2⁻⁵³, and so do the factor, the product
/// and each sum; `unit` is twice that, which covers the rounding of the bound itself.
struct FilteredSumKernel: SourceVisitor {
  let factor: Double
  let count: Int
  let sum: UnsafeMutablePointer<Double>
  let error: UnsafeMutablePointer<Double>
  /// The errors of the source; nil for whole numbers.
  let errors: UnsafePointer<Double>?
  static let unit = 0x1p-52
  /// Makes up for the rounding of sums and products of bounds.
  static let slack = 1 + 0x1p-40

  @inline(__always)
  func visit(_ source: UnsafePointer<some LaneSource>) {
    let size = factor.magnitude
    for index in 0..<count {
      let term = factor * source[index].double
      let total = sum[index] + term
      var bound = error[index] + Self.unit * (3 * term.magnitude + total.magnitude)
      if let errors { bound += size * errors[index] }
      sum[index] = total
      error[index] = bound * Self.slack
    }
  }
}

extension LaneBlock {
  /// Sums terms, and a constant that is within `constantError` of its true value.
  func filteredSum(
    _ terms: [(source: LaneAtom.Source, factor: Double)], constant: Double, constantError: Double,
    at level: LaneLevel, to register: FilteredRegister
  ) {
    let count = count(at: level)
    let (sum, error) = (doubles(register.value), doubles(register.error))
    sum.update(repeating: constant, count: count)
    error.update(repeating: constantError, count: count)
    for term in terms {
      var errors: UnsafePointer<Double>?
      if case .filtered(let filtered) = term.source {
        errors = UnsafePointer(doubles(filtered.error))
      }
      withSource(
        term.source, at: level,
        FilteredSumKernel(
          factor: term.factor, count: count, sum: sum, error: error, errors: errors))
    }
  }
}
