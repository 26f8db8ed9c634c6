public import KinerjaCore

/// A criterion by which alternatives are compared (*kriteria*).
public typealias CriterionID = Identifier<CriterionKind>

/// The kind of a ``CriterionID``.
public enum CriterionKind: IdentifierKind {
  public static let label = LocalizedText(id: "kriteria", en: "criterion")
}

/// Whether more or less of a criterion is better; said for every criterion, never assumed.
public enum CriterionDirection: String, Sendable, Hashable, Codable, CaseIterable {
  /// More is better.
  case benefit
  /// Less is better.
  case cost
}

/// A column of a ``DecisionMatrix``: what is compared, and which way is better.
public struct Criterion: Sendable, Hashable {
  /// What the criterion is called.
  public let id: CriterionID
  /// Whether more or less is better.
  public let direction: CriterionDirection

  /// Creates a criterion.
  public init(_ id: CriterionID, _ direction: CriterionDirection) {
    self.id = id
    self.direction = direction
  }

  /// A criterion of which more is better.
  public static func benefit(_ id: CriterionID) -> Criterion { Criterion(id, .benefit) }

  /// A criterion of which less is better.
  public static func cost(_ id: CriterionID) -> Criterion { Criterion(id, .cost) }
}
