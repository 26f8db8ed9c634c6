public import AppraisalStorage
public import KinerjaCore

extension PostgreSQLStore: ChangeFeedStore {
  public func changes(
    of tenant: AgencyID, after cursor: Cursor?, limit: Int
  ) async throws(StoreError) -> ChangePage {
    try capabilities.check(pageOf: limit)
    return try await run { connection throws(ServerFailure) in
      try connection.changes(of: tenant, after: cursor, limit: limit)
    }
  }
}
