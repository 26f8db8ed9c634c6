public import KinerjaCore

/// A change of somebody's rating that a forum (*forum diskusi*) is asked for; why stands in the
/// ``ActorContext``.
public struct ProposedAdjustment: Sendable, Hashable, Identifiable {
  /// The name that its sender gave it.
  public let id: AdjustmentID
  /// What was rated.
  public let subject: RatedSubject
  /// Who rated it.
  public let rater: PersonID
  /// The level as it stands.
  public let from: Int
  /// The level wanted.
  public let to: Int

  /// Creates a proposal.
  public init(
    _ id: AdjustmentID, of subject: RatedSubject, by rater: PersonID, from: Int, to: Int
  ) {
    self.id = id
    self.subject = subject
    self.rater = rater
    self.from = from
    self.to = to
  }
}

/// What a forum said to a proposal; why stands in the ``ActorContext``.
public struct AdjustmentVerdict: Sendable, Hashable {
  /// The proposal.
  public let adjustment: AdjustmentID
  /// Whether the forum agrees.
  public let isAccepted: Bool
  /// Who was there.
  public let present: [PersonID]
  /// Who of them did not vote for having an interest (*konflik kepentingan*).
  public let recused: [PersonID]

  /// Creates a verdict.
  public init(
    on adjustment: AdjustmentID, isAccepted: Bool, present: [PersonID], recused: [PersonID] = []
  ) {
    self.adjustment = adjustment
    self.isAccepted = isAccepted
    self.present = present
    self.recused = recused
  }

  /// Who voted, each once, in the order in which they were named.
  public var voters: [PersonID] {
    present.enumerated().filter { index, person in
      !recused.contains(person) && !present[..<index].contains(person)
    }.map(\.element)
  }
}

extension ProposedAdjustment: Definition {
  public init?(_ node: JSONNode, _ reader: DefinitionReader) {
    guard let object = reader.object(node) else { return nil }
    let id = object.required("id", AdjustmentID.self)
    let subject = object.required("subject", RatedSubject.self)
    let rater = object.required("rater", PersonID.self)
    let from = object.required("from", Int.self)
    let to = object.required("to", Int.self)
    object.finish()
    guard let id, let subject, let rater, let from, let to else { return nil }
    self.init(id, of: subject, by: rater, from: from, to: to)
  }

  public var json: JSONValue {
    [
      "id": id.json, "subject": subject.json, "rater": rater.json, "from": from.json,
      "to": to.json,
    ]
  }
}

extension AdjustmentVerdict: Definition {
  public init?(_ node: JSONNode, _ reader: DefinitionReader) {
    guard let object = reader.object(node) else { return nil }
    let adjustment = object.required("adjustment", AdjustmentID.self)
    let isAccepted = object.required("accepted", Bool.self)
    let present = object.required("present", [PersonID].self)
    let recused = object.optional("recused", default: [PersonID]())
    object.finish()
    guard let adjustment, let isAccepted, let present, let recused else { return nil }
    self.init(on: adjustment, isAccepted: isAccepted, present: present, recused: recused)
  }

  public var json: JSONValue {
    .object(of: [
      "adjustment": adjustment.json, "accepted": isAccepted.json, "present": present.json,
      "recused": recused.isEmpty ? nil : recused.json,
    ])
  }
}
