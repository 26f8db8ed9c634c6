public import KinerjaCore

/// A role in a process.
public struct ProcessRole: Sendable, Hashable, Identifiable {
  /// The role's name for machines.
  public let id: RoleID
  /// What people call it.
  public let title: LocalizedText
  /// Whether the persons who act in it are named for each person appraised, as a supervisor is.
  ///
  /// Who acts in another role is for the caller to know, such as by the rights of an account.
  public let isAssigned: Bool

  /// Creates a role.
  public init(_ id: RoleID, _ title: LocalizedText, isAssigned: Bool = false) {
    self.id = id
    self.title = title
    self.isAssigned = isAssigned
  }
}

extension ProcessRole: Definition {
  public init?(_ node: JSONNode, _ reader: DefinitionReader) {
    guard let object = reader.object(node) else { return nil }
    let id = object.required("id", RoleID.self)
    let title = object.required("title", LocalizedText.self)
    let isAssigned = object.optional("assigned", default: false)
    object.finish()
    guard let id, let title, let isAssigned else { return nil }
    self.init(id, title, isAssigned: isAssigned)
  }

  public var json: JSONValue {
    .object(of: [
      "id": id.json, "title": title.json, "assigned": isAssigned ? isAssigned.json : nil,
    ])
  }
}
