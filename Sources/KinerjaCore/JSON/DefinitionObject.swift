/// An object that is being read key by key.
///
/// Ask for every key, then call ``finish()``, then give up if something needed is nil: so one
/// reading finds everything that is wrong.
public final class DefinitionObject {
  /// The object itself, for problems that concern several keys.
  public let node: JSONNode
  private let reader: DefinitionReader
  private let members: [JSONNode.Member]
  private var places: [String: Int] = [:]
  private var asked: [String] = []
  private var isFinished = false

  init(_ node: JSONNode, _ members: [JSONNode.Member], _ reader: DefinitionReader) {
    self.node = node
    self.members = members
    self.reader = reader
    places.reserveCapacity(members.count)
    for (index, member) in members.enumerated() { places[member.key] = index }
  }

  deinit {
    assert(isFinished, "an object was read without finish(), so unknown keys went unnoticed")
  }

  /// The value of a key as it stands; nil if the key is missing or its value null.
  public func node(for key: String) -> JSONNode? {
    if !asked.contains(key) { asked.append(key) }
    guard let index = places[key], members[index].value.kind != .null else { return nil }
    return members[index].value
  }

  /// The value of a key that must be there; nil, with a problem noted, if it is missing or wrong.
  public func required<Value: DefinitionValue>(
    _ key: String, _ type: Value.Type = Value.self
  ) -> Value? {
    if let value = node(for: key) { return Value(value, reader) }
    reader.report(.definitionMissingKey, ["key": .text(key)], at: node)
    return nil
  }

  /// The value of a key that may be left out; nil if it is missing, null or wrong.
  public func optional<Value: DefinitionValue>(
    _ key: String, _ type: Value.Type = Value.self
  ) -> Value? {
    node(for: key).flatMap { Value($0, reader) }
  }

  /// The value of a key that may be left out, or what stands for it then.
  ///
  /// - Returns: nil only if the value is there and wrong.
  public func optional<Value: DefinitionValue>(_ key: String, default value: Value) -> Value? {
    guard let node = node(for: key) else { return value }
    return Value(node, reader)
  }

  /// Notes every key that nobody asked for.
  public func finish() {
    isFinished = true
    let unused = asked.filter { places[$0] == nil }
    for member in members where !asked.contains(member.key) {
      reader.report(
        .definitionUnknownKey, member.key, orMisspelt: .definitionMisspeltKey, asked,
        candidates: unused, at: member.keyNode)
    }
  }
}
