import AppraisalStorage
import KinerjaCore

extension Connection {
  /// Commits a batch in a transaction of its own, or answers a repetition.
  ///
  /// The tenant's row is locked first, so the batches of a tenant go one after the other: what is
  /// read then stays so until the commit, and nobody can wait for somebody who waits for him.
  func commit(
    _ batch: Batch, within capabilities: StoreCapabilities,
    onStep: (CommitStep, _ backend: Int32) throws -> Void
  ) throws(ServerFailure) -> CommitReceipt {
    try run("BEGIN ISOLATION LEVEL READ COMMITTED READ WRITE")
    let receipt: CommitReceipt
    do throws(ServerFailure) {
      let sequence = try lock(batch.tenant)
      try tell(.begun, onStep)
      if let earlier = try replay(batch) {
        rollBack()
        return earlier
      }
      receipt = try write(batch, as: sequence, within: capabilities, onStep)
    } catch {
      rollBack()
      throw error
    }
    let unknown = ServerFailure.store(.outcomeUnknown(batch.idempotencyKey))
    do throws(ServerFailure) {
      var failure: ServerFailure?
      let answer = try run("COMMIT", heedsTask: false) {
        do throws(ServerFailure) { try tell(.sent, onStep) } catch { failure = error }
      }
      if failure != nil { throw .lost }
      // What a server answers to the commit of a transaction that had failed.
      guard answer.command == "COMMIT" else { throw .refused(state: "25P02", message: "") }
      try tell(.committed, onStep)
      return receipt
    } catch .refused(let state, let message) {
      // The server says that it did not commit.
      throw .refused(state: state, message: message)
    } catch {
      throw unknown
    }
  }

  private func tell(
    _ step: CommitStep, _ onStep: (CommitStep, _ backend: Int32) throws -> Void
  ) throws(ServerFailure) {
    do {
      try onStep(step, backend)
    } catch {
      throw .store(.backend(code: "test", message: "\(error)"))
    }
  }

  /// Locks a tenant until the end of the transaction and takes the number of its next commit.
  func lock(_ tenant: AgencyID) throws(ServerFailure) -> UInt64 {
    let rows = try run(
      """
      INSERT INTO tenant AS t VALUES ($1, 1)
      ON CONFLICT (tenant) DO UPDATE SET sequence = t.sequence + 1 RETURNING sequence
      """, .text(tenant.text))
    return UInt64(rows.integer(0, 0))
  }

  private func replay(_ batch: Batch) throws(ServerFailure) -> CommitReceipt? {
    let rows = try run(
      "SELECT sequence, digest, starts FROM receipt WHERE tenant = $1 AND key = $2",
      .text(batch.tenant.text), .text(batch.idempotencyKey.text))
    guard rows.count == 1 else { return nil }
    guard rows.bytes(0, 1) == batch.digest.bytes else {
      throw .store(.idempotencyMismatch(batch.idempotencyKey))
    }
    return CommitReceipt(
      of: batch, committedAs: UInt64(rows.integer(0, 0)),
      starts: rows.integers(0, 2).map(UInt64.init)
    ).replayed
  }

  private func write(
    _ batch: Batch, as sequence: UInt64, within capabilities: StoreCapabilities,
    _ onStep: (CommitStep, _ backend: Int32) throws -> Void
  ) throws(ServerFailure) -> CommitReceipt {
    let (revisions, lengths) = (try revisions(before: batch), try lengths(before: batch))
    let plan: BatchPlan
    do throws(StoreError) {
      try capabilities.check(batch)
      plan = try BatchPlan(of: batch, committing: sequence) {
        revisions[$0]
      } length: {
        lengths[$0] ?? 0
      }
    } catch {
      throw .store(error)
    }
    let writes = MergedWrites(plan.writes)
    try put(writes.puts, of: batch.tenant)
    try tell(.wrote(1), onStep)
    try delete(writes.deletions, of: batch.tenant)
    try tell(.wrote(2), onStep)
    try append(writes.events, of: batch.tenant, as: sequence)
    try tell(.wrote(3), onStep)
    try run(
      "INSERT INTO receipt VALUES ($1, $2, $3, $4, $5)", .text(batch.tenant.text),
      .text(batch.idempotencyKey.text), .integer(Int64(sequence)), .bytes(batch.digest.bytes),
      .integers(plan.starts.map { Int64(clamping: $0) }))
    try tell(.wrote(4), onStep)
    try tell(plan.changes, of: batch.tenant, as: sequence)
    try tell(.wrote(5), onStep)
    return plan.receipt
  }

