public import AppraisalStorage

/// How to make a store break down in the middle of its work, and how to open what is left.
///
/// ```swift
/// let crashes = CrashPoints(
///   count: 40,
///   make: { point in try MyStore(at: newPath(), breakingDownAt: point) },
///   recover: { broken in try MyStore(at: broken.path) })
/// ```
public struct CrashPoints<Store: AppraisalStore>: Sendable {
  let count: Int
  let make: @Sendable (_ point: Int) async throws -> Store
  let recover: @Sendable (Store) async throws -> Store

  /// Describes breakdowns.
  ///
  /// - Parameters:
  ///   - count: How many points are tried, from 0.
  ///   - make: Creates an empty store that breaks down at the step with this number towards making
  ///     commits durable (a write, a synchronisation, a statement, an answer), whatever its steps
  ///     are; from then on it does nothing any more but throw. A store that never takes so many
  ///     steps does not break down.
  ///   - recover: Opens what the broken store left, as a new process would.
  public init(
    count: Int, make: @escaping @Sendable (_ point: Int) async throws -> Store,
    recover: @escaping @Sendable (Store) async throws -> Store
  ) {
    self.count = count
    self.make = make
    self.recover = recover
  }
}

/// What the kit can do with a store besides calling it, whatever its type.
struct StoreHandling: Sendable {
  typealias Change = @Sendable (any AppraisalStore) async throws -> any AppraisalStore

  let make: @Sendable () async throws -> any AppraisalStore
  let reopen: Change?
  let openBeside: Change?
  let crashes: Crashes?

  struct Crashes: Sendable {
    let count: Int
    let make: @Sendable (Int) async throws -> any AppraisalStore
    let recover: Change
  }

  init<Store: AppraisalStore>(
    make: @escaping @Sendable () async throws -> Store,
    reopen: (@Sendable (Store) async throws -> Store)?,
    openBeside: (@Sendable (Store) async throws -> Store)?,
    crashes: CrashPoints<Store>?
  ) {
    self.make = make
    self.reopen = reopen.map(Self.erased)
    self.openBeside = openBeside.map(Self.erased)
    self.crashes = crashes.map {
      Crashes(count: $0.count, make: $0.make, recover: Self.erased($0.recover))
    }
  }

  private static func erased<Store: AppraisalStore>(
    _ change: @escaping @Sendable (Store) async throws -> Store
  ) -> Change {
    { store in
      guard let store = store as? Store else {
        throw BrokenPromise("the kit was handed a store of another type")
      }
      return try await change(store)
    }
  }
}
