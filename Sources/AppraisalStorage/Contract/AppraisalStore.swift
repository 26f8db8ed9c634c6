public import KinerjaCore

/// The few promises that a place for appraisals must keep.
///
/// A store is opaque to what it keeps: payloads are bytes, keys are restricted ASCII compared by
/// bytes, no clock and no randomness take part in an answer. Any call may be made from any task at
/// any time. `AppraisalStorageTesting` tests each promise by the rule named here.
///
/// Who writes a store: requirements are only ever added with a default body, and
/// ``AppraisalStoreContract/revision`` counts such additions.
public protocol AppraisalStore: Sendable {
  /// The limits and abilities, the same for as long as the store is open.
  var capabilities: StoreCapabilities { get }

  /// Reads records.
  ///
  /// - Returns: The records that exist, as of one moment between two commits (A5).
  /// - Throws: ``StoreError``; a missing record is no error.
  func read(_ keys: [RecordKey]) async throws(StoreError) -> [RecordKey: StoredRecord]

  /// Reads a page of a collection in the byte order of its ids (P5).
  ///
  /// Walking from page to page meets every record that existed throughout exactly once, whatever
  /// is inserted or deleted meanwhile (P1, P2).
  ///
  /// - Parameters:
  ///   - tenant: Whose collection.
  ///   - collection: The collection.
  ///   - cursor: Where an earlier page of the same collection ended; nil for the beginning.
  ///   - limit: The most records wanted, from 1 to ``StoreCapabilities/pageItems``.
  /// - Returns: Some of the rest of the collection, at least one record unless none is left.
  /// - Throws: ``StoreError/invalidCursor`` for a cursor that is altered or of elsewhere (P4).
  func page(
    tenant: AgencyID, collection: KeyText, after cursor: Cursor?, limit: Int
  ) async throws(StoreError) -> Page<StoredRecord>

  /// Reads a page of those records of a collection whose ids are in a range, in byte order (Q1).
  ///
  /// Everything promised for a page of the whole collection holds within the range (Q2 to Q5). A
  /// cursor of any walk through the collection will do: what comes is behind it and in the range
  /// (Q6). Who gives nothing of their own gets this from the whole collection's pages, correct
  /// and as slow as those.
  ///
  /// - Parameters:
  ///   - tenant: Whose collection.
  ///   - collection: The collection.
  ///   - ids: Which ids; ``IDRange/after(_:)`` makes one comparison of range and cursor.
  ///   - cursor: Where an earlier page of the same collection ended; nil for the beginning.
  ///   - limit: The most records wanted, from 1 to ``StoreCapabilities/pageItems``.
  /// - Returns: Some of the rest of the range, at least one record unless none is left.
  /// - Throws: ``StoreError/invalidCursor`` for a cursor that is altered or of elsewhere (Q3).
  func page(
    tenant: AgencyID, collection: KeyText, ids: IDRange, after cursor: Cursor?, limit: Int
  ) async throws(StoreError) -> Page<StoredRecord>

  /// Reads events of a stream, in order, without gaps (E1).
  ///
  /// - Parameters:
  ///   - stream: The stream.
  ///   - position: The first position wanted.
  ///   - limit: The most events wanted, from 1 to ``StoreCapabilities/pageItems``.
  /// - Returns: The events from the position on, at least one unless the stream ends before it;
  ///   none for a stream that nobody has appended to.
  func events(
    of stream: StreamID, from position: UInt64, limit: Int
  ) async throws(StoreError) -> [StoredEvent]

  /// Makes all changes of a batch, or none (A1 to A5).
  ///
  /// A batch whose idempotency key was committed before with the same content is answered with
  /// the same receipt and does nothing (I1); with other content it is refused (I2). A batch that
  /// fails does not use its key up (I5). A task that is cancelled before the commit changes
  /// nothing (X1).
  ///
  /// - Throws: ``StoreError``; only ``StoreError/outcomeUnknown(_:)`` leaves open whether the
  ///   batch was committed, and sending it again settles that.
  func commit(_ batch: Batch) async throws(StoreError) -> CommitReceipt

  /// Finishes work under way and lets go of all resources.
  ///
  /// Later calls fail with ``StoreError/unavailable(retryAfter:)``; a second shutdown does
  /// nothing (X4).
  func shutdown() async
}

/// The version of the promises of ``AppraisalStore``.
public enum AppraisalStoreContract {
  /// Counts the additions to the contract, from 1; pages over a range of ids came with 2.
  public static let revision = 2
}
