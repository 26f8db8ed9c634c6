import KinerjaCore

// Sums in doubles, with a bound of the error.
extension ColumnCompiler {
  /// Computes a sum in doubles with a bound of the error.
  mutating func filtered(_ number: LaneNumber) throws(NeedsEvaluator) -> FilteredRegister {
    var bare = number
    bare.missing = .never
    if let known = filteredSums[bare] { return known }
    let level = number.level
    if number.terms.count == 1, number.terms[0].factor == 1, number.constant == .zero,
      number.terms[0].atom.chain == nil,
      case .filtered(let register) = source(of: number.terms[0].atom, at: level)
    {
      return register
    }
    var terms: [(source: LaneAtom.Source, factor: Double)] = []
    for term in number.terms {
      var (atom, factor) = (term.atom, term.factor)
      if atom.chain != nil {
        guard let own = exactAtom(self.number(atom)) else { throw NeedsEvaluator() }
        atom = own
      }
      guard let step = try? Ratio(1, over: atom.denominator), let scaled = try? factor * step
      else { throw NeedsEvaluator() }
      factor = scaled
      terms.append((source(of: atom, at: level), Double(factor)))
    }
    let constant = Double(number.constant)
    let isExact = number.constant.isWhole && constant.magnitude < 0x1p53
    let doubt = isExact ? 0 : constant.magnitude * FilteredSumKernel.unit
    let target = filteredRegister(at: level)
    let parts = terms
    emit {
      $0.filteredSum(parts, constant: constant, constantError: doubt, at: level, to: target)
    }
    filteredSums[bare] = target
    return target
  }

  /// A number in doubles with a bound; whole numbers are computed as such first, so that nought is
  /// known to be nought.
  mutating func sharpened(_ number: LaneNumber) throws(NeedsEvaluator) -> FilteredRegister {
    guard !number.terms.isEmpty, let atom = exactAtom(number) else { return try filtered(number) }
    return try filtered(self.number(atom))
  }
}
