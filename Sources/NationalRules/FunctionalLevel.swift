public import KinerjaCore
public import RuleLanguage

/// A level of a functional post (*jenjang jabatan fungsional*, PermenPANRB 1/2023): four for skills
/// (*keterampilan*), four for expertise (*keahlian*).
public enum FunctionalLevel: String, Sendable, Hashable, Codable, CaseIterable {
  /// *Pemula*.
  case pemula
  /// *Terampil*.
  case terampil
  /// *Mahir*.
  case mahir
  /// *Penyelia*.
  case penyelia
  /// *Ahli Pertama*.
  case ahliPertama = "pertama"
  /// *Ahli Muda*.
  case ahliMuda = "muda"
  /// *Ahli Madya*.
  case ahliMadya = "madya"
  /// *Ahli Utama*.
  case ahliUtama = "utama"

  /// The category of a rule.
  public var category: CategoryID { CategoryID(stringLiteral: rawValue) }

  /// Whether it is one of the four for expertise (*keahlian*).
  public var isExpertise: Bool {
    switch self {
    case .pemula, .terampil, .mahir, .penyelia: false
    case .ahliPertama, .ahliMuda, .ahliMadya, .ahliUtama: true
    }
  }

  /// The name in law, which is not translated.
  public var label: LocalizedText {
    switch self {
    case .pemula: LocalizedText(same: "Pemula")
    case .terampil: LocalizedText(same: "Terampil")
    case .mahir: LocalizedText(same: "Mahir")
    case .penyelia: LocalizedText(same: "Penyelia")
    case .ahliPertama: LocalizedText(same: "Ahli Pertama")
    case .ahliMuda: LocalizedText(same: "Ahli Muda")
    case .ahliMadya: LocalizedText(same: "Ahli Madya")
    case .ahliUtama: LocalizedText(same: "Ahli Utama")
    }
  }

  /// The scale of all levels.
  public static let scale = scale(of: allCases)

  /// A scale of some levels; the two ladders are not compared.
  static func scale(of levels: [FunctionalLevel]) -> CategoryScale {
    CategoryScale(
      "jenjang", LocalizedText(id: "Jenjang jabatan fungsional", en: "Level of a functional post"),
      categories: levels.map { CategoryScale.Category($0.category, $0.label) })
  }
}
