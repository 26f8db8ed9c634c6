public import KinerjaCore
public import RuleLanguage

/// Potential (*potensial*) by PermenPANRB 3/2020.
public enum PotentialRating: String, Sendable, Hashable, Codable, CaseIterable {
  /// *Rendah*.
  case low
  /// *Menengah*.
  case medium
  /// *Tinggi*.
  case high

  /// The category of a rule.
  public var category: CategoryID { CategoryID(stringLiteral: rawValue) }

  /// The name in law.
  public var label: LocalizedText {
    switch self {
    case .low: LocalizedText(id: "rendah", en: "low")
    case .medium: LocalizedText(id: "menengah", en: "medium")
    case .high: LocalizedText(id: "tinggi", en: "high")
    }
  }

  /// The scale, from low to high.
  public static let scale = CategoryScale(
    "potential", LocalizedText(id: "Potensial", en: "Potential"),
    worstToBest: allCases.map { CategoryScale.Category($0.category, $0.label) })
}
