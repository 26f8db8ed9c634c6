public import KinerjaCore

/// A coefficient of agreement: what observed agreement is set against, and how levels are weighed.
public struct AgreementCoefficient: Sendable, Hashable, Codable {
  /// What observed agreement is set against.
  public enum Kind: String, Sendable, Hashable, Codable, CaseIterable {
    /// Nothing: the weighted share of pairs of ratings that agree.
    case percentAgreement
    /// Two raters who rate by chance, each with own shares of levels (Cohen 1960, 1968).
    case cohenKappa
    /// Two raters who rate by chance with the shares of both together (Scott 1955).
    case scottPi
    /// Raters who rate by chance with the shares of all together (Fleiss 1971).
    case fleissKappa
    /// Raters who rate by chance, each with own shares (Conger 1980).
    case congerKappa
    /// Raters who give every level alike (Brennan and Prediger 1981).
    case brennanPrediger
    /// Raters some of whose ratings are by chance (Gwet 2008): AC1, with weights AC2.
    case gwetAC
    /// Ratings dealt out anew at random (Krippendorff 1970).
    case krippendorffAlpha
  }

  /// What the values of levels mean, for Krippendorff's alpha.
  public enum Measurement: String, Sendable, Hashable, Codable, CaseIterable {
    /// Any two different levels disagree alike.
    case nominal
    /// Levels disagree by the ratings that lie between them.
    case ordinal
    /// Levels disagree by the square of the difference of their values.
    case interval
    /// Levels disagree by the square of the difference over the sum; values are not negative.
    case ratio
  }

  /// What observed agreement is set against.
  public let kind: Kind
  /// How levels are weighed.
  public let weights: AgreementWeights

  private init(_ kind: Kind, _ weights: AgreementWeights) {
    self.kind = kind
    self.weights = weights
  }

  /// The share of pairs of ratings that agree, with credit for levels nearby if weights say so.
  public static func percentAgreement(weights: AgreementWeights = .identity) -> Self {
    Self(.percentAgreement, weights)
  }
  /// Cohen's kappa for exactly two raters, over the ratees and items that both rated.
  public static func cohenKappa(weights: AgreementWeights = .identity) -> Self {
    Self(.cohenKappa, weights)
  }
  /// Scott's pi for exactly two raters, over the ratees and items that both rated.
  public static func scottPi(weights: AgreementWeights = .identity) -> Self {
    Self(.scottPi, weights)
  }
  /// Fleiss' kappa for any number of raters, not always the same ones.
  public static func fleissKappa(weights: AgreementWeights = .identity) -> Self {
    Self(.fleissKappa, weights)
  }
  /// Conger's kappa for any number of raters; Cohen's for two.
  public static func congerKappa(weights: AgreementWeights = .identity) -> Self {
    Self(.congerKappa, weights)
  }
  /// The coefficient of Brennan and Prediger, also known as Bennett's *S*.
  public static func brennanPrediger(weights: AgreementWeights = .identity) -> Self {
    Self(.brennanPrediger, weights)
  }
  /// Gwet's AC1.
  public static let gwetAC1 = Self(.gwetAC, .identity)
  /// Gwet's AC2.
  public static func gwetAC2(weights: AgreementWeights) -> Self { Self(.gwetAC, weights) }
  /// Krippendorff's alpha.
  public static func krippendorffAlpha(_ measurement: Measurement) -> Self {
    switch measurement {
    case .nominal: Self(.krippendorffAlpha, .identity)
    case .ordinal: Self(.krippendorffAlpha, .ranks)
    case .interval: Self(.krippendorffAlpha, .quadratic)
    case .ratio: Self(.krippendorffAlpha, .ratio)
    }
  }
  /// Krippendorff's alpha with weights of Gwet's; identity, quadratic and ratio weights are the
  /// nominal, interval and ratio alpha.
  public static func krippendorffAlpha(weights: AgreementWeights) -> Self {
    Self(.krippendorffAlpha, weights)
  }

  /// What the coefficient is called.
  public var name: LocalizedText {
    switch kind {
    case .percentAgreement:
      LocalizedText(id: "persentase kesepakatan", en: "percent agreement")
    case .cohenKappa: LocalizedText(id: "kappa Cohen", en: "Cohen's kappa")
    case .scottPi: LocalizedText(id: "pi Scott", en: "Scott's pi")
    case .fleissKappa: LocalizedText(id: "kappa Fleiss", en: "Fleiss' kappa")
    case .congerKappa: LocalizedText(id: "kappa Conger", en: "Conger's kappa")
    case .brennanPrediger:
      LocalizedText(id: "koefisien Brennan–Prediger", en: "Brennan and Prediger's coefficient")
    case .gwetAC:
      weights == .identity
        ? LocalizedText(id: "AC1 Gwet", en: "Gwet's AC1")
        : LocalizedText(id: "AC2 Gwet", en: "Gwet's AC2")
    case .krippendorffAlpha: LocalizedText(id: "alfa Krippendorff", en: "Krippendorff's alpha")
    }
  }

  /// Whether each rating counts alike; else each pair of ratee and item does.
  var countsRatings: Bool { kind == .krippendorffAlpha }
  /// Whether ratees and items that only one rater rated tell something about chance.
  var usesSingleRatings: Bool {
    switch kind {
    case .cohenKappa, .scottPi, .krippendorffAlpha: false
    default: true
    }
  }
  var withoutWeights: Self { Self(kind, .identity) }
  var needsTwoRaters: Bool { kind == .cohenKappa || kind == .scottPi }
  /// Whether chance depends on who gave which rating.
  var usesRaterShares: Bool { kind == .cohenKappa || kind == .congerKappa }

  func check(on scale: RatingScale, _ problems: inout Diagnostics) {
    weights.check(on: scale, &problems)
    if weights == .ranks, kind != .krippendorffAlpha {
      problems.add(.ranksWithoutAlpha, at: .key("weights"))
    }
  }
}
