public import AppraisalStorage
public import KinerjaCore

/// A fact about a person's appraisal: what happened, by which command, and who answers for it.
///
/// Facts are only ever added; a state is what they add up to.
public struct AppraisalFact: Sendable, Hashable {
  /// The command that it came from.
  public let command: CommandID
  /// Who acted, as what, when and why.
  public let actor: ActorContext
  /// What happened.
  public let event: AppraisalEvent

  /// Creates a fact.
  public init(_ event: AppraisalEvent, by actor: ActorContext, command: CommandID) {
    self.command = command
    self.actor = actor
    self.event = event
  }

  /// Facts as they are stored: canonical JSON, schema 1.
  public static let codec = PayloadCodec<AppraisalFact>()
}

extension AppraisalFact: Definition {
  /// Reads `{"event": "closed", "content": …, "actor": {…}, "command": "c-17"}`.
  public init?(_ node: JSONNode, _ reader: DefinitionReader) {
    guard let object = reader.object(node) else { return nil }
    let event = AppraisalEvent(in: object)
    let actor = object.required("actor", ActorContext.self)
    let command = object.required("command", CommandID.self)
    object.finish()
    guard let event, let actor, let command else { return nil }
    self.init(event, by: actor, command: command)
  }

  public var json: JSONValue {
    let keys = event.keys
    return .object(of: [
      "event": keys.event, "content": keys.content, "actor": actor.json,
      "command": command.json,
    ])
  }
}
