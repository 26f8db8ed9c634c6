extension AppraisalStore {
  /// Reads a record, changes it and writes it back, again if somebody else was quicker.
  ///
  /// All attempts share one idempotency key, which only the one that succeeds uses up. So a caller
  /// that lost the outcome may call again with the same key: the change is not made twice, the
  /// call then throws ``StoreError/idempotencyMismatch(_:)`` or answers with a replay.
  ///
  /// - Parameters:
  ///   - key: The record.
  ///   - idempotencyKey: Names this one change.
  ///   - retry: How often and how patiently to try again.
  ///   - change: The new content, from the record as it is now, or nil if there is none. It may
  ///     run several times.
  /// - Throws: ``StoreError/conflict(_:actual:)`` after the last attempt, what `change` throws, or
  ///   what the store throws.
  @discardableResult
  public func update(
    _ key: RecordKey, idempotencyKey: KeyText, retry: RetryPolicy = RetryPolicy(),
    _ change: @Sendable (StoredRecord?) throws(StoreError) -> Payload
  ) async throws(StoreError) -> CommitReceipt {
    try await attempt(retry) { () async throws(StoreError) in
      let old = try await read([key])[key]
      return try await commit(
        Batch(
          tenant: key.tenant, idempotencyKey: idempotencyKey,
          [.put(key, change(old), if: old.condition)]))
    } asFailure: {
      $0
    } storeError: {
      $0
    }
  }
}
