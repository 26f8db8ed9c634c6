public import KinerjaCore

/// Who did something, as what, when and why; nothing is done without.
public struct ActorContext: Sendable, Hashable {
  /// Who acts.
  public let person: PersonID
  /// In which role.
  public let role: RoleID
  /// When, as the caller's clock says.
  public let instant: Instant
  /// Why; some commands require it.
  public let reason: String?
  /// The person for whom it is done, if it was delegated (*pelaksana harian*); both are kept.
  public let onBehalfOf: PersonID?

  /// Creates a context.
  public init(
    _ person: PersonID, as role: RoleID, at instant: Instant, reason: String? = nil,
    onBehalfOf: PersonID? = nil
  ) {
    self.person = person
    self.role = role
    self.instant = instant
    self.reason = reason
    self.onBehalfOf = onBehalfOf
  }

  /// Whether there is a reason that says something.
  var hasReason: Bool { reason.map { !$0.allSatisfy(\.isWhitespace) } ?? false }

  /// Everybody who bears the act.
  var persons: [PersonID] { [person] + (onBehalfOf.map { [$0] } ?? []) }
}

extension ActorContext: Definition {
  public init?(_ node: JSONNode, _ reader: DefinitionReader) {
    guard let object = reader.object(node) else { return nil }
    let person = object.required("person", PersonID.self)
    let role = object.required("role", RoleID.self)
    let instant = object.required("at", Instant.self)
    let reason = object.optional("reason", String.self)
    let onBehalfOf = object.optional("onBehalfOf", PersonID.self)
    object.finish()
    guard let person, let role, let instant else { return nil }
    self.init(person, as: role, at: instant, reason: reason, onBehalfOf: onBehalfOf)
  }

  public var json: JSONValue {
    .object(of: [
      "person": person.json, "role": role.json, "at": instant.json, "reason": reason?.json,
      "onBehalfOf": onBehalfOf?.json,
    ])
  }
}
