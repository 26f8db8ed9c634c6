public import KinerjaCore

/// The tier of a post, by which a competency standard asks its levels.
public enum PostTier: Sendable, Hashable, CaseIterable {
  /// *Jabatan pimpinan tinggi utama*.
  case leadershipUtama
  /// *Jabatan pimpinan tinggi madya*.
  case leadershipMadya
  /// *Jabatan pimpinan tinggi pratama*.
  case leadershipPratama
  /// *Jabatan administrator*.
  case administrator
  /// *Jabatan pengawas*.
  case supervisor
  /// *Jabatan pelaksana*.
  case implementer
  /// *Jabatan fungsional*, by its level.
  case functional(FunctionalLevel)

  /// All tiers, functional posts last.
  public static let allCases: [PostTier] =
    [
      .leadershipUtama, .leadershipMadya, .leadershipPratama, .administrator, .supervisor,
      .implementer,
    ] + FunctionalLevel.allCases.map(PostTier.functional)

  /// The tier in words.
  public var label: LocalizedText {
    switch self {
    case .leadershipUtama: LocalizedText(id: "JPT utama", en: "highest leadership (JPT utama)")
    case .leadershipMadya: LocalizedText(id: "JPT madya", en: "middle leadership (JPT madya)")
    case .leadershipPratama: LocalizedText(id: "JPT pratama", en: "first leadership (JPT pratama)")
    case .administrator: LocalizedText(id: "administrator", en: "administrator")
    case .supervisor: LocalizedText(id: "pengawas", en: "supervisor")
    case .implementer: LocalizedText(id: "pelaksana", en: "implementing staff")
    case .functional(let level): level.label
    }
  }

  static let standards = LegalSource("PermenPANRB 38/2017", standing: .assumed)
}
