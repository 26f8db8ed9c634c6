import AppraisalStorage
import Foundation
import GRDB
import KinerjaCore

extension Database {
  /// Commits a batch in a transaction of its own, or answers a repetition.
  func commit(
    _ batch: Batch, within capabilities: StoreCapabilities, at path: String,
    onStep: (CommitStep) throws -> Void
  ) throws(StoreError) -> CommitReceipt {
    var isCommitting = false
    do {
      var receipt: CommitReceipt?
      try inTransaction(.immediate) {
        try onStep(.begun)
        if let earlier = try replay(batch) {
          receipt = earlier
          return .rollback
        }
        try capabilities.check(batch)
        let plan = try plan(of: batch)
        for (count, write) in plan.writes.enumerated() {
          try make(write, as: plan.receipt.sequence)
          try onStep(.wrote(count + 1))
        }
        try tell(plan.changes, of: batch.tenant, as: plan.receipt.sequence)
        try remember(batch, plan)
        receipt = plan.receipt
        isCommitting = true
        return .commit
      }
      if isCommitting { try onStep(.committed) }
      guard let receipt else { throw StoreError.outcomeUnknown(batch.idempotencyKey) }
      return receipt
    } catch {
      // Before that the transaction was rolled back, and nothing has happened.
      throw isCommitting ? .outcomeUnknown(batch.idempotencyKey) : StoreError(error, at: path)
    }
  }

  private func replay(_ batch: Batch) throws -> CommitReceipt? {
    let statement = try cachedStatement(
      sql: "SELECT sequence, digest, starts FROM receipt WHERE tenant = ? AND key = ?")
    let arguments: StatementArguments = [batch.tenant.text, batch.idempotencyKey.text]
    guard let row = try Row.fetchOne(statement, arguments: arguments) else { return nil }
    guard row[1] == batch.digest.hex else {
      throw StoreError.idempotencyMismatch(batch.idempotencyKey)
    }
    let starts = (row[2] as String).split(separator: " ").compactMap { UInt64($0) }
    return CommitReceipt(of: batch, committedAs: UInt64(row[0] as Int64), starts: starts).replayed
  }

  private func plan(of batch: Batch) throws -> BatchPlan {
    try BatchPlan(of: batch, committing: nextSequence()) { key throws(StoreError) in
      try mapped { try revision(key) }
    } length: { stream throws(StoreError) in
      try mapped { try length(of: stream) }
    }
  }

  private func mapped<Value>(_ work: () throws -> Value) throws(StoreError) -> Value {
    do { return try work() } catch { throw StoreError(error, at: "") }
  }

  private func make(_ write: BatchPlan.Write, as sequence: UInt64) throws {
    switch write {
    case .put(let key, let payload, let revision):
      try execute(
        "INSERT OR REPLACE INTO record VALUES (?, ?, ?, ?, ?, ?)",
        [
          key.tenant.text, key.collection.text, key.id.text, revision.token, payload.schema,
          Data(payload.bytes),
        ])
    case .delete(let key):
      try execute(
        "DELETE FROM record WHERE tenant = ? AND collection = ? AND id = ?",
        [key.tenant.text, key.collection.text, key.id.text])
    case .append(let stream, let payloads, let start):
      for (offset, payload) in payloads.enumerated() {
        try execute(
          "INSERT INTO event VALUES (?, ?, ?, ?, ?, ?, ?, 0)",
          [
            stream.tenant.text, stream.collection.text, stream.id.text,
            Int64(start) + Int64(offset), payload.schema, Data(payload.bytes),
            Int64(sequence),
          ])
      }
    }
  }

  private func remember(_ batch: Batch, _ plan: BatchPlan) throws {
    try execute(
      "INSERT INTO receipt VALUES (?, ?, ?, ?, ?)",
      [
        Int64(plan.receipt.sequence), batch.tenant.text, batch.idempotencyKey.text,
        batch.digest.hex, plan.starts.map(String.init).joined(separator: " "),
      ])
  }

  /// Destroys the contents of events, and the digests of the batches that wrote them.
  ///
  /// From the digest of a short batch a content could be found by trying. The feed tells of it if
  /// there were any.
  func eraseEvents(of stream: StreamID, in positions: Range<UInt64>) throws {
    let range = Range(
      uncheckedBounds: (
        Int64(clamping: positions.lowerBound), Int64(clamping: positions.upperBound)
      ))
    let arguments: StatementArguments = [
      stream.tenant.text, stream.collection.text, stream.id.text, range.lowerBound,
      range.upperBound,
    ]
    let events = "tenant = ? AND collection = ? AND id = ? AND position >= ? AND position < ?"
    try inTransaction(.immediate) {
      try execute(
        """
        UPDATE receipt SET digest = '' WHERE sequence IN (SELECT sequence FROM event WHERE \(events))
        """, arguments)
      try execute(
        """
        UPDATE event SET schema = 0, content = x'', erased = 1 WHERE \(events) AND erased = 0
        """, arguments)
      guard changesCount > 0 else { return .rollback }
      try tell([.erased(stream)], of: stream.tenant, as: nextSequence())
      return .commit
    }
  }

  private func execute(_ sql: String, _ arguments: StatementArguments) throws {
    try cachedStatement(sql: sql).execute(arguments: arguments)
  }
}
