public import KinerjaCore

/// How a civil servant (*pegawai ASN*) is employed (UU 20/2023).
public enum EmploymentKind: String, Hashable, Sendable, Codable, CaseIterable {
  /// A permanent civil servant (*pegawai negeri sipil*).
  case pns = "PNS"
  /// A government employee with a contract (*pegawai pemerintah dengan perjanjian kerja*).
  case pppk = "PPPK"

  /// The kind in words.
  public var label: LocalizedText {
    switch self {
    case .pns: LocalizedText(id: "pegawai negeri sipil", en: "civil servant")
    case .pppk:
      LocalizedText(
        id: "pegawai pemerintah dengan perjanjian kerja", en: "government employee on contract")
    }
  }
}

extension EmploymentKind: DefinitionValue {}
