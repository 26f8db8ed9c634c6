public import KinerjaCore

/// Something that must be true before a command of a process is carried out.
public enum ProcessRequirement: Sendable, Hashable {
  /// Each of these roles has agreed to the same plan, or the person is exempted with a reason.
  case planAgreed(by: [RoleID])
  /// Every item of the plan has at least one report.
  case allReported
  /// Everything that the process has rated bears a rating by somebody in this role.
  case allRated(by: RoleID)
  /// A score was concluded, and no rating has changed since.
  case scoreCurrent
  /// No proposed adjustment waits for its decision.
  case adjustmentsDecided
  /// The official has decided on the result.
  case decided
  /// At least so many members of the forum who may vote were present.
  case quorum(Int)
  /// The command comes with a reason.
  case reason
  /// The actor is not the person appraised, in whatever role.
  case notOwnResult
}

extension ProcessRequirement: DefinitionValue {
  private enum Word: String, CaseIterable, DefinitionValue {
    case allReported = "all-reported"
    case scoreCurrent = "score-current"
    case adjustmentsDecided = "adjustments-decided"
    case decided
    case reason
    case notOwnResult = "not-own-result"
  }

  /// Reads a word such as `"reason"`, or an object of one key: `{"plan-agreed": ["employee",
  /// "supervisor"]}`, `{"all-rated": "supervisor"}`, `{"quorum": 3}`.
  public init?(_ node: JSONNode, _ reader: DefinitionReader) {
    guard node.kind == .object, let object = reader.object(node) else {
      guard let word = Word(node, reader) else { return nil }
      switch word {
      case .allReported: self = .allReported
      case .scoreCurrent: self = .scoreCurrent
      case .adjustmentsDecided: self = .adjustmentsDecided
      case .decided: self = .decided
      case .reason: self = .reason
      case .notOwnResult: self = .notOwnResult
      }
      return
    }
    let roles = object.optional("plan-agreed", [RoleID].self)
    let rater = object.optional("all-rated", RoleID.self)
    let quorum = object.optional("quorum", Int.self)
    let given = ["plan-agreed", "all-rated", "quorum"].filter { object.node(for: $0) != nil }
    object.finish()
    guard given.count == 1 else {
      reader.reportKind(
        of: node,
        expected: LocalizedText(id: "satu syarat saja", en: "exactly one requirement"),
        example: "{\"quorum\": 3}")
      return nil
    }
    if let roles {
      self = .planAgreed(by: roles)
    } else if let rater {
      self = .allRated(by: rater)
    } else if let quorum {
      self = .quorum(quorum)
    } else {
      return nil
    }
  }

  public var json: JSONValue {
    switch self {
    case .planAgreed(let roles): ["plan-agreed": roles.json]
    case .allRated(let rater): ["all-rated": rater.json]
    case .quorum(let count): ["quorum": count.json]
    case .allReported: Word.allReported.json
    case .scoreCurrent: Word.scoreCurrent.json
    case .adjustmentsDecided: Word.adjustmentsDecided.json
    case .decided: Word.decided.json
    case .reason: Word.reason.json
    case .notOwnResult: Word.notOwnResult.json
    }
  }
}
