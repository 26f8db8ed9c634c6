public import KinerjaCore

/// How far a target was reached (*capaian*).
public enum Attainment: Hashable, Sendable {
  /// An exact per cent: 100 when the target is met to the point.
  case percent(Ratio)
  /// No realisation was reported.
  case missing
  /// The formula has no answer.
  case undefined(Reason)

  /// Why a formula has no answer.
  public enum Reason: String, Error, Hashable, Sendable, CaseIterable {
    /// The target is nought and the rule does not say what that means.
    case zeroTarget = "zero-target"
    /// The formula divides by the realisation, which is nought.
    case zeroRealisation = "zero-realisation"
    /// A quotient of figures below nought says nothing of better or worse.
    case negative
    /// The plan names no target.
    case noTarget = "no-target"
    /// The exact result does not fit 128 bits.
    case overflow
  }

  /// The per cent; nil if there is none.
  public var percent: Ratio? {
    if case .percent(let percent) = self { percent } else { nil }
  }

  /// The attainment in words, such as "97,89%" or "belum ada realisasi".
  ///
  /// It shows `places` decimals, rounded half up; the attainment itself stays exact.
  public func text(in language: Language, places: Int = 2) -> String {
    switch self {
    case .percent(let percent):
      percent.decimalText(places: places, .halfUp, language.decimalConvention) + "%"
    case .missing:
      LocalizedText(id: "belum ada realisasi", en: "no realisation yet")[language]
    case .undefined(let reason): reason.label[language]
    }
  }
}

extension Attainment.Reason {
  /// The reason in words.
  public var label: LocalizedText {
    switch self {
    case .zeroTarget: LocalizedText(id: "target nol", en: "the target is zero")
    case .zeroRealisation: LocalizedText(id: "realisasi nol", en: "the realisation is zero")
    case .negative: LocalizedText(id: "angka negatif", en: "a figure is negative")
    case .noTarget: LocalizedText(id: "target belum ditetapkan", en: "no target was set")
    case .overflow: LocalizedText(id: "angka terlalu besar", en: "the figures are too large")
    }
  }
}
