public import KinerjaCore
public import RuleLanguage

/// The quality of a public service (*mutu pelayanan*), by letter.
public enum ServiceQuality: String, Sendable, Hashable, Codable, CaseIterable {
  /// *Tidak baik*.
  case d
  /// *Kurang baik*.
  case c
  /// *Baik*.
  case b
  /// *Sangat baik*.
  case a

  /// The category of a rule.
  public var category: CategoryID { CategoryID(stringLiteral: rawValue) }

  /// Finds the quality of a category; nil for a category of another scale.
  public init?(_ category: CategoryID) { self.init(rawValue: category.text) }

  /// Letter and name in law.
  public var label: LocalizedText {
    switch self {
    case .d: LocalizedText(id: "D (Tidak baik)", en: "D (Not good)")
    case .c: LocalizedText(id: "C (Kurang baik)", en: "C (Less than good)")
    case .b: LocalizedText(id: "B (Baik)", en: "B (Good)")
    case .a: LocalizedText(id: "A (Sangat baik)", en: "A (Very good)")
    }
  }

  /// The scale, from D to A.
  public static let scale = CategoryScale(
    "quality", LocalizedText(id: "Mutu pelayanan", en: "Quality of service"),
    worstToBest: allCases.map { CategoryScale.Category($0.category, $0.label) })
}
