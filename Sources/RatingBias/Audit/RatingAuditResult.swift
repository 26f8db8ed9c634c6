/// What an audit of raters found.
public struct RatingAuditResult: Sendable, Hashable {
  /// The settings with which it ran.
  public let settings: RatingAudit
  /// Who rated whom how often.
  public let design: RatingDesign
  /// Leniency and severity, by ratings of the same ratees.
  public let leniency: RaterEffect
  /// Leniency and severity by a reference; nil if none was given.
  public let leniencyByReference: RaterEffect?
  /// Spread of ratings.
  public let centralTendency: CentralTendency
  /// Agreement over all items.
  public let agreement: Answer<Agreement>
  /// What deserves a talk, raters in the order of identifiers, then what is about all of them.
  public let findings: [Finding]
}
