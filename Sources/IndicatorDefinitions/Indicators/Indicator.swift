public import KinerjaCore

/// What is measured, in which unit, which way is better, and how an achievement is reckoned
/// (*indikator kinerja*).
public struct Indicator: Hashable, Sendable, Identifiable {
  /// The indicator's name for machines.
  public let id: IndicatorID
  /// The indicator's name for people.
  public let name: LocalizedText
  /// The unit of target and realisation.
  public let unit: MeasurementUnit
  /// Which way is better.
  public let polarity: Polarity
  /// How an attainment is worked out.
  public let attainment: AttainmentRule
  /// How reports of sub-periods become one figure.
  public let consolidation: Consolidation
  /// What of a task it measures; nil if that does not matter.
  public let aspect: IndicatorAspect?
  /// The days on which this version holds.
  public let effective: DayRange
  /// Where it comes from.
  public let sources: [LegalSource]

  /// Creates an indicator.
  ///
  /// - Throws: `InvalidInput` if the form of attainment contradicts the polarity: more would be
  ///   better by one and worse by the other.
  public init(
    _ id: IndicatorID, name: LocalizedText, unit: MeasurementUnit, polarity: Polarity,
    attainment: AttainmentRule, consolidation: Consolidation, aspect: IndicatorAspect? = nil,
    effective: DayRange = .always, sources: [LegalSource] = []
  ) throws(InvalidInput) {
    self.id = id
    self.name = name
    self.unit = unit
    self.polarity = polarity
    self.attainment = attainment
    self.consolidation = consolidation
    self.aspect = aspect
    self.effective = effective
    self.sources = sources
    guard polarity.forms.contains(attainment.form) else {
      throw InvalidInput(
        Diagnostic(
          .polarityAndForm,
          [
            "polarity": .text(polarity.rawValue), "form": .text(attainment.form.rawValue),
            "forms": .list(polarity.forms.map(\.rawValue)),
          ], at: SourcePlace(path: [.key("attainment"), .key("form")])))
    }
  }

  /// Works an attainment out.
  public func attainment(of realisation: Ratio?, against target: Target?) -> Attainment {
    attainment.attainment(of: realisation, against: target, polarity)
  }

  /// Works an attainment out and keeps every step.
  public func derivation(of realisation: Ratio?, against target: Target?) -> AttainmentDerivation {
    attainment.derivation(of: realisation, against: target, polarity)
  }
}

extension Indicator: Definition {
  public init?(_ node: JSONNode, _ reader: DefinitionReader) {
    guard let object = reader.object(node) else { return nil }
    let id = object.required("id", IndicatorID.self)
    let name = object.required("name", LocalizedText.self)
    let unit = object.required("unit", MeasurementUnit.self)
    let polarity = object.required("polarity", Polarity.self)
    let attainment = object.required("attainment", AttainmentRule.self)
    let consolidation = object.required("consolidation", Consolidation.self)
    let aspect = object.optional("aspect", IndicatorAspect.self)
    let effective = object.optional("effective", default: DayRange.always)
    let sources = object.optional("sources", default: [LegalSource]())
    object.finish()
    guard
      let id, let name, let unit, let polarity, let attainment, let consolidation, let effective,
      let sources
    else { return nil }
    do throws(InvalidInput) {
      try self.init(
        id, name: name, unit: unit, polarity: polarity, attainment: attainment,
        consolidation: consolidation, aspect: aspect, effective: effective, sources: sources)
    } catch {
      reader.report(error, at: node)
      return nil
    }
  }

  public var json: JSONValue {
    .object(of: [
      "id": id.json, "name": name.json, "unit": unit.json, "polarity": polarity.json,
      "attainment": attainment.json, "consolidation": consolidation.json, "aspect": aspect?.json,
      "effective": effective == .always ? nil : effective.json,
      "sources": sources.isEmpty ? nil : sources.json,
    ])
  }
}
