import AppraisalStorage
import KinerjaCore

extension FaultyStore {
  func page(
    tenant: AgencyID, collection: KeyText, ids: IDRange, after cursor: Cursor?, limit: Int
  ) async throws(StoreError) -> Page<StoredRecord> {
    if has(.filtersOnePageForARange) {
      let page = try await page(tenant: tenant, collection: collection, after: cursor, limit: limit)
      return Page(items: page.items.filter { ids.contains($0.key.id) }, next: page.next)
    }
    var all = try await collected(tenant, collection)
    all.removeAll { !isWithin(ids, $0.key.id) }
    try capabilities.check(pageOf: limit)
    if has(.countsOffsetsInRanges), cursor == nil || Int(cursor?.token ?? "") != nil {
      let start = cursor.flatMap { Int($0.token) } ?? 0
      let items = Array(all.dropFirst(start).prefix(limit))
      let end = start + items.count
      return Page(items: items, next: end < all.count ? Cursor(token: "\(end)") : nil)
    }
    if let cursor {
      do throws(StoreError) {
        let last = try cursor.lastID(tenant: tenant, collection: collection)
        if has(.trustsTheCursorToBeWithinTheRange) {
          all = try await collected(tenant, collection)
          all.removeAll { $0.key.id.text >= ids.upperBound }
        }
        all.removeAll { $0.key.id <= last }
      } catch {
        guard has(.takesAnyCursorInRanges) else { throw error }
      }
    }
    let items = Array(all.prefix(limit))
    return Page(
      items: items, next: items.count < all.count ? items.last.map { Cursor(after: $0.key) } : nil)
  }

  private func isWithin(_ ids: IDRange, _ id: KeyText) -> Bool {
    if has(.closesHalfOpenRanges), id.text == ids.upperBound { return true }
    if has(.takesPrefixesForFolders), let folder = try? KeyText(ids.lowerBound),
      ids == .prefix(folder)
    {
      return id == folder || id.text.hasPrefix(folder.text + "/")
    }
    return ids.contains(id)
  }

  /// All records of a collection in order.
  private func collected(
    _ tenant: AgencyID, _ collection: KeyText
  ) async throws(StoreError) -> [StoredRecord] {
    var all: [StoredRecord] = []
    var cursor: Cursor?
    repeat {
      let page = try await page(
        tenant: tenant, collection: collection, after: cursor, limit: capabilities.pageItems)
      all += page.items
      cursor = page.next
    } while cursor != nil
    guard has(.showsOtherCollectionsInRanges) else { return all }
    return state.records.values
      .filter { $0.key.tenant == tenant && $0.key.collection.text.hasPrefix(collection.text) }
      .sorted { $0.key.id < $1.key.id }
  }
}
