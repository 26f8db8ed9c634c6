package import KinerjaTables

/// An attribute of ratings, such as the unit or the gender of the ratee.
public struct RatingGroup: Sendable, Hashable {
  /// What the attribute is called.
  public let name: String
  /// Its values that occur, in ascending order.
  public let labels: [String]
  /// By rating, the number of its label; −1 where it has none.
  package let codes: PackedIntegers

  package init(name: String, labels: [String], codes: PackedIntegers) {
    self.name = name
    self.labels = labels
    self.codes = codes
  }

  /// The label of a rating, by its position in ``RatingSet/elements``; nil if it has none.
  public subscript(rating: Int) -> String? {
    let code = Int(codes[rating])
    return code < 0 ? nil : labels[code]
  }
}
