// Lists and tables of values.

extension Array: DefinitionValue where Element: DefinitionValue {
  /// Reads every element, also behind one that is wrong.
  public init?(_ node: JSONNode, _ reader: DefinitionReader) {
    guard let nodes = node.elements else {
      reader.reportKind(of: node, expected: JSONNode.Kind.array.label, example: "[…]")
      return nil
    }
    let elements = nodes.map { Element($0, reader) }
    guard !elements.contains(where: { $0 == nil }) else { return nil }
    self = elements.compactMap(\.self)
  }

  public var json: JSONValue { .array(map(\.json)) }
}

/// What may stand as a key of an object in a definition file: an identifier.
public protocol DefinitionKey: Hashable {
  /// Reads a key; nil, with a problem noted at the key, if it is none.
  init?(key: JSONNode, _ reader: DefinitionReader)
  /// The key as it is written.
  var keyText: String { get }
}

extension Identifier: DefinitionKey {
  public init?(key: JSONNode, _ reader: DefinitionReader) { self.init(key, reader) }
  public var keyText: String { text }
}

extension Dictionary: DefinitionValue where Key: DefinitionKey, Value: DefinitionValue {
  /// Reads every member, also behind one that is wrong.
  public init?(_ node: JSONNode, _ reader: DefinitionReader) {
    guard let members = node.members else {
      reader.reportKind(of: node, expected: .object, example: "{\"…\": …}")
      return nil
    }
    var result: Self = [:]
    var isWhole = true
    for member in members {
      let key = Key(key: member.keyNode, reader)
      let value = Value(member.value, reader)
      if let key, let value { result[key] = value } else { isWhole = false }
    }
    guard isWhole else { return nil }
    self = result
  }

  public var json: JSONValue {
    .object(Dictionary<String, JSONValue>(uniqueKeysWithValues: map { ($0.keyText, $1.json) }))
  }
}
