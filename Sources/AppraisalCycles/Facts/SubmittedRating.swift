public import KinerjaCore

/// A level of a scale that somebody gave; who gave it stands in the ``ActorContext``.
public struct SubmittedRating: Sendable, Hashable {
  /// What is rated.
  public let subject: RatedSubject
  /// The scale.
  public let scale: ScaleID
  /// The value of the level.
  public let level: Int

  /// Creates a rating.
  public init(_ level: Int, on scale: ScaleID, of subject: RatedSubject) {
    self.subject = subject
    self.scale = scale
    self.level = level
  }
}

extension SubmittedRating: Definition {
  public init?(_ node: JSONNode, _ reader: DefinitionReader) {
    guard let object = reader.object(node) else { return nil }
    let subject = object.required("subject", RatedSubject.self)
    let scale = object.required("scale", ScaleID.self)
    let level = object.required("level", Int.self)
    object.finish()
    guard let subject, let scale, let level else { return nil }
    self.init(level, on: scale, of: subject)
  }

  public var json: JSONValue {
    ["subject": subject.json, "scale": scale.json, "level": level.json]
  }
}
