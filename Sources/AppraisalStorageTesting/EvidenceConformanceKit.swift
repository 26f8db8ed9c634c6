public import AppraisalStorage

/// Tests whether a store of evidence keeps the promises of `EvidenceStore`, as
/// ``StoreConformanceKit`` does for appraisals.
///
/// ```swift
/// let report = await EvidenceConformanceKit { MyEvidence() }.run()
/// #expect(report.failures.isEmpty, "\(report)")
/// ```
/// Let the store that is tested declare an `itemBytes` of at most 64 MiB, so that its limit can be
/// tried.
public struct EvidenceConformanceKit: Sendable {
  /// The rules in the order in which they are run.
  public static let rules: [ConformanceRule] =
    ConformanceRule.evidenceContents + ConformanceRule.evidenceWriting
    + ConformanceRule.evidenceListing + ConformanceRule.evidenceLifecycle
    + ConformanceRule.evidenceCrashes + ConformanceRule.untested.filter { $0.code != "U2" }

  private let seed: UInt64
  private let handling: StoreHandling<any EvidenceStore>

  /// Creates a kit for a store of evidence.
  ///
  /// - Parameters:
  ///   - seed: Varies the order of events; the report repeats it.
  ///   - reopen: Opens the data of a store that was shut down once more; without it the rule on
  ///     durability is skipped.
  ///   - crashes: Makes stores that break down in the middle of their work; without it the rule on
  ///     that is skipped.
  ///   - make: Creates an empty store, anew for each rule.
  public init<Store: EvidenceStore>(
    seed: UInt64 = 1,
    reopen: (@Sendable (Store) async throws -> Store)? = nil,
    crashes: CrashPoints<Store>? = nil,
    make: @escaping @Sendable () async throws -> Store
  ) {
    self.seed = seed
    handling = StoreHandling(
      make: make, reopen: reopen, openBeside: nil, crashes: crashes,
      shutdown: { await $0.shutdown() }, erased: { $0 })
  }

  /// Runs rules one after the other, each on a fresh store.
  ///
  /// - Parameter codes: The rules wanted, such as `["B1", "B2"]`; nil for all.
  public func run(_ codes: [String]? = nil) async -> ConformanceReport {
    await handling.report(
      on: Self.rules, codes, seed: seed, contract: .evidence,
      declared: { .evidence($0.evidenceCapabilities) },
      outcome: { rule, bench in
        guard case .evidence(let check) = rule.check else { return .skipped(.untestable) }
        return await bench.outcome(of: check)
      })
  }
}
