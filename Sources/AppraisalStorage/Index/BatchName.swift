import KinerjaCore

/// What a store remembers a batch by: its idempotency key, within its tenant.
struct BatchName: Hashable, Sendable {
  let tenant: AgencyID
  let key: KeyText
}

extension BatchName {
  init(_ batch: Batch) { self.init(tenant: batch.tenant, key: batch.idempotencyKey) }
}

extension StoreCapabilities {
  /// The limits of the two stores of this room.
  static let ofThisRoom = StoreCapabilities(
    batchWrites: 4_096, batchBytes: 64 << 20, payloadBytes: 1 << 20, pageItems: 4_096,
    isDurable: true, idempotencyWindow: nil)
}
