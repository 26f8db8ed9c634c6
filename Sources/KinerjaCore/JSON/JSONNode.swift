/// One value of a ``JSONDocument``, which knows where it stands.
///
/// A node keeps its document alive; making and passing one costs no more than a reference.
public struct JSONNode: Sendable {
  let storage: JSONStorage
  let index: Int

  /// What a value is.
  public enum Kind: String, Sendable, Hashable, CaseIterable {
    case null, bool, number, string, array, object
  }

  private var entry: JSONStorage.Entry { storage.entries[index] }

  /// What the value is.
  public var kind: Kind {
    switch entry.kind {
    case .null: .null
    case .true, .false: .bool
    case .number: .number
    case .string, .key: .string
    case .array: .array
    case .object: .object
    }
  }

  /// The truth value; nil if it is something else.
  public var bool: Bool? {
    switch entry.kind {
    case .true: true
    case .false: false
    default: nil
    }
  }

  /// The text, unescaped; nil if it is something else.
  public var string: String? {
    entry.kind == .string || entry.kind == .key ? storage.text(of: entry) : nil
  }

  /// The number exactly as it is written, such as `0.50` or `1e3`; nil if it is something else.
  public var numberText: String? {
    entry.kind == .number ? storage.text(of: entry) : nil
  }

  /// The elements of an array in order; nil if it is something else.
  public var elements: [JSONNode]? {
    guard entry.kind == .array else { return nil }
    var nodes: [JSONNode] = []
    var child = index + 1
    while child < Int(entry.next) {
      nodes.append(JSONNode(storage: storage, index: child))
      child = Int(storage.entries[child].next)
    }
    return nodes
  }

  /// The members of an object in the order of the text; nil if it is something else.
  public var members: [Member]? {
    guard entry.kind == .object else { return nil }
    var members: [Member] = []
    var child = index + 1
    while child < Int(entry.next) {
      let key = JSONNode(storage: storage, index: child)
      let value = JSONNode(storage: storage, index: child + 1)
      members.append(Member(keyNode: key, value: value))
      child = Int(storage.entries[child + 1].next)
    }
    return members
  }

  /// A key of an object with its value.
  public struct Member: Sendable {
    /// The key, where it stands.
    public let keyNode: JSONNode
    /// The value.
    public let value: JSONNode
    /// The key's text, unescaped.
    public var key: String { keyNode.string ?? "" }
  }

  /// File, line, column and path, for a message.
  ///
  /// A member's key and value share a path; their lines and columns are their own.
  public var place: SourcePlace { storage.place(of: index) }

  /// The value without its places.
  public var value: JSONValue {
    switch entry.kind {
    case .null: .null
    case .true: .bool(true)
    case .false: .bool(false)
    case .number: .number(JSONNumber(storage.text(of: entry)) ?? 0)
    case .string, .key: .string(storage.text(of: entry))
    case .array: .array((elements ?? []).map(\.value))
    case .object:
      .object(
        Dictionary((members ?? []).map { ($0.key, $0.value.value) }, uniquingKeysWith: { $1 }))
    }
  }
}
