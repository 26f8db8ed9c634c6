import AppraisalStorage
import KinerjaCore
import Synchronization

extension ConformanceBench {
  /// Opens data of an earlier format, anew for each call.
  func earlier() async throws -> Self {
    guard let open = handling.earlier else { throw Inapplicable(.noEarlierData) }
    return with(try await open())
  }

  private func migrating() throws -> any MigratingStore {
    guard let store = store as? any MigratingStore else {
      throw Inapplicable("it has no migrations")
    }
    return store
  }

  func pending() async throws -> [StoreMigration] { try await migrating().pendingMigrations() }

  func migrate() async throws { try await migrating().migrate() }

  /// Migrates in a task that is cancelled at one of the reports on progress.
  ///
  /// - Parameter place: The report, counted from 1; 0 for before the beginning, nil for never.
  /// - Returns: The progress told, which is in order, and whether the migration came to its end.
  func migrate(cancelledAt place: Int?) async throws -> (told: [MigrationProgress], ended: Bool) {
    let store = try migrating()
    let stop = MigrationStop(at: place)
    let task = Task {
      if place == 0 { try? await Task.sleep(for: .seconds(3_600)) }
      try await store.migrate { stop.hear($0) }
    }
    stop.mayCancel(task)
    let result = await task.result
    let told = stop.told
    for progress in told {
      try expect(
        (0...max(0, progress.total)).contains(progress.done),
        "progress of \(progress.done) out of \(progress.total)")
    }
    for (one, next) in zip(told, told.dropFirst()) {
      try expect(
        one.migration == next.migration
          ? one.done <= next.done : one.migration.to <= next.migration.from,
        "progress fell: \(one.done) of \(one.migration.to), \(next.done) of \(next.migration.to)")
    }
    do {
      try result.get()
      return (told, true)
    } catch StoreError.cancelled where place != nil {
      return (told, false)
    }
  }

  /// Expects that every call for the data is refused, for what is pending.
  func expectUseless(_ steps: [StoreMigration]) async throws {
    let notes = stream("notes")
    var calls: [(String, () async throws -> Void)] = [
      ("a reading", { _ = try await read(record("a")) }),
      ("a page", { _ = try await page(limit: 2) }),
      ("a page of a range", { _ = try await page(in: .all, limit: 2) }),
      ("events", { _ = try await store.events(of: notes, from: 0, limit: 2) }),
      ("a batch", { try await commit("z", .put(record("z"), Payload("z"), if: .unconditional)) }),
    ]
    if let store = store as? any ErasingStore {
      calls.append(("an erasure", { try await store.eraseEvents(of: notes, in: 0..<1) }))
    }
    if store is any ChangeFeedStore {
      calls.append(("the feed", { _ = try await feed(after: nil, limit: 2) }))
    }
    for (what, call) in calls {
      try await expectRefusal("\(what) before the migration", call) {
        guard case .needsMigration(_, let found, let supported) = $0 else { return false }
        return found == steps.first?.from && supported == steps.last?.to
      }
    }
  }

  /// Expects that nothing is pending and the whole sample is there.
  func expectWhole(_ what: String) async throws {
    try expect(try await pending(), is: [], "the pending steps, \(what)")
    if let fault = await StoreSample.fault(in: store) {
      throw BrokenPromise("\(what): \(fault)")
    }
  }
}

/// Listens to the progress of a migration and cancels it at one of the reports.
private final class MigrationStop: Sendable {
  private struct State {
    var told: [MigrationProgress] = []
    var task: Task<Void, any Error>?
  }

  private let place: Int?
  private let state = Mutex(State())

  init(at place: Int?) { self.place = place }

  var told: [MigrationProgress] { state.withLock { $0.told } }

  func hear(_ progress: MigrationProgress) {
    cancel { $0.told.append(progress) }
  }

  /// The reports may have begun before the task is known here.
  func mayCancel(_ task: Task<Void, any Error>) {
    cancel { $0.task = task }
  }

  private func cancel(after change: (inout State) -> Void) {
    let task = state.withLock { state in
      change(&state)
      return place.map { state.told.count >= $0 } == true ? state.task : nil
    }
    task?.cancel()
  }
}
