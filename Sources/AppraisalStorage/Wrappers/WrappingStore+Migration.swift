extension WrappingStore where Base: MigratingStore {
  public func pendingMigrations() async throws(StoreError) -> [StoreMigration] {
    try await base.pendingMigrations()
  }

  public func migrate(
    progress: @escaping @Sendable (MigrationProgress) -> Void
  ) async throws(StoreError) {
    try await base.migrate(progress: progress)
  }
}

/// The migrations of the base, which leave the chain as it is.
extension AuditedStore: MigratingStore where Base: MigratingStore {}

extension ReadOnlyStore: MigratingStore where Base: MigratingStore {
  public func pendingMigrations() async throws(StoreError) -> [StoreMigration] {
    try await base.pendingMigrations()
  }

  /// Refuses to migrate data that are not up to date with ``StoreError/readOnly(place:)``.
  public func migrate(
    progress: @escaping @Sendable (MigrationProgress) -> Void
  ) async throws(StoreError) {
    if try await !base.pendingMigrations().isEmpty { throw .readOnly(place: place) }
  }
}
