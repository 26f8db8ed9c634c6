/// All that can go wrong in a store: a closed vocabulary, so that every store must map its own.
public enum StoreError: Error, Hashable, Sendable {
  /// The record is at another revision than the batch names; nil if it does not exist.
  case conflict(RecordKey, actual: Revision?)
  /// The record was to be created and exists.
  case alreadyExists(RecordKey)
  /// The stream holds another number of events than the batch expects.
  case streamConflict(StreamID, actual: UInt64)
  /// The idempotency key was committed before, with other content.
  case idempotencyMismatch(KeyText)
  /// The batch is wrong in itself.
  case invalidBatch(BatchFault)
  /// The cursor was altered, or belongs to another tenant or collection.
  case invalidCursor
  /// Changes after the cursor were forgotten: whoever follows the feed begins anew, with an empty
  /// copy and no cursor.
  case changesForgotten
  /// More than the store declares that it takes.
  case limitExceeded(StoreLimit, found: Int, allowed: Int)
  /// The batch may or may not have been committed; sending it again with the same key settles it.
  case outcomeUnknown(KeyText)
  /// The task was cancelled; nothing was changed.
  case cancelled
  /// The store is shut down, or cannot be reached now.
  case unavailable(retryAfter: Duration?)
  /// Another process, or another store in this one, has the data open.
  case inUse(place: String)
  /// There is no store at the place.
  case notFound(place: String)
  /// The data may be read, not written.
  case readOnly(place: String)
  /// No room is left.
  case full(place: String)
  /// The data were written in a newer format than this version reads.
  case newerFormat(place: String, found: UInt32, supported: UInt32)
  /// The data were written in an older format: nothing was done; ``MigratingStore/migrate()`` first.
  case needsMigration(place: String, found: UInt32, supported: UInt32)
  /// The data are damaged; nothing was changed or thrown away.
  case corrupted(StoreDamage)
  /// There is no such item of evidence: it was never written, or is erased.
  case missingEvidence(EvidenceKey)
  /// The store does not offer this.
  case unsupported(String)
  /// Anything else, with the backend's own code.
  case backend(code: String, message: String)
}

/// Damage found in a store's data.
public struct StoreDamage: Hashable, Sendable {
  /// What does not hold.
  public enum Finding: String, Hashable, Sendable, CaseIterable {
    /// The beginning of a file is not one of ours.
    case header
    /// Bytes do not match their checksum.
    case checksum
    /// A commit is missing or stands twice.
    case order
    /// A file of a series is missing.
    case missingFile
    /// A file ends too early, and others follow it.
    case shortFile
    /// The checksum holds but the content makes no sense.
    case content
  }

  /// The file, or what stands for one.
  public let file: String
  /// The place in the file, in bytes from its beginning: where the damaged part begins.
  public let offset: UInt64
  /// What does not hold there.
  public let finding: Finding

  /// Creates a description of damage.
  public init(file: String, offset: UInt64, _ finding: Finding) {
    self.file = file
    self.offset = offset
    self.finding = finding
  }
}
