public import KinerjaCore

/// What kind of value an input or a step holds.
public enum ValueType: Sendable, Hashable {
  /// An exact number.
  case number
  /// One of the categories of a scale of the rule.
  case category(of: ScaleID)
  /// True or false.
  case flag
}

extension ValueType {
  /// The type in words.
  public var label: LocalizedText {
    switch self {
    case .number: LocalizedText(id: "angka", en: "number")
    case .category(let scale):
      LocalizedText(id: "kategori skala \(scale)", en: "category of \(scale)")
    case .flag: LocalizedText(id: "ya/tidak", en: "true or false")
    }
  }
}

extension ValueType {
  /// The scale of a category; nil for anything else.
  public var scale: ScaleID? {
    if case .category(let scale) = self { scale } else { nil }
  }
}
