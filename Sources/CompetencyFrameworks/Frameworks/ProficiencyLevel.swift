public import KinerjaCore

/// How well a competency is mastered (*level kompetensi*).
public struct ProficiencyLevel: Hashable, Sendable {
  /// The level's number; more is better.
  public let value: Int
  /// What the level is called.
  public let name: LocalizedText

  /// Creates a level.
  public init(_ value: Int, name: LocalizedText) {
    self.value = value
    self.name = name
  }
}

extension ProficiencyLevel: Definition {
  public init?(_ node: JSONNode, _ reader: DefinitionReader) {
    guard let object = reader.object(node) else { return nil }
    let value = object.required("value", Int.self)
    let name = object.required("name", LocalizedText.self)
    object.finish()
    guard let value, let name else { return nil }
    self.init(value, name: name)
  }

  public var json: JSONValue { ["value": value.json, "name": name.json] }
}
