package import KinerjaCore

/// A compiled rule: every name resolved to a slot, every type checked, in an order that can run.
///
/// The expressions are one flat array of nodes whose operands are earlier indices. One evaluator
/// walks it for a derivation and for a crowd alike; an engine over columns may lower the same
/// nodes.
package struct Program: Sendable {
  package internal(set) var nodes: [ProgramNode] = []
  /// The steps in an order in which each finds what it needs.
  package internal(set) var steps: [ProgramStep] = []
  /// Parameter values on the day of compilation, by index.
  package internal(set) var parameters: [RuleValue] = []
  /// What fills the slots of one person: first the inputs, then the steps.
  package internal(set) var slots: [Slot] = []
  package internal(set) var lists: [List] = []
  /// The tables, in the order of the rule.
  package internal(set) var tables: [ResolvedTable] = []
  /// Whether some step may leave weight unmeasured, so that shares must be carried along.
  package internal(set) var tracksShares = false
  /// The day for which the rule was compiled.
  package internal(set) var day: Day
  /// The text of each condition, by the index of the node that asks it.
  package internal(set) var conditions: [Int: String] = [:]
  /// The work of each step.
  var work: [StepWork] = []
  /// The text of each look-up, by the index of its node.
  package internal(set) var lookups: [Int: String] = [:]

  /// A place for a value.
  package struct Slot: Sendable {
    package let id: StepID
    package internal(set) var type: ValueType
    /// For a message when the value is missing: plain, or qualified by its list.
    package let name: String
    /// The input's range, if it has one.
    package var range: ClosedRange<Ratio>?
    /// How many decimals the input may have; nil for any exact number.
    package var decimals: Int?
    /// Whether the input must be given.
    package var isRequired = false
    /// In what a number is measured, as far as that is known.
    package internal(set) var unit: MeasurementUnit?
  }

  /// The slots of one element of a list: first the fields, then the steps.
  package struct List: Sendable {
    package let id: StepID
    package let fieldCount: Int
    /// The fields that no two elements may share, such as the period.
    package internal(set) var keys: [Int] = []
    package internal(set) var slots: [Slot]
  }
}

extension Program {
  /// In what a step's value is measured, as far as that is known.
  func unit(ofStep step: Int) -> MeasurementUnit? {
    guard let list = steps[step].list else { return slots[steps[step].slot].unit }
    return lists[list].slots[steps[step].slot].unit
  }
}

/// One operation of a program; the integers are indices of other nodes unless said otherwise.
package enum ProgramNode: Sendable {
  case constant(RuleValue)
  /// A parameter, by its index.
  case parameter(Int)
  /// A slot of the person.
  case value(slot: Int)
  /// A slot of the element at hand.
  case element(list: Int, slot: Int)
  case negate(Int)
  case not(Int)
  case binary(FormulaOperator, Int, Int)
  case conditional(Int, then: Int, otherwise: Int)
  case least([Int])
  case greatest([Int])
  case magnitude(Int)
  case clamp(Int, low: Int, high: Int)
  case round(Int, places: Int, RoundingMode)
  case coalesce([Int])
  case isMissing(Int)
  /// The value that a table gives, by its index, for one key or two.
  case lookup(table: Int, key: Int, column: Int?)
  /// A figure over the elements of a list, by its index.
  ///
  /// Boxed, for it is large and rare, and every node would be as large as the largest.
  indirect case aggregate(ProgramAggregate, list: Int)
}

/// What is computed over a list.
package enum ProgramAggregate: Sendable {
  case count
  case countWhere(Int)
  case sum(Int)
  case least(Int)
  case greatest(Int)
  case mean(Int)
  /// The value for the last element.
  case last(Int)
  case weightedMean(Int, weight: Int)
  /// The value of the one element for which a condition holds, which stands for a period.
  case one(Int, where: Int, period: CategoryID)
  /// A figure of the ratings that are there, among the elements for which a condition holds.
  case ratings(Int, where: Int, of: RaterGroup)
}

extension ProgramAggregate {
  /// Whether it is a mean whose missing terms may be left out.
  var isMean: Bool {
    switch self {
    case .mean, .weightedMean: true
    case .count, .countWhere, .sum, .least, .greatest, .last, .one, .ratings: false
    }
  }
}

/// A step of a program.
package struct ProgramStep: Sendable {
  /// How the value is found.
  package indirect enum Operation: Sendable {
    case expression(Int)
    case weightedMean([(value: Int, weight: Int)])
    case bands(of: Int, ResolvedBands)
    case matrix(rows: Int, columns: Int, ResolvedMatrix)
    case variants([ProgramVariant])
  }

  package let id: StepID
  /// The list for whose elements it runs, and nil for the person.
  package let list: Int?
  /// Where the value goes.
  package let slot: Int
  package let operation: Operation
  package internal(set) var rounding: DecimalRounding?
  package let policy: MissingPolicy
  /// The share that must be measured for missing terms to be left out; nil if they may not be.
  let minimumShare: Ratio?
  /// The worst category that it can give; nil for a number or a flag.
  package let worst: CategoryID?
  /// What the step names, for a derivation.
  package let operands: [Operand]

  /// Something that a step names.
  package struct Operand: Sendable {
    package let name: String
    package let node: Int
    /// The list whose elements are all meant, if the name stands in a figure over a list.
    package let list: Int?
  }
}

/// A variant of a step of a program.
package struct ProgramVariant: Sendable {
  package let id: VariantID
  /// The condition under which it holds; nil for always.
  package let when: Int?
  /// The condition under which it does not.
  package let unless: Int?
  /// The variants over which it wins, by position: those that it overrides, and theirs in turn.
  package let overrides: Set<Int>
  package let operation: ProgramStep.Operation
  /// Where law says so, for a message.
  package let source: String
}
