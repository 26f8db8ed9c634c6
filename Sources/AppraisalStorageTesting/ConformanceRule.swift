public import KinerjaCore

/// One promise of a store, and how it is tested.
public struct ConformanceRule: Sendable {
  /// How a rule is to be read.
  public enum Kind: String, Sendable, Hashable, CaseIterable {
    /// Every store must pass.
    case required
    /// A store that declares itself durable must pass.
    case durable
    /// Every store must pass; a fault shows with some probability only, in an order of events that
    /// the seed varies.
    case stochastic
    /// A store that several handles, such as those of two processes, may have open must pass; a
    /// fault shows with some probability only.
    case shared
    /// A store that declares itself durable must pass; tried on stores that break down.
    case crashing
    /// A store that can erase events must pass.
    case erasing
    /// A store that tells what was committed must pass.
    case feeding
    /// A store that raises the format of its data must pass; tried on data of an earlier format.
    case migrating
    /// A store of evidence must pass, those on durability and breakdowns if it declares itself so.
    case evidence
    /// Every store must keep it, but no test from outside can tell.
    case untested
  }

  /// The rule's name: a letter for the group and a number, such as `P1`.
  public let code: String
  /// How the rule is to be read.
  public let kind: Kind
  /// The promise in a sentence.
  public let promise: LocalizedText

  let check: Check

  /// What is tried, on which kind of store.
  enum Check: Sendable {
    case appraisals(@Sendable (ConformanceBench) async throws -> Void)
    case evidence(@Sendable (EvidenceBench) async throws -> Void)
  }

  /// The letter of the group that the rule belongs to.
  public var group: String { String(code.prefix(1)) }

  init(
    _ code: String, _ kind: Kind = .required, id: String, en: String,
    check: @escaping @Sendable (ConformanceBench) async throws -> Void
  ) {
    self.code = code
    self.kind = kind
    promise = LocalizedText(id: id, en: en)
    self.check = .appraisals(check)
  }

  init(
    _ code: String, id: String, en: String,
    evidence check: @escaping @Sendable (EvidenceBench) async throws -> Void
  ) {
    self.code = code
    kind = .evidence
    promise = LocalizedText(id: id, en: en)
    self.check = .evidence(check)
  }
}

/// A promise that was not kept.
struct BrokenPromise: Error {
  let detail: String
  /// A long list is cut: its beginning tells where to look.
  init(_ detail: String) {
    self.detail = detail.count > 300 ? "\(detail.prefix(300))…" : detail
  }
}

/// A rule that cannot be tried on a store.
struct Inapplicable: Error {
  let reason: String
  init(_ reason: String) { self.reason = reason }
}
