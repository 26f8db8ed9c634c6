import KinerjaCore

/// How large a rule may be, and how much work one person, so that a rule from an untrusted file
/// neither hangs nor fills the memory.
enum RuleLimits {
  /// Scales, categories, parameters with their values, inputs, tables, lists, fields and steps.
  static let parts = 10_000
  /// Characters in all formulas, edges and cells.
  static let characters = 2_000_000
  /// Operations in all formulas, edges and cells.
  static let nodes = 100_000
  /// Operations for one person, those for each element of a list included.
  static let work = 5_000_000
}

extension Rule {
  /// How many parts it has.
  var partCount: Int {
    scales.reduce(0) { $0 + 1 + $1.categories.count }
      + parameters.reduce(0) { $0 + 1 + $1.values.count } + tables.count + inputs.count
      + lists.reduce(0) { $0 + 1 + $1.fields.count + $1.steps.count } + steps.count
  }
}

extension RuleCompiler {
  /// Reports, once, that the rule is too large.
  mutating func refuseSize() {
    guard !isTooLarge else { return }
    isTooLarge = true
    problems.add(
      .ruleTooLarge,
      [
        "parts": .integer(Int64(RuleLimits.parts)),
        "characters": .integer(Int64(RuleLimits.characters)),
        "nodes": .integer(Int64(RuleLimits.nodes)),
      ], at: .key("steps"))
  }

  /// Whether the formulas read so far are few and short enough.
  mutating func isWithinLimits(reading text: FormulaText) -> Bool {
    characterCount += text.text.utf8.count
    if program.nodes.count > RuleLimits.nodes || characterCount > RuleLimits.characters {
      refuseSize()
    }
    return !isTooLarge
  }
}

/// The work of a step: operations for the person, and more for each element of lists.
struct StepWork {
  /// The list for whose elements the step runs.
  let list: Int?
  /// Operations outside figures over lists.
  private var base = 1
  /// Operations for each element of a list.
  private var perElement: [Int: Int] = [:]

  init(_ step: ProgramStep, in program: Program) {
    list = step.list
    for node in program.nodes(below: program.roots(of: step)) {
      base += 1
      guard case .aggregate(_, let list) = program.nodes[node] else { continue }
      perElement[list, default: 0] += program.nodes(below: [node]).count
    }
  }

  /// The operations for so many elements; nil if they cannot be counted.
  func count(_ counts: [Int?]) -> Int? {
    var sum = base
    for (list, nodes) in perElement {
      let (product, overflow) = nodes.multipliedReportingOverflow(by: counts[list] ?? 0)
      let (next, isTooMuch) = sum.addingReportingOverflow(product)
      guard !overflow, !isTooMuch else { return nil }
      sum = next
    }
    guard let list else { return sum }
    let (product, overflow) = sum.multipliedReportingOverflow(by: counts[list] ?? 0)
    return overflow ? nil : product
  }
}

extension Program {
  /// Whether one person with so many elements in each list is not too much work.
  func isWithinLimits(_ counts: [Int?]) -> Bool {
    // Without lists a program is as much work as it is large.
    guard !lists.isEmpty else { return true }
    var sum = 0
    for step in work {
      guard let count = step.count(counts), count <= RuleLimits.work - sum else { return false }
      sum += count
    }
    return true
  }

  /// That somebody has too many elements, with the longest list.
  func tooMuchWork(for counts: [Int?]) -> Diagnostic {
    let longest = lists.indices.max { (counts[$0] ?? 0) < (counts[$1] ?? 0) }
    return Diagnostic(
      .tooMuchWork, ["limit": .integer(Int64(RuleLimits.work))],
      at: SourcePlace(path: [.key(longest.map { lists[$0].id.text } ?? "")]))
  }
}
