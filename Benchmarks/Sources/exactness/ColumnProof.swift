import KinerjaCore
import KinerjaTables
import RuleLanguage
import WeightedScoring

/// People of one number of decimals with the oracle's answers, to be scored as columns.
struct ColumnProof {
  private let proof: Proof
  /// Whether the engine for one person refused them all, because a number is too large to hold.
  private let isRefused: Bool
  private var people: CaseColumns
  private var categories: [String?] = []
  /// By step, then by person.
  private var numbers: [[ExactNumber?]]

  init(_ proof: Proof, places: Int, isRefused: Bool) {
    self.proof = proof
    self.isRefused = isRefused
    people = CaseColumns(proof.rule.rule, places: places)
    numbers = proof.numberSteps.map { _ in [] }
  }

  mutating func append(_ person: Case) {
    guard people.append(person.inputs) else { return }
    if case .category(let category) = proof.category(of: person) {
      categories.append(category)
    } else {
      categories.append(nil)
    }
    for (index, step) in proof.numberSteps.enumerated() {
      numbers[index].append(person.oracle.step(step).number)
    }
  }

  /// Scores them with every number kept by one thread, then with nothing kept by two.
  func run(_ count: inout Count) throws {
    guard people.count > 0 else { return }
    let columns = people.columns
    let steps = proof.numberSteps.map { proof.rule.rule.steps[$0].id }
    let scores = try proof.scorer.scores(
      of: columns, summing: steps, keeping: steps, parallel: ParallelBlocks(threads: 1))
    let alone = try proof.scorer.scores(of: columns, parallel: ParallelBlocks(threads: 2))
    count.columns += people.count
    count.evaluated += alone.evaluatedCount
    for row in 0..<people.count where proof.rule.categoryStep != nil {
      count.values += 2
      for found in [scores, alone] {
        if found.category(of: row)?.text == categories[row] { continue }
        if isRefused, found.category(of: row) == nil { continue }
        count.miss(
          "columns: \(found.category(of: row)?.text ?? "none") and not "
            + "\(categories[row] ?? "none") for \(columns.inputs(of: row))")
      }
    }
    for (index, step) in steps.enumerated() {
      compare(step, numbers[index], scores, columns, &count)
    }
    guard !isRefused else { return }
    if scores.refusedCount + alone.refusedCount > 0 {
      count.miss("columns refuse \(scores.refusedCount), or \(alone.refusedCount), whom one takes")
    }
    if scores.counts != alone.counts || scores.missing != alone.missing {
      count.miss("columns: \(scores.counts) with steps kept and \(alone.counts) without")
    }
  }

  private func compare(
    _ step: StepID, _ expected: [ExactNumber?], _ scores: CrowdScores, _ columns: RuleColumns,
    _ count: inout Count
  ) {
    guard let values = scores.values(of: step) else {
      return count.miss("columns keep nothing of \(step)")
    }
    for (row, expected) in expected.enumerated() {
      let value = values.values[row]
      count.values += 1
      if let expected, expected.isNear(value, within: values.bound) { continue }
      if value.isNaN, expected == nil || isRefused { continue }
      count.miss(
        "columns: \(step) is \(value) and not \(expected.map { "\($0)" } ?? "missing") "
          + "within \(values.bound) for \(columns.inputs(of: row))")
    }
    guard !isRefused, let sum = scores.sum(of: step) else { return }
    count.values += 1
    if sum.count != expected.count(where: { $0 != nil }) {
      count.miss("columns: \(sum.count) have \(step)")
    }
    guard let exact = sum.exact else { return }
    let total = expected.reduce(ExactNumber(0)) { sum, number in number.map { sum + $0 } ?? sum }
    if !(total == ExactNumber(exact)) { count.miss("columns: the sum of \(step) is \(exact)") }
  }
}
