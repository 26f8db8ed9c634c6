public import KinerjaCore

/// Weights by identifier, such as those of competencies, checked once when made.
///
/// The weights need not sum to one.
public struct WeightTable<Kind: IdentifierKind>: Sendable, Hashable {
  /// What is weighted, in reporting order.
  public let ids: [Identifier<Kind>]
  /// The weights, in the same order.
  public let weights: [Ratio]
  /// The sum of the weights, positive.
  public let total: Ratio

  /// Creates a table.
  ///
  /// - Parameter weights: Identifier and weight, in reporting order. Weights are exact shares
  ///   without unit.
  /// - Throws: All problems: a negative weight, an identifier named twice, no positive weight, a
  ///   sum too large to hold.
  public init(_ weights: KeyValuePairs<Identifier<Kind>, Ratio>) throws(InvalidInput) {
    try self.init(weights.map { ($0.key, $0.value) })
  }

  /// Creates a table.
  ///
  /// - Throws: As for a literal.
  public init(_ weights: [(id: Identifier<Kind>, weight: Ratio)]) throws(InvalidInput) {
    var problems = Diagnostics(at: "weights")
    var seen: Set<Identifier<Kind>> = []
    for (index, (id, weight)) in weights.enumerated() {
      if weight < 0 {
        problems.add(
          .negativeTableWeight, ["weight": .number(weight), "id": .text(id.text)],
          at: .index(index))
      }
      if !seen.insert(id).inserted {
        problems.add(.weightTwice, ["id": .text(id.text)], at: .index(index))
      }
    }
    do throws(ArithmeticError) {
      total = try Ratio.sum(of: weights.map(\.weight))
    } catch {
      total = 0
      problems.add(.weightsTooLarge)
    }
    if !problems.hasErrors, total == 0 { problems.add(.noPositiveWeight) }
    try problems.throwIfAny()
    ids = weights.map(\.id)
    self.weights = weights.map(\.weight)
  }

  /// The weight of an identifier; nil if the table has none.
  public func weight(of id: Identifier<Kind>) -> Ratio? {
    ids.firstIndex(of: id).map { weights[$0] }
  }

  /// The share of an identifier in the whole, from 0 to 1; nil if the table has none.
  public func share(of id: Identifier<Kind>) -> Ratio? {
    weight(of: id).flatMap { try? $0 / total }
  }

  /// Returns the weighted mean of one person's ratings.
  ///
  /// The mean is Σ *wᵢxᵢ* ∕ Σ *wᵢ*, exact; nothing is rounded here.
  ///
  /// - Parameter ratings: Scale points, one per identifier in ``ids``, in the same order.
  /// - Returns: Scale points, between the smallest and the largest rating of positive weight.
  /// - Throws: ``ScoringError/ratingCount(expected:found:)`` if the counts differ,
  ///   ``ScoringError/arithmetic(_:)`` if the exact mean is too large to hold.
  /// - Complexity: O(*n*) in the number of identifiers.
  public func mean(of ratings: [Points]) throws(ScoringError) -> Ratio {
    try mean(ofRatios: ratings.map { Ratio($0) })
  }

  /// Returns the weighted mean of exact numbers, such as attainments; otherwise like ``mean(of:)``.
  public func mean(ofRatios ratings: [Ratio]) throws(ScoringError) -> Ratio {
    guard ratings.count == ids.count else {
      throw .ratingCount(expected: ids.count, found: ratings.count)
    }
    do throws(ArithmeticError) {
      var sum = Ratio.zero
      for (weight, rating) in zip(weights, ratings) {
        sum = try sum + (try weight * rating)
      }
      return try sum / total
    } catch {
      throw .arithmetic(error)
    }
  }
}

/// Why ratings cannot be weighted.
public enum ScoringError: DiagnosedError, Sendable, Hashable {
  /// Another number of ratings than of weights.
  case ratingCount(expected: Int, found: Int)
  /// The exact result does not exist or is too large to hold.
  case arithmetic(ArithmeticError)
}

extension ScoringError {
  /// The problem as a diagnostic.
  public var diagnostic: Diagnostic {
    switch self {
    case .ratingCount(let expected, let found):
      Diagnostic(
        .ratingCount,
        ["expected": .integer(Int64(expected)), "found": .integer(Int64(found))])
    case .arithmetic:
      Diagnostic(.meanTooLarge)
    }
  }
}
