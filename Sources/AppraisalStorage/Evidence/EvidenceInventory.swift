public import KinerjaCore

/// Evidence held against the records that mention it.
public struct EvidenceInventory: Hashable, Sendable {
  /// The items that no record mentions, in the order of their digests.
  ///
  /// Evidence is written before the record that mentions it, so what was written a moment ago may
  /// be among them. Erase what two inventories name that lie further apart than any upload from its
  /// record, a day for instance.
  public let unmentioned: [EvidenceItem]
  /// The digests that records mention and of which there is no item, in their order.
  public let missing: [Digest]
}

extension EvidenceStore {
  /// Finds evidence that no record mentions, and what records mention and is not there.
  ///
  /// It looks at what is there, not whether it is sound, as ``verify(_:onProgress:)`` does.
  ///
  /// - Parameters:
  ///   - tenant: Whose evidence.
  ///   - mentioned: The digests in all references of all records of the tenant.
  /// - Complexity: O(*n* + *m* log *m*) for *n* items and *m* missing digests.
  public func inventory(
    of tenant: AgencyID, mentioned: Set<Digest>
  ) async throws(StoreError) -> EvidenceInventory {
    var missing = mentioned
    var unmentioned: [EvidenceItem] = []
    for try await item in items(of: tenant) where missing.remove(item.digest) == nil {
      unmentioned.append(item)
    }
    return EvidenceInventory(unmentioned: unmentioned, missing: missing.sorted())
  }
}
