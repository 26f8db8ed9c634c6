public import KinerjaCore

/// Why a ``Repository`` could not do what it was asked.
public enum RepositoryError: Error, Hashable, Sendable {
  /// The store failed.
  case store(StoreError)
  /// What the record holds, or was to hold, is no such value.
  case payload(RecordKey, PayloadError)
  /// Another record has the value that was to be found by a unique index.
  case notUnique(index: KeyText, holder: RecordKey)
  /// The repository declares no index of this name.
  case noIndex(KeyText)
}

extension RepositoryError: ReportedError {
  /// What is wrong, as diagnostics in both languages; ids and values are left out.
  public var diagnostics: [Diagnostic] {
    switch self {
    case .store(let error): [error.diagnostic]
    case .payload(_, let error): error.diagnostics
    case .notUnique(let index, let holder):
      [
        Diagnostic(
          .indexNotUnique,
          ["index": .text(index.text), "collection": .text(holder.collection.text)])
      ]
    case .noIndex(let name): [Diagnostic(.noSuchIndex, ["index": .text(name.text)])]
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
