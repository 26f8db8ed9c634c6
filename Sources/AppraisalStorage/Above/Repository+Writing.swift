import KinerjaCore

extension Repository {
  /// Creates a record.
  ///
  /// - Throws: ``StoreError/alreadyExists(_:)`` within ``RepositoryError/store(_:)`` if it exists,
  ///   ``RepositoryError/notUnique(index:holder:)``.
  @discardableResult
  public func create(
    _ value: Value, as id: KeyText, idempotencyKey: KeyText
  ) async throws(RepositoryError) -> CommitReceipt {
    try await commit(changes(of: id, to: value), of: id, idempotencyKey)
  }

  /// Replaces a value that was read before, if nobody has changed it since.
  ///
  /// - Throws: ``StoreError/conflict(_:actual:)`` within ``RepositoryError/store(_:)`` if somebody
  ///   has, ``RepositoryError/notUnique(index:holder:)``.
  @discardableResult
  public func replace(
    _ entry: Entry, with value: Value, idempotencyKey: KeyText
  ) async throws(RepositoryError) -> CommitReceipt {
    try await commit(
      changes(of: entry.id, from: entry, try await found(entry), to: value), of: entry.id,
      idempotencyKey)
  }

  /// Removes a record that was read before, if nobody has changed it since.
  @discardableResult
  public func remove(
    _ entry: Entry, idempotencyKey: KeyText
  ) async throws(RepositoryError) -> CommitReceipt {
    try await commit(
      changes(of: entry.id, from: entry, try await found(entry), to: nil), of: entry.id,
      idempotencyKey)
  }

  /// Reads a value, changes it and writes it back, again if somebody else was quicker.
  ///
  /// - Parameters:
  ///   - id: The record.
  ///   - idempotencyKey: Names this one change; see
  ///     ``AppraisalStore/update(_:idempotencyKey:retry:_:)``.
  ///   - retry: How often and how patiently to try again.
  ///   - change: The new value, from the present one or nil if there is none; nil to leave
  ///     everything as it is. It may run several times.
  /// - Returns: The receipt; nil if everything was left as it is.
  /// - Throws: ``RepositoryError/notUnique(index:holder:)`` and what the store throws.
  @discardableResult
  public func update(
    _ id: KeyText, idempotencyKey: KeyText, retry: RetryPolicy = RetryPolicy(),
    _ change: @Sendable (Value?) -> Value?
  ) async throws(RepositoryError) -> CommitReceipt? {
    try await store.attempt(retry) { () async throws(RepositoryError) -> CommitReceipt? in
      let old = try await settled(id)
      guard let new = change(old.entry?.value) else { return nil }
      return try await commit(
        changes(of: id, from: old.entry, old.listed, to: new), of: id, idempotencyKey)
    } asFailure: {
      .store($0)
    } storeError: {
      if case .store(let error) = $0 { error } else { nil }
    }
  }

  /// The changes that write a value, for a batch with others.
  ///
  /// Without indexes it is one. With indexes the record is read before, and the changes are
  /// conditional on what was read, an unconditional write too: commit them soon, and begin again
  /// after a conflict. A value of a unique index that another record has shows as
  /// ``StoreError/alreadyExists(_:)`` for a record of the collection `<collection>/by/<index>`.
  ///
  /// - Throws: ``RepositoryError/payload(_:_:)`` if the value cannot be written.
  public func put(
    _ value: Value, as id: KeyText, if condition: WriteCondition
  ) async throws(RepositoryError) -> [Mutation] {
    guard !indexes.isEmpty else { return [.put(key(id), try encoded(value, id), if: condition)] }
    if condition == .mustNotExist { return try changes(of: id, to: value) }
    let old = try await settled(id)
    if case .revision(let revision) = condition, old.entry?.revision != revision {
      // The store will refuse it, or knows it for a repetition.
      return [.put(key(id), try encoded(value, id), if: condition)]
    }
    return try changes(of: id, from: old.entry, old.listed, to: value)
  }

