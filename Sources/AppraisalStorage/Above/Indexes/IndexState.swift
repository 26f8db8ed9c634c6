/// A record and its entries, as they are and as they should be.
struct IndexState<Codec: PayloadCoding, Store: AppraisalStore>: Sendable {
  let id: KeyText
  /// The record; nil if there is none.
  let entry: Repository<Codec, Store>.Entry?
  /// The card as it lies in the store; nil if there is none.
  let card: StoredRecord?
  /// Whether there should be one.
  let needsCard: Bool
  /// The entries that are there.
  var listed: Set<IndexEntry>
  /// The entries that should be there.
  var wanted: Set<IndexEntry>

  /// Whether all is as it should be.
  var isSettled: Bool { listed == wanted && (card != nil) == needsCard }
}

extension Repository {
  /// Where a record's card lies.
  func cardKey(_ id: KeyText) -> RecordKey {
    RecordKey(tenant: tenant, collection: cards, id: id)
  }

  /// Where an entry lies.
  func key(_ entry: IndexEntry) -> RecordKey {
    RecordKey(tenant: tenant, collection: collection(ofIndex: entry.index), id: entry.id)
  }

  /// The collection of the cards.
  var cards: KeyText { KeyText("by", of: collection) }

  /// The collection of an index's entries.
  func collection(ofIndex name: KeyText) -> KeyText { KeyText("by/\(name)", of: collection) }

  func isUnique(_ entry: IndexEntry) -> Bool {
    indexes.contains { $0.name == entry.index && $0.isUnique }
  }

  /// The entries that a value has under an id.
  func indexEntries(of value: Value, _ id: KeyText) -> Set<IndexEntry> {
    var entries: Set<IndexEntry> = []
    for index in indexes {
      for value in index.values(value) { entries.insert(IndexEntry(index, value, of: id)) }
    }
    return entries
  }

  /// The entries that a card lists.
  func listed(on card: StoredRecord?) throws(RepositoryError) -> Set<IndexEntry> {
    guard let card else { return [] }
    guard let card = IndexCard(card.payload) else {
      throw .store(
        .corrupted(StoreDamage(file: card.key.collection.text, offset: 0, .content)))
    }
    return card.entries
  }

  /// Records and their cards as of one moment.
  func indexStates(
    of ids: [KeyText]
  ) async throws(RepositoryError) -> [IndexState<Codec, Store>] {
    let found = try await RepositoryError.of { () async throws(StoreError) in
      try await store.read(ids.map(key) + ids.map(cardKey))
    }
    var states: [IndexState<Codec, Store>] = []
    for id in ids {
      let entry: Entry? =
        if let record = found[key(id)] { try self.entry(record) } else { nil }
      let card = found[cardKey(id)]
      states.append(
        IndexState(
          id: id, entry: entry, card: card, needsCard: entry != nil && !indexes.isEmpty,
          listed: try listed(on: card),
          wanted: entry.map { indexEntries(of: $0.value, id) } ?? []))
    }
    return states
  }
}
