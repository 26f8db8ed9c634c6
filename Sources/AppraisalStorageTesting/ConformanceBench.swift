import AppraisalStorage
import KinerjaCore

/// What a rule works with: fresh data and short ways to use it.
struct Bench<Store: Sendable>: Sendable {
  let store: Store
  let seed: UInt64
  let handling: StoreHandling<Store>

  /// Runs a rule's check.
  func outcome(
    of check: @Sendable (Self) async throws -> Void
  ) async -> ConformanceResult.Outcome {
    do {
      try await check(self)
      return .passed
    } catch let broken as BrokenPromise {
      return .failed(broken.detail)
    } catch let reason as Inapplicable {
      return .skipped(reason.reason)
    } catch {
      return .failed("an error that the rule does not expect: \(error)")
    }
  }

  /// Shuts the store down and opens its data again.
  func reopened() async throws -> Self {
    guard let reopen = handling.reopen else { throw Inapplicable(.noReopening) }
    await shutdown()
    return with(try await reopen(store))
  }

  /// Opens the data a second time.
  func beside() async throws -> Self {
    guard let open = handling.openBeside else { throw Inapplicable(.noSecondHandle) }
    return with(try await open(store))
  }

  func shutdown() async { await handling.shutdown(store) }

  /// The same bench with another store.
  func with(_ store: Store) -> Self { Self(store: store, seed: seed, handling: handling) }

  /// Lets other tasks go first, now and then, as the seed has it.
  func perhapsYield(_ place: Int) async {
    if (seed &+ UInt64(truncatingIfNeeded: place)).mixed & 3 == 0 { await Task.yield() }
  }
}

/// A bench for the rules of appraisal stores.
typealias ConformanceBench = Bench<any AppraisalStore>

extension ConformanceBench {
  static var tenant: AgencyID { "kendari" }
  static var otherTenant: AgencyID { "bungo" }
  static var collection: KeyText { "plans" }

  /// Why a rule cannot be tried on the store; nil if it can.
  func reasonToSkip(_ kind: ConformanceRule.Kind) -> String? {
    switch kind {
    case .required, .stochastic: return nil
    case .durable, .crashing:
      guard store.capabilities.isDurable else { return .notDurable }
      if kind == .durable { return handling.reopen == nil ? .noReopening : nil }
      return handling.crashes == nil ? .noCrashes : nil
    case .shared: return handling.openBeside == nil ? .noSecondHandle : nil
    case .erasing: return store is any ErasingStore ? nil : "it cannot erase events"
    case .feeding: return store is any ChangeFeedStore ? nil : "it has no feed of changes"
    case .migrating:
      guard store is any MigratingStore else { return "it has no migrations" }
      return handling.earlier == nil ? .noEarlierData : nil
    case .evidence: return "it is about stores of evidence"
    case .untested: return .untestable
    }
  }
}

extension String {
  static let notDurable = "declared not durable"
  static let noReopening = "no way to open the store again was given"
  static let noSecondHandle = "no second handle was given"
  static let noCrashes = "no stores that break down were given"
  static let noEarlierData = "no data of an earlier format were given"
  static let untestable = "no test from outside can tell"
}

// MARK: - Names

func record(
  _ id: KeyText, _ collection: KeyText = ConformanceBench.collection,
  of tenant: AgencyID = ConformanceBench.tenant
) -> RecordKey {
  RecordKey(tenant: tenant, collection: collection, id: id)
}

func stream(_ id: KeyText, of tenant: AgencyID = ConformanceBench.tenant) -> StreamID {
  StreamID(tenant: tenant, collection: "journal", id: id)
}

extension Payload {
  init(_ text: String) { self.init(schema: 1, utf8: text) }

  var text: String { String(decoding: bytes, as: UTF8.self) }
}

extension KeyText {
  /// A key from a letter and a number with leading zeros, so that order by bytes is by number.
  init(_ letter: String, number: Int) throws {
    let digits = String(number)
    try self.init(letter + String(repeating: "0", count: max(0, 5 - digits.count)) + digits)
  }
}

// MARK: - Doing

extension ConformanceBench {
  @discardableResult
  func commit(
    _ key: KeyText, _ mutations: Mutation..., for tenant: AgencyID = tenant
  ) async throws -> CommitReceipt {
    try await store.commit(Batch(tenant: tenant, idempotencyKey: key, mutations))
  }

  @discardableResult
  func commit(_ key: KeyText, all mutations: [Mutation]) async throws -> CommitReceipt {
    try await store.commit(Batch(tenant: Self.tenant, idempotencyKey: key, mutations))
  }

  func read(_ key: RecordKey) async throws -> StoredRecord? { try await store.read([key])[key] }

  func text(_ key: RecordKey) async throws -> String? { try await read(key)?.payload.text }

  /// The texts of a stream's first events.
  func texts(_ stream: StreamID, limit: Int = 100) async throws -> [String] {
    try await store.events(of: stream, from: 0, limit: limit).map(\.payload.text)
  }

  func page(
    in ids: IDRange? = nil, after cursor: Cursor? = nil, limit: Int,
    of collection: KeyText = collection, for tenant: AgencyID = tenant
  ) async throws -> Page<StoredRecord> {
    guard let ids else {
      return try await store.page(
        tenant: tenant, collection: collection, after: cursor, limit: limit)
    }
    return try await store.page(
      tenant: tenant, collection: collection, ids: ids, after: cursor, limit: limit)
  }

  /// The revision that a commit gave a record.
  func revision(_ key: RecordKey, in receipt: CommitReceipt) throws -> Revision {
    guard let revision = receipt.revisions[key] else {
      throw BrokenPromise("the receipt names no revision of a record that was put")
    }
    return revision
  }
}

extension UInt64 {
  /// Its bits in disorder: the finaliser of SplitMix64 (Steele, Lea and Flood 2014).
  var mixed: UInt64 {
    var bits = self &+ 0x9E37_79B9_7F4A_7C15
    bits = (bits ^ (bits >> 30)) &* 0xBF58_476D_1CE4_E5B9
    bits = (bits ^ (bits >> 27)) &* 0x94D0_49BB_1331_11EB
    return bits ^ (bits >> 31)
  }
}

// MARK: - Expecting

func expect(_ holds: Bool, _ detail: @autoclosure () -> String) throws {
  if !holds { throw BrokenPromise(detail()) }
}

func expect<Value: Equatable>(
  _ found: Value, is wanted: Value, _ what: String
) throws {
  if found != wanted { throw BrokenPromise("\(what): found \(found), wanted \(wanted)") }
}

func expect<Value: Equatable>(
  _ found: Value?, is wanted: Value?, _ what: String
) throws {
  func text(_ value: Value?) -> String { value.map { "\($0)" } ?? "nothing" }
  if found != wanted {
    throw BrokenPromise("\(what): found \(text(found)), wanted \(text(wanted))")
  }
}

/// Expects an error that `matches`.
func expectRefusal(
  _ what: String, _ work: () async throws -> Void, matches: (StoreError) -> Bool
) async throws {
  do {
    try await work()
  } catch let error as StoreError {
    try expect(matches(error), "\(what) was refused with the wrong error: \(error)")
    return
  } catch {
    throw BrokenPromise("\(what) was refused with an error that is no StoreError: \(error)")
  }
  throw BrokenPromise("\(what) was accepted")
}

/// Expects one error exactly.
func expectRefusal(
  _ what: String, with wanted: StoreError, _ work: () async throws -> Void
) async throws {
  try await expectRefusal(what, work) { $0 == wanted }
}
