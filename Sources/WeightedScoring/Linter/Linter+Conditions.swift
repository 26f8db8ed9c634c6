import KinerjaCore
import RuleLanguage

// Conditions, limits and divisions.
extension Linter {
  /// Conditions that hold for everyone or for nobody.
  mutating func checkComparisons(at index: Int) {
    let step = program.steps[index]
    var isReported = false
    let nodes = program.nodes(below: program.roots(of: step))
    for node in nodes {
      guard case .conditional(let condition, _, _) = program.nodes[node],
        let answer = ranges.nodes[condition].flags.only, dependsOnInputs(condition)
      else { continue }
      isReported = true
      let text = program.conditions[node] ?? step.id.text
      report(
        answer ? .lintAlwaysTrue : .lintAlwaysFalse,
        ["step": .text(step.id.text), "condition": .text(text)], at: path(of: step), .ranges,
        [people.plain])
    }
    guard !isReported else { return }
    for node in nodes {
      guard case .binary(let sign, let left, let right) = program.nodes[node], sign.compares,
        let answer = ranges.nodes[node].flags.only, dependsOnInputs(node)
      else { continue }
      let text = [name(of: left) ?? "…", sign.rawValue, name(of: right) ?? "…"]
        .joined(separator: " ")
      report(
        answer ? .lintAlwaysTrue : .lintAlwaysFalse,
        ["step": .text(step.id.text), "condition": .text(text)], at: path(of: step), .ranges,
        [people.plain])
    }
  }

  /// Two variants that hold at once without an order, with somebody for whom they do.
  mutating func checkVariants() {
    var seen: Set<String> = []
    for line in people.lines {
      for piece in line.pieces {
        guard
          let conflict = piece.stop?.problems.first(where: {
            $0.code == DiagnosticKind.variantConflict.code
          }), seen.insert(conflict.message(in: .english)).inserted
        else { continue }
        report(
          .lintVariantConflict,
          [
            "conflict": .localized(
              LocalizedText(
                id: conflict.message(in: .indonesian), en: conflict.message(in: .english)))
          ], at: [.key("steps")], .scored, [people.person(on: piece, of: line.line)])
      }
    }
  }

  /// What a node is called in the rule; nil for what is computed.
  private func name(of node: Int) -> String? {
    switch program.nodes[node] {
    case .value(let slot): program.slots[slot].name
    case .element(let list, let slot): program.lists[list].slots[slot].name
    case .parameter(let index): rule.parameters[index].id.text
    case .constant(let value): value.number?.text(.point) ?? value.category?.text
    default: nil
    }
  }

  /// Caps above all that can come, and floors below it; a floor of nought is left alone, since it
  /// guards against what a later change brings.
  mutating func checkLimits(at index: Int) {
    let step = program.steps[index]
    for node in program.nodes(below: program.roots(of: step)) {
      let caps: [(limit: Int, others: [Int], isCap: Bool)] =
        switch program.nodes[node] {
        case .least(let all): all.map { limit in (limit, all.filter { $0 != limit }, true) }
        case .greatest(let all): all.map { limit in (limit, all.filter { $0 != limit }, false) }
        case .clamp(let inner, let low, let high): [(high, [inner], true), (low, [inner], false)]
        default: []
        }
      for (limit, others, isCap) in caps where !dependsOnInputs(limit) {
        guard let bound = ranges.nodes[limit].onlyNumber, isCap || bound != 0,
          others.contains(where: { dependsOnInputs($0) })
        else { continue }
        let ends = others.map {
          isCap ? ranges.nodes[$0].numbers?.upper : ranges.nodes[$0].numbers?.lower
        }
        let known = ends.compactMap(\.self)
        guard known.count == ends.count, let end = isCap ? known.min() : known.max(),
          isCap ? end < bound : end > bound
        else { continue }
        report(
          .lintIdleLimit,
          ["step": .text(step.id.text), "limit": text(bound), "end": text(end)],
          at: path(of: step), .ranges, [people.plain])
      }
    }
  }

  /// A division by zero that somebody meets.
  mutating func checkDivisions(at index: Int) {
    let step = program.steps[index]
    guard ranges.steps[index].missing.contains(.divisionByZero) else { return }
    let place = place(of: step)
    guard
      let person = people.first(where: {
        $0.value(at: place, in: program) == .fixed(.missing(.divisionByZero))
      }), finding(of: step, for: person)?.result == .missing(.divisionByZero)
    else { return }
    report(
      .lintDivisionByZero,
      ["step": .text(step.id.text), "divisor": divisor(of: step)], at: path(of: step), .scored,
      [person])
  }

  private func divisor(of step: ProgramStep) -> DiagnosticValue {
    if case .weightedMean(let terms) = step.operation {
      return .text(terms.map { name(of: $0.weight) ?? "…" }.joined(separator: " + "))
    }
    for node in program.nodes(below: program.roots(of: step)) {
      switch program.nodes[node] {
      case .binary(.over, _, let divisor) where ranges.nodes[divisor].mayBeZero:
        if let name = name(of: divisor) { return .text(name) }
      case .aggregate(.weightedMean(_, let weight), _):
        return .text("sum(\(name(of: weight) ?? "…"))")
      default: continue
      }
    }
    return .localized(LocalizedText(id: "hasil hitungan", en: "what is computed"))
  }
}

extension Set<Bool> {
  fileprivate var only: Bool? { count == 1 ? first : nil }
}

extension FormulaOperator {
  fileprivate var compares: Bool {
    switch self {
    case .equal, .notEqual, .less, .atMost, .greater, .atLeast: true
    default: false
    }
  }
}
