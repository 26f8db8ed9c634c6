public import KinerjaCore
import RuleLanguage

/// A grade or rating that law names, worst first, such as ``Predikat``.
///
/// Its raw value is the identifier of the category that rules give.
public protocol LegalGrade: RawRepresentable<String>, Sendable, Hashable, CaseIterable
where AllCases == [Self] {
  /// The name in law.
  var label: LocalizedText { get }
}

extension LegalGrade {
  /// The category of a rule.
  public var category: CategoryID { CategoryID(stringLiteral: rawValue) }

  /// Finds the grade of a category; nil for a category of another scale.
  public init?(_ category: CategoryID) { self.init(rawValue: category.text) }

  static var categories: [CategoryScale.Category] {
    allCases.map { CategoryScale.Category($0.category, $0.label) }
  }
}
