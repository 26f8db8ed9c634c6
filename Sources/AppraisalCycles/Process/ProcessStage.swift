public import KinerjaCore

/// A stage of a process: when it is open, and who may do what in it.
public struct ProcessStage: Sendable, Hashable, Identifiable {
  /// The stage's name for machines.
  public let id: StageID
  /// What people call it.
  public let title: LocalizedText
  /// The first day on which anything may be done.
  public let opens: PeriodDay
  /// The last day; nil if there is none.
  public let closes: PeriodDay?
  /// Who may do what.
  public let permissions: [StagePermission]

  /// Creates a stage.
  public init(
    _ id: StageID, _ title: LocalizedText, opens: PeriodDay, closes: PeriodDay? = nil,
    _ permissions: [StagePermission] = []
  ) {
    self.id = id
    self.title = title
    self.opens = opens
    self.closes = closes
    self.permissions = permissions
  }

  /// The days on which the stage is open in a period; nil if it closes before it opens there, or
  /// if a day lies outside the calendar.
  public func days(in period: Period) -> DayRange? {
    guard let first = opens.day(in: period) else { return nil }
    guard let closes else { return DayRange(from: first) }
    return closes.day(in: period).flatMap { try? DayRange(from: first, through: $0) }
  }
}

/// Leave for some roles to give a command in a stage.
public struct StagePermission: Sendable, Hashable {
  /// The command.
  public let command: CommandName
  /// Who may give it.
  public let roles: [RoleID]
  /// The stage to which the appraisal moves then; nil if it stays.
  public let next: StageID?
  /// What must be true, besides what holds for the command in every process.
  public let requirements: [ProcessRequirement]

  /// Creates a permission.
  public init(
    _ command: CommandName, by roles: [RoleID], to next: StageID? = nil,
    requiring requirements: [ProcessRequirement] = []
  ) {
    self.command = command
    self.roles = roles
    self.next = next
    self.requirements = requirements
  }
}

extension ProcessStage: Definition {
  public init?(_ node: JSONNode, _ reader: DefinitionReader) {
    guard let object = reader.object(node) else { return nil }
    let id = object.required("id", StageID.self)
    let title = object.required("title", LocalizedText.self)
    let opens = object.required("opens", PeriodDay.self)
    let closes = object.optional("closes", PeriodDay.self)
    let permissions = object.optional("permissions", default: [StagePermission]())
    object.finish()
    guard let id, let title, let opens, let permissions else { return nil }
    self.init(id, title, opens: opens, closes: closes, permissions)
  }

  public var json: JSONValue {
    .object(of: [
      "id": id.json, "title": title.json, "opens": opens.json, "closes": closes?.json,
      "permissions": permissions.json,
    ])
  }
}

extension StagePermission: Definition {
  /// Reads `{"command": "advance", "by": ["secretariat"], "to": "work", "requires": [...]}`.
  public init?(_ node: JSONNode, _ reader: DefinitionReader) {
    guard let object = reader.object(node) else { return nil }
    let command = object.required("command", CommandName.self)
    let roles = object.required("by", [RoleID].self)
    let next = object.optional("to", StageID.self)
    let requirements = object.optional("requires", default: [ProcessRequirement]())
    object.finish()
    guard let command, let roles, let requirements else { return nil }
    self.init(command, by: roles, to: next, requiring: requirements)
  }

  public var json: JSONValue {
    .object(of: [
      "command": command.json, "by": roles.json, "to": next?.json,
      "requires": requirements.isEmpty ? nil : requirements.json,
    ])
  }
}
