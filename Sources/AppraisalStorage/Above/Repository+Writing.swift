public import KinerjaCore

extension Repository {
  /// Creates a record.
  ///
  /// - Throws: ``StoreError/alreadyExists(_:)`` within ``RepositoryError/store(_:)`` if it exists.
  @discardableResult
  public func create(
    _ value: Value, as id: KeyText, idempotencyKey: KeyText
  ) async throws(RepositoryError) -> CommitReceipt {
    try await commit(put(value, as: id, if: .mustNotExist), idempotencyKey)
  }

  /// Replaces a value that was read before, if nobody has changed it since.
  ///
  /// - Throws: ``StoreError/conflict(_:actual:)`` within ``RepositoryError/store(_:)`` if somebody
  ///   has.
  @discardableResult
  public func replace(
    _ entry: Entry, with value: Value, idempotencyKey: KeyText
  ) async throws(RepositoryError) -> CommitReceipt {
    try await commit(put(value, as: entry.id, if: .revision(entry.revision)), idempotencyKey)
  }

  /// Removes a record that was read before, if nobody has changed it since.
  @discardableResult
  public func remove(
    _ entry: Entry, idempotencyKey: KeyText
  ) async throws(RepositoryError) -> CommitReceipt {
    try await commit(.delete(key(entry.id), if: .revision(entry.revision)), idempotencyKey)
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
  @discardableResult
  public func update(
    _ id: KeyText, idempotencyKey: KeyText, retry: RetryPolicy = RetryPolicy(),
    _ change: @Sendable (Value?) -> Value?
  ) async throws(RepositoryError) -> CommitReceipt? {
    try await store.attempt(retry) { () async throws(RepositoryError) -> CommitReceipt? in
      let old = try await entry(id)
      guard let new = change(old?.value) else { return nil }
      let condition = old.map { WriteCondition.revision($0.revision) } ?? .mustNotExist
      return try await commit(put(new, as: id, if: condition), idempotencyKey)
    } asFailure: {
      .store($0)
    } storeError: {
      if case .store(let error) = $0 { error } else { nil }
    }
  }

  /// The change that writes a value, for a batch with others.
  ///
  /// - Throws: ``RepositoryError/payload(_:_:)`` if the value cannot be written.
  public func put(
    _ value: Value, as id: KeyText, if condition: WriteCondition
  ) throws(RepositoryError) -> Mutation {
    do throws(PayloadError) {
      return .put(key(id), try codec.encode(value), if: condition)
    } catch {
      throw .payload(key(id), error)
    }
  }

  private func commit(
    _ mutation: Mutation, _ idempotencyKey: KeyText
  ) async throws(RepositoryError) -> CommitReceipt {
    try await RepositoryError.of { () async throws(StoreError) in
      try await store.commit(
        Batch(tenant: tenant, idempotencyKey: idempotencyKey, [mutation]))
    }
  }
}

/// Why a ``Repository`` could not do what it was asked.
public enum RepositoryError: Error, Hashable, Sendable {
  /// The store failed.
  case store(StoreError)
  /// What the record holds, or was to hold, is no such value.
  case payload(RecordKey, PayloadError)
}

extension RepositoryError: ReportedError {
  /// What is wrong, as diagnostics in both languages.
  public var diagnostics: [Diagnostic] {
    switch self {
    case .store(let error): [error.diagnostic]
    case .payload(_, let error): error.diagnostics
    }
  }
}

extension RepositoryError {
  static func of<Result: Sendable>(
    _ work: () async throws(StoreError) -> Result
  ) async throws(RepositoryError) -> Result {
    do throws(StoreError) {
      return try await work()
    } catch {
      throw .store(error)
    }
  }
}
