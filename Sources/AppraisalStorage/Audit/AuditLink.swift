import KinerjaCore

/// A batch that is to be joined to the chain, wherever the chain ends.
struct AuditLink: Sendable {
  let chain: StreamID
  let headKey: RecordKey
  let openingKey: RecordKey

  private let own: Batch
  private let writes: [Digest]
  private let parts: [AuditOpening.Part?]

  /// Salts the writes of a batch.
  ///
  /// - Parameters:
  ///   - told: What the entry counts besides, which the batch itself does not do.
  ///   - opens: Whether the salts are kept; if not, nobody will ever open the entry.
  init(_ batch: Batch, _ told: [AuditWrite], opens: Bool, makeSalt: () -> Digest) {
    let salted = (batch.mutations.flatMap(\.auditWrites) + told).map { ($0, makeSalt()) }
    self.init(
      batch, writes: salted.map { $0.commitment(salt: $1) },
      parts: salted.map { opens ? AuditOpening.Part(place: $0.place, salt: $1) : nil })
  }

  /// Makes the link anew that an entry and its opening show; nil if the batch is not theirs.
  init?(
    _ batch: Batch, _ told: [AuditWrite], repeating opening: AuditOpening, _ entry: AuditEntry
  ) {
    let writes = batch.mutations.flatMap(\.auditWrites) + told
    let salts = opening.parts.compactMap { $0?.salt }
    guard
      salts.count == writes.count, opening.parts.count == writes.count,
      zip(writes, salts).map({ $0.commitment(salt: $1) }) == entry.writes
    else { return nil }
    self.init(batch, writes: entry.writes, parts: opening.parts)
  }

  private init(_ batch: Batch, writes: [Digest], parts: [AuditOpening.Part?]) {
    own = batch
    self.writes = writes
    self.parts = parts
    chain = AuditEntry.chain(of: batch.tenant)
    headKey = AuditNames.head(of: batch.tenant)
    openingKey = AuditNames.opening(of: batch.idempotencyKey, tenant: batch.tenant)
  }

  /// The batch with its entry, opening and head, if the chain ends at a checkpoint.
  func batch(after head: AuditCheckpoint) throws(StoreError) -> Batch {
    let entry = AuditEntry(position: head.length, previous: head.hash, writes: writes).payload
    let opening = AuditOpening(position: head.length, parts: parts)
    let next = AuditCheckpoint(
      tenant: own.tenant, length: head.length + 1, hash: entry.auditHash)
    return try Batch(
      tenant: own.tenant, idempotencyKey: own.idempotencyKey,
      own.mutations + [
        .append(chain, [entry], expecting: .exactly(head.length)),
        .put(openingKey, opening.payload, if: .mustNotExist),
        .put(headKey, PayloadCodec().encode(next), if: .unconditional),
      ])
  }
}

/// Where salts come from.
enum AuditSalt {
  /// A salt that nobody can foresee, from the operating system's generator.
  @Sendable static func random() -> Digest {
    var system = SystemRandomNumberGenerator()
    // The hash only brings the bytes into the shape of a digest.
    return SHA256.hash((0..<32).map { _ in UInt8.random(in: .min ... .max, using: &system) })
  }
}
