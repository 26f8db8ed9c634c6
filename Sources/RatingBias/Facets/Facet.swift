/// One of the ways in which a rating belongs to somebody or something.
public enum Facet: Sendable, Hashable {
  /// Who was rated.
  case ratee
  /// Who rated.
  case rater
  /// On what.
  case item
  /// For when, such as a year.
  case time
  /// A named attribute of ratings, such as the unit or the gender of the ratee.
  case group(String)

  /// The word by which tables and identifiers call it.
  public var name: String {
    switch self {
    case .ratee: "ratee"
    case .rater: "rater"
    case .item: "item"
    case .time: "time"
    case .group(let name): name
    }
  }
}