  /// The changes that remove a record, for a batch with others; as with ``put(_:as:if:)``.
  ///
  /// - Returns: With indexes, no change at all if there is no such record.
  public func delete(
    _ id: KeyText, if condition: WriteCondition
  ) async throws(RepositoryError) -> [Mutation] {
    guard !indexes.isEmpty else { return [.delete(key(id), if: condition)] }
    let old = try await settled(id)
    if case .revision(let revision) = condition, old.entry?.revision != revision {
      return [.delete(key(id), if: condition)]
    }
    guard let entry = old.entry else { return [] }
    return try changes(of: id, from: entry, old.listed, to: nil)
  }
}

extension Repository {
  /// The entries under which a record is found that was read before.
  private func found(_ entry: Entry) async throws(RepositoryError) -> Set<IndexEntry> {
    guard !indexes.isEmpty else { return [] }
    let now = try await settled(entry.id)
    // If it was changed since, a repetition is known by the same changes as at first.
    return now.entry?.revision == entry.revision
      ? now.listed : indexEntries(of: entry.value, entry.id)
  }

  /// The changes that take a record and its entries from one value to another.
  ///
  /// They follow from the values alone, so that a repetition is one.
  ///
  /// - Parameters:
  ///   - id: The record.
  ///   - old: What was read; nil to create it.
  ///   - before: The entries that are there.
  ///   - value: The new value; nil to remove it.
  private func changes(
    of id: KeyText, from old: Entry? = nil, _ before: Set<IndexEntry> = [], to value: Value?
  ) throws(RepositoryError) -> [Mutation] {
    let condition = old.map { WriteCondition.revision($0.revision) } ?? .mustNotExist
    let write =
      if let value { Mutation.put(key(id), try encoded(value, id), if: condition) } else {
        Mutation.delete(key(id), if: condition)
      }
    guard !indexes.isEmpty else { return [write] }
    var changes = [write]
    let after = value.map { indexEntries(of: $0, id) } ?? []
    for entry in before.subtracting(after).sorted() {
      changes.append(.delete(key(entry), if: .unconditional))
    }
    for entry in after.subtracting(before).sorted() {
      changes.append(
        .put(
          key(entry), .leading(to: id), if: isUnique(entry) ? .mustNotExist : .unconditional))
    }
    if value == nil {
      changes.append(.delete(cardKey(id), if: .unconditional))
    } else if old == nil || before != after {
      changes.append(
        .put(
          cardKey(id), IndexCard(entries: after).payload,
          if: old == nil ? .mustNotExist : .unconditional))
    }
    return changes
  }

  private func encoded(_ value: Value, _ id: KeyText) throws(RepositoryError) -> Payload {
    do throws(PayloadError) {
      return try codec.encode(value)
    } catch {
      throw .payload(key(id), error)
    }
  }

  /// Commits the changes of one record.
  ///
  /// What stands in the way without a right to, entries of values that no record has any more, is
  /// removed first.
  private func commit(
    _ changes: [Mutation], of id: KeyText, _ idempotencyKey: KeyText
  ) async throws(RepositoryError) -> CommitReceipt {
    let retry = RetryPolicy()
    var attempt = 0
    while true {
      attempt += 1
      do throws(StoreError) {
        return try await store.commit(
          Batch(tenant: tenant, idempotencyKey: idempotencyKey, changes))
      } catch {
        guard
          !indexes.isEmpty, case .alreadyExists(let key) = error, key != self.key(id),
          attempt < retry.attempts
        else { throw .store(error) }
        try await clear(key, for: id)
      }
      try await RepositoryError.of { () async throws(StoreError) in
        try await retry.pause(before: attempt)
      }
    }
  }

  /// Removes a card or an entry that stands in the way of a record.
  ///
  /// - Throws: ``RepositoryError/notUnique(index:holder:)`` if another record rightly has it.
  private func clear(_ key: RecordKey, for id: KeyText) async throws(RepositoryError) {
    guard let index = indexes.first(where: { collection(ofIndex: $0.name) == key.collection })
    else {
      _ = try await settled(id)
      return
    }
    let entry = IndexEntry(index: index.name, id: key.id)
    let found = try await RepositoryError.of { () async throws(StoreError) in
      try await store.read([key])[key]
    }
    guard let found else { return }
    if let holder = found.leadsTo {
      let state = try await indexStates(of: [holder])[0]
      if holder != id, state.wanted.contains(entry) {
        throw .notUnique(index: index.name, holder: self.key(holder))
      }
    }
    try await commit([try await freeing(entry, found)], named: "clear", together: false)
  }
}
