import KinerjaCore

/// Batches that put entries right, of which each group of changes is whole by itself.
extension Repository {
  /// Commits groups of changes, several in a batch; what somebody else was quicker to do is left.
  ///
  /// - Parameters:
  ///   - groups: Changes that belong together.
  ///   - name: Tells apart batches that would otherwise be the same.
  ///   - together: Whether to put several groups into a batch at first.
  func commit(
    _ groups: [[Mutation]], named name: String, together: Bool
  ) async throws(RepositoryError) {
    var pack: [[Mutation]] = []
    var (writes, bytes) = (0, 0)
    for group in groups {
      let size = group.reduce(0) { $0 + $1.payloads.reduce(0) { $0 + $1.bytes.count } }
      let isFull =
        writes + group.count > store.capabilities.batchWrites
        || bytes + size > store.capabilities.batchBytes
      if isFull || !together, !pack.isEmpty {
        try await commit(pack: pack, named: name)
        (pack, writes, bytes) = ([], 0, 0)
      }
      pack.append(group)
      (writes, bytes) = (writes + group.count, bytes + size)
    }
    if !pack.isEmpty { try await commit(pack: pack, named: name) }
  }

  private func commit(pack: [[Mutation]], named name: String) async throws(RepositoryError) {
    do throws(StoreError) {
      let changes = pack.flatMap(\.self)
      // A batch is named by what it does, and by the attempt: what was undone may come again.
      let unnamed = try Batch(tenant: tenant, idempotencyKey: "index", changes)
      let key = KeyText(unchecked: "index/\(unnamed.digest)/\(name)")
      _ = try await store.commit(Batch(tenant: tenant, idempotencyKey: key, changes))
    } catch {
      switch error {
      // A name that was used before leaves the work to the next attempt.
      case .conflict, .alreadyExists, .idempotencyMismatch:
        guard pack.count > 1 else { return }
        for group in pack { try await commit(pack: [group], named: name) }
      default: throw .store(error)
      }
    }
  }
}
