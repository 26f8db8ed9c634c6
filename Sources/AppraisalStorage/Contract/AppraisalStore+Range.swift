public import KinerjaCore

extension AppraisalStore {
  /// Walks through the pages of the whole collection and leaves out what is not in the range.
  ///
  /// - Complexity: O(*n*) for a walk through a range of a collection of *n* records.
  public func page(
    tenant: AgencyID, collection: KeyText, ids: IDRange, after cursor: Cursor?, limit: Int
  ) async throws(StoreError) -> Page<StoredRecord> {
    var cursor = cursor
    while true {
      let page = try await page(
        tenant: tenant, collection: collection, after: cursor, limit: limit)
      let items = page.items.filter { ids.contains($0.key.id) }
      let isPassed = page.items.last.map { $0.key.id.text >= ids.upperBound } ?? true
      cursor = isPassed ? nil : page.next
      if !items.isEmpty || cursor == nil { return Page(items: items, next: cursor) }
      if Task.isCancelled { throw .cancelled }
    }
  }
}
