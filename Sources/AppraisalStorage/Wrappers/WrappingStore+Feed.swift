public import KinerjaCore

extension WrappingStore where Base: ChangeFeedStore {
  public func changes(
    of tenant: AgencyID, after cursor: Cursor?, limit: Int
  ) async throws(StoreError) -> ChangePage {
    try await base.changes(of: tenant, after: cursor, limit: limit)
  }
}

/// The feed of the base, the chain's own records and events included, as they are in every other
/// answer; they are in the collections named `audit` or beginning with `audit/`.
extension AuditedStore: ChangeFeedStore where Base: ChangeFeedStore {}

extension MirroringStore: ChangeFeedStore where Primary: ChangeFeedStore {
  /// The feed of the primary, whose cursors mean nothing to the mirror.
  public func changes(
    of tenant: AgencyID, after cursor: Cursor?, limit: Int
  ) async throws(StoreError) -> ChangePage {
    try capabilities.check(pageOf: limit)
    return try await primary.changes(of: tenant, after: cursor, limit: limit)
  }
}
