import KinerjaNumerics

/// How far two elements of a facet differ at one element of another, beyond their measures.
public struct FacetContrast: Sendable, Hashable {
  /// The first term minus the second, in logits.
  public let logits: Double
  /// Of ``logits``.
  public let standardError: Double
  /// Welch's, for errors of different size; not a whole number.
  public let degreesOfFreedom: Double
  /// The chance of as large a ``t`` without a difference, two-sided.
  public let probability: Double

  /// ``logits`` by ``standardError``.
  public var t: Double { logits / standardError }
}

extension FacetInteraction {
  /// Compares two elements of the first facet at an element of the second, such as two raters on one
  /// item, or with the facets the other way round, one rater on two items.
  ///
  /// - Returns: What lacks if one of the two combinations has no finite term or only one rating.
  public func contrast(
    _ one: String, _ other: String, at second: String
  ) -> Answer<FacetContrast> {
    let cells = [self[one, second], self[other, second]].compactMap(\.self)
    let terms = cells.compactMap(\.bias)
    guard terms.count == 2 else {
      return .notEnough(NotEnoughData(.differentRatings, needed: 2, found: terms.count))
    }
    let least = cells[0].ratingCount < cells[1].ratingCount ? cells[0] : cells[1]
    guard least.ratingCount > 1 else {
      return .notEnough(NotEnoughData(.ratings, needed: 2, found: least.ratingCount))
    }
    let squares = terms.map { $0.standardError * $0.standardError }
    let error = (squares[0] + squares[1]).squareRoot()
    let logits = terms[0].logits - terms[1].logits
    var parts = 0.0
    for (square, term) in zip(squares, terms) {
      parts += square * square / Double(term.degreesOfFreedom)
    }
    let degrees = (squares[0] + squares[1]) * (squares[0] + squares[1]) / parts
    return .estimate(
      FacetContrast(
        logits: logits, standardError: error, degreesOfFreedom: degrees,
        probability: StudentDistribution(degreesOfFreedom: degrees).twoSided(logits / error)))
  }
}
