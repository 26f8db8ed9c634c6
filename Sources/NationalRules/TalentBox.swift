public import KinerjaCore
public import RuleLanguage

/// One of the nine boxes (*kotak manajemen talenta*) in which performance and potential meet, by
/// PermenPANRB 3/2020.
public enum TalentBox: Int, Sendable, Hashable, Codable, CaseIterable {
  case box1 = 1
  case box2, box3, box4, box5, box6, box7, box8, box9

  /// The category of a rule, such as "box-9".
  public var category: CategoryID { CategoryID(stringLiteral: "box-\(rawValue)") }

  /// Finds the box of a category; nil for a category of another scale.
  public init?(_ category: CategoryID) {
    guard let box = Self.allCases.first(where: { $0.category == category }) else { return nil }
    self = box
  }

  /// Performance in this box.
  public var performance: ExpectationRating { position.performance }
  /// Potential in this box.
  public var potential: PotentialRating { position.potential }

  /// Whether who is in it enters the succession pool (*kelompok rencana suksesi*): 7, 8 and 9.
  public var isInSuccessionPool: Bool { rawValue >= Self.box7.rawValue }

  private var position: (performance: ExpectationRating, potential: PotentialRating) {
    switch self {
    case .box1: (.below, .low)
    case .box2: (.asExpected, .low)
    case .box3: (.below, .medium)
    case .box4: (.above, .low)
    case .box5: (.asExpected, .medium)
    case .box6: (.below, .high)
    case .box7: (.above, .medium)
    case .box8: (.asExpected, .high)
    case .box9: (.above, .high)
    }
  }

  /// The name: its number.
  public var label: LocalizedText { LocalizedText(id: "Kotak \(rawValue)", en: "Box \(rawValue)") }

  /// What it stands for, in words.
  public var meaning: LocalizedText {
    let (performance, potential) = (performance.label, potential.label)
    return LocalizedText(
      id: "kinerja \(performance.indonesian) dan potensial \(potential.indonesian)",
      en: "performance \(performance.english) and \(potential.english) potential")
  }

  /// The scale, from box 1 to box 9.
  public static let scale = CategoryScale(
    "box", LocalizedText(id: "Kotak manajemen talenta", en: "Talent box"),
    worstToBest: allCases.map { CategoryScale.Category($0.category, $0.label) })

  /// The nine boxes as they are printed: potential downwards, performance across.
  static let matrix = CategoryMatrix(
    columns: ["below", "as-expected", "above"],
    rows: [
      "high": ["box-6", "box-8", "box-9"],
      "medium": ["box-3", "box-5", "box-7"],
      "low": ["box-1", "box-2", "box-4"],
    ])
}

extension TalentBox {
  /// What is recommended for who is in the box, in the order in which it is printed.
  public var recommendations: [LocalizedText] {
    switch self {
    case .box1: [.underTheRegulations]
    case .box2: [.coaching, .development, .placement]
    case .box3: [.coaching, .counselling, .development, .placement]
    case .box4: [.rotation, .development]
    case .box5: [.placement, .coaching, .development]
    case .box6: [.placement, .coaching, .counselling]
    case .box7: [.retention, .agencyPool, .enrichment, .development, .study]
    case .box8: [.retention, .agencyPool, .enlargement, .coaching]
    case .box9: [.promotion, .pool, .award]
    }
  }
}

extension LocalizedText {
  fileprivate static let promotion = LocalizedText(
    id: "dipromosikan dan dipertahankan", en: "promote and retain")
  fileprivate static let pool = LocalizedText(
    id: "masuk kelompok rencana suksesi instansi/nasional",
    en: "succession pool of the agency or the nation")
  fileprivate static let award = LocalizedText(id: "penghargaan", en: "award")
  fileprivate static let retention = LocalizedText(id: "dipertahankan", en: "retain")
  fileprivate static let agencyPool = LocalizedText(
    id: "masuk kelompok rencana suksesi instansi", en: "succession pool of the agency")
  fileprivate static let enlargement = LocalizedText(
    id: "rotasi/perluasan jabatan", en: "rotation or job enlargement")
  fileprivate static let enrichment = LocalizedText(
    id: "rotasi/pengayaan jabatan", en: "rotation or job enrichment")
  fileprivate static let rotation = LocalizedText(id: "rotasi", en: "rotation")
  fileprivate static let study = LocalizedText(id: "tugas belajar", en: "study assignment")
  fileprivate static let placement = LocalizedText(
    id: "penempatan yang sesuai", en: "fitting placement")
  fileprivate static let coaching = LocalizedText(
    id: "bimbingan kinerja", en: "performance coaching")
  fileprivate static let counselling = LocalizedText(
    id: "konseling kinerja", en: "performance counselling")
  fileprivate static let development = LocalizedText(
    id: "pengembangan kompetensi", en: "competency development")
  fileprivate static let underTheRegulations = LocalizedText(
    id: "diproses sesuai ketentuan peraturan perundang-undangan",
    en: "processed under the regulations")
}
