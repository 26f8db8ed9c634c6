public import KinerjaCore

/// Which ratings a view of a ``RatingSet`` has.
public struct RatingFilter: Sendable, Hashable {
  enum Content: Sendable, Hashable {
    case ratees(Set<PersonID>)
    case raters(Set<PersonID>)
    case items(Set<ItemID>)
    case times(ClosedRange<Int>)
    case roles(Set<RaterRole>)
    case group(String, Set<String>)
    case others
  }

  let content: Content

  /// Ratings of some persons.
  public static func ratees(_ ratees: Set<PersonID>) -> Self { Self(content: .ratees(ratees)) }
  /// Ratings by some persons.
  public static func raters(_ raters: Set<PersonID>) -> Self { Self(content: .raters(raters)) }
  /// Ratings by one person.
  public static func rater(_ rater: PersonID) -> Self { .raters([rater]) }
  /// Ratings on some items.
  public static func items(_ items: Set<ItemID>) -> Self { Self(content: .items(items)) }
  /// Ratings on one item.
  public static func item(_ item: ItemID) -> Self { .items([item]) }
  /// Ratings for some times, both ends included; those without a time are left out.
  public static func times(_ times: ClosedRange<Int>) -> Self { Self(content: .times(times)) }
  /// Ratings for one time.
  public static func time(_ time: Int) -> Self { .times(time...time) }
  /// Ratings by raters of some roles; those without a role are left out.
  public static func roles(_ roles: Set<RaterRole>) -> Self { Self(content: .roles(roles)) }
  /// Ratings by raters of one role.
  public static func role(_ role: RaterRole) -> Self { .roles([role]) }
  /// Ratings with some labels of a group; none if there is no group of that name.
  public static func group(_ name: String, in labels: Set<String>) -> Self {
    Self(content: .group(name, labels))
  }
  /// Ratings with one label of a group.
  public static func group(_ name: String, is label: String) -> Self { .group(name, in: [label]) }
  /// Ratings that people gave others.
  public static let others = Self(content: .others)
}
