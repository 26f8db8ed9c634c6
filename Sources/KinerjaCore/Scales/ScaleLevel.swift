/// One level of a ``RatingScale``.
public struct ScaleLevel: Hashable, Sendable {
  /// The number that a rating at this level has.
  public let value: Int
  /// What the level is called, such as "Baik" or "Good".
  public let label: LocalizedText
  /// A short mark for it, such as "B"; nil if it has none.
  public let code: String?

  /// Creates a level.
  public init(value: Int, label: LocalizedText, code: String? = nil) {
    self.value = value
    self.label = label
    self.code = code
  }
}

extension ScaleLevel: Definition {
  /// Reads `{"value": 1, "label": {"id": "…", "en": "…"}, "code": "…"}`; the code may be left out.
  public init?(_ node: JSONNode, _ reader: DefinitionReader) {
    guard let object = reader.object(node) else { return nil }
    let value = object.required("value", Int.self)
    let label = object.required("label", LocalizedText.self)
    let code = object.optional("code", String.self)
    object.finish()
    guard let value, let label else { return nil }
    self.init(value: value, label: label, code: code)
  }

  public var json: JSONValue {
    .object(of: ["value": value.json, "label": label.json, "code": code?.json])
  }
}
