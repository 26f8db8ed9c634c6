package import KinerjaCore

/// A store that writes an entry of the audit chain with every batch, over any store.
///
/// The entry (``AuditEntry``) goes into the same batch as what it describes, so there is no change
/// without its entry. It tells nothing by itself: what opens it lies in a record beside it, which
/// ``erase(_:idempotencyKey:)`` destroys for one person while the chain stays whole. Names of
/// collections that are `audit` or begin with `audit/` belong to the chain; a batch that uses one
/// is refused with ``StoreError/unsupported(_:)``.
///
/// Audit a store from its first batch on, and write to it only through this. Batches of one tenant
/// are committed one after the other, each with one reading before it.
public struct AuditedStore<Base: AppraisalStore>: WrappingStore {
  /// The store that keeps the data and the chain.
  public let base: Base
  /// Those of the base, less the room that the chain needs in each batch.
  public let capabilities: StoreCapabilities

  private let makeSalt: @Sendable () -> Digest
  private let retry: RetryPolicy
  private let turns = TenantTurns()

  /// Puts a chain over a store.
  ///
  /// - Parameters:
  ///   - base: The store.
  ///   - retry: How patiently to try again when another process writes to the same chain.
  public init(_ base: Base, retry: RetryPolicy = RetryPolicy()) {
    self.init(base, retry: retry, makeSalt: AuditSalt.random)
  }

  /// Puts a chain with salts of the caller's over a store; for tests.
  package init(
    _ base: Base, retry: RetryPolicy = RetryPolicy(), makeSalt: @escaping @Sendable () -> Digest
  ) {
    self.base = base
    self.retry = retry
    self.makeSalt = makeSalt
    capabilities = base.capabilities.lessAudit
  }

  public func commit(_ batch: Batch) async throws(StoreError) -> CommitReceipt {
    try capabilities.check(batch)
    guard !batch.mutations.contains(where: \.isReserved) else {
      throw .unsupported("collections named audit")
    }
    return try await commit(batch, opens: true)
  }
}

extension AuditedStore {
  /// Commits a batch with its entry, when it is its turn.
  ///
  /// - Parameters:
  ///   - batch: The changes.
  ///   - told: What the entry counts besides, which the batch itself does not do.
  ///   - opens: Whether the entry can be opened, now and until somebody is erased.
  func commit(
    _ batch: Batch, telling told: [AuditWrite] = [], opens: Bool
  ) async throws(StoreError) -> CommitReceipt {
    await turns.take(batch.tenant)
    do throws(StoreError) {
      let receipt = try await commitInTurn(batch, told, opens: opens)
      await turns.give(batch.tenant)
      return receipt
    } catch {
      await turns.give(batch.tenant)
      throw error
    }
  }

  private func commitInTurn(
    _ batch: Batch, _ told: [AuditWrite], opens: Bool
  ) async throws(StoreError) -> CommitReceipt {
    if Task.isCancelled { throw .cancelled }
    let link = AuditLink(batch, told, opens: opens, makeSalt: makeSalt)
    var isKeyKnown = false
    var attempt = 0
    while true {
      attempt += 1
      let known = try await base.read([link.headKey, link.openingKey])
      if let opening = known[link.openingKey] {
        return try await repeated(batch, told, opening)
      }
      if isKeyKnown { throw .idempotencyMismatch(batch.idempotencyKey) }
      let head = try AuditCheckpoint(known[link.headKey], of: batch.tenant)
      do throws(StoreError) {
        return try await base.commit(link.batch(after: head)).withoutAudit
      } catch .streamConflict(link.chain, _) where attempt < retry.attempts {
      } catch .alreadyExists(link.openingKey) where attempt < retry.attempts {
      } catch .idempotencyMismatch where attempt < retry.attempts {
        // Somebody sent it a moment ago, with other salts: the opening will tell.
        isKeyKnown = true
      }
      try await retry.pause(before: attempt)
    }
  }

  /// Sends a batch again exactly as it was sent first, if it is the same.
  private func repeated(
    _ batch: Batch, _ told: [AuditWrite], _ record: StoredRecord
  ) async throws(StoreError) -> CommitReceipt {
    guard let opening = AuditOpening(record.payload, tenant: batch.tenant) else {
      throw .corrupted(StoreDamage(file: record.key.collection.text, offset: 0, .content))
    }
    let chain = AuditEntry.chain(of: batch.tenant)
    let stored = try await base.events(of: chain, from: opening.position, limit: 1)
    guard
      let payload = stored.first?.payload, let entry = AuditEntry(payload),
      let link = AuditLink(batch, told, repeating: opening, entry)
    else { throw .idempotencyMismatch(batch.idempotencyKey) }
    let head = AuditCheckpoint(
      tenant: batch.tenant, length: entry.position, hash: entry.previous)
    return try await base.commit(link.batch(after: head)).withoutAudit
  }
}

extension AuditCheckpoint {
  /// Reads the head of a chain; a missing one is that of an empty chain.
  init(_ record: StoredRecord?, of tenant: AgencyID) throws(StoreError) {
    guard let record else {
      self.init(empty: tenant)
      return
    }
    guard
      let head = try? PayloadCodec<AuditCheckpoint>().decode(record.payload),
      head.tenant == tenant
    else { throw .corrupted(StoreDamage(file: record.key.collection.text, offset: 0, .content)) }
    self = head
  }
}

extension Mutation {
  fileprivate var isReserved: Bool {
    switch self {
    case .put(let key, _, _), .delete(let key, _): AuditNames.areReserved(key.collection)
    case .append(let stream, _, _): AuditNames.areReserved(stream.collection)
    }
  }
}

extension CommitReceipt {
  fileprivate var withoutAudit: Self {
    Self(
      sequence: sequence,
      revisions: revisions.filter { !AuditNames.areReserved($0.key.collection) },
      streamLengths: streamLengths.filter { !AuditNames.areReserved($0.key.collection) },
      isReplay: isReplay)
  }
}

extension StoreCapabilities {
  /// What is left when each batch carries an entry, its opening and the chain's head.
  ///
  /// An opened write takes at most two keys of 200 bytes, a salt and the words around them in the
  /// opening, which must fit one payload, and a hash in the entry.
  fileprivate var lessAudit: Self {
    let openedWrite = 2 * KeyText.greatestLength + 160
    let frame = 512
    var less = self
    less.batchWrites = max(1, min(batchWrites - 3, (payloadBytes - frame) / openedWrite))
    less.batchBytes = max(1, batchBytes - less.batchWrites * (openedWrite + 80) - 3 * frame)
    return less
  }
}
