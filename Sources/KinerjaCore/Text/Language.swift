/// A language in which the library speaks to people.
///
/// The set is closed: every text exists in each, which the compiler checks.
public enum Language: String, Sendable, Hashable, Codable, CaseIterable {
  case indonesian = "id"
  case english = "en"

  /// How numbers are written for a reader of this language: "93,86" or "93.86".
  public var decimalConvention: DecimalConvention {
    switch self {
    case .indonesian: .comma
    case .english: .point
    }
  }
}
