public import KinerjaCore
public import RuleLanguage

/// Changes of a rule, as data: what an amendment, a region's own regulation or a thought
/// experiment makes of it.
///
/// A rule is never edited; a reform laid over it gives another rule, with a version of its own that
/// names both. The standing of the ``source`` says who speaks, and so what may be changed: law, and
/// an assumption, anything; a region, only what the rule leaves open to regions.
///
/// ```swift
/// let reform = Reform(
///   "kota-x.2019", LocalizedText(id: "Bobot Kota X", en: "Weights of City X"),
///   source: LegalSource("Perwali X 5/2019", standing: .region)
/// ) {
///   ReformChange.set("weight.skp", .number("0.7"), during: "2019-01-01/..")
///   ReformChange.set("weight.behaviour", .number("0.3"), during: "2019-01-01/..")
/// }
/// let rule = try ScoringRule.pp46Of2011.applying(reform)  // version "1+kota-x.2019"
/// ```
public struct Reform: Sendable, Hashable {
  /// The identifier.
  public let id: ReformID
  /// What it is called.
  public let title: LocalizedText
  /// The instrument that makes the changes; its standing decides what they may be.
  public let source: LegalSource
  /// The changes, in the order in which they are made.
  public let changes: [ReformChange]

  /// Creates a reform.
  public init(
    _ id: ReformID, _ title: LocalizedText, source: LegalSource,
    @ListBuilder<ReformChange> changes: () -> [ReformChange]
  ) {
    self.init(id, title, source: source, changes: changes())
  }

  /// Creates a reform.
  public init(
    _ id: ReformID, _ title: LocalizedText, source: LegalSource, changes: [ReformChange]
  ) {
    self.id = id
    self.title = title
    self.source = source
    self.changes = changes
  }

  /// Creates a thought experiment: changes that no instrument makes, marked as assumed.
  public init(whatIf changes: [ReformChange]) {
    self.init(
      "what-if", LocalizedText(id: "Andaian", en: "What if"),
      source: LegalSource("what-if", standing: .assumed), changes: changes)
  }
}

extension Reform: CustomStringConvertible {
  /// The identifier.
  public var description: String { id.text }
}
