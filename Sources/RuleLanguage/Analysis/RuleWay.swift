package import KinerjaCore

/// One of the ways that a rule can take: a band, a cell, an answer to a condition, an operand that
/// decides.
///
/// Tests that leave a way untaken say nothing about it.
package struct RuleWay: Sendable, Hashable {
  /// What is taken.
  package enum Turn: Sendable, Hashable {
    /// The band at a position of its table.
    case band(Int)
    /// A number for which the table has no band.
    case outside
    /// The cell where two categories meet.
    case cell(row: CategoryID, column: CategoryID)
    /// The answer to a condition.
    case answer(String, Bool)
    /// The operand that decides a `min`, a `max` or a `clamp`, by the place of the call in the step
    /// and of the operand in the call.
    case operand(call: Int, Int, of: String)
    /// The variant that holds.
    case variant(VariantID)
    /// What the step does about a missing value.
    case missing
  }

  /// The step, with the list in front for one of its elements: `skp`, or `tasks.value`.
  package let step: String
  package let turn: Turn
}

extension RuleWay {
  /// The way in words, such as "predikat: 76 ≤ x < 91".
  package func text(in program: Program) -> LocalizedText {
    switch turn {
    case .band(let index):
      let table = program.step(called: step).flatMap { step -> ResolvedBands? in
        if case .bands(_, let table) = step.operation { table } else { nil }
      }
      let band = table.flatMap { $0.bands.indices.contains(index) ? $0.bands[index] : nil }
      return LocalizedText(
        id: "\(step): \(band?.text(.comma) ?? "pita \(index + 1)")",
        en: "\(step): \(band?.text(.point) ?? "band \(index + 1)")")
    case .outside:
      return LocalizedText(id: "\(step): di luar semua pita", en: "\(step): outside all bands")
    case .cell(let row, let column):
      return LocalizedText(
        id: "\(step): baris \(row), kolom \(column)", en: "\(step): row \(row), column \(column)")
    case .answer(let condition, let holds):
      let (yes, no) = (
        LocalizedText(id: "berlaku", en: "holds"),
        LocalizedText(id: "tidak berlaku", en: "does not hold")
      )
      let answer = holds ? yes : no
      return LocalizedText(
        id: "\(step): \(condition) \(answer.indonesian)",
        en: "\(step): \(condition) \(answer.english)")
    case .operand(_, let index, let function):
      return LocalizedText(
        id: "\(step): bagian ke-\(index + 1) dari \(function) menentukan",
        en: "\(step): part \(index + 1) of \(function) decides")
    case .variant(let id):
      return LocalizedText(id: "\(step): varian \(id)", en: "\(step): variant \(id)")
    case .missing:
      return LocalizedText(
        id: "\(step): nilainya tidak ada", en: "\(step): its value is missing")
    }
  }
}

extension Program {
  fileprivate func step(called name: String) -> ProgramStep? {
    steps.first { self.name(of: $0) == name }
  }

  /// The name of a step, with its list in front.
  func name(of step: ProgramStep) -> String {
    step.list.map { "\(lists[$0].id).\(step.id)" } ?? step.id.text
  }

  /// All ways, in the order of the steps as they run.
  package var ways: [RuleWay] { steps.flatMap { ways(of: $0) } }

  private func ways(of step: ProgramStep) -> [RuleWay] {
    let name = name(of: step)
    var turns: [RuleWay.Turn] = []
    turns += calls(in: step.operation.nodes)
    switch step.operation {
    case .bands(_, let table): turns += table.bands.indices.map { .band($0) }
    case .matrix(_, _, let table):
      for row in table.rows { turns += table.columns.map { .cell(row: row, column: $0) } }
    case .variants(let variants): turns += variants.map { .variant($0.id) }
    case .expression, .weightedMean: break
    }
    if step.policy != .incomplete { turns.append(.missing) }
    return turns.map { RuleWay(step: name, turn: $0) }
  }

  /// The conditions and the calls in some nodes, in the order of the formulas.
  private func calls(in nodes: [Int]) -> [RuleWay.Turn] {
    var turns: [RuleWay.Turn] = []
    var count = 0
    func visit(_ node: Int) {
      switch self.nodes[node] {
      case .conditional(let condition, _, _):
        let text = conditions[node] ?? ""
        let both: [RuleWay.Turn] = [.answer(text, true), .answer(text, false)]
        turns += both.filter { !turns.contains($0) }
        _ = condition
      case .least(let all), .greatest(let all):
        turns += all.indices.map { .operand(call: count, $0, of: self.nodes[node].callName) }
        count += 1
      case .clamp:
        turns += (0..<3).map { .operand(call: count, $0, of: "clamp") }
        count += 1
      default: break
      }
      for part in self.nodes[node].parts { visit(part) }
    }
    for node in nodes { visit(node) }
    return turns
  }
}

extension ProgramStep.Operation {
  /// The expressions that it computes for certain, in the order of its definition; those of a
  /// variant only where it holds.
  var nodes: [Int] {
    switch self {
    case .expression(let node), .bands(let node, _): [node]
    case .weightedMean(let terms): terms.flatMap { [$0.value, $0.weight] }
    case .matrix(let rows, let columns, _): [rows, columns]
    case .variants: []
    }
  }
}

extension ProgramNode {
  var callName: String {
    switch self {
    case .least: "min"
    case .greatest: "max"
    default: "clamp"
    }
  }

  /// The nodes directly inside; nothing of a figure over a list, which decides for no one element.
  var parts: [Int] {
    switch self {
    case .constant, .parameter, .value, .element, .aggregate: []
    case .negate(let inner), .not(let inner), .magnitude(let inner), .isMissing(let inner),
      .round(let inner, _, _):
      [inner]
    case .binary(_, let left, let right): [left, right]
    case .conditional(let condition, let then, let otherwise): [condition, then, otherwise]
    case .least(let all), .greatest(let all), .coalesce(let all): all
    case .clamp(let inner, let low, let high): [inner, low, high]
    case .lookup(_, let key, let column): column.map { [key, $0] } ?? [key]
    }
  }
}
