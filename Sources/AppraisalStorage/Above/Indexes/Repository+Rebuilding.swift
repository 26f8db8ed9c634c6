/// How far the rebuilding of indexes has come.
public struct IndexRebuild: Hashable, Sendable {
  /// How many records were looked at.
  public internal(set) var records = 0
  /// How many of them were not found by what they hold, or by something else too, and now are right;
  /// those that do not exist any more and left entries behind are among them.
  public internal(set) var mended = 0
  /// How many entries were removed that no record has.
  public internal(set) var removed = 0
  /// The records that a unique index cannot find because another has the value, in the order of
  /// their ids; change one of the two.
  public internal(set) var conflicts: [IndexConflict] = []
  /// The last record that was seen to: to go on behind it.
  public internal(set) var last: KeyText?
}

extension Repository {
  /// Makes the indexes say what the records hold: for a collection that had none, or after the
  /// declaration, or what a lift or a declared closure says of old values, was changed.
  ///
  /// What is right is only read, so doing it again is quick and does no harm. Others may write
  /// meanwhile, with this same declaration; whoever declares less makes it necessary anew. Until it
  /// ends, queries find only records that were seen to, and none that does not belong.
  ///
  /// - Parameters:
  ///   - id: The ``IndexRebuild/last`` of one that was interrupted, to go on behind it; nil to see
  ///     to all records.
  ///   - pageSize: How many records are seen to at a time; their changes share batches, as far as
  ///     ``StoreCapabilities/batchWrites`` allows.
  ///   - progress: Is told after each page.
  /// - Returns: What was done, since `id`.
  /// - Throws: ``StoreError/cancelled`` within ``RepositoryError/store(_:)`` between two pages if the
  ///   task is cancelled, and what the store throws: all may be repeated.
  /// - Complexity: O(*n*) for *n* records and their entries.
  @discardableResult
  public func rebuildIndexes(
    after id: KeyText? = nil, pageSize: Int = 256,
    progress: @Sendable (IndexRebuild) -> Void = { _ in }
  ) async throws(RepositoryError) -> IndexRebuild {
    var done = IndexRebuild()
    done.last = id
    let rest = IDRange.all.after(id)
    var cards = CardWalk(
      store.records(tenant: tenant, collection: self.cards, ids: rest, pageSize: pageSize))
    var cursor: Cursor?
    repeat {
      let page = try await page(of: collection, rest, after: cursor, pageSize)
      let ids = page.items.map(\.key.id)
      let last = page.next == nil ? nil : ids.last
      // A card whose record is gone has its turn between the records around it.
      let carded = try await cards.ids(through: last)
      let settling = try await settle(Set(ids).union(carded).sorted(), verifies: true)
      done.records += ids.count
      done.mended += settling.mended.count
      done.conflicts += settling.refused.sorted { ($0.id, $0.index) < ($1.id, $1.index) }
      done.last = ids.last ?? done.last
      cursor = page.next
      progress(done)
    } while cursor != nil
    for index in indexes { try await sweep(index.name, pageSize, &done, progress) }
    return done
  }

  /// Removes the entries of an index that no card lists, as another declaration may leave them.
  private func sweep(
    _ index: KeyText, _ pageSize: Int, _ done: inout IndexRebuild,
    _ progress: @Sendable (IndexRebuild) -> Void
  ) async throws(RepositoryError) {
    var cursor: Cursor?
    repeat {
      let page = try await page(of: collection(ofIndex: index), .all, after: cursor, pageSize)
      let holders = page.items.map(\.leadsTo)
      let cards = try await RepositoryError.of { () async throws(StoreError) in
        try await store.read(holders.compactMap { $0.map(cardKey) })
      }
      var strays: [[Mutation]] = []
      for (found, holder) in zip(page.items, holders) {
        let entry = IndexEntry(index: index, id: found.key.id)
        let listed = try listed(on: holder.flatMap { cards[cardKey($0)] })
        if listed.contains(entry) { continue }
        strays.append([.delete(found.key, if: .revision(found.revision))])
      }
      try await commit(strays, named: "sweep", together: true)
      done.removed += strays.count
      cursor = page.next
      progress(done)
    } while cursor != nil
  }

  private func page(
    of collection: KeyText, _ ids: IDRange, after cursor: Cursor?, _ pageSize: Int
  ) async throws(RepositoryError) -> Page<StoredRecord> {
    try await RepositoryError.of { () async throws(StoreError) in
      if Task.isCancelled { throw .cancelled }
      return try await store.page(
        tenant: tenant, collection: collection, ids: ids, after: cursor, limit: pageSize)
    }
  }
}

/// Walks over cards beside a walk over their records.
private struct CardWalk<Store: AppraisalStore> {
  private var cards: RecordSequence<Store>.Iterator
  private var ahead: KeyText?

  init(_ cards: RecordSequence<Store>) { self.cards = cards.makeAsyncIterator() }

  /// The next ids through one; all that are left for nil.
  mutating func ids(through last: KeyText?) async throws(RepositoryError) -> [KeyText] {
    var ids: [KeyText] = []
    do throws(StoreError) {
      while true {
        if ahead == nil { ahead = try await cards.next()?.key.id }
        guard let id = ahead, last.map({ id <= $0 }) ?? true else { return ids }
        ids.append(id)
        ahead = nil
      }
    } catch {
      throw .store(error)
    }
  }
}
