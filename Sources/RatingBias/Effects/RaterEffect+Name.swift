public import KinerjaCore

extension RaterEffect.Kind {
  /// What the effect is called.
  public var name: LocalizedText {
    switch self {
    case .leniency:
      LocalizedText(id: "Kemurahan di samping rekan", en: "Leniency beside colleagues")
    case .leniencyByReference:
      LocalizedText(id: "Kemurahan menurut pembanding", en: "Leniency by a reference")
    case .spread: LocalizedText(id: "Sebaran nilai", en: "Spread of ratings")
    case .severity: LocalizedText(id: "Keketatan", en: "Severity")
    case .centrality:
      LocalizedText(id: "Pemusatan atau keekstreman", en: "Centrality or extremity")
    case .randomness: LocalizedText(id: "Ketidakteraturan", en: "Randomness")
    case .halo: LocalizedText(id: "Efek halo", en: "Halo")
    case .straightLining:
      LocalizedText(id: "Nilai sama pada semua butir", en: "Straight-lining")
    case .copiedProfiles: LocalizedText(id: "Profil yang disalin", en: "Copied profiles")
    case .drift: LocalizedText(id: "Pergeseran keketatan", en: "Drift of severity")
    case .sequence:
      LocalizedText(id: "Pengaruh pegawai sebelumnya", en: "Sequence: assimilation or contrast")
    case .recency:
      LocalizedText(id: "Bagian akhir lain dari lainnya", en: "Last part unlike the rest")
    case .groupDifference: LocalizedText(id: "Beda antarkelompok", en: "Differences between groups")
    case .inflation: LocalizedText(id: "Inflasi nilai", en: "Inflation")
    case .selfOtherGap:
      LocalizedText(id: "Selisih nilai diri dan nilai orang lain", en: "Self-other gap")
    case .reciprocity: LocalizedText(id: "Saling memberi nilai tinggi", en: "Reciprocity")
    case .heaping: LocalizedText(id: "Penumpukan pada angka bulat", en: "Heaping on round values")
    case .uninformative:
      LocalizedText(id: "Nilai yang tidak memberi informasi", en: "Uninformative ratings")
    case .bunching: LocalizedText(id: "Penumpukan di atas ambang", en: "Bunching above a threshold")
    case .achievementRecency:
      LocalizedText(
        id: "Nilai mengikuti bulan-bulan terakhir", en: "Ratings follow the last months")
    }
  }
}
