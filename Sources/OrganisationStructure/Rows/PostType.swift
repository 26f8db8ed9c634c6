public import KinerjaCore

/// The type of a post (*jenis jabatan*, UU 20/2023 on managerial and non-managerial posts).
public enum PostType: String, Hashable, Sendable, Codable, CaseIterable {
  /// A high leadership post (*jabatan pimpinan tinggi*).
  case highLeadership = "high-leadership"
  /// An administrator (*jabatan administrator*).
  case administrator
  /// A supervisor (*jabatan pengawas*).
  case supervisor
  /// A functional official (*jabatan fungsional*), such as a nurse or a teacher.
  case functional
  /// An implementing official (*jabatan pelaksana*).
  case implementer

  /// Whether it is a managerial post (*jabatan manajerial*).
  public var isManagerial: Bool {
    switch self {
    case .highLeadership, .administrator, .supervisor: true
    case .functional, .implementer: false
    }
  }

  /// The type in words.
  public var label: LocalizedText {
    switch self {
    case .highLeadership:
      LocalizedText(id: "jabatan pimpinan tinggi", en: "high leadership post")
    case .administrator: LocalizedText(id: "jabatan administrator", en: "administrator post")
    case .supervisor: LocalizedText(id: "jabatan pengawas", en: "supervisor post")
    case .functional: LocalizedText(id: "jabatan fungsional", en: "functional post")
    case .implementer: LocalizedText(id: "jabatan pelaksana", en: "implementing post")
    }
  }
}

extension PostType: DefinitionValue {}
