import KinerjaCore
import KinerjaTables

extension BoundColumns {
  /// Checks the columns of earlier values: their steps, types, lengths and days.
  static func check(
    earlier columns: RuleColumns, for compiled: CompiledRule, _ problems: inout Diagnostics
  ) {
    let rule = compiled.rule
    for (name, column) in columns.earlier.sorted(by: { $0.key < $1.key }) {
      let path: DefinitionPath = [.key(RuleInputs.earlierKey)]
      var found = Diagnostics(at: SourcePlace(path: path))
      guard rule.step(name) != nil, let index = compiled.slotsByName[name] else {
        found.add(
          .earlierUnknown,
          [
            "name": .text(name.text), "rule": .text(rule.id.text),
            "cure": .localized(
              .suggestion(for: name.text, among: rule.steps.map(\.id.text))),
          ], at: .key(name.text))
        problems.add(contentsOf: found)
        continue
      }
      let slot = compiled.program.slots[index]
      check(column.values, as: slot, count: columns.count, rule, &found)
      check(column, of: name, count: columns.count, until: compiled.program.day, &found)
      problems.add(contentsOf: found)
    }
  }

  private static func check(
    _ column: EarlierColumn, of name: StepID, count: Int, until last: Day,
    _ problems: inout Diagnostics
  ) {
    switch column.days {
    case .same(let day):
      guard day > last else { return }
      problems.add(
        .earlierInFuture, ["name": .text(name.text), "day": .day(day)], at: .key(name.text))
    case .each(let days):
      report(length: days.count, expected: count, of: name.text, &problems)
      for (row, day) in days.enumerated()
      where day > last && column.values.missing?.contains(row) != true {
        problems.add(
          .earlierInFuture, ["name": .text(name.text), "day": .day(day)],
          at: SourcePlace(path: [.key(name.text), .index(row)]))
      }
    }
  }
}
