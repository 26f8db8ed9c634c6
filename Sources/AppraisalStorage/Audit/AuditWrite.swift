import KinerjaCore

/// One thing that a batch does to one record or stream, as the audit chain counts them.
struct AuditWrite: Hashable, Sendable {
  /// What is done.
  enum Kind: String, Hashable, Sendable, CaseIterable, DefinitionValue {
    case put
    case delete
    case event
    /// An event is erased; the place tells which, as ``ErasedWrite`` names it.
    case erasure
  }

  let place: AuditPlace
  /// What was written; nil for a deletion and an erasure.
  let payload: Payload?

  /// The hash that stands for the write in the chain (FIPS 180-4).
  ///
  /// It is taken of the words `kinerja-audit-write/1`, the salt, the kind, tenant, collection and
  /// id, each text with its length before it in 16 bits, then the schema, and the payload with its
  /// length in 32 bits; integers are little-endian. Who lacks the salt cannot try out contents.
  func commitment(salt: Digest) -> Digest {
    var writer = ByteWriter()
    writer.append("kinerja-audit-write/1")
    writer.append(salt.bytes)
    writer.append(place.kind.rawValue)
    writer.append(place.tenant.text)
    writer.append(place.collection.text)
    writer.append(place.id.text)
    if let payload {
      writer.append(payload.schema)
      writer.append(UInt32(payload.bytes.count))
    }
    var hash = SHA256()
    hash.update(writer.bytes)
    if let payload { hash.update(payload.bytes) }
    return hash.finalize()
  }
}

/// Where a write went.
struct AuditPlace: Hashable, Sendable {
  let kind: AuditWrite.Kind
  let tenant: AgencyID
  let collection: KeyText
  let id: KeyText
}

extension AuditPlace {
  /// The record written or deleted; nil for an event.
  var record: RecordKey? {
    switch kind {
    case .put, .delete: RecordKey(tenant: tenant, collection: collection, id: id)
    case .event, .erasure: nil
    }
  }

  /// The stream that an event was appended to; nil for a record.
  var stream: StreamID? {
    kind == .event ? StreamID(tenant: tenant, collection: collection, id: id) : nil
  }
}

extension Mutation {
  /// What the mutation does, one write for each record and event, in order.
  var auditWrites: [AuditWrite] {
    switch self {
    case .put(let key, let payload, _): [AuditWrite(place: key.place(.put), payload: payload)]
    case .delete(let key, _): [AuditWrite(place: key.place(.delete), payload: nil)]
    case .append(let stream, let payloads, _):
      payloads.map { AuditWrite(place: stream.place, payload: $0) }
    }
  }
}

extension RecordKey {
  fileprivate func place(_ kind: AuditWrite.Kind) -> AuditPlace {
    AuditPlace(kind: kind, tenant: tenant, collection: collection, id: id)
  }
}

extension StreamID {
  fileprivate var place: AuditPlace {
    AuditPlace(kind: .event, tenant: tenant, collection: collection, id: id)
  }
}
