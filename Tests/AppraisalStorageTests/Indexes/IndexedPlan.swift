import KinerjaCore

@testable import AppraisalStorage

/// What the tests of indexes keep.
struct IndexedPlan: Codable, Hashable, Sendable {
  var code: String?
  var unit = "dinkes"
  var tags: [String] = []
  /// In thirds, so that no decimal is exact.
  var thirds = 0
  var due: Day? { try? Day(daysSince1970: 20_000 + thirds) }

  static let indexes: [RecordIndex<IndexedPlan>] = [
    .unique("code") { $0.code }, .by("unit") { $0.unit }, .by("tags") { $0.tags },
    .by("score") { try? Ratio(Int128($0.thirds), over: 3) }, .by("due") { $0.due },
  ]
}

typealias IndexedPlans<Store: AppraisalStore> = Repository<CodableCodec<IndexedPlan>, Store>

extension AppraisalStore {
  func plans(
    _ indexes: [RecordIndex<IndexedPlan>] = IndexedPlan.indexes
  ) -> IndexedPlans<Self> {
    repository(
      CodableCodec<IndexedPlan>(), tenant: "kendari", collection: "plans", indexes: indexes)
  }
}

extension IndexedSequence {
  func ids() async throws -> [KeyText] {
    var ids: [KeyText] = []
    for try await entry in self { ids.append(entry.id) }
    return ids
  }
}

extension Repository {
  /// What is wrong with the entries, looked at past the repository: every record has its card and
  /// entries, and there is nothing else.
  func indexFaults() async throws -> [String] {
    var wanted: [RecordKey: Payload] = [:]
    for try await entry in all() {
      var entries: Set<IndexEntry> = []
      for index in indexes {
        for value in index.values(entry.value) {
          entries.insert(IndexEntry(index, value, of: entry.id))
        }
      }
      for one in entries { wanted[key(one)] = .leading(to: entry.id) }
      if !indexes.isEmpty { wanted[cardKey(entry.id)] = IndexCard(entries: entries).payload }
    }
    var found: [RecordKey: Payload] = [:]
    let names = Set(indexes.map(\.name)).union(["code", "unit", "tags", "score", "due"])
    for collection in names.map(collection(ofIndex:)) + [cards] {
      for try await record in store.records(tenant: tenant, collection: collection) {
        found[record.key] = record.payload
      }
    }
    return Set(wanted.keys).union(found.keys).sorted().compactMap { key in
      wanted[key] == found[key]
        ? nil : "\(key): \(found[key] == nil ? "missing" : "stray or otherwise")"
    }
  }
}
