import KinerjaCore

/// Entries that are otherwise than the records, and how they are put right: after the declaration
/// or the reading of old values changed, or somebody wrote past the repository.
extension Repository {
  /// A record and its entries, put right before if they were not.
  func settled(_ id: KeyText) async throws(RepositoryError) -> IndexState<Codec, Store> {
    try await settle([id]).states[0]
  }

  /// What came of putting entries right.
  struct Settling: Sendable {
    var states: [IndexState<Codec, Store>] = []
    var mended: Set<KeyText> = []
    var refused: [IndexConflict] = []
  }

  /// Puts the entries of records right; what is right is only read.
  ///
  /// Others may write meanwhile. A change of entries is conditional on the card, not on the record;
  /// so all is read again afterwards, until nothing has to be done.
  ///
  /// - Parameters:
  ///   - ids: The records, existing or not.
  ///   - verifies: Whether to look if listed entries are really there.
  func settle(
    _ ids: [KeyText], verifies: Bool = false
  ) async throws(RepositoryError) -> Settling {
    var result = Settling()
    var open = ids
    var attempt = 0
    let retry = RetryPolicy()
    while true {
      var states = try await indexStates(of: open)
      if verifies { states = try await withoutMissing(states) }
      let unsettled = states.filter { !$0.isSettled }
      let claims = try await claims(of: unsettled)
      let possible = unsettled.map(claims.possible)
      result.refused += unsettled.flatMap(claims.refused)
      result.states += states.filter(\.isSettled) + possible.filter(\.isSettled)
      let rest = possible.filter { !$0.isSettled }
      guard !rest.isEmpty else { return result }
      attempt += 1
      guard attempt <= retry.attempts else {
        throw .store(.conflict(cardKey(rest[0].id), actual: nil))
      }
      if attempt > 1 {
        try await RepositoryError.of { () async throws(StoreError) in
          try await retry.pause(before: attempt - 1)
        }
      }
      result.refused.removeAll { conflict in rest.contains { $0.id == conflict.id } }
      result.mended.formUnion(rest.map(\.id))
      open = rest.map(\.id)
      try await commit(try await mending(rest, claims), named: "\(attempt)", together: attempt == 1)
    }
  }

  /// States from whose lists entries are left out that are not there or lead elsewhere.
  private func withoutMissing(
    _ states: [IndexState<Codec, Store>]
  ) async throws(RepositoryError) -> [IndexState<Codec, Store>] {
    let held = try await read(states.flatMap(\.listed))
    return states.map { state in
      var state = state
      state.listed = state.listed.filter { held[key($0)]?.leadsTo == state.id }
      return state
    }
  }

  /// Who holds the entries of unique indexes that records lack.
  private func claims(
    of states: [IndexState<Codec, Store>]
  ) async throws(RepositoryError) -> UniqueClaims<Codec, Store> {
    let lacked = states.flatMap { $0.wanted.subtracting($0.listed) }.filter(isUnique)
    let held = try await read(lacked)
    var claims = UniqueClaims<Codec, Store>()
    for entry in lacked { claims.held[entry] = held[key(entry)] }
    let holders = Set(held.values.compactMap(\.leadsTo)).sorted()
    guard !holders.isEmpty else { return claims }
    // Read after the entries: whoever comes to a right in between gets a new entry.
    for holder in try await indexStates(of: holders) { claims.rights[holder.id] = holder.wanted }
    return claims
  }

  /// For each state, the changes that put it right, and before them those that free what it lacks.
  private func mending(
    _ states: [IndexState<Codec, Store>], _ claims: UniqueClaims<Codec, Store>
  ) async throws(RepositoryError) -> [[Mutation]] {
    var groups: [[Mutation]] = []
    for state in states {
      var group: [Mutation] = []
      for gone in state.listed.subtracting(state.wanted).sorted() {
        group.append(.delete(key(gone), if: .unconditional))
      }
      for new in state.wanted.subtracting(state.listed).sorted() {
        var condition = WriteCondition.unconditional
        if isUnique(new) {
          condition = .mustNotExist
          if let found = claims.held[new] { group += try await freeing(new, found) }
        }
        group.append(.put(key(new), .leading(to: state.id), if: condition))
      }
      if state.needsCard {
        let card = IndexCard(entries: state.wanted)
        group.append(.put(cardKey(state.id), card.payload, if: state.card.condition))
      } else if let card = state.card {
        group.append(.delete(card.key, if: .revision(card.revision)))
      }
      groups.append(group)
    }
    return groups
  }

  /// The changes that take an entry away from a record that has no right to it.
  func freeing(
    _ entry: IndexEntry, _ found: StoredRecord
  ) async throws(RepositoryError) -> [Mutation] {
    var changes = [Mutation.delete(found.key, if: .revision(found.revision))]
    guard let holder = found.leadsTo else { return changes }
    let cards = try await RepositoryError.of { () async throws(StoreError) in
      try await store.read([cardKey(holder)])
    }
    var rest = try listed(on: cards[cardKey(holder)])
    if let card = cards[cardKey(holder)], rest.remove(entry) != nil {
      changes.append(
        .put(card.key, IndexCard(entries: rest).payload, if: .revision(card.revision)))
    }
    return changes
  }

  private func read(
    _ entries: [IndexEntry]
  ) async throws(RepositoryError) -> [RecordKey: StoredRecord] {
    guard !entries.isEmpty else { return [:] }
    return try await RepositoryError.of { () async throws(StoreError) in
      try await store.read(entries.map(key))
    }
  }
}

/// Who holds entries of unique indexes, and who has a right to.
private struct UniqueClaims<Codec: PayloadCoding, Store: AppraisalStore> {
  /// The entries that are there.
  var held: [IndexEntry: StoredRecord] = [:]
  /// By the ids of their holders, what those should hold.
  var rights: [KeyText: Set<IndexEntry>] = [:]

  /// What a record cannot have, because others rightly do.
  func refused(_ state: IndexState<Codec, Store>) -> [IndexConflict] {
    state.wanted.subtracting(state.listed).sorted().compactMap { entry in
      guard
        let holder = held[entry]?.leadsTo, holder != state.id,
        rights[holder]?.contains(entry) == true
      else { return nil }
      return IndexConflict(index: entry.index, id: state.id, entry: entry, holder: holder)
    }
  }

  /// The state without what it cannot have.
  func possible(_ state: IndexState<Codec, Store>) -> IndexState<Codec, Store> {
    var state = state
    state.wanted.subtract(refused(state).map(\.entry))
    return state
  }
}

/// A record that was refused a value of a unique index, because another has it.
public struct IndexConflict: Hashable, Sendable {
  /// The name of the index.
  public let index: KeyText
  /// The record that is not found by the value.
  public let id: KeyText
  let entry: IndexEntry
  /// The record that is.
  public let holder: KeyText
}

extension StoredRecord {
  /// The record to which an entry leads; nil if it is none.
  var leadsTo: KeyText? { try? KeyText(String(decoding: payload.bytes, as: UTF8.self)) }
}

extension Payload {
  /// The content of an entry.
  static func leading(to id: KeyText) -> Payload { Payload(schema: 1, utf8: id.text) }
}
