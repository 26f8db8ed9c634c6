import KinerjaCore
import KinerjaTables

/// Columns in the order of a program's slots, checked: their names, types and lengths are right,
/// and every code stands for a category of the input's scale.
struct BoundColumns: Sendable {
  let rowCount: Int
  /// By the slot of the input; nil where no column was given.
  private(set) var inputs: [RuleColumn?] = []
  /// By list and field.
  private(set) var fields: [[RuleColumn?]] = []
  /// Where the elements of each person begin, by list; nil for a list that was not given.
  private(set) var starts: [[Int]?] = []
  private(set) var missingLists: [BitSet?] = []

  /// Checks columns against a rule.
  ///
  /// - Throws: Everything that is wrong with the columns as such; numbers out of range are found
  ///   when their rows are scored.
  init(_ columns: RuleColumns, for compiled: CompiledRule) throws(InvalidInput) {
    let (program, rule) = (compiled.program, compiled.rule)
    rowCount = columns.count
    var problems = Diagnostics()
    let names = rule.inputs.map(\.id) + rule.lists.map(\.id)
    Self.report(columns.columns.keys, notAmong: names, rule, &problems)
    for index in rule.inputs.indices {
      let slot = program.slots[index]
      let column = columns.columns[slot.id]
      inputs.append(column)
      guard let column else {
        if slot.isRequired, columns.count > 0 { Self.report(absent: slot, &problems) }
        continue
      }
      Self.check(column, as: slot, count: columns.count, rule, &problems)
    }
    for list in program.lists {
      guard let column = columns.columns[list.id] else {
        starts.append(nil)
        fields.append(Array(repeating: nil, count: list.fieldCount))
        missingLists.append(nil)
        continue
      }
      missingLists.append(column.missing)
      add(column, to: list, rule, &problems)
    }
    try problems.throwIfAny()
  }

  private mutating func add(
    _ column: RuleColumn, to list: Program.List, _ rule: Rule, _ problems: inout Diagnostics
  ) {
    guard case .list(let content) = column.content else {
      problems.add(.columnType, ["name": .text(list.id.text)], at: .key(list.id.text))
      starts.append(nil)
      fields.append(Array(repeating: nil, count: list.fieldCount))
      return
    }
    Self.checkLength(column, rowCount, list.id.text, &problems)
    let isAscending = zip(content.starts, content.starts.dropFirst()).allSatisfy { $0 <= $1 }
    if content.starts.first != 0 || !isAscending {
      problems.add(.columnStarts, ["name": .text(list.id.text)], at: .key(list.id.text))
    }
    var found = Diagnostics(at: list.id.text)
    let slots = list.slots.prefix(list.fieldCount)
    Self.report(content.fields.keys, notAmong: slots.map(\.id), rule, &found)
    let columns = slots.map { content.fields[$0.id] }
    for (slot, column) in zip(slots, columns) {
      guard let column else {
        if slot.isRequired, content.starts.last ?? 0 > 0 { Self.report(absent: slot, &found) }
        continue
      }
      Self.check(column, as: slot, count: content.starts.last ?? 0, rule, &found)
    }
    problems.add(contentsOf: found)
    starts.append(content.starts)
    fields.append(columns)
  }

  private static func report(
    _ names: some Collection<StepID>, notAmong known: [StepID], _ rule: Rule,
    _ problems: inout Diagnostics
  ) {
    for name in names.sorted() where !known.contains(name) {
      let cure = LocalizedText.suggestion(for: name.text, among: known.map(\.text))
      problems.add(
        .unknownInput,
        ["name": .text(name.text), "rule": .text(rule.id.text), "cure": .localized(cure)],
        at: .key(name.text))
    }
  }

  private static func report(absent slot: Program.Slot, _ problems: inout Diagnostics) {
    problems.add(.inputAbsent, ["name": .text(slot.name)], at: .key(slot.id.text))
  }

  private static func checkLength(
    _ column: RuleColumn, _ count: Int, _ name: String, _ problems: inout Diagnostics
  ) {
    guard column.count != count else { return }
    problems.add(
      .columnLength,
      [
        "name": .text(name), "found": .integer(Int64(column.count)),
        "expected": .integer(Int64(count)),
      ], at: .key(name))
  }

  private static func check(
    _ column: RuleColumn, as slot: Program.Slot, count: Int, _ rule: Rule,
    _ problems: inout Diagnostics
  ) {
    checkLength(column, count, slot.id.text, &problems)
    switch (column.content, slot.type) {
    case (.numbers(_, let decimals), .number):
      if !(0...Points.mostPlaces).contains(decimals) {
        problems.add(
          .columnDecimals,
          ["name": .text(slot.name), "decimals": .integer(Int64(decimals))],
          at: .key(slot.id.text))
      }
    case (.flags, .flag): break
    case (.categories(let codes, let categories), .category(let scale)):
      let known = rule.scale(scale)?.categories.map(\.id) ?? []
      for category in categories where !known.contains(category) {
        problems.add(
          .unknownCategory,
          [
            "category": .text(category.text), "scale": .text(scale.text),
            "cure": .localized(.suggestion(for: category.text, among: known.map(\.text))),
          ], at: .key(slot.id.text))
      }
      for row in codes.indices
      where codes[row] >= categories.count && column.missing?.contains(row) != true {
        problems.add(
          .columnCode,
          ["name": .text(slot.name), "code": .integer(Int64(codes[row]))],
          at: SourcePlace(path: [.key(slot.id.text), .index(row)]))
      }
    default:
      problems.add(
        .inputType, ["name": .text(slot.name), "expected": .localized(slot.type.label)],
        at: .key(slot.id.text))
    }
  }
}
