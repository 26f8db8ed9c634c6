import KinerjaCore
import RuleLanguage

// What is never produced, never used, or missing without anybody having thought of it.
extension Linter {
  /// Categories of the result's scale that nobody can get.
  mutating func checkOutcomes() {
    guard let id = scoring.categoryStep, let scale = scoring.categories,
      let index = program.steps.firstIndex(where: { $0.id == id && $0.list == nil })
    else { return }
    let reachable = ranges.steps[index].categories
    let known = findings.filter { $0.code == DiagnosticKind.lintUnreachable.code }
      .compactMap { $0.diagnostic.values["category"] }
    for category in scale.categories
    where !reachable.contains(category.id) && !known.contains(.text(category.id.text)) {
      report(
        .lintNeverProduced, ["step": .text(id.text), "category": .text(category.id.text)],
        at: path(of: program.steps[index]), .ranges, [people.plain])
    }
  }

  /// Inputs whose absence leaves the result incomplete although the rule asks about it somewhere, or
  /// says of other inputs that they must be given.
  mutating func checkMissing() {
    let plain = people.plain
    guard isComplete(plain) else { return }
    let asked = program.pathsAskedWhetherMissing
    let declares = plain.paths(for: rule).contains { $0.input.isRequired }
    for (path, input) in plain.paths(for: rule) where !input.isRequired {
      guard asked.contains(path) || declares else { continue }
      let person = plain.without(path)
      guard let outcome = try? compiled.evaluate(person),
        let reason = outputs.compactMap({ outcome[$0].missingReason }).first
      else { continue }
      report(
        .lintMissingUnhandled,
        [
          "input": .text(path.description), "reason": .localized(reason.label),
        ], at: [.key("inputs"), .key(path.description)], .scored, [person])
    }
  }

  private func isComplete(_ person: RuleInputs) -> Bool {
    guard let outcome = try? compiled.evaluate(person) else { return false }
    return outputs.allSatisfy { !outcome[$0].isMissing }
  }

  /// Inputs, parameters and steps from which nothing leads to the result.
  mutating func checkUse() {
    var slots: Set<[Int]> = []
    var lists: Set<Int> = []
    let wanted = Set((outputs + scoring.furtherSteps).map(\.text))
    var waiting = program.steps.filter { wanted.contains(name(of: $0)) }
    while let step = waiting.popLast() {
      guard slots.insert([step.list ?? -1, step.slot]).inserted else { continue }
      for node in program.nodes(below: program.roots(of: step)) {
        switch program.nodes[node] {
        case .value(let slot): add(slot, of: nil)
        case .element(let list, let slot):
          lists.insert(list)
          add(slot, of: list)
        case .aggregate(_, let list): lists.insert(list)
        default: continue
        }
      }
      // What a table or a condition names beside its formulas.
      for operand in step.operands {
        switch program.nodes[operand.node] {
        case .value(let slot): add(slot, of: nil)
        case .element(let list, let slot): add(slot, of: list)
        default: continue
        }
      }
    }
    func add(_ slot: Int, of list: Int?) {
      if let step = program.step(filling: slot, of: list) {
        waiting.append(step)
      } else {
        slots.insert([list ?? -1, slot])
      }
    }
    for (slot, input) in rule.inputs.enumerated() where !slots.contains([-1, slot]) {
      reportUnused(.lintUnusedInput, input.id.text, at: [.key("inputs"), .key(input.id.text)])
    }
    for (index, list) in rule.lists.enumerated() {
      let path: DefinitionPath = [.key("lists"), .key(list.id.text)]
      for (slot, field) in list.fields.enumerated() where !slots.contains([index, slot]) {
        reportUnused(
          .lintUnusedInput, "\(list.id).\(field.id)",
          at: path.appending(.key("fields")).appending(.key(field.id.text)))
      }
    }
    for step in program.steps where !slots.contains([step.list ?? -1, step.slot]) {
      reportUnused(.lintUnusedStep, name(of: step), at: path(of: step))
    }
    for (index, parameter) in rule.parameters.enumerated() {
      let isNamed = program.nodes.contains { node in
        if case .parameter(index) = node { true } else { false }
      }
      if !isNamed {
        reportUnused(
          .lintUnusedParameter, parameter.id.text,
          at: [.key("parameters"), .key(parameter.id.text)])
      }
    }
  }

  /// The name of a step; of one of a list with the list's.
  private func name(of step: ProgramStep) -> String {
    step.list.map { "\(program.lists[$0].id).\(step.id)" } ?? step.id.text
  }

  private mutating func reportUnused(
    _ kind: DiagnosticKind, _ name: String, at path: DefinitionPath
  ) {
    report(kind, ["name": .text(name)], at: path, .structure, [people.plain])
  }
}
