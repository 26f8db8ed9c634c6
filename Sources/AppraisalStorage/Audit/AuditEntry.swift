public import KinerjaCore

/// A link of a tenant's audit chain: what one batch did, without telling what that was.
///
/// Entries lie in the stream ``chain(of:)`` as canonical JSON, one for each batch. The hash of an
/// entry is the SHA-256 of those bytes, which any tool can compute; the entry after it names it.
public struct AuditEntry: Hashable, Sendable {
  /// The place in the chain, from 0.
  public let position: UInt64
  /// The hash of the entry before; for the first one ``beginning(of:)``.
  public let previous: Digest
  /// A salted hash of each record written or deleted and each event appended, in order.
  public let writes: [Digest]

  /// Where the chain of a tenant lies.
  public static func chain(of tenant: AgencyID) -> StreamID {
    StreamID(tenant: tenant, collection: AuditNames.collection, id: "chain")
  }

  /// What the first entry names as the one before: the SHA-256 of `kinerja-audit-chain/1`, a space
  /// and the tenant, so that no chain passes for another tenant's.
  public static func beginning(of tenant: AgencyID) -> Digest {
    SHA256.hash("kinerja-audit-chain/1 \(tenant)".utf8)
  }
}

extension AuditEntry: Definition {
  /// Reads `{"position": 0, "previous": "…", "writes": ["…"]}`.
  public init?(_ node: JSONNode, _ reader: DefinitionReader) {
    guard let object = reader.object(node, example: "{\"position\": …}") else { return nil }
    let position = object.required("position", Int64.self)
    let previous = object.required("previous", Digest.self)
    let writes = object.required("writes", [Digest].self)
    object.finish()
    guard
      let position, let position = UInt64(exactly: position), let previous, let writes
    else { return nil }
    self.init(position: position, previous: previous, writes: writes)
  }

  public var json: JSONValue {
    .object(of: [
      "position": .integer(Int64(clamping: position)), "previous": previous.json,
      "writes": writes.json,
    ])
  }
}

extension AuditEntry {
  /// Reads an entry as it is stored; nil if it is none.
  init?(_ payload: Payload) {
    guard let entry = try? PayloadCodec<AuditEntry>().decode(payload) else { return nil }
    self = entry
  }

  var payload: Payload { PayloadCodec().encode(self) }
}

extension Payload {
  /// The hash by which the next entry names an entry.
  var auditHash: Digest { SHA256.hash(bytes) }
}

/// The names that an audited tenant's own data may not use.
enum AuditNames {
  static let collection: KeyText = "audit"
  static let openings: KeyText = "audit/openings"

  static func head(of tenant: AgencyID) -> RecordKey {
    RecordKey(tenant: tenant, collection: collection, id: "head")
  }

  static func opening(of batch: KeyText, tenant: AgencyID) -> RecordKey {
    RecordKey(tenant: tenant, collection: openings, id: batch)
  }

  static func areReserved(_ name: KeyText) -> Bool {
    name == collection || name.text.hasPrefix("audit/")
  }
}
