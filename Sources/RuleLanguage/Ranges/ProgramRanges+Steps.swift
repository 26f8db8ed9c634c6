import KinerjaCore

// The range of each kind of step.
extension ProgramRanges {
  mutating func result(of step: ProgramStep) -> ValueRange {
    var isDropping = false
    if case .dropAndRescale = step.policy { isDropping = true }
    var range = result(of: step.operation, isDropping: isDropping)
    if let rounding = step.rounding { range = range.rounded(to: rounding.places, rounding.mode) }
    return range.after(step.policy, worst: step.worst, earlier: anything[step.slot])
  }

  private mutating func result(
    of operation: ProgramStep.Operation, isDropping: Bool
  ) -> ValueRange {
    switch operation {
    case .expression(let node):
      return range(of: node, isDropping: isDropping)
    case .weightedMean(let terms):
      let found = terms.map { (value: range(of: $0.value), weight: range(of: $0.weight)) }
      return mean(of: found, isDropping: isDropping)
    case .bands(let node, let table):
      return category(of: range(of: node), in: table)
    case .matrix(let rows, let columns, let table):
      return category(rows: range(of: rows), columns: range(of: columns), in: table)
    case .variants(let variants):
      return result(of: variants, isDropping: isDropping)
    }
  }

  /// What any of the variants may give where its conditions hold.
  private mutating func result(
    of variants: [ProgramVariant], isDropping: Bool
  ) -> ValueRange {
    var result = ValueRange()
    if !variants.contains(where: { $0.when == nil && $0.unless == nil }) {
      result.missing.insert(.noVariantHolds)
    }
    for variant in variants {
      let before = refinements
      let answers = [(variant.when, true), (variant.unless, false)]
      var mayHold = true
      for case (let condition?, let answer) in answers where mayHold {
        let asked = range(of: condition)
        result.missing.formUnion(asked.missing)
        mayHold = asked.flags.contains(answer) && refine(condition, is: answer)
      }
      if mayHold {
        result = result.joined(with: self.result(of: variant.operation, isDropping: isDropping))
      }
      refinements = before
    }
    return result
  }

  /// Σ *wx* ∕ Σ *w*, which lies between the least and the greatest *x*; with constant weights it is
  /// a sum of its terms and can be told closer, unless terms may be dropped.
  func mean(
    of terms: [(value: ValueRange, weight: ValueRange)], isDropping: Bool
  ) -> ValueRange {
    var result = ValueRange()
    for term in terms {
      if !isDropping, term.weight.onlyNumber != .zero {
        result.missing.formUnion(term.value.missing)
      }
      result.missing.formUnion(term.weight.missing)
      if term.weight.numbers?.isNotNegative != true { result.missing.insert(.negativeWeight) }
    }
    if terms.allSatisfy({ $0.weight.mayBeZero }) { result.missing.insert(.divisionByZero) }
    let values = terms.compactMap { $0.value.numbers }
    let mayBeWhole =
      isDropping || terms.allSatisfy { $0.value.numbers != nil || $0.weight.mayBeZero }
    guard let first = values.first, mayBeWhole else { return result }
    result.numbers = values.dropFirst().reduce(first) { $0.joined(with: $1) }
    let weights = terms.compactMap { $0.weight.onlyNumber }
    let mayDrop = isDropping && terms.contains { $0.value.mayBeMissing }
    guard !mayDrop, weights.count == terms.count, let total = try? Ratio.sum(of: weights),
      total.sign > 0
    else { return result }
    var sum = ValueRange(.number(.zero))
    for (term, weight) in zip(terms, weights) where weight.sign != 0 {
      guard let share = try? weight / total else { return result }
      sum = sum.sum(with: term.value.product(with: ValueRange(.number(share))))
    }
    result.numbers = sum.numbers
    result.denominator = sum.denominator
    return result
  }

  func category(of range: ValueRange, in table: ResolvedBands) -> ValueRange {
    var result = ValueRange(missing: range.missing)
    guard let numbers = range.numbers else { return result }
    for band in table.bands {
      let limits = NumberInterval(band.lower?.value, band.upper?.value)
      guard let common = numbers.met(with: limits) else { continue }
      // A single number in common may be at an edge that is not the band's.
      if let low = common.lower, low == common.upper, !band.contains(low) { continue }
      result.categories.insert(band.category)
    }
    if table.mayMiss(numbers, denominator: range.denominator) {
      result.missing.insert(.outsideBands)
    }
    return result
  }

  func category(
    rows: ValueRange, columns: ValueRange, in table: ResolvedMatrix
  ) -> ValueRange {
    var result = ValueRange(missing: rows.missing.union(columns.missing))
    for row in rows.categories {
      for column in columns.categories {
        if let cell = table.cell(row: row, column: column) {
          result.categories.insert(cell)
        } else {
          result.missing.insert(.outsideBands)
        }
      }
    }
    return result
  }
}

extension ResolvedBands {
  /// Whether some number of an interval, and of a grid if one is known, may fall outside all bands.
  package func mayMiss(_ numbers: NumberInterval, denominator: Int128? = nil) -> Bool {
    bands.mayMiss(numbers, denominator: denominator)
  }
}

extension Array where Element: EdgedRange {
  /// Whether some number of an interval, and of a grid if one is known, may fall outside all ranges.
  package func mayMiss(_ numbers: NumberInterval, denominator: Int128? = nil) -> Bool {
    // Between two neighbouring edges membership does not change, nor beyond the outermost.
    let edges = Set(flatMap { [$0.lower?.value, $0.upper?.value].compactMap(\.self) })
    var places = edges.filter(numbers.contains).sorted()
    if let low = numbers.lower, places.first != low { places.insert(low, at: 0) }
    if let high = numbers.upper, places.last != high { places.append(high) }
    var probes = places
    for (one, other) in zip(places, places.dropFirst()) {
      guard let sum = try? one + other, let middle = try? sum / 2 else { return true }
      if let denominator, !NumberInterval.hasGridPoint(of: denominator, between: one, and: other) {
        continue
      }
      probes.append(middle)
    }
    if numbers.lower == nil {
      guard let below = try? (places.first ?? .zero) - 1 else { return true }
      probes.append(below)
    }
    if numbers.upper == nil {
      guard let above = try? (places.last ?? .zero) + 1 else { return true }
      probes.append(above)
    }
    return probes.contains { probe in !contains { $0.contains(probe) } }
  }
}

extension ValueRange {
  /// What becomes of it under a policy for missing values.
  ///
  /// - Parameters:
  ///   - policy: The policy.
  ///   - worst: The worst category that the step can give.
  ///   - earlier: What an earlier value of the step may be.
  func after(
    _ policy: MissingPolicy, worst: CategoryID?, earlier: @autoclosure () -> ValueRange
  ) -> ValueRange {
    switch policy {
    case .incomplete: return self
    case .fail: return missing(because: [])
    case .substitute(let value, _):
      return mayBeMissing ? missing(because: []).joined(with: ValueRange(value)) : self
    case .carryForward:
      // It may be absent, or too old.
      return mayBeMissing ? joined(with: earlier().missing(because: [])) : self
    case .lowestBand:
      guard mayBeMissing, let worst else { return self }
      return missing(because: []).joined(with: ValueRange(.category(worst)))
    case .dropAndRescale(let share):
      return missing(because: missing.union([.tooLittleMeasured(share)]))
    }
  }
}
