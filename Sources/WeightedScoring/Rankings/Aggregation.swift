public import KinerjaCore

/// How values of several criteria become one: weighted means from the weakest to the strongest
/// compensation.
///
/// The means are those of order *p* (Hardy, Littlewood and Pólya, Inequalities, chapter 2):
/// (Σ *wx*ᵖ ∕ Σ *w*) to the power of 1 ∕ *p*. Missing values are dropped and the weights of the others
/// rescaled, for every mean alike.
public enum Aggregation: Sendable, Hashable {
  /// Σ *wx* ∕ Σ *w*: a poor value is made good by another.
  case arithmetic
  /// exp(Σ *w* ln *x* ∕ Σ *w*): values > 0.
  case geometric
  /// Σ *w* ∕ Σ(*w* ∕ *x*): values > 0.
  case harmonic
  /// Mean of order *p*; 1 is the arithmetic, 0 the geometric, −1 the harmonic one. Values ≥ 0, for
  /// *p* ≤ 0 values > 0. *p* from −100 to 100.
  case power(Double)

  /// One value made of several.
  public struct Mean: Sendable, Hashable {
    /// The mean; nil if too little is known.
    public let value: Double?
    /// The share of the weight that is known, from 0 to 1.
    public let knownShare: Double
  }

  /// Returns the weighted mean of one alternative's values.
  ///
  /// - Parameters:
  ///   - values: The values; nil where missing.
  ///   - weights: One a value, not negative; they need not sum to one.
  ///   - minimumShare: The share of weight that must be known, from 0 to 1. With 0 one value of positive
  ///     weight is enough.
  /// - Throws: All problems: another number of weights, a negative one, none positive, settings out
  ///   of range, and by place each value that the mean cannot take.
  public func mean(
    of values: [Double?], weights: [Double], minimumShare: Double = 0
  ) throws(InvalidInput) -> Mean {
    var problems = Diagnostics(at: "values")
    check(values, weights, minimumShare, &problems)
    try problems.throwIfAny()
    var known: [(value: Double, weight: Double)] = []
    for (value, weight) in zip(values, weights) where weight > 0 {
      if let value { known.append((value, weight)) }
    }
    let knownWeight = known.reduce(0) { $0 + $1.weight }
    let share = knownWeight / weights.reduce(0, +)
    // Sums of doubles may fall short of a share by a rounding.
    guard knownWeight > 0, share >= minimumShare - 1e-12 else {
      return Mean(value: nil, knownShare: share)
    }
    return Mean(value: mean(of: known, knownWeight), knownShare: min(1, share))
  }

  /// Aggregates columns into one, row by row; as ``mean(of:weights:minimumShare:)``.
  ///
  /// - Throws: All problems of all rows, by row and column; columns of other lengths.
  public func means(
    of columns: [[Double?]], weights: [Double], minimumShare: Double = 0
  ) throws(InvalidInput) -> [Double?] {
    var problems = Diagnostics()
    let count = columns.first?.count ?? 0
    for (index, column) in columns.enumerated() where column.count != count {
      problems.add(
        .unevenColumn,
        ["found": .integer(Int64(column.count)), "expected": .integer(Int64(count))],
        at: .index(index))
    }
    try problems.throwIfAny()
    var means: [Double?] = []
    means.reserveCapacity(count)
    for row in 0..<count {
      do throws(InvalidInput) {
        means.append(
          try mean(of: columns.map { $0[row] }, weights: weights, minimumShare: minimumShare).value)
      } catch {
        for problem in error.problems {
          var placed = problem
          placed.place.path = DefinitionPath(
            [.key("rows"), .index(row)] + problem.place.path.components)
          problems.add(placed)
        }
      }
    }
    try problems.throwIfAny()
    return means
  }

  private func mean(of known: [(value: Double, weight: Double)], _ total: Double) -> Double {
    let p = order
    func sum(_ term: (Double) -> Double) -> Double {
      known.reduce(0) { $0 + $1.weight * term($1.value) } / total
    }
    if p == 1 { return sum { $0 } }
    if p == 0 { return Exponentials.exp(sum { Exponentials.log($0) }) }
    if p == -1 { return 1 / sum { 1 / $0 } }
    // Powers of fractions of the largest value, or of the smallest, do not overflow.
    let values = known.map(\.value)
    let unit = (p > 0 ? values.max() : values.min()) ?? 0
    if unit == 0 { return 0 }
    return unit * Exponentials.power(sum { Exponentials.power($0 / unit, p) }, 1 / p)
  }

  /// The order of the mean.
  private var order: Double {
    switch self {
    case .arithmetic: 1
    case .geometric: 0
    case .harmonic: -1
    case .power(let p): p
    }
  }

  private func check(
    _ values: [Double?], _ weights: [Double], _ minimumShare: Double,
    _ problems: inout Diagnostics
  ) {
    if values.count != weights.count {
      problems.add(
        .weightCount,
        [
          "found": .integer(Int64(weights.count)), "expected": .integer(Int64(values.count)),
        ])
    }
    for (place, weight) in weights.enumerated()
    where !(weight >= 0 && DecisionMatrix.isUsable(weight)) {
      problems.add(
        .unfitWeight, ["weight": .text("\(weight)"), "criterion": .text("\(place + 1)")],
        at: .index(place))
    }
    if !weights.contains(where: { $0 > 0 }) { problems.add(.noPositiveShare) }
    if !(abs(order) <= 100) || (order != 0 && abs(order) < 1e-9) {
      problems.add(.unfitSetting, ["setting": "p", "value": .text("\(order)")])
    }
    if !(minimumShare >= 0 && minimumShare <= 1) {
      problems.add(
        .unfitSetting, ["setting": "minimumShare", "value": .text("\(minimumShare)")])
    }
    let condition: SignCondition = order == 1 ? .any : order > 0 ? .notNegative : .positive
    for case (let place, let value?) in values.enumerated() {
      if !DecisionMatrix.isUsable(value) {
        problems.add(.unusableValue, ["value": .text("\(value)")], at: .index(place))
      } else if condition != .any, value < 0 {
        problems.add(
          .negativeValue, ["value": .text("\(value)"), "method": .text(text)], at: .index(place))
      } else if condition == .positive, value == 0 {
        problems.add(
          .zeroValue, ["value": .text("\(value)"), "method": .text(text)], at: .index(place))
      }
    }
  }

  /// The mean in one word, such as `power 2`.
  public var text: String {
    switch self {
    case .arithmetic: "arithmetic"
    case .geometric: "geometric"
    case .harmonic: "harmonic"
    case .power(let p): "power \(p)"
    }
  }
}
