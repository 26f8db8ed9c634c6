package import KinerjaCore

/// What watches an evaluation: a recorder of derivations, or nobody.
///
/// The evaluator is generic over it, so that watching costs nothing where nobody watches.
package protocol EvaluationVisitor {
  /// Whether anything is recorded at all.
  static var isTracing: Bool { get }

  /// A condition of a step's formula was asked.
  mutating func asked(conditionAt node: Int, _ answer: RuleValue)

  /// A table was looked up.
  mutating func lookedUp(at node: Int, _ keys: [RuleValue], _ found: ResolvedTable.Found)

  /// A step found its value; it is named by its position.
  mutating func finished(_ step: Int, _ finding: StepFinding)
}

/// Nobody watches.
package struct NoVisitor: EvaluationVisitor {
  package static let isTracing = false

  package init() {}

  package mutating func asked(conditionAt node: Int, _ answer: RuleValue) {}

  package mutating func lookedUp(
    at node: Int, _ keys: [RuleValue], _ found: ResolvedTable.Found
  ) {}

  package mutating func finished(_ step: Int, _ finding: StepFinding) {}
}

/// How a step came to its value.
package struct StepFinding: Sendable {
  /// Which row of a table was taken.
  package enum Choice: Sendable {
    case band(Int)
    case cell(row: CategoryID, column: CategoryID)
  }

  /// The position of the element, for a step of a list.
  package internal(set) var element: Int?
  /// The value before rounding and before a policy for missing values.
  package internal(set) var exact = RuleValue.missing(.notGiven)
  /// The value in the end.
  package internal(set) var result = RuleValue.missing(.notGiven)
  package internal(set) var choice: Choice?
  /// The terms of a weighted mean.
  package internal(set) var terms: [DerivationStep.Term] = []
  /// The terms or elements that were left out, by position.
  package internal(set) var dropped: [Int] = []
  /// What took the place of a missing value.
  package internal(set) var replacement: DerivationStep.Replacement?
  /// What became of each variant of the step.
  package internal(set) var variants: [DerivationStep.Variant] = []
  /// The variants that hold at once without an order, by position; none if all is well.
  package internal(set) var conflicting: [Int] = []
  /// The share of the weight that was measured, from 0 to 1.
  package internal(set) var share = Ratio.zero
  /// What the step names, with its values.
  package internal(set) var operands: [DerivationStep.Operand] = []
}

extension StepFinding {
  /// Forgets the step before.
  mutating func begin(element: Int?) {
    self.element = element
    (choice, replacement) = (nil, nil)
    if !terms.isEmpty { terms = [] }
    if !dropped.isEmpty { dropped = [] }
    if !variants.isEmpty { variants = [] }
    if !conflicting.isEmpty { conflicting = [] }
    if !operands.isEmpty { operands = [] }
  }

  /// Takes up what an operation came to.
  mutating func take(_ value: RuleValue, share: Ratio) {
    (exact, result) = (value, value)
    self.share = share
  }
}

/// Why an evaluation stopped.
enum EvaluationStop: Error {
  case conflict(ProgramStep, element: Int?, [Int])
  case overflow(ProgramStep, element: Int?)
  case missing(ProgramStep, element: Int?, MissingReason)
}
