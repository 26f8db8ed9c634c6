public import AppraisalStorage
public import KinerjaCore

extension SQLiteStore: ChangeFeedStore {
  public func changes(
    of tenant: AgencyID, after cursor: AppraisalStorage.Cursor?, limit: Int
  ) async throws(StoreError) -> ChangePage {
    try checkOpen()
    try capabilities.check(pageOf: limit)
    let path = path
    return try await reading { database in
      try database.changes(of: tenant, after: cursor, limit: limit, at: path)
    }
  }
}
