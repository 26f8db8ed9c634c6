public import AppraisalStorage
import KinerjaCore
import Synchronization

/// What may go wrong with one commit.
public enum InjectedFault: Hashable, Sendable {
  /// The error is thrown and nothing is written.
  case beforeWrite(StoreError)
  /// The batch is written, then the error is thrown.
  ///
  /// Only `StoreError.outcomeUnknown` is honest here: any other tests
  /// whether a caller believes too much.
  case afterWrite(StoreError)
  /// The batch is written and the answer is lost: `outcomeUnknown`.
  case lostAcknowledgement
  /// Only so many of the first mutations are written, under another idempotency key, and the answer
  /// is lost: a broken promise, for whoever claims to notice one.
  case torn(after: Int)
  /// The batch waits before it is written; a task that is cancelled meanwhile writes nothing.
  case delayed(Duration)
  /// The commit ends as if its task had been cancelled; nothing is written.
  case cancelled
}

/// A store whose commits fail by a script, over any store.
///
/// ```swift
/// let store = FaultInjectingStore(MemoryStore()) { call, _ in
///   call == 2 ? .lostAcknowledgement : nil
/// }
/// ```
public final class FaultInjectingStore<Base: AppraisalStore>: WrappingStore {
  /// Says what goes wrong with a commit, from its number, counted from 0, and its batch; nil for
  /// nothing.
  public typealias Script = @Sendable (_ call: Int, _ batch: Batch) -> InjectedFault?

  /// The store beneath.
  public let base: Base
  private let script: Script
  private let count = Mutex(0)

  /// Puts faults over a store.
  public init(_ base: Base, script: @escaping Script) {
    self.base = base
    self.script = script
  }

  public func commit(_ batch: Batch) async throws(StoreError) -> CommitReceipt {
    let call = count.withLock { count in
      defer { count += 1 }
      return count
    }
    switch script(call, batch) {
    case nil: return try await base.commit(batch)
    case .beforeWrite(let error): throw error
    case .cancelled: throw .cancelled
    case .afterWrite(let error):
      _ = try await base.commit(batch)
      throw error
    case .lostAcknowledgement:
      _ = try await base.commit(batch)
      throw .outcomeUnknown(batch.idempotencyKey)
    case .torn(let mutations):
      let written = Array(batch.mutations.prefix(mutations))
      if !written.isEmpty, let key = try? KeyText("torn-\(call)") {
        _ = try await base.commit(Batch(tenant: batch.tenant, idempotencyKey: key, written))
      }
      throw .outcomeUnknown(batch.idempotencyKey)
    case .delayed(let duration):
      do {
        try await Task.sleep(for: duration)
      } catch {
        throw .cancelled
      }
      return try await base.commit(batch)
    }
  }
}

extension FaultInjectingStore: ErasingStore where Base: ErasingStore {
  /// Erases in the base; the script is about commits.
  public func eraseEvents(
    of stream: StreamID, in positions: Range<UInt64>
  ) async throws(StoreError) {
    try await base.eraseEvents(of: stream, in: positions)
  }
}

extension FaultInjectingStore: ChangeFeedStore where Base: ChangeFeedStore {}

extension FaultInjectingStore: MigratingStore where Base: MigratingStore {}
