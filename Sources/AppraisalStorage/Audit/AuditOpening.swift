import KinerjaCore

/// What opens the commitments of an ``AuditEntry``: where each write went, and its salt.
///
/// It lies in a record beside the chain, so that it can be destroyed for one person while the
/// entry stays as it is.
struct AuditOpening: Hashable, Sendable {
  /// The part of one write.
  struct Part: Hashable, Sendable {
    let place: AuditPlace
    /// 32 random bytes.
    let salt: Digest
  }

  let position: UInt64
  /// One for each write of the entry, in order; nil where it was destroyed.
  var parts: [Part?]
}

extension AuditOpening {
  /// Reads an opening as it is stored; nil if it is none.
  init?(_ payload: Payload, tenant: AgencyID) {
    guard let stored = try? PayloadCodec<StoredOpening>().decode(payload) else { return nil }
    var parts: [Part?] = []
    for part in stored.parts {
      switch part {
      case .destroyed: parts.append(nil)
      case .kept(let kind, let collection, let id, let salt):
        guard let collection = try? KeyText(collection), let id = try? KeyText(id) else {
          return nil
        }
        let place = AuditPlace(kind: kind, tenant: tenant, collection: collection, id: id)
        parts.append(Part(place: place, salt: salt))
      }
    }
    self.init(position: stored.position, parts: parts)
  }

  var payload: Payload {
    PayloadCodec().encode(
      StoredOpening(
        position: position,
        parts: parts.map { part in
          part.map {
            .kept($0.place.kind, $0.place.collection.text, $0.place.id.text, $0.salt)
          } ?? .destroyed
        }))
  }
}

/// An opening as JSON: `{"position": 0, "writes": [{"kind": "put", …}, {}]}`.
private struct StoredOpening: DefinitionValue, Sendable {
  enum Part: DefinitionValue {
    case destroyed
    case kept(AuditWrite.Kind, String, String, Digest)

    init?(_ node: JSONNode, _ reader: DefinitionReader) {
      guard let object = reader.object(node, example: "{\"kind\": \"put\"}") else { return nil }
      guard object.node(for: "kind") != nil else {
        object.finish()
        self = .destroyed
        return
      }
      let kind = object.required("kind", AuditWrite.Kind.self)
      let collection = object.required("collection", String.self)
      let id = object.required("id", String.self)
      let salt = object.required("salt", Digest.self)
      object.finish()
      guard let kind, let collection, let id, let salt else { return nil }
      self = .kept(kind, collection, id, salt)
    }

    var json: JSONValue {
      switch self {
      case .destroyed: [:]
      case .kept(let kind, let collection, let id, let salt):
        [
          "kind": kind.json, "collection": .string(collection), "id": .string(id),
          "salt": salt.json,
        ]
      }
    }
  }

  let position: UInt64
  let parts: [Part]

  init(position: UInt64, parts: [Part]) {
    self.position = position
    self.parts = parts
  }

  init?(_ node: JSONNode, _ reader: DefinitionReader) {
    guard let object = reader.object(node, example: "{\"position\": …}") else { return nil }
    let position = object.required("position", Int64.self)
    let parts = object.required("writes", [Part].self)
    object.finish()
    guard let position, let position = UInt64(exactly: position), let parts else { return nil }
    self.init(position: position, parts: parts)
  }

  var json: JSONValue {
    ["position": .integer(Int64(clamping: position)), "writes": parts.json]
  }
}
