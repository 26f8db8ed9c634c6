public import KinerjaCore

/// The indicators that an agency works with, each perhaps in several dated versions.
public struct IndicatorCatalogue: Hashable, Sendable {
  /// All versions of all indicators, in the order given.
  public let indicators: [Indicator]
  private let versions: [IndicatorID: [Int]]

  /// Creates a catalogue.
  ///
  /// - Throws: `InvalidInput` with every pair of versions of one indicator that hold on one day.
  public init(_ indicators: [Indicator]) throws(InvalidInput) {
    self.indicators = indicators
    var versions: [IndicatorID: [Int]] = [:]
    var problems = Diagnostics()
    for (index, indicator) in indicators.enumerated() {
      for earlier in versions[indicator.id] ?? [] {
        guard let shared = indicators[earlier].effective.intersection(indicator.effective) else {
          continue
        }
        problems.add(
          .overlappingVersions,
          [
            "indicator": .text(indicator.id.text), "other": .integer(Int64(earlier)),
            "day": .day(shared.from),
          ], at: SourcePlace(path: [.index(index), .key("effective")]))
      }
      versions[indicator.id, default: []].append(index)
    }
    self.versions = versions
    try problems.throwIfAny()
  }

  /// The version of an indicator that holds on a day; nil if there is none.
  public func indicator(_ id: IndicatorID, on day: Day) -> Indicator? {
    versions[id]?.lazy.map { indicators[$0] }.first { $0.effective.contains(day) }
  }

  /// All versions of an indicator, in the order given; none if it is unknown.
  public func versions(of id: IndicatorID) -> [Indicator] {
    (versions[id] ?? []).map { indicators[$0] }
  }

  /// The identifiers, in the order in which they first appear.
  public var ids: [IndicatorID] {
    indicators.enumerated().compactMap { index, indicator in
      versions[indicator.id]?.first == index ? indicator.id : nil
    }
  }
}

extension IndicatorCatalogue: Definition {
  /// Reads a list of indicators.
  public init?(_ node: JSONNode, _ reader: DefinitionReader) {
    guard let indicators = [Indicator](node, reader) else { return nil }
    do throws(InvalidInput) {
      try self.init(indicators)
    } catch {
      reader.report(error, at: node)
      return nil
    }
  }

  public var json: JSONValue { indicators.json }
}
