public import KinerjaCore
public import RuleLanguage

/// The highest schooling that a person completed (*jenjang pendidikan*), in the groups by which the
/// instruments of the civil service give points.
public enum EducationLevel: String, Sendable, Hashable, Codable, CaseIterable {
  /// Below senior secondary school (*di bawah SLTA*).
  case belowSLTA = "below-slta"
  /// Senior secondary school, or a diploma of one or two years (*SLTA, D-I, D-II*).
  case slta
  /// A diploma of three years (*D-III*).
  case d3
  /// A bachelor's degree (*S-1, D-IV*).
  case s1
  /// A master's degree (*S-2*).
  case s2
  /// A doctorate (*S-3*).
  case s3

  /// The category of a rule.
  public var category: CategoryID { CategoryID(stringLiteral: rawValue) }

  /// The name in law.
  public var label: LocalizedText {
    switch self {
    case .belowSLTA: LocalizedText(id: "di bawah SLTA", en: "below senior secondary school")
    case .slta: LocalizedText(id: "SLTA/D-I/D-II", en: "senior secondary school, D-I or D-II")
    case .d3: LocalizedText(id: "D-III", en: "diploma (D-III)")
    case .s1: LocalizedText(id: "S-1/D-IV", en: "bachelor (S-1/D-IV)")
    case .s2: LocalizedText(id: "S-2", en: "master (S-2)")
    case .s3: LocalizedText(id: "S-3", en: "doctorate (S-3)")
    }
  }

  /// The scale, from the lowest to the highest.
  public static let scale = CategoryScale(
    "education", LocalizedText(id: "Jenjang pendidikan", en: "Schooling"),
    worstToBest: allCases.map { CategoryScale.Category($0.category, $0.label) })
}
