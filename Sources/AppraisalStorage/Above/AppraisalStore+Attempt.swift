extension AppraisalStore {
  /// Tries again after somebody else was quicker to write a record.
  ///
  /// - Parameters:
  ///   - retry: How often and how patiently.
  ///   - work: Reads, decides and commits.
  ///   - asFailure: An error of the store as the caller throws it.
  ///   - storeError: The error of the store in what was thrown, if it is one.
  func attempt<Result: Sendable, Failure: Error>(
    _ retry: RetryPolicy, _ work: () async throws(Failure) -> Result,
    asFailure: (StoreError) -> Failure, storeError: (Failure) -> StoreError?
  ) async throws(Failure) -> Result {
    var attempt = 0
    while true {
      attempt += 1
      do throws(Failure) {
        return try await work()
      } catch {
        guard let conflict = storeError(error)?.asLostRace else { throw error }
        guard attempt < retry.attempts else { throw asFailure(conflict) }
      }
      do throws(StoreError) {
        try await retry.pause(before: attempt)
      } catch {
        throw asFailure(error)
      }
    }
  }
}

extension StoreError {
  /// The conflict that a lost race is to the caller; nil for any other error.
  fileprivate var asLostRace: StoreError? {
    switch self {
    case .conflict: self
    // A creation that came too late is a race like the others.
    case .alreadyExists(let key): .conflict(key, actual: nil)
    default: nil
    }
  }
}

extension StoredRecord? {
  /// What a write that was decided on this record must hold true.
  var condition: WriteCondition { map { .revision($0.revision) } ?? .mustNotExist }
}
