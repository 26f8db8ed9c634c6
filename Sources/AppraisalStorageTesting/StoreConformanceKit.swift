public import AppraisalStorage

/// Tests whether a store keeps the promises of `AppraisalStore`, without any test framework.
///
/// ```swift
/// let report = await StoreConformanceKit { MyStore() }.run()
/// #expect(report.failures.isEmpty, "\(report)")
/// ```
public struct StoreConformanceKit: Sendable {
  /// The rules in the order in which they are run.
  public static let rules: [ConformanceRule] =
    ConformanceRule.conditions + ConformanceRule.atomicity + ConformanceRule.idempotency
    + ConformanceRule.paging + ConformanceRule.streams + ConformanceRule.keysAndBytes
    + ConformanceRule.tenants + ConformanceRule.races + ConformanceRule.lifecycle

  private let seed: UInt64
  private let make: @Sendable () async throws -> any AppraisalStore
  private let reopen: (@Sendable (any AppraisalStore) async throws -> any AppraisalStore)?

  /// Creates a kit for a store.
  ///
  /// - Parameters:
  ///   - seed: Varies the order of events in the stochastic rules; the report repeats it.
  ///   - reopen: Opens the data of a store that was shut down once more; without it the rules on
  ///     durability are skipped.
  ///   - make: Creates an empty store, anew for each rule.
  public init<Store: AppraisalStore>(
    seed: UInt64 = 1,
    reopen: (@Sendable (Store) async throws -> Store)? = nil,
    make: @escaping @Sendable () async throws -> Store
  ) {
    self.seed = seed
    self.make = make
    guard let reopen else {
      self.reopen = nil
      return
    }
    self.reopen = { store in
      guard let store = store as? Store else {
        throw BrokenPromise("the kit was handed a store of another type")
      }
      return try await reopen(store)
    }
  }

  /// Runs rules one after the other, each on a fresh store.
  ///
  /// - Parameter codes: The rules wanted, such as `["P1", "P2"]`; nil for all.
  public func run(_ codes: [String]? = nil) async -> ConformanceReport {
    var results: [ConformanceResult] = []
    var capabilities: StoreCapabilities?
    for rule in Self.rules where codes?.contains(rule.code) ?? true {
      let (outcome, declared) = await self.outcome(of: rule)
      results.append(ConformanceResult(rule: rule, outcome: outcome))
      capabilities = capabilities ?? declared
    }
    return ConformanceReport(seed: seed, capabilities: capabilities, results: results)
  }

  private func outcome(
    of rule: ConformanceRule
  ) async -> (ConformanceResult.Outcome, StoreCapabilities?) {
    let bench: ConformanceBench
    do {
      bench = ConformanceBench(store: try await make(), seed: seed, reopen: reopen)
    } catch {
      return (.failed("no store could be made: \(error)"), nil)
    }
    let capabilities = bench.store.capabilities
    let outcome = await bench.outcome(of: rule)
    await bench.store.shutdown()
    return (outcome, capabilities)
  }
}
