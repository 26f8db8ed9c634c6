public import KinerjaCore

/// A goal of a unit (*sasaran*).
public typealias GoalID = Identifier<GoalKind>

/// The kind of a ``GoalID``.
public enum GoalKind: IdentifierKind {
  public static let label = LocalizedText(id: "sasaran", en: "goal")
}

/// What a unit is to reach, to which plans of persons and goals of smaller units contribute.
public struct UnitGoal: Hashable, Sendable, Identifiable {
  /// The goal's name for machines.
  public let id: GoalID
  /// The unit whose goal it is.
  public let unit: UnitID
  /// The goal's name for people.
  public let name: LocalizedText
  /// The goal of the unit above to which it contributes; nil at the top.
  public let contributesTo: GoalID?

  /// Creates a goal.
  public init(_ id: GoalID, unit: UnitID, name: LocalizedText, contributesTo: GoalID? = nil) {
    self.id = id
    self.unit = unit
    self.name = name
    self.contributesTo = contributesTo
  }
}

extension UnitGoal: Definition {
  public init?(_ node: JSONNode, _ reader: DefinitionReader) {
    guard let object = reader.object(node) else { return nil }
    let id = object.required("id", GoalID.self)
    let unit = object.required("unit", UnitID.self)
    let name = object.required("name", LocalizedText.self)
    let contributesTo = object.optional("contributesTo", GoalID.self)
    object.finish()
    guard let id, let unit, let name else { return nil }
    self.init(id, unit: unit, name: name, contributesTo: contributesTo)
  }

  public var json: JSONValue {
    .object(of: [
      "id": id.json, "unit": unit.json, "name": name.json, "contributesTo": contributesTo?.json,
    ])
  }
}
