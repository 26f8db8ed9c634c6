/// A rating that the model hardly expects.
public struct UnexpectedRating: Sendable, Hashable {
  /// By facet of the fit, the identifier of its element, as text.
  public let elements: [String]
  /// The rating, a point of the scale.
  public let value: Int
  /// The rating to expect, in points of the scale.
  public let expected: Double
  /// The residual by its standard deviation; positive if the rating is higher than expected.
  public let standardResidual: Double
}

extension FacetSolution {
  var unexpectedRatings: [UnexpectedRating] {
    statistics.surprises.map { surprise in
      let others = columns.places(of: surprise.rating).enumerated().map { facet, place in
        prepared.names[facet + 1][Int(columns.elements[place]) - columns.offsets[facet]]
      }
      return UnexpectedRating(
        elements: [prepared.names[0][surprise.ratee]] + others,
        value: values[Int(columns.scores[surprise.rating])],
        expected: expectedValue(at: eta(of: surprise.rating, ratee: surprise.ratee)),
        standardResidual: surprise.standardResidual)
    }
  }
}
