public import KinerjaCore

/// How exactly one rater rates reference cases, and what to train.
public struct RaterAccuracy: Sendable, Hashable {
  /// One item or one case.
  public struct Deviation<Name: Sendable & Hashable>: Sendable, Hashable {
    /// Which.
    public let name: Name
    /// The rater's mean less the experts', in points.
    public let points: Double
  }

  /// What was found; smaller is better but for correlations.
  public struct Estimate: Sendable, Hashable {
    /// The mean rating less the experts', in points: positive is lenient.
    ///
    /// Its size is Cronbach's elevation.
    public let elevation: Double
    /// Of ``elevation``, from differences between cases; nil for one case.
    public let elevationInterval: ConfidenceInterval?
    /// How far the rater errs in telling cases apart as wholes, in points.
    public let differentialElevation: Double
    /// How far the rater errs in telling items apart, whoever the case is, in points: Cronbach's
    /// stereotype accuracy.
    public let stereotypeAccuracy: Double
    /// How far the rater errs in each case's own strengths and weaknesses, in points.
    public let differentialAccuracy: Double
    /// The root of the mean squared distance, in points: its square is the sum of the four squares above.
    public let distance: Double
    /// The mean absolute distance, in points.
    public let meanDistance: Double
    /// The correlation of cases' means with the experts'; nil if either does not differ.
    public let caseCorrelation: Double?
    /// The correlation of items' means with the experts'; nil if either does not differ.
    public let itemCorrelation: Double?
    /// The correlation of what is left with the experts'; nil if either does not differ.
    public let profileCorrelation: Double?
    /// Borman's (1977) differential accuracy: by item, the correlation over cases with the experts,
    /// averaged by Fisher's transformation; nil below three cases or if no item has one.
    public let bormanAccuracy: Double?
    /// The share of ratings within half a point of the experts.
    public let hitShare: Double
    /// The share within one point.
    public let nearShare: Double
    /// By item, how far the rater's mean is off.
    public let items: [Deviation<ItemID>]
    /// By case, how far the rater's mean is off.
    public let cases: [Deviation<PersonID>]
    /// What to train, the largest part first; empty if no part reaches its gate.
    public let needs: [TrainingNeed]
  }

  /// The rater.
  public let rater: PersonID
  /// What was found, or what is lacking.
  public let answer: Answer<Estimate>
  /// Cases left out because the rater did not rate them on all items.
  public let leftOutCaseCount: Int
}

/// What a rater should train.
public enum TrainingNeed: String, Sendable, Hashable, Codable, CaseIterable {
  /// The level: all is rated too high or too low.
  case level
  /// Telling persons apart.
  case persons
  /// Telling items apart.
  case items
  /// Seeing each person's own profile.
  case profiles

  /// What to do.
  public var sentence: LocalizedText {
    switch self {
    case .level:
      LocalizedText(
        id: """
          Tingkat: bandingkan nilai sendiri dengan contoh untuk setiap tingkat skala, sampai \
          keduanya sama tinggi.
          """,
        en: """
          Level: hold own ratings against the example of each level of the scale until both are as \
          high.
          """)
    case .persons:
      LocalizedText(
        id: """
          Membedakan pegawai: urutkan kasus dari yang terlemah sampai yang terkuat dan beri alasan \
          dari perilaku yang tercatat.
          """,
        en: """
          Telling persons apart: order cases from weakest to strongest, with reasons from behaviour \
          on record.
          """)
    case .items:
      LocalizedText(
        id: """
          Membedakan butir: bahas arti setiap butir dan perilaku yang termasuk di dalamnya, mulai \
          dari butir dengan selisih terbesar.
          """,
        en: """
          Telling items apart: discuss what each item means and which behaviour belongs to it, \
          beginning with the one farthest off.
          """)
    case .profiles:
      LocalizedText(
        id: """
          Kekuatan dan kelemahan tiap pegawai: catat pengamatan per butir sebelum memberi nilai, dan \
          nilai satu butir untuk semua kasus sebelum butir berikutnya.
          """,
        en: """
          Each person's strengths and weaknesses: note observations item by item before rating, and \
          rate one item for all cases before the next.
          """)
    }
  }
}

extension RaterAccuracy {
  /// The result in words.
  public var sentence: LocalizedText {
    .withMarks { mark in
      guard let found = answer.estimate else {
        return LocalizedText(
          id: "Penilai \(rater.text): kasus yang dinilai lengkap belum cukup.",
          en: "Rater \(rater.text): too few cases were rated on all items.")
      }
      let level = abs(found.elevation).twoDecimals(mark)
      let isHigh = found.elevation > 0
      let parts = [
        found.differentialElevation, found.stereotypeAccuracy, found.differentialAccuracy,
      ].map { $0.twoDecimals(mark) }
      return LocalizedText(
        id: """
          Penilai \(rater.text): rata-rata \(level) poin lebih \(isHigh ? "tinggi" : "rendah") \
          daripada para ahli; meleset \(parts[0]) poin dalam membedakan pegawai, \(parts[1]) dalam \
          membedakan butir, \(parts[2]) dalam kekuatan dan kelemahan masing-masing.
          """,
        en: """
          Rater \(rater.text): on average \(level) points \(isHigh ? "higher" : "lower") than the \
          experts; \(parts[0]) points off in telling persons apart, \(parts[1]) in telling items \
          apart, \(parts[2]) in each person's strengths and weaknesses.
          """)
    }
  }
}
