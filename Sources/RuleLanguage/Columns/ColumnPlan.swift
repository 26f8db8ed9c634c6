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

  /// What a rule asks of a column beyond its type.
  ///
  /// A row that does not keep to it is refused, by the exact evaluator, which says why.
  struct Demand: Sendable {
    let level: LaneLevel
    let storage: NumberStorage?
    let missing: BitSet?
    /// The whole numbers that are in the input's range; nil if the column cannot leave it.
    let allowed: ClosedRange<Int64>?
    /// The step of the numbers that have no more decimals than the input may have.
    let step: Int64
    let isRequired: Bool
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
