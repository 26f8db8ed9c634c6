import KinerjaCore

// Rows that the exact evaluator decides.
extension ColumnCollector {
  /// Puts what the exact evaluator finds for a row of a strip in place of what the lanes found.
  mutating func replace(_ row: Int, in block: LaneBlock) {
    let isScored = evaluates(block.rows.lowerBound + row)
    if let slot = run.category, case .codes(let register) = run.plan.outputs[slot] {
      let place = outcome.codes.count - block.rows.count + row
      let old = Int(block.bytes(register)[row])
      // The table in which it was counted.
      let whole = block.rows.count & ~3
      frequencies[(row < whole ? row & 3 : 0) * 256 + old] -= 1
      let code = isScored ? code(of: evaluator.values[slot]) : ColumnOutcome.none
      outcome.codes[place] = code
      frequencies[Int(code)] += 1
    }
    addEvaluated(isScored: isScored)
    for (index, slot) in run.values.enumerated() {
      let place = outcome.values[index].values.count - block.rows.count + row
      outcome.values[index].values[place] = evaluated(slot, isScored: isScored)
    }
  }

  /// Adds a row that only the exact evaluator has seen.
  mutating func evaluate(_ row: Int) {
    let isScored = evaluates(row)
    if let slot = run.category {
      let code = isScored ? code(of: evaluator.values[slot]) : ColumnOutcome.none
      outcome.codes.append(code)
      frequencies[Int(code)] += 1
    }
    addEvaluated(isScored: isScored)
    for (index, slot) in run.values.enumerated() {
      outcome.values[index].values.append(evaluated(slot, isScored: isScored))
    }
  }

  private mutating func addEvaluated(isScored: Bool) {
    guard isScored else { return }
    for (index, slot) in run.sums.enumerated() {
      if let number = evaluator.values[slot].number { outcome.sums[index].add(number) }
    }
  }

  private func evaluated(_ slot: Int, isScored: Bool) -> Double {
    guard isScored, let number = evaluator.values[slot].number else { return .nan }
    return Double(number)
  }

  private func code(of value: RuleValue) -> UInt8 {
    guard let category = value.category, let place = run.scale.firstIndex(of: category) else {
      return ColumnOutcome.none
    }
    return UInt8(place)
  }

  /// Computes a row; false if the person cannot be scored, which is noted with why.
  private mutating func evaluates(_ row: Int) -> Bool {
    outcome.evaluated += 1
    do throws(InvalidInput) {
      try evaluator.run(row, of: run.plan.columns, rule: run.compiled.rule)
    } catch {
      outcome.refused += 1
      let place = SourcePlace(path: [.index(row)])
      var problems = Diagnostics(at: place, limit: outcome.problems.limit)
      for problem in error.problems { problems.add(problem) }
      outcome.problems.add(contentsOf: problems)
      return false
    }
    let results = [run.score, run.category].compactMap(\.self).map { evaluator.values[$0] }
    if let reason = results.compactMap(\.missingReason).first {
      outcome.missing[reason, default: 0] += 1
    }
    return true
  }
}