  private func put(
    _ puts: [(key: RecordKey, payload: Payload, revision: Revision)], of tenant: AgencyID
  ) throws(ServerFailure) {
    guard !puts.isEmpty else { return }
    try run(
      """
      INSERT INTO record
      SELECT $1, collection, id, revision, schema, content
      FROM unnest($2::text[], $3::text[], $4::text[], $5::bigint[], $6::bytea[])
        AS new (collection, id, revision, schema, content)
      ON CONFLICT (tenant, collection, id) DO UPDATE
      SET revision = excluded.revision, schema = excluded.schema, content = excluded.content
      """,
      .text(tenant.text), .texts(puts.map(\.key.collection.text)),
      .texts(puts.map(\.key.id.text)), .texts(puts.map(\.revision.token)),
      .integers(puts.map { Int64($0.payload.schema) }), .byteStrings(puts.map(\.payload.bytes)))
  }

  private func delete(_ keys: [RecordKey], of tenant: AgencyID) throws(ServerFailure) {
    guard !keys.isEmpty else { return }
    try run(
      """
      DELETE FROM record WHERE tenant = $1
      AND (collection, id) IN (SELECT * FROM unnest($2::text[], $3::text[]))
      """,
      .text(tenant.text), .texts(keys.map(\.collection.text)), .texts(keys.map(\.id.text)))
  }

  private func append(
    _ events: [(stream: StreamID, position: UInt64, payload: Payload)], of tenant: AgencyID,
    as sequence: UInt64
  ) throws(ServerFailure) {
    guard !events.isEmpty else { return }
    try run(
      """
      INSERT INTO event
      SELECT $1, collection, id, position, schema, content, $7
      FROM unnest($2::text[], $3::text[], $4::bigint[], $5::bigint[], $6::bytea[])
        AS new (collection, id, position, schema, content)
      """,
      .text(tenant.text), .texts(events.map(\.stream.collection.text)),
      .texts(events.map(\.stream.id.text)),
      .integers(events.map { Int64(clamping: $0.position) }),
      .integers(events.map { Int64($0.payload.schema) }),
      .byteStrings(events.map(\.payload.bytes)), .integer(Int64(sequence)))
  }

  /// The revisions of all records that a batch writes to.
  private func revisions(before batch: Batch) throws(ServerFailure) -> [RecordKey: Revision] {
    let keys = Set(
      batch.mutations.compactMap { mutation in
        switch mutation {
        case .put(let key, _, _), .delete(let key, _): key
        case .append: nil
        }
      }
    ).sorted()
    guard !keys.isEmpty else { return [:] }
    let rows = try run(
      """
      SELECT k.place, r.revision
      FROM unnest($2::text[], $3::text[]) WITH ORDINALITY AS k (collection, id, place)
      JOIN record r ON (r.tenant, r.collection, r.id) = ($1, k.collection, k.id)
      """,
      .text(batch.tenant.text), .texts(keys.map(\.collection.text)), .texts(keys.map(\.id.text)))
    var revisions: [RecordKey: Revision] = [:]
    for row in 0..<rows.count {
      revisions[keys[Int(rows.integer(row, 0)) - 1]] = Revision(token: rows.text(row, 1))
    }
    return revisions
  }

  /// How many events each stream holds that a batch appends to.
  private func lengths(before batch: Batch) throws(ServerFailure) -> [StreamID: UInt64] {
    let streams = Set(
      batch.mutations.compactMap { mutation in
        if case .append(let stream, _, _) = mutation { stream } else { nil }
      }
    ).sorted()
    guard !streams.isEmpty else { return [:] }
    let rows = try run(
      """
      SELECT s.place, (
        SELECT max(position) + 1 FROM event e
        WHERE (e.tenant, e.collection, e.id) = ($1, s.collection, s.id))
      FROM unnest($2::text[], $3::text[]) WITH ORDINALITY AS s (collection, id, place)
      """,
      .text(batch.tenant.text), .texts(streams.map(\.collection.text)),
      .texts(streams.map(\.id.text)))
    var lengths: [StreamID: UInt64] = [:]
    for row in 0..<rows.count {
      // Null for a stream that nobody has appended to.
      lengths[streams[Int(rows.integer(row, 0)) - 1]] = UInt64(rows.integer(row, 1))
    }
    return lengths
  }
}
