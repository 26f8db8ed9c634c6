package import KinerjaCore

/// A part of a ``Formula``, with the place where it begins.
package struct FormulaNode: Sendable {
  /// What a part of a formula is.
  package indirect enum Kind: Sendable {
    case number(Ratio)
    case flag(Bool)
    /// A category, written in quotes.
    case category(String)
    /// An input, a parameter or another step.
    case name(String)
    case negate(FormulaNode)
    case not(FormulaNode)
    case binary(FormulaOperator, FormulaNode, FormulaNode)
    case conditional(FormulaNode, then: FormulaNode, otherwise: FormulaNode)
    case call(FormulaFunction, [FormulaNode])
    case round(FormulaNode, places: Int, RoundingMode)
  }

  package let kind: Kind
  /// Characters before it in the formula's text.
  package let offset: Int
  /// How many parts lie one inside the other here, itself included.
  let depth: Int

  init(_ kind: Kind, at offset: Int) {
    self.kind = kind
    self.offset = offset
    depth = 1 + (kind.parts.map(\.depth).max() ?? 0)
  }

  /// The parts directly inside, in the order written.
  package var parts: [FormulaNode] { kind.parts }
}

extension FormulaNode.Kind {
  fileprivate var parts: [FormulaNode] {
    switch self {
    case .number, .flag, .category, .name: []
    case .negate(let inner), .not(let inner), .round(let inner, _, _): [inner]
    case .binary(_, let left, let right): [left, right]
    case .conditional(let condition, let then, let otherwise): [condition, then, otherwise]
    case .call(_, let arguments): arguments
    }
  }
}

/// What stands between two parts of a formula.
package enum FormulaOperator: String, Sendable, CaseIterable {
  case or, and
  case equal = "="
  case notEqual = "!="
  case less = "<"
  case atMost = "<="
  case greater = ">"
  case atLeast = ">="
  case plus = "+"
  case minus = "-"
  case times = "*"
  case over = "/"

  /// How tightly it binds; more binds first.
  ///
  /// `and` and `or` bind alike and may not stand side by side without parentheses: law texts use
  /// them in either order.
  var precedence: Int {
    switch self {
    case .or, .and: 1
    case .equal, .notEqual, .less, .atMost, .greater, .atLeast: 4
    case .plus, .minus: 5
    case .times, .over: 6
    }
  }

  static let notPrecedence = 3
  static let signPrecedence = 7

  var isComparison: Bool { precedence == Self.equal.precedence }
  var isLogical: Bool { precedence == Self.and.precedence }
}

/// What a formula may call by name.
package enum FormulaFunction: String, Sendable, CaseIterable {
  /// The smallest of several numbers, or of one expression over a list.
  case min
  /// The largest of several numbers, or of one expression over a list.
  case max
  /// The number without its sign.
  case abs
  /// `clamp(x, low, high)`: x, but not below low nor above high.
  case clamp
  /// `round(x, places, mode)`; parsed into a part of its own.
  case round
  /// `lookup(table, x)`, or `lookup(table, row, column)`.
  case lookup
  /// The first argument that is not missing.
  case coalesce
  case isMissing
  /// The sum of an expression over a list.
  case sum
  /// The mean of an expression over a list.
  case mean
  /// `weightedMean(value, weight)` over a list.
  case weightedMean
  /// The value of an expression for the last element of a list.
  case last
  /// `count(list)`, or how often a condition over a list holds.
  case count

  /// How many arguments it takes.
  var argumentCount: ClosedRange<Int> {
    switch self {
    case .min, .max: 1...64
    case .abs, .isMissing, .sum, .mean, .last, .count: 1...1
    case .weightedMean: 2...2
    case .lookup: 2...3
    case .clamp, .round: 3...3
    case .coalesce: 2...64
    }
  }
}

extension RoundingMode {
  /// The mode as a formula writes it.
  package var formulaName: String {
    switch self {
    case .halfUp: "halfUp"
    case .halfDown: "halfDown"
    case .halfEven: "halfEven"
    case .down: "down"
    case .up: "up"
    case .floor: "floor"
    case .ceiling: "ceiling"
    }
  }
}
