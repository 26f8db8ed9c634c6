/// How to make a store break down in the middle of its work, and how to open what is left.
///
/// ```swift
/// let crashes = CrashPoints(
///   count: 40,
///   make: { point in try MyStore(at: newPath(), breakingDownAt: point) },
///   recover: { broken in try MyStore(at: broken.path) })
/// ```
public struct CrashPoints<Store: Sendable>: Sendable {
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
