public import KinerjaCore

/// What a record is found by: a day, a moment, an exact number or a text.
///
/// Each kind is ordered in itself, and the kinds come one after the other as they stand here.
public enum IndexValue: Sendable {
  case day(Day)
  case instant(Instant)
  /// Ordered by value: 3/2 stands between 1 and 2.
  case number(Ratio)
  /// Compared by the bytes of its UTF-8 and so told apart from other spellings; where case or
  /// accents shall not count, fold them before.
  case text(String)
}

extension IndexValue: Comparable {
  public static func == (left: Self, right: Self) -> Bool {
    switch (left, right) {
    case (.day(let left), .day(let right)): left == right
    case (.instant(let left), .instant(let right)): left == right
    case (.number(let left), .number(let right)): left == right
    case (.text(let left), .text(let right)): left.utf8.elementsEqual(right.utf8)
    default: false
    }
  }

  public static func < (left: Self, right: Self) -> Bool {
    switch (left, right) {
    case (.day(let left), .day(let right)): left < right
    case (.instant(let left), .instant(let right)): left < right
    case (.number(let left), .number(let right)): left < right
    case (.text(let left), .text(let right)): left.utf8.lexicographicallyPrecedes(right.utf8)
    default: left.kind < right.kind
    }
  }
}

extension IndexValue {
  /// The letter with which the spelling of every value of the kind begins, in the order of kinds.
  enum Kind: String, Comparable {
    case day = "d"
    case instant = "i"
    case number = "n"
    case text = "t"

    static func < (left: Self, right: Self) -> Bool { left.rawValue < right.rawValue }
  }

  var kind: Kind {
    switch self {
    case .day: .day
    case .instant: .instant
    case .number: .number
    case .text: .text
    }
  }
}
