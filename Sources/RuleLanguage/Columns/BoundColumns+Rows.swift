import KinerjaCore
import KinerjaTables

/// A column as it fills a slot of a program.
struct BoundColumn: Sendable {
  let column: RuleColumn
  let demand: ColumnDemand

  init(_ column: RuleColumn, as slot: Program.Slot) {
    self.column = column
    demand = ColumnDemand(of: column, as: slot)
  }

  /// The value of a row; nil if the rule does not take it.
  @inline(__always)
  func value(at row: Int) -> RuleValue? {
    if let missing = column.missing, missing.contains(row) {
      return demand.isRequired ? nil : .missing(.notGiven)
    }
    switch column.content {
    case .numbers(let storage, let decimals):
      let whole = storage[row]
      guard demand.allows(whole) else { return nil }
      return .number(
        decimals == 0 ? Ratio(whole) : Ratio(Points(mantissa: whole, places: decimals)))
    case .flags(let flags): return .flag(flags[row])
    case .categories(let codes, let categories): return .category(categories[Int(codes[row])])
    case .list: return nil
    }
  }
}

extension BoundColumns {
  /// Puts the values of a row into the slots of a person and of the elements of lists.
  ///
  /// - Returns: Whether the rule takes them; if not, nobody knows what the slots hold.
  func load(
    _ row: Int, for program: Program, values: inout [RuleValue], elements: inout [[RuleValue]],
    counts: inout [Int?]
  ) -> Bool {
    for slot in values.indices {
      guard slot < inputs.count, let input = inputs[slot] else {
        values[slot] = .missing(.notGiven)
        continue
      }
      guard let value = input.value(at: row) else { return false }
      values[slot] = value
    }
    for list in elements.indices {
      elements[list].removeAll(keepingCapacity: true)
      counts[list] = nil
      guard let starts = starts[list], missingLists[list]?.contains(row) != true else { continue }
      let range = starts[row]..<starts[row + 1]
      counts[list] = range.count
      let isTaken = load(range, of: list, program.lists[list], into: &elements[list])
      guard isTaken else { return false }
    }
    return true
  }

  private func load(
    _ range: Range<Int>, of list: Int, _ shape: Program.List, into elements: inout [RuleValue]
  ) -> Bool {
    let columns = fields[list]
    elements.reserveCapacity(range.count * shape.slots.count)
    for element in range {
      for slot in shape.slots.indices {
        guard slot < columns.count, let field = columns[slot] else {
          elements.append(.missing(.notGiven))
          continue
        }
        guard let value = field.value(at: element) else { return false }
        elements.append(value)
      }
    }
    for key in shape.keys {
      var seen: Set<CategoryID> = []
      for position in 0..<range.count {
        guard let category = elements[position * shape.slots.count + key].category else { continue }
        guard seen.insert(category).inserted else { return false }
      }
    }
    return true
  }

  /// How many elements each list of a person has; nil for a list that was not given.
  func counts(of row: Int) -> [Int?] {
    starts.indices.map { list in
      guard let starts = starts[list], missingLists[list]?.contains(row) != true else { return nil }
      return starts[row + 1] - starts[row]
    }
  }
}

extension Evaluator {
  /// Computes every step for one person of columns.
  ///
  /// A row that the rule does not take is read as inputs, so that the same sentences say why.
  mutating func run(_ row: Int, of columns: BoundColumns, rule: Rule) throws(InvalidInput) {
    if columns.mayBeTooMuchWork {
      let counts = columns.counts(of: row)
      guard program.isWithinLimits(counts) else {
        throw InvalidInput(program.tooMuchWork(for: counts))
      }
    }
    guard
      columns.load(
        row, for: program, values: &values, elements: &elements, counts: &counts)
    else {
      try run(columns.source.inputs(of: row), rule: rule)
      return
    }
    earlier = columns.source.earlier(of: row)
    try runSteps()
  }
}
