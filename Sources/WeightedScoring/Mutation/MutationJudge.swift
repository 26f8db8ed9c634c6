import KinerjaCore
import RuleLanguage

/// Decides who notices an edit of a rule.
struct MutationJudge: Sendable {
  private let scoring: ScoringRule
  private let day: Day
  private let vectors: PolicyVectors
  private let compiled: CompiledRule
  private let codes: [String: Int]
  private let people: LintPeople

  init(_ scoring: ScoringRule, on day: Day, _ vectors: PolicyVectors) throws(InvalidInput) {
    self.scoring = scoring
    self.day = day
    self.vectors = vectors
    compiled = try CompiledRule(scoring.rule, on: day)
    codes = try Self.codes(of: scoring, on: day)
    people = LintPeople(
      compiled, outputs: scoring.outputs, asked: compiled.program.pathsAskedWhetherMissing)
  }

  private static func codes(
    of rule: ScoringRule, on day: Day
  ) throws(InvalidInput) -> [String: Int] {
    let found = try rule.lint(on: day).map(\.code) + rule.check(on: day).all.map(\.code)
    return Dictionary(found.map { ($0, 1) }, uniquingKeysWith: +)
  }

  func outcome(of mutant: RuleMutant) -> MutationReport.Outcome {
    let rule = scoring.replacingRule(by: mutant.rule)
    guard !rule.check(on: day).hasErrors else {
      return MutationReport.Outcome(mutant: mutant, caught: .compiler, equivalence: nil)
    }
    if !vectors.isSatisfied(by: rule) {
      return MutationReport.Outcome(mutant: mutant, caught: .vectors, equivalence: nil)
    }
    // A count that falls is no alarm: only what is new calls for a look.
    if let found = try? Self.codes(of: rule, on: day),
      found.contains(where: { $0.value > codes[$0.key] ?? 0 })
    {
      return MutationReport.Outcome(mutant: mutant, caught: .linter, equivalence: nil)
    }
    return MutationReport.Outcome(
      mutant: mutant, caught: nil, equivalence: equivalence(of: mutant.rule))
  }

  private func equivalence(of rule: Rule) -> MutationReport.Equivalence {
    guard let other = try? CompiledRule(rule, on: day) else { return .different }
    if isNeverComputed(in: other) { return .neverComputed }
    for line in people.lines {
      guard let twin = InputLine(other, line.line.inputs, varying: line.line.path) else {
        return .different
      }
      for piece in line.pieces where !isAlike(piece, on: twin, other) { return .different }
    }
    return .alikeAlongLines
  }

  /// Whether a piece of the rule is covered by pieces of the other with the same functions.
  private func isAlike(
    _ piece: LinePiece, on twin: InputLine, _ other: CompiledRule
  ) -> Bool {
    var next = piece.indices.lowerBound
    while next <= piece.indices.upperBound {
      let their = twin.piece(at: next)
      guard (their.stop == nil) == (piece.stop == nil) else { return false }
      if piece.stop == nil {
        for output in scoring.comparedSteps {
          guard let slot = compiled.program.slots.firstIndex(where: { $0.id == output }),
            let otherSlot = other.program.slots.firstIndex(where: { $0.id == output })
          else { return false }
          // The functions may be told apart by nothing but the point where one of them is pinned.
          let x = twin.grid.number(at: next)
          let (one, two) = (piece.values[slot], their.values[otherSlot])
          if one == two { continue }
          guard let f = one.function, let g = two.function,
            let a = try? f.value(at: x), let b = try? g.value(at: x), a == b
          else { return false }
        }
      }
      next = their.indices.upperBound + 1
    }
    return true
  }

  /// Whether both rules are the same in every part that can ever be computed.
  private func isNeverComputed(in other: CompiledRule) -> Bool {
    let (own, their) = (ProgramRanges(compiled), ProgramRanges(other))
    let steps = zip(compiled.program.steps, other.program.steps)
    guard compiled.program.steps.count == other.program.steps.count,
      "\(compiled.program.tables)" == "\(other.program.tables)"
    else { return false }
    return steps.allSatisfy { one, two in
      guard one.id == two.id, one.operations.count == 1, two.operations.count == 1 else {
        return false
      }
      let pair = zip(compiled.program.roots(of: one), other.program.roots(of: two))
      return Self.tables(one) == Self.tables(two) && "\(one.policy)" == "\(two.policy)"
        && one.rounding == two.rounding
        && pair.allSatisfy { isSame($0, $1, own, their, other.program) }
    } && compiled.program.parameters.count == other.program.parameters.count
  }

  private static func tables(_ step: ProgramStep) -> String {
    switch step.operation {
    case .bands(_, let table): "\(table)"
    case .matrix(_, _, let table): "\(table)"
    default: ""
    }
  }

  /// Whether two nodes compute the same, as far as they are ever asked.
  private func isSame(
    _ one: Int, _ two: Int, _ own: ProgramRanges, _ their: ProgramRanges, _ other: Program
  ) -> Bool {
    let program = compiled.program
    if !own.nodes[one].isPossible, !their.nodes[two].isPossible { return true }
    switch (program.nodes[one], other.nodes[two]) {
    case (.parameter(let i), .parameter(let j)):
      return program.parameters[i] == other.parameters[j]
    case (.constant(let a), .constant(let b)): return a == b
    case (.conditional(let c, let t, let e), .conditional(let d, let u, let f)):
      guard isSame(c, d, own, their, other) else { return false }
      let answers = own.nodes[c].flags.union(their.nodes[d].flags)
      return (!answers.contains(true) || isSame(t, u, own, their, other))
        && (!answers.contains(false) || isSame(e, f, own, their, other))
    default:
      let (parts, others) = (program.nodes[one].allParts, other.nodes[two].allParts)
      return parts.count == others.count
        && program.nodes[one].head == other.nodes[two].head
        && zip(parts, others).allSatisfy { isSame($0, $1, own, their, other) }
    }
  }
}

extension ProgramNode {
  /// What a node does, without what it is computed from.
  fileprivate var head: String {
    switch self {
    case .value(let slot): "value \(slot)"
    case .element(let list, let slot): "element \(list) \(slot)"
    case .binary(let sign, _, _): sign.rawValue
    case .round(_, let places, let mode): "round \(places) \(mode)"
    case .negate: "negate"
    case .not: "not"
    case .least: "least"
    case .greatest: "greatest"
    case .magnitude: "magnitude"
    case .clamp: "clamp"
    case .coalesce: "coalesce"
    case .isMissing: "isMissing"
    // Figures over lists are compared as they are written down.
    default: "\(self)"
    }
  }
}

extension ScoringRule {
  var outputs: [StepID] { [scoreStep, categoryStep].compactMap(\.self) }

  /// The steps of the person, not of a list, that the rule is asked for.
  fileprivate var comparedSteps: [StepID] {
    (outputs + furtherSteps).filter { rule.step($0) != nil }
  }
}
