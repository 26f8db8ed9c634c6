public import KinerjaCore
import Synchronization

/// Two stores of which the second follows the first.
///
/// The first decides and answers; what it has committed goes to the mirror in the same order,
/// without conditions on records. Both begin empty, or equal, and nobody else writes to either;
/// ``differences(tenant:collections:streams:)`` tells whether they still agree.
///
/// If the mirror fails, the batch throws ``StoreError/outcomeUnknown(_:)``, and later ones throw
/// ``StoreError/unavailable(retryAfter:)`` before anything is written, until the mirror has taken
/// the batch that it lacks: repeating any batch tries that first.
///
/// It has no migrations: migrate each of the two before one follows the other.
public final class MirroringStore<Primary: AppraisalStore, Mirror: AppraisalStore>: AppraisalStore {
  /// The store that decides.
  public let primary: Primary
  /// The store that follows.
  public let mirror: Mirror
  /// The narrower of each limit; durable if both are.
  public let capabilities: StoreCapabilities

  private let turns = TenantTurns()
  /// By tenant, the batch that the primary has and the mirror lacks.
  private let owed = Mutex<[AgencyID: Batch]>([:])

  /// Lets a store follow another.
  public init(_ primary: Primary, mirroredBy mirror: Mirror) {
    self.primary = primary
    self.mirror = mirror
    capabilities = primary.capabilities.narrowed(by: mirror.capabilities)
  }

  public func read(_ keys: [RecordKey]) async throws(StoreError) -> [RecordKey: StoredRecord] {
    try await primary.read(keys)
  }

  public func page(
    tenant: AgencyID, collection: KeyText, after cursor: Cursor?, limit: Int
  ) async throws(StoreError) -> Page<StoredRecord> {
    try capabilities.check(pageOf: limit)
    return try await primary.page(
      tenant: tenant, collection: collection, after: cursor, limit: limit)
  }

  public func page(
    tenant: AgencyID, collection: KeyText, ids: IDRange, after cursor: Cursor?, limit: Int
  ) async throws(StoreError) -> Page<StoredRecord> {
    try capabilities.check(pageOf: limit)
    return try await primary.page(
      tenant: tenant, collection: collection, ids: ids, after: cursor, limit: limit)
  }

  public func events(
    of stream: StreamID, from position: UInt64, limit: Int
  ) async throws(StoreError) -> [StoredEvent] {
    try capabilities.check(pageOf: limit)
    return try await primary.events(of: stream, from: position, limit: limit)
  }

  public func commit(_ batch: Batch) async throws(StoreError) -> CommitReceipt {
    try capabilities.check(batch)
    return try await inTurn(of: batch.tenant) { () async throws(StoreError) in
      try await commitInTurn(batch)
    }
  }

  public func shutdown() async {
    await primary.shutdown()
    await mirror.shutdown()
  }

  private func inTurn<Answer: Sendable>(
    of tenant: AgencyID, _ work: () async throws(StoreError) -> Answer
  ) async throws(StoreError) -> Answer {
    await turns.take(tenant)
    do throws(StoreError) {
      let answer = try await work()
      await turns.give(tenant)
      return answer
    } catch {
      await turns.give(tenant)
      throw error
    }
  }

  /// Gives the mirror the batch that it lacks.
  private func settle(_ tenant: AgencyID) async throws(StoreError) {
    guard let late = owed.withLock({ $0[tenant] }) else { return }
    do throws(StoreError) {
      _ = try await mirror.commit(late)
    } catch {
      throw .unavailable(retryAfter: nil)
    }
    owed.withLock { $0[tenant] = nil }
  }

  private func commitInTurn(_ batch: Batch) async throws(StoreError) -> CommitReceipt {
    try await settle(batch.tenant)
    let receipt = try await primary.commit(batch)
    let following = try batch.decided(by: receipt)
    do throws(StoreError) {
      _ = try await mirror.commit(following)
    } catch {
      owed.withLock { $0[batch.tenant] = following }
      throw .outcomeUnknown(batch.idempotencyKey)
    }
    return receipt
  }
}

extension MirroringStore: ErasingStore where Primary: ErasingStore, Mirror: ErasingStore {
  /// Erases in both; if it fails, in one of them perhaps, repeating it settles that.
  public func eraseEvents(
    of stream: StreamID, in positions: Range<UInt64>
  ) async throws(StoreError) {
    try await inTurn(of: stream.tenant) { () async throws(StoreError) in
      // What the mirror lacks it must have before it can be erased there.
      try await settle(stream.tenant)
      try await primary.eraseEvents(of: stream, in: positions)
      try await mirror.eraseEvents(of: stream, in: positions)
    }
  }
}

extension MirroringStore {
  /// Where the two stores differ.
  ///
  /// Revisions are not compared: each store has its own.
  ///
  /// - Parameters:
  ///   - tenant: Whose data.
  ///   - collections: The collections of records to compare.
  ///   - streams: The streams to compare.
  /// - Returns: The keys and streams whose contents differ, in order.
  /// - Complexity: Reads all of them from both stores.
  public func differences(
    tenant: AgencyID, collections: [KeyText], streams: [StreamID]
  ) async throws(StoreError) -> MirrorDifferences {
    var records: [RecordKey] = []
    for collection in collections {
      var left: [RecordKey: Payload] = [:]
      for try await record in primary.records(tenant: tenant, collection: collection) {
        left[record.key] = record.payload
      }
      for try await record in mirror.records(tenant: tenant, collection: collection) {
        if left.removeValue(forKey: record.key) != record.payload { records.append(record.key) }
      }
      records += left.keys
    }
    var differing: [StreamID] = []
    for stream in streams {
      var (left, right): ([StoredEvent], [StoredEvent]) = ([], [])
      for try await event in primary.history(of: stream) { left.append(event) }
      for try await event in mirror.history(of: stream) { right.append(event) }
      if left != right { differing.append(stream) }
    }
    return MirrorDifferences(records: records.sorted(), streams: differing.sorted())
  }
}

/// What differs between a store and its mirror.
public struct MirrorDifferences: Hashable, Sendable {
  /// Records that one of the two lacks or holds with other content.
  public let records: [RecordKey]
  /// Streams of which one is longer or holds other events.
  public let streams: [StreamID]
}

extension Batch {
  /// The batch as a follower takes it: the first store has judged the conditions on records, whose
  /// revisions mean nothing to another; events must land at the same positions.
  fileprivate func decided(by receipt: CommitReceipt) throws(StoreError) -> Batch {
    var ends = receipt.streamLengths
    var decided: [Mutation] = []
    for mutation in mutations.reversed() {
      switch mutation {
      case .put(let key, let payload, _): decided.append(.put(key, payload, if: .unconditional))
      case .delete(let key, _): decided.append(.delete(key, if: .unconditional))
      case .append(let stream, let payloads, _):
        let end = ends[stream] ?? 0
        let start = end - min(end, UInt64(payloads.count))
        ends[stream] = start
        decided.append(.append(stream, payloads, expecting: .exactly(start)))
      }
    }
    return try Batch(tenant: tenant, idempotencyKey: idempotencyKey, decided.reversed())
  }
}

extension StoreCapabilities {
  fileprivate func narrowed(by other: Self) -> Self {
    Self(
      batchWrites: min(batchWrites, other.batchWrites),
      batchBytes: min(batchBytes, other.batchBytes),
      payloadBytes: min(payloadBytes, other.payloadBytes),
      pageItems: min(pageItems, other.pageItems), isDurable: isDurable && other.isDurable,
      idempotencyWindow: [idempotencyWindow, other.idempotencyWindow].compactMap { $0 }.min())
  }
}
