import KinerjaCore

/// What a store knows of its data: which records and streams exist, and where their payloads lie.
///
/// A `Slot` is the payload itself or the place of one on disk. Both stores of this room decide by
/// this one type whether a batch may be committed.
struct StoreIndex<Slot: Sendable>: Sendable {
  /// A record: the commit that wrote it, and its payload.
  struct Entry: Sendable {
    let mark: CommitMark
    let slot: Slot
  }

  private(set) var records: [RecordKey: Entry] = [:]
  private(set) var streams: [StreamID: [Slot]] = [:]
  private(set) var lastSequence: UInt64 = 0
  private var collections: [CollectionKey: OrderedKeys] = [:]

  /// Up to `limit` keys of a collection behind `last`, in order.
  func keys(
    of tenant: AgencyID, in collection: KeyText, after last: KeyText?, limit: Int
  ) -> [RecordKey] {
    let ordered = collections[CollectionKey(tenant: tenant, collection: collection)]
    return (ordered?.keys(after: last, limit: limit) ?? []).map {
      RecordKey(tenant: tenant, collection: collection, id: $0)
    }
  }

  /// How many events a stream holds.
  func length(of stream: StreamID) -> UInt64 { UInt64(streams[stream]?.count ?? 0) }

  /// The slots of a stream from a position on, at most `limit` of them.
  func slots(of stream: StreamID, from position: UInt64, limit: Int) -> ArraySlice<Slot> {
    guard let slots = streams[stream], position < UInt64(slots.count) else { return [] }
    return slots[Int(position)...].prefix(limit)
  }

  /// Makes the changes of the next commit.
  ///
  /// - Parameter places: The place of each change in its batch, if some are left out.
  /// - Returns: For each append, in order, the position of its first event.
  @discardableResult
  mutating func apply(_ changes: [Change<Slot>], places: [UInt32]? = nil) -> [UInt64] {
    var starts: [UInt64] = []
    lastSequence += 1
    for (order, change) in changes.enumerated() {
      switch change {
      case .put(let key, let slot):
        let mark = CommitMark(sequence: lastSequence, place: places?[order] ?? UInt32(order))
        if records.updateValue(Entry(mark: mark, slot: slot), forKey: key) == nil {
          collections[CollectionKey(key), default: OrderedKeys()].insert(key.id)
        }
      case .delete(let key):
        if records.removeValue(forKey: key) != nil {
          collections[CollectionKey(key)]?.remove(key.id)
        }
      case .append(let stream, let slots):
        starts.append(length(of: stream))
        if !slots.isEmpty { streams[stream, default: []].appendTightly(slots) }
      }
    }
    return starts
  }
}

private struct CollectionKey: Hashable, Sendable {
  let tenant: AgencyID
  let collection: KeyText
}

extension CollectionKey {
  init(_ key: RecordKey) { self.init(tenant: key.tenant, collection: key.collection) }
}
