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
    /// The row of a table that is looked up, by its position, and the column of a grid.
    case row(Int, column: Int?)
    /// What the step does about a missing value.
    case missing
  }

  /// The step, with the list in front for one of its elements: `skp`, or `tasks.value`; or the table.
  package let step: String
  /// The variant of the step under which it is taken; nil for a step without.
  package var variant: VariantID?
  package let turn: Turn
}

extension RuleWay {
  /// The way in words, such as "predikat: 76 ≤ x < 91".
  package func text(in program: Program) -> LocalizedText {
    let place = LocalizedText(
      id: step + (variant.map { ", varian \($0)" } ?? ""),
      en: step + (variant.map { ", variant \($0)" } ?? ""))
    let words = words(in: program)
    return LocalizedText(
      id: "\(place.indonesian): \(words.indonesian)", en: "\(place.english): \(words.english)")
  }

  private func words(in program: Program) -> LocalizedText {
    switch turn {
    case .band(let index):
      let operation = program.step(called: step)?.operation.under(variant)
      let table = if case .bands(_, let table)? = operation { table } else { nil as ResolvedBands? }
      let band = table.flatMap { $0.bands.indices.contains(index) ? $0.bands[index] : nil }
      return LocalizedText(
        id: band?.text(.comma) ?? "pita \(index + 1)",
        en: band?.text(.point) ?? "band \(index + 1)")
    case .outside:
      return LocalizedText(id: "di luar semua pita", en: "outside all bands")
    case .cell(let row, let column):
      return LocalizedText(
        id: "baris \(row), kolom \(column)", en: "row \(row), column \(column)")
    case .answer(let condition, true):
      return LocalizedText(id: "\(condition) berlaku", en: "\(condition) holds")
    case .answer(let condition, false):
      return LocalizedText(id: "\(condition) tidak berlaku", en: "\(condition) does not hold")
    case .operand(_, let index, let function):
      return LocalizedText(
        id: "bagian ke-\(index + 1) dari \(function) menentukan",
        en: "part \(index + 1) of \(function) decides")
    case .variant(let id):
      return LocalizedText(id: "varian \(id)", en: "variant \(id)")
    case .row(let row, nil):
      return LocalizedText(id: "baris ke-\(row + 1)", en: "row \(row + 1)")
    case .row(let row, let column?):
      return LocalizedText(
        id: "baris ke-\(row + 1), kolom ke-\(column + 1)",
        en: "row \(row + 1), column \(column + 1)")
    case .missing:
      return LocalizedText(id: "nilainya tidak ada", en: "its value is missing")
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

  /// All ways, in the order of the steps as they run, and then the rows of the tables.
  package var ways: [RuleWay] {
    let lookedUp = Set(steps.flatMap { tablesLookedUp(in: $0.operation) })
    return steps.flatMap { ways(of: $0) }
      + tables.indices.filter(lookedUp.contains).flatMap { ways(of: tables[$0]) }
  }

  private func ways(of step: ProgramStep) -> [RuleWay] {
    let name = name(of: step)
    var ways = turns(of: step.operation).map { RuleWay(step: name, turn: $0) }
    if case .variants(let variants) = step.operation {
      for variant in variants {
        ways.append(RuleWay(step: name, turn: .variant(variant.id)))
        ways += turns(of: variant.operation).map {
          RuleWay(step: name, variant: variant.id, turn: $0)
        }
      }
    }
    if step.policy != .incomplete { ways.append(RuleWay(step: name, turn: .missing)) }
    return ways
  }

  private func turns(of operation: ProgramStep.Operation) -> [RuleWay.Turn] {
    let turns = calls(in: operation.nodes)
    switch operation {
    case .bands(_, let table): return turns + table.bands.indices.map { .band($0) }
    case .matrix(_, _, let table):
      return turns
        + table.rows.flatMap { row in table.columns.map { .cell(row: row, column: $0) } }
    case .expression, .weightedMean, .variants: return turns
    }
  }

  private func ways(of table: ResolvedTable) -> [RuleWay] {
    let turns: [RuleWay.Turn] =
      switch table.content {
      case .pieces(let pieces):
        pieces.compactMap { piece in piece.row.map { .row($0, column: nil) } }
      case .cells(let rows, let columns, _):
        rows.values.sorted().flatMap { row -> [RuleWay.Turn] in
          columns.map { $0.values.sorted().map { .row(row, column: $0) } }
            ?? [.row(row, column: nil)]
        }
      }
    return turns.map { RuleWay(step: table.id.text, turn: $0) }
  }

  /// The tables that an operation looks up, other than for a figure over a list.
  private func tablesLookedUp(in operation: ProgramStep.Operation) -> Set<Int> {
    var tables: Set<Int> = []
    func visit(_ node: Int) {
      if case .lookup(let table, _, _) = nodes[node] { tables.insert(table) }
      nodes[node].parts.forEach(visit)
    }
    operation.nodes.forEach(visit)
    if case .variants(let variants) = operation {
      for variant in variants { tables.formUnion(tablesLookedUp(in: variant.operation)) }
    }
    return tables
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

extension ProgramStep.Operation {
  /// The operation of one of its variants; itself for none.
  func under(_ variant: VariantID?) -> Self? {
    guard let variant else { return self }
    guard case .variants(let variants) = self else { return nil }
    return variants.first { $0.id == variant }?.operation
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
