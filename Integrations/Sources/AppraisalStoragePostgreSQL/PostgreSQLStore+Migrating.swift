public import AppraisalStorage

extension PostgreSQLStore: MigratingStore {
  public func pendingMigrations() async throws(StoreError) -> [StoreMigration] {
    try await run(also: .unmigrated) { connection throws(ServerFailure) in
      try FeedMigration.isPending(in: connection) ? [FeedMigration.step] : []
    }
  }

  /// Brings the tables to the format of this version, some thousands of rows in a transaction; the
  /// role must own them.
  ///
  /// Processes of an older version that have the schema open can only read from then on.
  ///
  /// - Throws: ``StoreError/cancelled``; what is done by then stays so.
  /// - Complexity: O(*n* log *n*) for *n* records and events; format 2 needs some hundred bytes for
  ///   each record and each append.
  public func migrate(
    progress: @escaping @Sendable (MigrationProgress) -> Void
  ) async throws(StoreError) {
    let schema = schema
    while true {
      let step = try await run(also: .unmigrated) { connection throws(ServerFailure) in
        try FeedMigration.advance(connection, in: schema)
      }
      guard let step else { return }
      progress(step)
    }
  }
}
