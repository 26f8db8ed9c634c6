import KinerjaCore

extension AuditedStore {
  /// Erases a person's records: the records, and the salts of all that was ever written to them.
  ///
  /// The chain stays whole and verifies as before; nobody can tell from it any more, by trying or
  /// otherwise, what was written. Streams of events are not erased, since a store keeps them
  /// without gaps: put personal data that must go one day into records. Bytes on disk
  /// are gone when the base has taken them out, as ``FolderStore/compact()`` does.
  ///
  /// Large amounts go in several batches, the salts last; an erasure that was interrupted is
  /// finished by another with a new key.
  ///
  /// - Parameters:
  ///   - subject: What to erase; found by ``AppraisalStore/subjectData(of:where:)``, for instance.
  ///   - idempotencyKey: Names this erasure; at most 190 bytes.
  /// - Returns: How many records and salts were destroyed.
  /// - Throws: ``StoreError/unsupported(_:)`` if `subject` names streams; what the base throws.
  public func erase(
    _ subject: SubjectData, idempotencyKey: KeyText
  ) async throws(StoreError) -> Erasure {
    guard subject.streams.isEmpty else { throw .unsupported("erasing events") }
    guard !subject.records.contains(where: { AuditNames.areReserved($0.collection) }) else {
      throw .unsupported("collections named audit")
    }
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
    return Erasure(records: recordCount, salts: try await destroySalts(of: subject))
  }

  /// Rewrites each opening without the parts of a person.
  private func destroySalts(of subject: SubjectData) async throws(StoreError) -> Int {
    let erased = Set(subject.records)
    var count = 0
    for try await record in base.records(tenant: subject.tenant, collection: AuditNames.openings) {
      guard var opening = AuditOpening(record.payload, tenant: subject.tenant) else { continue }
      let before = opening.parts.count { $0 != nil }
      opening.parts = opening.parts.map { part in
        part?.place.record.map(erased.contains) == true ? nil : part
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
  /// Salts of writes, without which nobody can open the chain's entries about them.
  public let salts: Int
}

extension KeyText {
  fileprivate init(erasing position: UInt64, leaving count: Int) throws(StoreError) {
    self.init(unchecked: "audit-erasure/\(position)/\(count)")
  }
}
