import KinerjaCore

/// The records that exist now, and the order of their keys in each collection.
struct RecordTable<Value: Sendable>: Sendable {
  private(set) var values: [RecordKey: Value] = [:]
  private var collections: [CollectionKey: OrderedKeys] = [:]

  subscript(key: RecordKey) -> Value? { values[key] }

  /// Creates or replaces a record.
  mutating func put(_ key: RecordKey, _ value: Value) {
    if values.updateValue(value, forKey: key) == nil {
      collections[CollectionKey(key), default: OrderedKeys()].insert(key.id)
    }
  }

  /// Removes a record if it is there.
  mutating func delete(_ key: RecordKey) {
    if values.removeValue(forKey: key) != nil { collections[CollectionKey(key)]?.remove(key.id) }
  }

  /// A page of keys; one key too many is looked for, to learn whether a next page exists.
  func page(
    of tenant: AgencyID, in collection: KeyText, ids: IDRange = .all, after cursor: Cursor?,
    limit: Int
  ) throws(StoreError) -> Page<RecordKey> {
    let rest = try ids.after(cursor, tenant: tenant, collection: collection)
    let ordered = collections[CollectionKey(tenant: tenant, collection: collection)]
    let keys = (ordered?.keys(in: rest, limit: limit + 1) ?? []).map {
      RecordKey(tenant: tenant, collection: collection, id: $0)
    }
    let items = Array(keys.prefix(limit))
    return Page(items: items, next: keys.count > limit ? items.last.map(Cursor.init(after:)) : nil)
  }
}

private struct CollectionKey: Hashable, Sendable {
  let tenant: AgencyID
  let collection: KeyText
}

extension CollectionKey {
  init(_ key: RecordKey) { self.init(tenant: key.tenant, collection: key.collection) }
}
