public import KinerjaCore
public import RuleLanguage

/// The penalties of PP 94/2021 for absence (*hukuman disiplin*), the heaviest first.
public enum DisciplinePenalty: String, Sendable, Hashable, Codable, CaseIterable {
  /// *Pemberhentian dengan hormat tidak atas permintaan sendiri*.
  case dismissal
  /// *Pembebasan dari jabatannya menjadi jabatan pelaksana*.
  case release
  /// *Penurunan jabatan setingkat lebih rendah*.
  case demotion
  /// *Pemotongan tunjangan kinerja* for twelve months.
  case cut12 = "cut-12"
  /// *Pemotongan tunjangan kinerja* for nine months.
  case cut9 = "cut-9"
  /// *Pemotongan tunjangan kinerja* for six months.
  case cut6 = "cut-6"
  /// *Pernyataan tidak puas secara tertulis*.
  case statement
  /// *Teguran tertulis*.
  case written
  /// *Teguran lisan*.
  case oral
  /// No penalty.
  case none

  /// The category of a rule.
  public var category: CategoryID { CategoryID(stringLiteral: rawValue) }

  /// Finds the penalty of a category; nil for a category of another scale.
  public init?(_ category: CategoryID) { self.init(rawValue: category.text) }

  /// The name in law.
  public var label: LocalizedText {
    switch self {
    case .dismissal:
      LocalizedText(
        id: "Pemberhentian dengan hormat tidak atas permintaan sendiri",
        en: "Honourable dismissal not at own request")
    case .release:
      LocalizedText(
        id: "Pembebasan dari jabatan menjadi jabatan pelaksana selama 12 bulan",
        en: "Release to an executor's post for 12 months")
    case .demotion:
      LocalizedText(
        id: "Penurunan jabatan setingkat lebih rendah selama 12 bulan",
        en: "Demotion by one level for 12 months")
    case .cut12:
      LocalizedText(
        id: "Pemotongan tunjangan kinerja selama 12 bulan", en: "Cut of the allowance for 12 months"
      )
    case .cut9:
      LocalizedText(
        id: "Pemotongan tunjangan kinerja selama 9 bulan", en: "Cut of the allowance for 9 months")
    case .cut6:
      LocalizedText(
        id: "Pemotongan tunjangan kinerja selama 6 bulan", en: "Cut of the allowance for 6 months")
    case .statement:
      LocalizedText(
        id: "Pernyataan tidak puas secara tertulis", en: "Written statement of dissatisfaction")
    case .written: LocalizedText(id: "Teguran tertulis", en: "Written reprimand")
    case .oral: LocalizedText(id: "Teguran lisan", en: "Oral reprimand")
    case .none: LocalizedText(id: "Tanpa hukuman", en: "No penalty")
    }
  }

  /// How heavy it is.
  public var level: Level {
    switch self {
    case .dismissal, .release, .demotion: .heavy
    case .cut12, .cut9, .cut6: .medium
    case .statement, .written, .oral: .light
    case .none: .none
    }
  }

  /// The scale, from dismissal to no penalty.
  public static let scale = CategoryScale(
    "penalty", LocalizedText(id: "Hukuman disiplin", en: "Disciplinary penalty"),
    worstToBest: allCases.map { CategoryScale.Category($0.category, $0.label) })

  /// How heavy a penalty is (*tingkat hukuman disiplin*).
  public enum Level: String, Sendable, Hashable, Codable, CaseIterable {
    /// *Berat*.
    case heavy
    /// *Sedang*.
    case medium
    /// *Ringan*.
    case light
    /// No penalty.
    case none

    /// The category of a rule.
    public var category: CategoryID { CategoryID(stringLiteral: rawValue) }

    /// The name in law.
    public var label: LocalizedText {
      switch self {
      case .heavy: LocalizedText(id: "Berat", en: "Heavy")
      case .medium: LocalizedText(id: "Sedang", en: "Medium")
      case .light: LocalizedText(id: "Ringan", en: "Light")
      case .none: LocalizedText(id: "Tidak ada", en: "None")
      }
    }

    /// The scale, from heavy to none.
    public static let scale = CategoryScale(
      "level", LocalizedText(id: "Tingkat hukuman disiplin", en: "Level of the penalty"),
      worstToBest: allCases.map { CategoryScale.Category($0.category, $0.label) })
  }
}
