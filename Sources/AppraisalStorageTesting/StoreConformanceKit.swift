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
    + ConformanceRule.paging + ConformanceRule.ranges + ConformanceRule.streams
    + ConformanceRule.keysAndBytes + ConformanceRule.tenants + ConformanceRule.erasures
    + ConformanceRule.feeds + ConformanceRule.migrations + ConformanceRule.races
    + ConformanceRule.handles + ConformanceRule.lifecycle + ConformanceRule.crashes
    + ConformanceRule.audit + ConformanceRule.honesty + ConformanceRule.untested

  private let seed: UInt64
  private let handling: StoreHandling<any AppraisalStore>

  /// Creates a kit for a store.
  ///
  /// - Parameters:
  ///   - seed: Varies the order of events in the stochastic rules; the report repeats it.
  ///   - reopen: Opens the data of a store that was shut down once more; without it the rules on
  ///     durability are skipped.
  ///   - openBeside: Opens the data of a store a second time while the first goes on, as another
  ///     process would; leave it out for a store of one handle.
  ///   - crashes: Makes stores that break down in the middle of a commit; without it the rules on
  ///     that are skipped.
  ///   - earlier: Opens a fresh copy of data that an older version wrote by
  ///     ``StoreSample/write(to:)`` and that were not migrated since; without it the rules on
  ///     migrations are skipped.
  ///   - make: Creates an empty store, anew for each rule.
  public init<Store: AppraisalStore>(
    seed: UInt64 = 1,
    reopen: (@Sendable (Store) async throws -> Store)? = nil,
    openBeside: (@Sendable (Store) async throws -> Store)? = nil,
    crashes: CrashPoints<Store>? = nil,
    earlier: (@Sendable () async throws -> Store)? = nil,
    make: @escaping @Sendable () async throws -> Store
  ) {
    self.seed = seed
    handling = StoreHandling(
      make: make, reopen: reopen, openBeside: openBeside, crashes: crashes,
      earlier: earlier, shutdown: { await $0.shutdown() }, erased: { $0 })
  }

  /// Runs rules one after the other, each on a fresh store.
  ///
  /// - Parameter codes: The rules wanted, such as `["P1", "P2"]`; nil for all.
  public func run(_ codes: [String]? = nil) async -> ConformanceReport {
    await handling.report(
      on: Self.rules, codes, seed: seed, contract: .appraisals,
      declared: { .appraisals($0.capabilities) },
      outcome: { rule, bench in
        if let reason = bench.reasonToSkip(rule.kind) { return .skipped(reason) }
        guard case .appraisals(let check) = rule.check else { return .skipped("of another kit") }
        return await bench.outcome(of: check)
      })
  }
}
