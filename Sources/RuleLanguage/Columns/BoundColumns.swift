import KinerjaCore
import KinerjaTables

/// Columns in the order of a program's slots, checked: their names, types and lengths are right,
/// and every code stands for a category of the input's scale.
struct BoundColumns: Sendable {
  let source: RuleColumns
  /// By the slot of the input; nil where no column was given.
  private(set) var inputs: [BoundColumn?] = []
  /// By list and field.
  private(set) var fields: [[BoundColumn?]] = []
  /// Where the elements of each person begin, by list; nil for a list that was not given.
  private(set) var starts: [[Int]?] = []
  private(set) var missingLists: [BitSet?] = []
  /// Whether somebody's lists may be so long that the rule refuses them.
  private(set) var mayBeTooMuchWork = false

  /// Checks columns against a rule.
  ///
  /// - Throws: Everything that is wrong with the columns as such; numbers out of range are found
  ///   when their rows are scored.
  init(_ columns: RuleColumns, for compiled: CompiledRule) throws(InvalidInput) {
    let (program, rule) = (compiled.program, compiled.rule)
    source = columns
    var problems = Diagnostics()
    let names = rule.inputs.map(\.id) + rule.lists.map(\.id)
    Self.report(columns.columns.keys, notAmong: names, rule, &problems)
    for index in rule.inputs.indices {
      let slot = program.slots[index]
      let column = columns.columns[slot.id]
      guard let column else {
        inputs.append(nil)
        if slot.isRequired, columns.count > 0 { Self.report(absent: slot, &problems) }
        continue
      }
      Self.check(column, as: slot, count: columns.count, rule, &problems)
      inputs.append(BoundColumn(column.withDistinctCategories, as: slot))
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
    Self.check(earlier: columns, for: compiled, &problems)
    try problems.throwIfAny()
    let longest = starts.map { starts in
      starts.map { zip($0, $0.dropFirst()).reduce(0) { max($0, $1.1 - $1.0) } }
    }
    mayBeTooMuchWork = !program.isWithinLimits(longest)
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
    Self.report(length: column.count, expected: source.count, of: list.id.text, &problems)
    let isAscending = zip(content.starts, content.starts.dropFirst()).allSatisfy { $0 <= $1 }
    if content.starts.first != 0 || !isAscending {
      problems.add(.columnStarts, ["name": .text(list.id.text)], at: .key(list.id.text))
    }
    var found = Diagnostics(at: list.id.text)
    let slots = list.slots.prefix(list.fieldCount)
    Self.report(content.fields.keys, notAmong: slots.map(\.id), rule, &found)
    let columns = slots.map { content.fields[$0.id] }
    var bound: [BoundColumn?] = []
    for (slot, column) in zip(slots, columns) {
      guard let column else {
        bound.append(nil)
        if slot.isRequired, content.starts.last ?? 0 > 0 { Self.report(absent: slot, &found) }
        continue
      }
      Self.check(column, as: slot, count: content.starts.last ?? 0, rule, &found)
      bound.append(BoundColumn(column.withDistinctCategories, as: slot))
    }
    problems.add(contentsOf: found)
    starts.append(content.starts)
    fields.append(bound)
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

  static func report(
    length found: Int, expected: Int, of name: String, _ problems: inout Diagnostics
  ) {
    guard found != expected else { return }
    problems.add(
      .columnLength,
      [
        "name": .text(name), "found": .integer(Int64(found)),
        "expected": .integer(Int64(expected)),
      ], at: .key(name))
  }

  static func check(
    _ column: RuleColumn, as slot: Program.Slot, count: Int, _ rule: Rule,
    _ problems: inout Diagnostics
  ) {
    report(length: column.count, expected: count, of: slot.id.text, &problems)
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
      if categories.count > CategoryCodes.most {
        problems.add(
          .columnCategories,
          ["name": .text(slot.name), "count": .integer(Int64(categories.count))],
          at: .key(slot.id.text))
      }
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
