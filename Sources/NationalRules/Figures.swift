import KinerjaCore
import RuleLanguage

/// Writes the figures of an instrument, one a line, with the days on which it is in use.
struct Figures {
  let inUse: DayRange

  /// A figure that the law prints; closed to regions.
  func figure(
    _ id: ParameterID, id indonesian: String, en english: String, _ value: Ratio,
    _ source: LegalSource, unit: MeasurementUnit? = nil
  ) -> RuleParameter {
    RuleParameter(
      id, LocalizedText(id: indonesian, en: english), .number(value), inUse, source, unit: unit)
  }

  /// A figure that was recalled, inferred or chosen here: marked as assumed, and open.
  func assumed(
    _ id: ParameterID, id indonesian: String, en english: String, _ value: Ratio,
    within bounds: ClosedRange<Ratio>, _ source: LegalSource, unit: MeasurementUnit? = nil
  ) -> RuleParameter {
    figure(id, id: indonesian, en: english, value, source.assumed, unit: unit)
      .open(within: .numbers(bounds))
  }

  /// A yes or no that the law leaves unsaid: marked as assumed, and open.
  func choice(
    _ id: ParameterID, id indonesian: String, en english: String, _ value: Bool,
    _ source: LegalSource
  ) -> RuleParameter {
    RuleParameter(
      id, LocalizedText(id: indonesian, en: english), .flag(value), inUse, source.assumed
    )
    .open(within: .oneOf([false, true]))
  }

  /// A category that the law leaves unsaid: marked as assumed, and open to any of the scale.
  func choice(
    _ id: ParameterID, id indonesian: String, en english: String, _ value: CategoryID,
    of scale: CategoryScale, _ source: LegalSource
  ) -> RuleParameter {
    RuleParameter(
      id, LocalizedText(id: indonesian, en: english), .category(value), inUse, source.assumed
    )
    .open(within: .oneOf(scale.categories.map { .category($0.id) }))
  }
}

extension LegalSource {
  /// The same instrument, for what was not read in it but recalled, inferred or chosen.
  var assumed: LegalSource { LegalSource(instrument, article: article, standing: .assumed) }
}
