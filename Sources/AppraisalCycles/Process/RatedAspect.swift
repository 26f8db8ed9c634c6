public import KinerjaCore

/// A side of work that is rated, such as results (*hasil kerja*) or behaviour (*perilaku kerja*).
public struct RatedAspect: Sendable, Hashable, Identifiable {
  /// What of the aspect is rated.
  public enum Parts: Sendable, Hashable {
    /// The aspect as a whole, once.
    case whole
    /// Each item of the person's plan.
    case planItems
    /// Each of these.
    case items([ItemID])
  }

  /// The aspect's name for machines.
  public let id: AspectID
  /// What people call it.
  public let title: LocalizedText
  /// What of it is rated.
  public let parts: Parts
  /// The scale on which it is rated.
  public let scale: RatingScale

  /// Creates an aspect.
  public init(_ id: AspectID, _ title: LocalizedText, _ parts: Parts, scale: RatingScale) {
    self.id = id
    self.title = title
    self.parts = parts
    self.scale = scale
  }
}

extension RatedAspect: Definition {
  private enum Word: String, CaseIterable, DefinitionValue {
    case whole
    case planItems = "plan-items"
  }

  /// Reads an aspect, whose key `items` is `"whole"`, `"plan-items"` or a list.
  public init?(_ node: JSONNode, _ reader: DefinitionReader) {
    guard let object = reader.object(node) else { return nil }
    let id = object.required("id", AspectID.self)
    let title = object.required("title", LocalizedText.self)
    let scale = object.required("scale", RatingScale.self)
    let parts: Parts? =
      if object.node(for: "items")?.kind == .array {
        object.required("items", [ItemID].self).map(Parts.items)
      } else {
        object.required("items", Word.self).map { $0 == .whole ? .whole : .planItems }
      }
    object.finish()
    guard let id, let title, let scale, let parts else { return nil }
    self.init(id, title, parts, scale: scale)
  }

  public var json: JSONValue {
    let items =
      switch parts {
      case .whole: Word.whole.json
      case .planItems: Word.planItems.json
      case .items(let items): items.json
      }
    return .object(of: [
      "id": id.json, "title": title.json, "items": items, "scale": scale.json,
    ])
  }
}
