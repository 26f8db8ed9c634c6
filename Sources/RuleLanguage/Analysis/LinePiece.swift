package import KinerjaCore

/// What a value of a program is along a piece of a line.
package enum LineValue: Sendable, Hashable {
  /// A number as a function of the input.
  case number(LineFunction)
  /// A category, a flag or a missing value, the same on the whole piece.
  case fixed(RuleValue)

  package init(_ value: RuleValue) {
    self = value.number.map { .number(LineFunction($0)) } ?? .fixed(value)
  }

  /// The function, if it is a number.
  package var function: LineFunction? {
    if case .number(let function) = self { function } else { nil }
  }

  /// The value that holds on the whole piece; nil for a number that moves.
  package var settled: RuleValue? {
    switch self {
    case .number(let function): function.constant.map { .number($0) }
    case .fixed(let value): value
    }
  }

  /// Whether it is a number that depends on the input.
  package var moves: Bool { settled == nil }
}

/// A stretch of one input on which a rule takes the same way throughout: no condition, no limit,
/// no band and no rounding decides otherwise.
package struct LinePiece: Sendable {
  /// The positions on the input's grid, both ends included.
  package let indices: ClosedRange<Int128>
  /// The slots of the person.
  package let values: [LineValue]
  /// The slots of the elements of each list, element after element.
  package let elements: [[LineValue]]
  /// The values of steps that round, before they did, by the steps' places.
  package let exact: [StepPlace: LineValue]
  /// Why the evaluation stops here; nil if it does not.
  package let stop: InvalidInput?

  /// A step of the person, or of one element of a list.
  package struct StepPlace: Sendable, Hashable {
    package let list: Int?
    package let element: Int
    package let slot: Int

    package init(list: Int?, element: Int = 0, slot: Int) {
      self.list = list
      self.element = element
      self.slot = slot
    }
  }

  /// The value of a step, after rounding.
  package func value(at place: StepPlace, in program: Program) -> LineValue {
    guard let list = place.list else { return values[place.slot] }
    return elements[list][place.element * program.lists[list].slots.count + place.slot]
  }

  /// The value of a step before rounding.
  package func exactValue(at place: StepPlace, in program: Program) -> LineValue {
    exact[place] ?? value(at: place, in: program)
  }
}
