public import KinerjaCore

/// A process of appraisal (*tata cara penilaian*).
public typealias ProcessID = Identifier<ProcessKind>

/// The kind of a ``ProcessID``.
public enum ProcessKind: IdentifierKind {
  public static let label = LocalizedText(id: "proses penilaian", en: "process")
}

/// A stage of a process (*tahap*).
public typealias StageID = Identifier<StageKind>

/// The kind of a ``StageID``.
public enum StageKind: IdentifierKind {
  public static let label = LocalizedText(id: "tahap", en: "stage")
}

/// A role in a process (*peran*).
public typealias RoleID = Identifier<RoleKind>

/// The kind of a ``RoleID``.
public enum RoleKind: IdentifierKind {
  public static let label = LocalizedText(id: "peran", en: "role")
}

extension RoleID {
  /// The person appraised (*pegawai yang dinilai*), which every process knows.
  public static let employee: RoleID = "employee"
}

/// A side of work that is rated, such as results or behaviour (*aspek penilaian*).
public typealias AspectID = Identifier<AspectKind>

/// The kind of an ``AspectID``.
public enum AspectKind: IdentifierKind {
  public static let label = LocalizedText(id: "aspek penilaian", en: "aspect")
}

/// A command that somebody sent (*perintah*), named by its sender.
public typealias CommandID = Identifier<CommandKind>

/// The kind of a ``CommandID``.
public enum CommandKind: IdentifierKind {
  public static let label = LocalizedText(id: "perintah", en: "command")
}

/// An adjustment that a forum was asked for (*usulan penyesuaian*).
public typealias AdjustmentID = Identifier<AdjustmentKind>

/// The kind of an ``AdjustmentID``.
public enum AdjustmentKind: IdentifierKind {
  public static let label = LocalizedText(id: "usulan penyesuaian", en: "adjustment")
}
