import KinerjaCore

extension AuditedStore {
  /// Erases a person: the records, what the events of the streams say, and the salts of all that
  /// was ever written to them.
  ///
  /// The chain stays whole and verifies as before; nobody can tell from it any more, by trying or
  /// otherwise, what was written. Streams stay without gaps and may go on; entries tell which of the
  /// chain's writes were events that are erased, and ``AuditReport/erased`` names them. Keys of
  /// streams remain in the store. Bytes on disk are gone when the base has taken them out, as
  /// ``FolderStore/compact()`` does.
  ///
  /// Large amounts go in several batches, the entries first, the salts last; an erasure that was
  /// interrupted is finished by another with a new key. Nobody should append to the streams
  /// meanwhile: an event that came in between may be erased, its salt too, without an entry.
  ///
  /// - Parameters:
  ///   - subject: What to erase; found by ``AppraisalStore/subjectData(of:where:)``, for instance.
  ///   - idempotencyKey: Names this erasure; at most 190 bytes.
  /// - Returns: How many records, events and salts were destroyed.
  /// - Throws: ``StoreError/unsupported(_:)`` if `subject` names streams and the base is no
  ///   ``ErasingStore``, or names what belongs to the chain; what the base throws.
  public func erase(
    _ subject: SubjectData, idempotencyKey: KeyText
  ) async throws(StoreError) -> Erasure {
    let collections = subject.records.map(\.collection) + subject.streams.map(\.collection)
    guard !collections.contains(where: AuditNames.areReserved) else {
      throw .unsupported("collections named audit")
    }
    let erasing = base as? any ErasingStore
    guard subject.streams.isEmpty || erasing != nil else { throw .unsupported("erasing events") }
    var step = 0
    func key() throws(StoreError) -> KeyText {
      step += 1
      guard let key = try? KeyText("\(idempotencyKey)/\(step)") else {
        throw .unsupported("an idempotency key of more than 190 bytes")
      }
      return key
    }
    var recordCount = 0
    for start in stride(from: 0, to: subject.records.count, by: capabilities.batchWrites) {
      let end = min(start + capabilities.batchWrites, subject.records.count)
      let keys = Array(subject.records[start..<end])
      let existing = try await base.read(keys)
      guard !existing.isEmpty else { continue }
      recordCount += existing.count
      let deletions = keys.filter { existing[$0] != nil }.map {
        Mutation.delete($0, if: .unconditional)
      }
      // The entry tells that something was deleted; whose it was, it shall not tell.
      _ = try await commit(
        Batch(tenant: subject.tenant, idempotencyKey: key(), deletions), opens: false)
    }
    var eventCount = 0
    if let erasing, !subject.streams.isEmpty {
      let told = try await eventWrites(of: subject)
      for start in stride(from: 0, to: told.count, by: capabilities.batchWrites) {
        let end = min(start + capabilities.batchWrites, told.count)
        _ = try await commit(
          Batch(withoutMutations: subject.tenant, idempotencyKey: key()),
          telling: Array(told[start..<end]), opens: true)
      }
      for stream in subject.streams {
        eventCount += try await Self.eraseEvents(of: stream, in: erasing)
      }
    }
    return Erasure(
      records: recordCount, events: eventCount, salts: try await destroySalts(of: subject))
  }

  /// For each event of a person that can still be opened, that it is erased.
  private func eventWrites(of subject: SubjectData) async throws(StoreError) -> [AuditWrite] {
    let streams = Set(subject.streams)
    var events: [ErasedWrite] = []
    for try await record in base.records(tenant: subject.tenant, collection: AuditNames.openings) {
      guard let opening = AuditOpening(record.payload, tenant: subject.tenant) else { continue }
      for (order, part) in opening.parts.enumerated()
      where part?.place.stream.map(streams.contains) == true {
        events.append(ErasedWrite(entry: opening.position, write: order))
      }
    }
    return events.sorted().map { AuditWrite(erasing: $0, of: subject.tenant) }
  }

  /// Destroys what all events of a stream say; returns how many said something.
  private static func eraseEvents(
    of stream: StreamID, in store: some ErasingStore
  ) async throws(StoreError) -> Int {
    var count = 0
    var length: UInt64 = 0
    for try await event in store.history(of: stream) {
      count += event.isErased ? 0 : 1
      length = event.position + 1
    }
    if count > 0 { try await store.eraseEvents(of: stream, in: 0..<length) }
    return count
  }

  /// Rewrites each opening without the parts of a person.
  private func destroySalts(of subject: SubjectData) async throws(StoreError) -> Int {
    let records = Set(subject.records)
    let streams = Set(subject.streams)
    var count = 0
    for try await record in base.records(tenant: subject.tenant, collection: AuditNames.openings) {
      guard var opening = AuditOpening(record.payload, tenant: subject.tenant) else { continue }
      let before = opening.parts.count { $0 != nil }
      opening.parts = opening.parts.map { part in
        part?.place.record.map(records.contains) == true
          || part?.place.stream.map(streams.contains) == true ? nil : part
      }
      let destroyed = before - opening.parts.count { $0 != nil }
      guard destroyed > 0 else { continue }
      count += destroyed
      // The position and the count of what is left name the step, so that it may be repeated.
      let step = try KeyText(erasing: opening.position, leaving: before - destroyed)
      _ = try await base.commit(
        Batch(
          tenant: subject.tenant, idempotencyKey: step,
          [.put(record.key, opening.payload, if: .revision(record.revision))]))
    }
    return count
  }
}

/// What an erasure destroyed.
public struct Erasure: Hashable, Sendable {
  /// Records that existed.
  public let records: Int
  /// Events that still said something.
  public let events: Int
  /// Salts of writes, without which nobody can open the chain's entries about them.
  public let salts: Int
}

extension Batch {
  /// A batch that only an entry of the chain will be put to.
  fileprivate init(withoutMutations tenant: AgencyID, idempotencyKey: KeyText) {
    self.tenant = tenant
    self.idempotencyKey = idempotencyKey
    mutations = []
  }
}

extension KeyText {
  fileprivate init(erasing position: UInt64, leaving count: Int) throws(StoreError) {
    self.init(unchecked: "audit-erasure/\(position)/\(count)")
  }
}
