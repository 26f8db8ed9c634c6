/// One of the ways in which a rating belongs to somebody or something.
public enum Facet: Sendable, Hashable {
  /// Who was rated.
  case ratee
  /// Who rated.
  case rater
  /// On what.
  case item

  /// The word by which tables and identifiers call it.
  public var name: String {
    switch self {
    case .ratee: "ratee"
    case .rater: "rater"
    case .item: "item"
    }
  }
}
