public import KinerjaCore

/// A place where checkpoints of audit chains are held, out of reach of whoever can change the store.
///
/// A chain alone cannot show that its end was cut off or that all of it was written anew; a
/// checkpoint held elsewhere does. ``AnchorStore`` holds them in a second store; a gazette, a
/// registered letter or another office's system are as good.
public protocol AuditAnchor: Sendable {
  /// Takes a checkpoint; taking the same one twice is no error.
  func publish(_ checkpoint: AuditCheckpoint) async throws(StoreError)

  /// All checkpoints of a tenant that were ever taken, also those that contradict each other.
  func checkpoints(of tenant: AgencyID) async throws(StoreError) -> [AuditCheckpoint]
}

/// An anchor in another store, which other people should administer.
public struct AnchorStore<Base: AppraisalStore>: AuditAnchor {
  /// The store that holds the checkpoints.
  public let base: Base

  /// Holds checkpoints in a store, one stream `anchors` a tenant.
  public init(_ base: Base) { self.base = base }

  public func publish(_ checkpoint: AuditCheckpoint) async throws(StoreError) {
    // Named by its hash: the same is a repetition, another of the same length is kept beside it.
    guard let key = try? KeyText("anchor/\(checkpoint.length)/\(checkpoint.hash.hex)") else {
      throw .unsupported("a checkpoint without a name")
    }
    _ = try await base.commit(
      Batch(
        tenant: checkpoint.tenant, idempotencyKey: key,
        [
          .append(
            Self.stream(of: checkpoint.tenant), [PayloadCodec().encode(checkpoint)],
            expecting: .unconditional)
        ]))
  }

  /// The checkpoints in the order in which they were taken.
  ///
  /// - Throws: ``StoreError/corrupted(_:)`` for one that cannot be read, with its position for the
  ///   offset.
  public func checkpoints(of tenant: AgencyID) async throws(StoreError) -> [AuditCheckpoint] {
    var checkpoints: [AuditCheckpoint] = []
    for try await event in base.history(of: Self.stream(of: tenant)) {
      guard let checkpoint = try? PayloadCodec<AuditCheckpoint>().decode(event.payload) else {
        throw .corrupted(
          StoreDamage(file: "\(event.stream.collection)", offset: event.position, .content))
      }
      checkpoints.append(checkpoint)
    }
    return checkpoints
  }

  private static func stream(of tenant: AgencyID) -> StreamID {
    StreamID(tenant: tenant, collection: "anchors", id: "checkpoints")
  }
}

extension AppraisalStore {
  /// Publishes how long a tenant's audit chain is now, and its last hash.
  ///
  /// - Returns: The checkpoint that the anchor has taken.
  @discardableResult
  public func publishAuditCheckpoint(
    of tenant: AgencyID, to anchor: some AuditAnchor
  ) async throws(StoreError) -> AuditCheckpoint {
    let checkpoint = try await auditCheckpoint(of: tenant)
    try await anchor.publish(checkpoint)
    return checkpoint
  }

  /// Compares a tenant's audit chain with itself, with all that an anchor holds, and with the data.
  public func auditReport(
    of tenant: AgencyID, against anchor: some AuditAnchor
  ) async throws(StoreError) -> AuditReport {
    try await auditReport(of: tenant, against: anchor.checkpoints(of: tenant))
  }
}
