/// What a batch does to a store, decided once for all stores; for authors of stores.
///
/// ```swift
/// let plan = try BatchPlan(of: batch, committing: last + 1) { key in
///   currentRevision(key)
/// } length: { stream in
///   currentLength(stream)
/// }
/// for write in plan.writes { … }
/// ```
/// Decide, write and number within one transaction or one actor, without a pause: what was read
/// must still be so when it is written.
public struct BatchPlan: Hashable, Sendable {
  /// A change whose conditions hold.
  public enum Write: Hashable, Sendable {
    /// Creates or replaces a record.
    case put(RecordKey, Payload, Revision)
    /// Removes a record if it is there.
    case delete(RecordKey)
    /// Adds events, the first at this position, where the stream ends.
    case append(StreamID, [Payload], at: UInt64)
  }

  /// The changes, in order; a later one may concern the same record or stream.
  public let writes: [Write]
  /// For each append of the batch, in order, the position of its first event.
  public let starts: [UInt64]
  /// The answer to the batch.
  public let receipt: CommitReceipt

  /// Decides on a batch.
  ///
  /// Revisions are made of the number of the commit and of the place in the batch, so they never
  /// come back as long as numbers do not.
  ///
  /// - Parameters:
  ///   - batch: The batch, neither repeated nor beyond the store's limits.
  ///   - sequence: The number of the commit, greater than all before it.
  ///   - revision: The present revision of a record; nil if it does not exist.
  ///   - length: How many events a stream holds now.
  /// - Throws: ``StoreError`` for the first condition that does not hold, and what the look-ups
  ///   throw.
  public init(
    of batch: Batch, committing sequence: UInt64,
    revision: (RecordKey) throws(StoreError) -> Revision?,
    length: (StreamID) throws(StoreError) -> UInt64
  ) throws(StoreError) {
    // What earlier mutations of the batch have changed, which later ones must see.
    var revisions: [RecordKey: Revision?] = [:]
    var lengths: [StreamID: UInt64] = [:]
    var writes: [Write] = []
    for (place, mutation) in batch.mutations.enumerated() {
      switch mutation {
      case .put(let key, let payload, let condition):
        let old = if let known = revisions[key] { known } else { try revision(key) }
        try condition.check(key, at: old)
        let new = CommitMark(sequence: sequence, place: UInt32(place)).revision
        revisions.updateValue(new, forKey: key)
        writes.append(.put(key, payload, new))
      case .delete(let key, let condition):
        let old = if let known = revisions[key] { known } else { try revision(key) }
        try condition.check(key, at: old)
        revisions.updateValue(nil, forKey: key)
        writes.append(.delete(key))
      case .append(let stream, let payloads, let expected):
        let start = if let known = lengths[stream] { known } else { try length(stream) }
        try expected.check(stream, holding: start)
        lengths[stream] = start + UInt64(payloads.count)
        writes.append(.append(stream, payloads, at: start))
      }
    }
    self.writes = writes
    starts = writes.compactMap { if case .append(_, _, let start) = $0 { start } else { nil } }
    receipt = CommitReceipt(of: batch, committedAs: sequence, starts: starts)
  }
}

extension WriteCondition {
  fileprivate func check(_ key: RecordKey, at actual: Revision?) throws(StoreError) {
    switch self {
    case .mustNotExist: if actual != nil { throw .alreadyExists(key) }
    case .revision(let wanted): if actual != wanted { throw .conflict(key, actual: actual) }
    case .unconditional: break
    }
  }
}

extension ExpectedPosition {
  fileprivate func check(_ stream: StreamID, holding length: UInt64) throws(StoreError) {
    guard case .exactly(let wanted) = self, wanted != length else { return }
    throw .streamConflict(stream, actual: length)
  }
}
