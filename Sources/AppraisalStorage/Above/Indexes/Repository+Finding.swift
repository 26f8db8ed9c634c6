extension Repository {
  /// The records that an index finds by a value, in the order of their ids.
  ///
  /// A record whose values stay as they are while the sequence is walked is met exactly once, one
  /// that is changed so that it is found elsewhere, at most twice or not at all. Every one has, when
  /// it is read, a value that was asked for; entries that lead astray are passed over.
  ///
  /// - Parameters:
  ///   - index: The name of a declared index.
  ///   - value: The value; of another kind than the index has, it finds nothing.
  ///   - pageSize: How many entries are asked for at a time.
  public func all(
    where index: KeyText, is value: some IndexKey, pageSize: Int = 256
  ) -> IndexedSequence<Codec, Store> {
    sequence(index, .is(value.indexValue), pageSize)
  }

  /// The records that an index finds by a value within bounds, in the order of values, then of ids.
  ///
  /// A record with several such values stands where its least one does. The rest is as with
  /// ``all(where:is:pageSize:)``.
  ///
  /// - Parameters:
  ///   - index: The name of a declared index.
  ///   - bounds: `60..<75`, `60...75`, `60...`, `..<75` or `...75`, of any type that is an
  ///     ``IndexKey``; texts are in the order of their bytes.
  ///   - pageSize: How many entries are asked for at a time.
  public func all(
    where index: KeyText, in bounds: some IndexBounds, pageSize: Int = 256
  ) -> IndexedSequence<Codec, Store> {
    sequence(index, .in(bounds.indexInterval), pageSize)
  }

  /// The records that an index finds by a text beginning with another, in the order of texts, then
  /// of ids; otherwise as with ``all(where:in:pageSize:)``.
  ///
  /// - Parameters:
  ///   - index: The name of a declared index.
  ///   - prefix: The beginning, by bytes.
  ///   - pageSize: How many entries are asked for at a time.
  public func all(
    where index: KeyText, startsWith prefix: String, pageSize: Int = 256
  ) -> IndexedSequence<Codec, Store> {
    sequence(index, .startsWith(prefix), pageSize)
  }

  /// All records that have a value in an index, in the order of values, then of ids; otherwise as
  /// with ``all(where:in:pageSize:)``.
  ///
  /// - Parameters:
  ///   - index: The name of a declared index.
  ///   - pageSize: How many entries are asked for at a time.
  public func all(
    by index: KeyText, pageSize: Int = 256
  ) -> IndexedSequence<Codec, Store> {
    sequence(index, .all, pageSize)
  }

  /// The first record that an index finds by a value; the one there is, if the index is unique.
  ///
  /// - Throws: ``RepositoryError/noIndex(_:)`` and what the store throws.
  public func first(
    where index: KeyText, is value: some IndexKey
  ) async throws(RepositoryError) -> Entry? {
    var found = all(where: index, is: value, pageSize: 4).makeAsyncIterator()
    return try await found.next()
  }

  /// Where all that the store keeps on some records lies: the records, their cards and the entries
  /// that lead to them.
  ///
  /// Erasing a person by keys, as ``SubjectData`` has it, takes all of these.
  public func keys(of ids: [KeyText]) async throws(RepositoryError) -> [RecordKey] {
    let cards = try await RepositoryError.of { () async throws(StoreError) in
      try await store.read(ids.map(cardKey))
    }
    var keys = ids.map(key)
    for (key, card) in cards {
      keys.append(key)
      keys += try listed(on: card).map(self.key)
    }
    return keys.sorted()
  }

  private func sequence(
    _ index: KeyText, _ query: IndexQuery, _ pageSize: Int
  ) -> IndexedSequence<Codec, Store> {
    IndexedSequence(repository: self, index: index, query: query, pageSize: pageSize)
  }
}
