public import KinerjaCore

/// What a rater is to the ratee (*peran penilai*).
///
/// The usual roles have names here; a region may have others, such as `"forum"`.
public typealias RaterRole = Identifier<RaterRoleKind>

/// The kind of a ``RaterRole``.
public enum RaterRoleKind: IdentifierKind {
  public static let label = LocalizedText(id: "peran penilai", en: "rater's role")
}

extension RaterRole {
  /// The direct superior (*atasan langsung*).
  public static let superior: RaterRole = "superior"
  /// A colleague of the same rank (*rekan kerja setingkat*).
  public static let peer: RaterRole = "peer"
  /// Somebody whom the ratee leads (*bawahan langsung*).
  public static let subordinate: RaterRole = "subordinate"
  /// The ratee (*penilaian diri sendiri*); written `self`.
  public static let oneself: RaterRole = "self"
  /// Somebody whom the ratee serves (*masyarakat, pengguna layanan*).
  public static let `public`: RaterRole = "public"
}
