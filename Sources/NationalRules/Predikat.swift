public import KinerjaCore
public import RuleLanguage

/// The five grades of an employee (*predikat kinerja pegawai*) of PermenPANRB 6/2022.
public enum Predikat: String, LegalGrade, Codable {
  /// *Sangat Kurang*.
  case veryPoor = "very-poor"
  /// *Kurang*; the regulation adds *misconduct*.
  case poor
  /// *Butuh Perbaikan*, also called *Cukup*.
  case needsImprovement = "needs-improvement"
  /// *Baik*.
  case good
  /// *Sangat Baik*.
  case veryGood = "very-good"

  /// The name in law.
  public var label: LocalizedText {
    switch self {
    case .veryPoor: LocalizedText(id: "Sangat Kurang", en: "Very poor")
    case .poor: LocalizedText(id: "Kurang/Misconduct", en: "Poor/misconduct")
    case .needsImprovement: LocalizedText(id: "Butuh Perbaikan", en: "Needs improvement")
    case .good: LocalizedText(id: "Baik", en: "Good")
    case .veryGood: LocalizedText(id: "Sangat Baik", en: "Very good")
    }
  }

  /// The scale, from *Sangat Kurang* to *Sangat Baik*.
  public static let scale = CategoryScale(
    "predikat", LocalizedText(id: "Predikat kinerja pegawai", en: "Employee's grade"),
    worstToBest: categories)
}

/// A rating against what the leader expects (*ekspektasi*), for work results and for behaviour.
public enum ExpectationRating: String, LegalGrade, Codable {
  /// *Di bawah ekspektasi*.
  case below
  /// *Sesuai ekspektasi*.
  case asExpected = "as-expected"
  /// *Di atas ekspektasi*.
  case above

  /// The name in law.
  public var label: LocalizedText {
    switch self {
    case .below: LocalizedText(id: "di bawah ekspektasi", en: "below expectation")
    case .asExpected: LocalizedText(id: "sesuai ekspektasi", en: "as expected")
    case .above: LocalizedText(id: "di atas ekspektasi", en: "above expectation")
    }
  }

  /// The scale, from below to above.
  public static let scale = CategoryScale(
    "expectation", LocalizedText(id: "Rating terhadap ekspektasi", en: "Rating by expectation"),
    worstToBest: categories)
}

/// What a unit or organisation achieved (*capaian kinerja organisasi*) by SE MenPANRB 3/2023.
public enum OrganisationAchievement: String, LegalGrade, Codable {
  /// *Sangat Kurang*.
  case veryPoor = "very-poor"
  /// *Kurang*.
  case poor
  /// *Butuh Perbaikan*, also called *Cukup*.
  case needsImprovement = "needs-improvement"
  /// *Baik*.
  case good
  /// *Istimewa*.
  case exceptional

  /// The name in law.
  public var label: LocalizedText {
    switch self {
    case .veryPoor: LocalizedText(id: "Sangat Kurang", en: "Very poor")
    case .poor: LocalizedText(id: "Kurang", en: "Poor")
    case .needsImprovement: LocalizedText(id: "Butuh Perbaikan", en: "Needs improvement")
    case .good: LocalizedText(id: "Baik", en: "Good")
    case .exceptional: LocalizedText(id: "Istimewa", en: "Exceptional")
    }
  }

  /// The scale, from *Sangat Kurang* to *Istimewa*.
  public static let scale = CategoryScale(
    "organisation",
    LocalizedText(id: "Capaian kinerja organisasi", en: "Organisation's achievement"),
    worstToBest: categories)
}
