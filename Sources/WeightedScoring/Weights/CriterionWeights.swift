public import KinerjaCore

/// Weights of criteria as shares that sum to one, with the way in which they were found.
///
/// Weights in a linear sum are rates of exchange, not importance; see
/// ``DecisionMatrix/effectiveWeights(of:normalizing:parallel:)``.
public struct CriterionWeights: Sendable, Hashable {
  /// The criteria.
  public let criteria: [CriterionID]
  /// The share of each, from 0 to 1, in the same order.
  public let shares: [Double]
  /// How the weights were found.
  public let manifest: MethodManifest

  /// Creates weights given directly.
  ///
  /// - Parameter weights: Criterion and weight, which need not sum to one.
  /// - Throws: All problems: a criterion named twice, a weight that is negative or not finite, no
  ///   positive weight.
  public init(_ weights: KeyValuePairs<CriterionID, Double>) throws(InvalidInput) {
    try self.init(
      weights.map(\.key), weights.map(\.value), MethodManifest("direct", source: "given"))
  }

  /// Creates weights given directly, such as those read from a file.
  ///
  /// - Parameters:
  ///   - criteria: The criteria.
  ///   - weights: One a criterion; they need not sum to one.
  /// - Throws: As for a literal; also another number of weights than of criteria.
  public init(_ criteria: [CriterionID], weights: [Double]) throws(InvalidInput) {
    guard criteria.count == weights.count else {
      throw InvalidInput(
        Diagnostic(
          .weightCount,
          [
            "found": .integer(Int64(weights.count)), "expected": .integer(Int64(criteria.count)),
          ]))
    }
    try self.init(criteria, weights, MethodManifest("direct", source: "given"))
  }

  /// Creates weights from an exact table.
  ///
  /// - Parameter table: Checked when it was made.
  /// - Throws: A weight beyond the range of doubles.
  public init(_ table: WeightTable<CriterionKind>) throws(InvalidInput) {
    try self.init(
      table.ids, table.weights.map { Double($0) }, MethodManifest("direct", source: "given exactly")
    )
  }

  /// The same weight for every criterion.
  ///
  /// - Throws: A criterion named twice, or none.
  public static func equal(_ criteria: [CriterionID]) throws(InvalidInput) -> CriterionWeights {
    try CriterionWeights(
      criteria, criteria.map { _ in 1 }, WeightingMethod.equal.manifest)
  }

  init(
    _ criteria: [CriterionID], _ weights: [Double], _ manifest: MethodManifest
  ) throws(InvalidInput) {
    var problems = Diagnostics(at: "weights")
    var seen: Set<CriterionID> = []
    for (id, weight) in zip(criteria, weights) {
      if !seen.insert(id).inserted { problems.add(.criterionTwice, at: .key(id.text)) }
      if !(weight >= 0 && DecisionMatrix.isUsable(weight)) {
        problems.add(
          .unfitWeight, ["weight": .text("\(weight)"), "criterion": .text(id.text)],
          at: .key(id.text))
      }
    }
    let total = weights.reduce(0, +)
    if !problems.hasErrors, !(total > 0) { problems.add(.noPositiveShare) }
    try problems.throwIfAny()
    self.criteria = criteria
    shares = weights.map { $0 / total }
    self.manifest = manifest
  }

  /// The share of a criterion; nil if it has none.
  public func share(of criterion: CriterionID) -> Double? {
    criteria.firstIndex(of: criterion).map { shares[$0] }
  }

  /// The shares in the order of a matrix; what does not fit is added to `problems`.
  func shares(for columns: [Criterion], _ problems: inout Diagnostics) -> [Double] {
    let byID = Dictionary(zip(criteria, shares), uniquingKeysWith: { $1 })
    let wanted = Set(columns.map(\.id))
    for column in columns where byID[column.id] == nil {
      problems.add(.criterionWithoutWeight, at: .key(column.id.text))
    }
    for id in criteria where !wanted.contains(id) {
      problems.add(.weightWithoutCriterion, at: .key(id.text))
    }
    return columns.map { byID[$0.id] ?? 0 }
  }
}

extension CriterionWeights: CustomStringConvertible {
  /// Criteria with their shares, and how they were found.
  public var description: String {
    zip(criteria, shares).map { "\($0) \($1)" }.joined(separator: ", ") + "; \(manifest)"
  }
}
