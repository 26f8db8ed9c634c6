// What the house gives names to. A module that needs a further kind declares it beside its type.

/// A civil servant (*pegawai ASN*), opaque: never a name and never a national person number (NIP).
public typealias PersonID = Identifier<PersonKind>

/// The kind of a ``PersonID``.
public enum PersonKind: IdentifierKind {
  public static let label = LocalizedText(id: "pegawai", en: "person")

  /// Refuses what looks like a national person number, so that none gets in through any file.
  public static func reason(toRefuse text: String) -> InvalidIdentifier.Reason? {
    NationalPersonNumber.isWritten(in: text) ? .personNumber : nil
  }
}

/// A unit of an organisation (*unit kerja*).
public typealias UnitID = Identifier<UnitKind>

/// The kind of a ``UnitID``.
public enum UnitKind: IdentifierKind {
  public static let label = LocalizedText(id: "unit kerja", en: "unit")
}

/// A post that a person holds (*jabatan*).
public typealias PostID = Identifier<PostKind>

/// The kind of a ``PostID``.
public enum PostKind: IdentifierKind {
  public static let label = LocalizedText(id: "jabatan", en: "post")
}

/// A rank (*pangkat*, *golongan ruang*).
public typealias RankID = Identifier<RankKind>

/// The kind of a ``RankID``.
public enum RankKind: IdentifierKind {
  public static let label = LocalizedText(id: "pangkat/golongan", en: "rank")
}

/// An agency that evaluates its staff (*instansi*); the tenant of a store.
public typealias AgencyID = Identifier<AgencyKind>

/// The kind of a ``AgencyID``.
public enum AgencyKind: IdentifierKind {
  public static let label = LocalizedText(id: "instansi", en: "agency")
}

/// An indicator (*indikator kinerja individu*, IKI).
public typealias IndicatorID = Identifier<IndicatorKind>

/// The kind of a ``IndicatorID``.
public enum IndicatorKind: IdentifierKind {
  public static let label = LocalizedText(id: "indikator", en: "indicator")
}

/// One item of a work plan (*butir SKP*).
public typealias PlanItemID = Identifier<PlanItemKind>

/// The kind of a ``PlanItemID``.
public enum PlanItemKind: IdentifierKind {
  public static let label = LocalizedText(id: "butir rencana kerja", en: "work plan item")
}

/// A competency framework (*standar kompetensi*).
public typealias FrameworkID = Identifier<FrameworkKind>

/// The kind of a ``FrameworkID``.
public enum FrameworkKind: IdentifierKind {
  public static let label = LocalizedText(id: "kerangka kompetensi", en: "competency framework")
}

/// A competency (*kompetensi*).
public typealias CompetencyID = Identifier<CompetencyKind>

/// The kind of a ``CompetencyID``.
public enum CompetencyKind: IdentifierKind {
  public static let label = LocalizedText(id: "kompetensi", en: "competency")
}

/// A scoring rule.
public typealias RuleID = Identifier<RuleKind>

/// The kind of a ``RuleID``.
public enum RuleKind: IdentifierKind {
  public static let label = LocalizedText(id: "aturan", en: "rule")
}

/// A parameter of a rule.
public typealias ParameterID = Identifier<ParameterKind>

/// The kind of a ``ParameterID``.
public enum ParameterKind: IdentifierKind {
  public static let label = LocalizedText(id: "parameter", en: "parameter")
}

/// A step of a rule; also names an input or an output of one.
public typealias StepID = Identifier<StepKind>

/// The kind of a ``StepID``.
public enum StepKind: IdentifierKind {
  public static let label = LocalizedText(id: "langkah", en: "step")
}

/// A variant of a step that has several.
public typealias VariantID = Identifier<VariantKind>

/// The kind of a ``VariantID``.
public enum VariantKind: IdentifierKind {
  public static let label = LocalizedText(id: "varian", en: "variant")
}

/// A category that a rule gives, such as a *predikat*.
public typealias CategoryID = Identifier<CategoryKind>

/// The kind of a ``CategoryID``.
public enum CategoryKind: IdentifierKind {
  public static let label = LocalizedText(id: "kategori", en: "category")
}

/// A rating scale.
public typealias ScaleID = Identifier<ScaleKind>

/// The kind of a ``ScaleID``.
public enum ScaleKind: IdentifierKind {
  public static let label = LocalizedText(id: "skala penilaian", en: "rating scale")
}

/// A cycle of evaluation (*siklus penilaian*).
public typealias CycleID = Identifier<CycleKind>

/// The kind of a ``CycleID``.
public enum CycleKind: IdentifierKind {
  public static let label = LocalizedText(id: "siklus", en: "cycle")
}

/// A regional system of evaluation.
public typealias SystemID = Identifier<SystemKind>

/// The kind of a ``SystemID``.
public enum SystemKind: IdentifierKind {
  public static let label = LocalizedText(id: "sistem", en: "system")
}

/// An item on which ratees are rated, such as a behaviour.
public typealias ItemID = Identifier<ItemKind>

/// The kind of a ``ItemID``.
public enum ItemKind: IdentifierKind {
  public static let label = LocalizedText(id: "butir penilaian", en: "rated item")
}
