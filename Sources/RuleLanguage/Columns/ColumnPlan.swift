import KinerjaCore
import KinerjaTables

/// A program lowered to operations over blocks of columns.
///
/// What the lanes cannot decide for certain, they say so, and the exact evaluator decides it.
struct ColumnPlan: Sendable {
  /// A register and for whom it holds a value.
  struct Register: Sendable {
    let level: LaneLevel
    /// In bytes.
    let width: Int
  }

  /// A column of numbers.
  struct Numbers: Sendable {
    let storage: NumberStorage
    let decimals: Int
    let level: LaneLevel
    /// What the numbers may be in a row that the rule takes.
    let limits: ClosedRange<Int64>
  }

  /// A column whose rows must be looked at before they are taken.
  struct Demand: Sendable {
    let level: LaneLevel
    let column: BoundColumn
  }

  /// Where the value of a step is found.
  enum Output: Sendable {
    case exact(ExactRegister)
    case filtered(FilteredRegister)
    /// Codes that are positions in the step's scale.
    case codes(Int)
  }

  typealias Operation = @Sendable (LaneBlock) -> Void

  let columns: BoundColumns
  var registers: [Register] = []
  var numbers: [Numbers] = []
  var demands: [Demand] = []
  var operations: [Operation] = []
  /// By the slot of the step; empty where only the exact evaluator can compute the rule.
  var outputs: [Int: Output] = [:]
  /// For each level the register of those who need the exact evaluator.
  var redo: [LaneLevel: Int] = [:]
  /// Whether the whole rule is left to the exact evaluator.
  var isLeftToEvaluator = false

  init(columns: BoundColumns) { self.columns = columns }
}
