public import KinerjaCore

/// Which records and streams are about one person.
///
/// A store does not know whom its contents are about; the caller does, by the keys that it uses.
public struct SubjectData: Hashable, Sendable {
  /// Whose data they are.
  public let tenant: AgencyID
  /// The person's records.
  public let records: [RecordKey]
  /// The person's streams.
  public let streams: [StreamID]

  /// Creates a list; what names another tenant is left out, what stands twice counts once.
  public init(tenant: AgencyID, records: [RecordKey], streams: [StreamID]) {
    self.tenant = tenant
    self.records = Set(records.filter { $0.tenant == tenant }).sorted()
    self.streams = Set(streams.filter { $0.tenant == tenant }).sorted()
  }
}

extension AppraisalStore {
  /// Finds the records and streams about one person among all that an audited tenant ever wrote.
  ///
  /// - Parameters:
  ///   - tenant: Whose data.
  ///   - isAbout: Whether what lies under a collection and an id is about the person.
  /// - Complexity: O(*n*) for *n* batches ever committed.
  public func subjectData(
    of tenant: AgencyID,
    where isAbout: @Sendable (_ collection: KeyText, _ id: KeyText) -> Bool
  ) async throws(StoreError) -> SubjectData {
    var records: Set<RecordKey> = []
    var streams: Set<StreamID> = []
    for try await record in self.records(tenant: tenant, collection: AuditNames.openings) {
      let opening = AuditOpening(record.payload, tenant: tenant)
      for case .some(let part) in opening?.parts ?? []
      where isAbout(part.place.collection, part.place.id) {
        if let key = part.place.record { records.insert(key) }
        if let stream = part.place.stream { streams.insert(stream) }
      }
    }
    return SubjectData(tenant: tenant, records: Array(records), streams: Array(streams))
  }

  /// All that the store keeps on one person, for the person to read.
  ///
  /// - Returns: `{"tenant": …, "records": [{"collection", "id", "schema", "content"}], "streams":
  ///   [{"collection", "id", "events": [{"position", "schema", "content"}]}]}` in the order of keys.
  ///   A content that is JSON stands as it is, any other as `{"hex": "…"}`. Records that do not
  ///   exist are left out; of an erased event stands `{"position", "erased": true}`.
  public func subjectAccessExport(
    of subject: SubjectData
  ) async throws(StoreError) -> JSONValue {
    var records: [JSONValue] = []
    for key in subject.records {
      guard let record = try await read([key])[key] else { continue }
      records.append([
        "collection": .string(key.collection.text), "id": .string(key.id.text),
        "schema": .integer(Int64(record.payload.schema)), "content": record.payload.content,
      ])
    }
    var streams: [JSONValue] = []
    for stream in subject.streams {
      var events: [JSONValue] = []
      for try await event in history(of: stream) {
        let position: JSONValue = .integer(Int64(clamping: event.position))
        guard !event.isErased else {
          events.append(["position": position, "erased": true])
          continue
        }
        events.append([
          "position": position, "schema": .integer(Int64(event.payload.schema)),
          "content": event.payload.content,
        ])
      }
      streams.append([
        "collection": .string(stream.collection.text), "id": .string(stream.id.text),
        "events": .array(events),
      ])
    }
    return [
      "tenant": subject.tenant.json, "records": .array(records), "streams": .array(streams),
    ]
  }
}

extension Payload {
  fileprivate var content: JSONValue {
    if let document = try? JSONDocument(bytes) { return document.root.value }
    let hex = bytes.map { byte in
      (byte < 16 ? "0" : "") + String(byte, radix: 16)
    }
    return ["hex": .string(hex.joined())]
  }
}
