public import AppraisalStorage
import GRDB

extension SQLiteStore: MigratingStore {
  public func pendingMigrations() async throws(StoreError) -> [StoreMigration] {
    try await reading(also: .unmigrated) { database in
      try FeedMigration.isPending(in: database) ? [FeedMigration.step] : []
    }
  }

  /// Brings the tables to the format of this version, some thousands of rows in a transaction.
  ///
  /// Processes of an older version that have the file open can only read from then on.
  ///
  /// - Throws: ``StoreError/cancelled`` between two portions; what is done stays so.
  /// - Complexity: O(*n* log *n*) for *n* records and events; format 2 needs some hundred bytes for
  ///   each record and each append.
  public func migrate(
    progress: @escaping @Sendable (MigrationProgress) -> Void
  ) async throws(StoreError) {
    while true {
      if Task.isCancelled { throw .cancelled }
      let step = try await writing(also: .unmigrated) { try FeedMigration.advance($0) }
      guard let step else { return }
      progress(step)
    }
  }
}
