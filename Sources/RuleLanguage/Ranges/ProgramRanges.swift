import KinerjaCore

/// What every node and every step of a program may be, by interval analysis over the ranges of
/// the inputs.
///
/// Each node belongs to one formula, so that what a condition says about an input holds for the
/// nodes of its branch: in `if target > 0 then realised / target else 0` the divisor is not zero.
/// A node in a branch that is never taken has ``ValueRange/nothing``.
package struct ProgramRanges: Sendable {
  /// A division whose divisor may be zero.
  package struct ZeroDivision: Sendable, Hashable {
    /// The step's position in `Program.steps`.
    package let step: Int
    /// The node that divides.
    package let node: Int
    /// The node of the divisor.
    package let divisor: Int
  }

  /// By the index of the node.
  package internal(set) var nodes: [ValueRange]
  /// The results by position in `Program.steps`, after rounding and missing policy.
  package internal(set) var steps: [ValueRange] = []
  /// By the slot of the person: inputs and steps.
  package internal(set) var slots: [ValueRange]
  /// By list and by the slot of its elements.
  package internal(set) var elements: [[ValueRange]]
  /// How many elements each list may have; the upper limit is nil if there is none.
  package internal(set) var counts: [NumberInterval]
  /// The divisions whose divisor may be zero, in the order of the steps.
  package internal(set) var zeroDivisions: [ZeroDivision] = []

  let program: Program
  let listsMayBeMissing: Bool
  /// What a value of the type of each slot of the person may be.
  let anything: [ValueRange]
  /// What the conditions around the node at hand say of slots.
  var refinements: [SlotKey: ValueRange] = [:]
  var step = 0

  enum SlotKey: Hashable {
    case person(Int)
    case element(list: Int, slot: Int)
  }

  /// Analyses a compiled rule.
  ///
  /// - Parameters:
  ///   - compiled: The rule.
  ///   - inputs: What is known of the person's inputs, if more than the rule says.
  ///   - fields: The same of each list's fields.
  ///   - counts: How many elements each list has; missing lists are told in `listsMayBeMissing`.
  ///   - listsMayBeMissing: Whether a list may not have been given.
  package init(
    _ compiled: CompiledRule, inputs: [ValueRange]? = nil, fields: [[ValueRange]]? = nil,
    counts: [NumberInterval]? = nil, listsMayBeMissing: Bool = true
  ) {
    let program = compiled.program
    self.program = program
    anything = program.slots.map { Self.declared($0, in: compiled.rule) }
    nodes = Array(repeating: .nothing, count: program.nodes.count)
    let count = compiled.rule.inputs.count
    slots =
      inputs ?? program.slots.prefix(count).map { Self.declared($0, in: compiled.rule) }
    slots += Array(repeating: .nothing, count: program.slots.count - count)
    elements = program.lists.enumerated().map { index, list in
      let known =
        fields?[index]
        ?? list.slots.prefix(list.fieldCount).map { Self.declared($0, in: compiled.rule) }
      return known + Array(repeating: .nothing, count: list.slots.count - list.fieldCount)
    }
    self.counts = counts ?? program.lists.map { _ in NumberInterval(.zero, nil) }
    self.listsMayBeMissing = listsMayBeMissing
    for (index, step) in program.steps.enumerated() {
      self.step = index
      let found = result(of: step)
      steps.append(found)
      if let list = step.list {
        elements[list][step.slot] = found
      } else {
        slots[step.slot] = found
      }
    }
  }

  /// What the rule says of an input.
  package static func declared(_ slot: Program.Slot, in rule: Rule) -> ValueRange {
    var range: ValueRange
    switch slot.type {
    case .number:
      let limits = slot.range.map { NumberInterval($0.lowerBound, $0.upperBound) }
      range = ValueRange(numbers: limits ?? .everything)
      if let decimals = slot.decimals, (0...Points.mostPlaces).contains(decimals) {
        range.denominator = Ratio(Points(mantissa: 1, places: decimals)).denominator
      }
    case .flag: range = ValueRange(flags: [false, true])
    case .category(let scale):
      range = ValueRange(categories: Set(rule.scale(scale)?.categories.map(\.id) ?? []))
    }
    if !slot.isRequired { range.missing = [.notGiven] }
    return range
  }
}
