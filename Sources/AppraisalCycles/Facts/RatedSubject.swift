public import KinerjaCore

/// What a rating is about: an aspect as a whole, or one part of it.
public struct RatedSubject: Sendable, Hashable {
  /// A part of an aspect.
  public enum Part: Sendable, Hashable {
    case whole
    case planItem(PlanItemID)
    case item(ItemID)
  }

  /// The aspect.
  public let aspect: AspectID
  /// The part.
  public let part: Part

  /// Creates a subject.
  public init(_ aspect: AspectID, _ part: Part = .whole) {
    self.aspect = aspect
    self.part = part
  }
}

extension RatedSubject: CustomStringConvertible {
  public var description: String {
    switch part {
    case .whole: aspect.text
    case .planItem(let item): "\(aspect)/\(item)"
    case .item(let item): "\(aspect)/\(item)"
    }
  }
}

extension RatedSubject: Definition {
  /// Reads `{"aspect": "work", "planItem": "p1"}`, `{"aspect": "behaviour", "item": "service"}` or
  /// `{"aspect": "work"}`.
  public init?(_ node: JSONNode, _ reader: DefinitionReader) {
    guard let object = reader.object(node) else { return nil }
    let aspect = object.required("aspect", AspectID.self)
    let planItem = object.optional("planItem", PlanItemID.self)
    let item = object.optional("item", ItemID.self)
    object.finish()
    guard let aspect else { return nil }
    guard planItem == nil || item == nil else {
      reader.report(.subjectOfTwo, at: node)
      return nil
    }
    self.init(aspect, planItem.map(Part.planItem) ?? item.map(Part.item) ?? .whole)
  }

  public var json: JSONValue {
    switch part {
    case .whole: ["aspect": aspect.json]
    case .planItem(let item): ["aspect": aspect.json, "planItem": item.json]
    case .item(let item): ["aspect": aspect.json, "item": item.json]
    }
  }
}
