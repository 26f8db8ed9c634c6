public import KinerjaCore

/// How long a tenant's audit chain was at some time, and its last hash.
///
/// Held where nobody who can change the store can change it (in print, by e-mail, at another
/// office), it proves that nothing before it was rewritten or cut off since.
public struct AuditCheckpoint: Hashable, Sendable {
  /// Whose chain it is.
  public let tenant: AgencyID
  /// How many entries the chain had.
  public let length: UInt64
  /// The hash of the last of them; ``AuditEntry/beginning(of:)`` if there was none.
  public let hash: Digest

  /// Creates a checkpoint, such as one that was typed in from paper.
  public init(tenant: AgencyID, length: UInt64, hash: Digest) {
    self.tenant = tenant
    self.length = length
    self.hash = hash
  }

  /// The chain that has no entry yet.
  init(empty tenant: AgencyID) {
    self.init(tenant: tenant, length: 0, hash: AuditEntry.beginning(of: tenant))
  }
}

extension AuditCheckpoint: Definition {
  /// Reads `{"tenant": "kendari", "length": 120, "hash": "…"}`.
  public init?(_ node: JSONNode, _ reader: DefinitionReader) {
    guard let object = reader.object(node, example: "{\"tenant\": …}") else { return nil }
    let tenant = object.required("tenant", AgencyID.self)
    let length = object.required("length", Int64.self)
    let hash = object.required("hash", Digest.self)
    object.finish()
    guard let tenant, let length, let length = UInt64(exactly: length), let hash else {
      return nil
    }
    self.init(tenant: tenant, length: length, hash: hash)
  }

  public var json: JSONValue {
    ["tenant": tenant.json, "length": .integer(Int64(clamping: length)), "hash": hash.json]
  }
}
