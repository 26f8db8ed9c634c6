/// What the kit can do with a store besides calling it, whatever its type; `Store` is an existential.
struct StoreHandling<Store: Sendable>: Sendable {
  typealias Change = @Sendable (Store) async throws -> Store

  let make: @Sendable () async throws -> Store
  let reopen: Change?
  let openBeside: Change?
  let crashes: Crashes?
  /// Opens a fresh copy of data of an earlier format.
  let earlier: (@Sendable () async throws -> Store)?
  let shutdown: @Sendable (Store) async -> Void

  struct Crashes: Sendable {
    let count: Int
    let make: @Sendable (Int) async throws -> Store
    let recover: Change
  }

  /// Forgets which type the author's store has.
  ///
  /// - Parameter erased: The author's store as the rules see it.
  init<Own: Sendable>(
    make: @escaping @Sendable () async throws -> Own,
    reopen: (@Sendable (Own) async throws -> Own)?,
    openBeside: (@Sendable (Own) async throws -> Own)?,
    crashes: CrashPoints<Own>?,
    earlier: (@Sendable () async throws -> Own)? = nil,
    shutdown: @escaping @Sendable (Store) async -> Void,
    erased: @escaping @Sendable (Own) -> Store
  ) {
    func change(_ change: @escaping @Sendable (Own) async throws -> Own) -> Change {
      { store in
        guard let own = store as? Own else {
          throw BrokenPromise("the kit was handed a store of another type")
        }
        return erased(try await change(own))
      }
    }
    self.make = { erased(try await make()) }
    self.reopen = reopen.map(change)
    self.openBeside = openBeside.map(change)
    self.crashes = crashes.map { crashes in
      Crashes(
        count: crashes.count, make: { erased(try await crashes.make($0)) },
        recover: change(crashes.recover))
    }
    self.earlier = earlier.map { open in { @Sendable () async throws in erased(try await open()) } }
    self.shutdown = shutdown
  }
}

extension StoreHandling {
  /// Runs rules one after the other, each on a fresh store.
  ///
  /// - Parameters:
  ///   - rules: All rules of the contract.
  ///   - codes: Those wanted; nil for all.
  ///   - seed: Varies the order of events.
  ///   - contract: What the rules are about.
  ///   - declared: What a store says that it can do.
  ///   - outcome: Tries a rule.
  func report(
    on rules: [ConformanceRule], _ codes: [String]?, seed: UInt64,
    contract: ConformanceReport.Contract,
    declared: (Store) -> DeclaredCapabilities,
    outcome: (ConformanceRule, Bench<Store>) async -> ConformanceResult.Outcome
  ) async -> ConformanceReport {
    var results: [ConformanceResult] = []
    var capabilities: DeclaredCapabilities?
    let clock = ContinuousClock()
    for rule in rules where codes?.contains(rule.code) ?? true {
      let start = clock.now
      var result = ConformanceResult.Outcome.passed
      do {
        let bench = Bench(store: try await make(), seed: seed, handling: self)
        capabilities = capabilities ?? declared(bench.store)
        result = await outcome(rule, bench)
        await bench.shutdown()
      } catch {
        result = .failed("no store could be made: \(error)")
      }
      results.append(
        ConformanceResult(rule: rule, outcome: result, duration: clock.now - start))
    }
    return ConformanceReport(
      contract: contract, seed: seed, declared: capabilities, results: results)
  }
}
