/// A store over data whose format later versions of it raise.
///
/// Data of an older format open as they are. Until ``migrate(progress:)`` has ended, every call but
/// it, ``pendingMigrations()``, ``AppraisalStore/capabilities`` and ``AppraisalStore/shutdown()``
/// throws ``StoreError/needsMigration(place:found:supported:)``, and nothing is changed unasked
/// (M1): whoever runs the application decides when, after a copy has been made.
///
/// A migration keeps every promise about what was written before: contents, revisions, erasures and
/// the receipts of repeated batches (M2); a feed tells all that exists to whoever begins at nil (M6).
public protocol MigratingStore: AppraisalStore {
  /// The steps from the format of the data to that of this version.
  ///
  /// - Returns: The steps in order, each from where the former ends (M1); none for data that are up
  ///   to date (M3).
  /// - Throws: ``StoreError``.
  func pendingMigrations() async throws(StoreError) -> [StoreMigration]

  /// Raises the data to the format of this version; of data that are up to date, nothing (M3).
  ///
  /// It may take long and is resumable: cancelled, failed or killed, it goes on by another call
  /// (M4). Two handles may call it at once (M5).
  ///
  /// - Parameter progress: Is told how far it is, at least once in each step, one report after the
  ///   other; it should be quick.
  /// - Throws: ``StoreError``; ``StoreError/cancelled`` if the task is cancelled before the end:
  ///   what is done by then stays so. A task that is cancelled before it begins changes nothing.
  func migrate(
    progress: @escaping @Sendable (MigrationProgress) -> Void
  ) async throws(StoreError)
}

extension MigratingStore {
  /// Raises the data to the format of this version, as ``migrate(progress:)``, and tells nobody how
  /// far it is.
  public func migrate() async throws(StoreError) {
    try await migrate { _ in }
  }
}
