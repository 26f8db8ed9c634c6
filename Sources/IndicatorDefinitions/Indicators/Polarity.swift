public import KinerjaCore

/// Which way is better.
public enum Polarity: String, Hashable, Sendable, CaseIterable, Definition {
  /// More is better, such as coverage of a vaccination.
  case maximize
  /// Less is better, such as infant deaths or days of waiting.
  case minimize
  /// Nearer to the target is better, such as a stock kept for ninety days.
  case stabilize
  /// Anything inside a range is as good, outside nearer is better.
  case withinRange = "within-range"

  /// The polarity in words.
  public var label: LocalizedText {
    switch self {
    case .maximize: LocalizedText(id: "makin tinggi makin baik", en: "higher is better")
    case .minimize: LocalizedText(id: "makin rendah makin baik", en: "lower is better")
    case .stabilize: LocalizedText(id: "makin dekat target makin baik", en: "nearer is better")
    case .withinRange: LocalizedText(id: "di dalam rentang", en: "within a range")
    }
  }

  /// The forms of attainment that say the same.
  public var forms: [AttainmentForm] {
    switch self {
    case .maximize: [.ratio]
    case .minimize: [.reversed, .inverse]
    case .stabilize, .withinRange: [.deviation]
    }
  }
}

/// What of a task an indicator measures (*aspek*; PermenPANRB 8/2021).
public enum IndicatorAspect: String, Hashable, Sendable, CaseIterable, Definition {
  /// How much (*kuantitas*).
  case quantity
  /// How well (*kualitas*).
  case quality
  /// How soon (*waktu*).
  case time
  /// At what cost (*biaya*).
  case cost

  /// The aspect in words.
  public var label: LocalizedText {
    switch self {
    case .quantity: LocalizedText(id: "kuantitas", en: "quantity")
    case .quality: LocalizedText(id: "kualitas", en: "quality")
    case .time: LocalizedText(id: "waktu", en: "time")
    case .cost: LocalizedText(id: "biaya", en: "cost")
    }
  }
}
