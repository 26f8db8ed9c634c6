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

extension StoreIndex {
  /// A page of keys; one key too many is looked for, to learn whether a next page exists.
  func page(
    of tenant: AgencyID, in collection: KeyText, after cursor: Cursor?, limit: Int
  ) throws(StoreError) -> Page<RecordKey> {
    let last: KeyText? =
      if let cursor { try cursor.lastID(tenant: tenant, collection: collection) } else { nil }
    let keys = self.keys(of: tenant, in: collection, after: last, limit: limit + 1)
    let items = Array(keys.prefix(limit))
    return Page(items: items, next: keys.count > limit ? items.last.map(Cursor.init(after:)) : nil)
  }
}
