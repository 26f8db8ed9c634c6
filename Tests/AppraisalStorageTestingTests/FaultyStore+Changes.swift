import AppraisalStorage
import KinerjaCore

extension FaultyStore {
  func check(_ mutation: Mutation, in state: State) throws(StoreError) {
    switch mutation {
    case .put(let key, _, let condition): try check(key, condition, in: state)
    case .delete(let key, let condition):
      if has(.deletesAtAnyRevision), state.records[key] != nil { return }
      try check(key, condition, in: state)
      if has(.refusesToDeleteWhatIsMissing), state.records[key] == nil {
        throw .conflict(key, actual: nil)
      }
    case .append(let stream, _, let expected):
      let length = UInt64(state.streams[stream]?.count ?? 0)
      if case .exactly(let wanted) = expected, wanted != length, !has(.ignoresExpectedPositions) {
        throw .streamConflict(stream, actual: length)
      }
    }
  }

  private func check(
    _ key: RecordKey, _ condition: WriteCondition, in state: State
  ) throws(StoreError) {
    let actual = state.records[folded(key)]?.revision
    switch condition {
    case .unconditional: break
    case .mustNotExist:
      if let actual {
        throw has(.callsAnExistingRecordAConflict)
          ? .conflict(key, actual: actual) : .alreadyExists(key)
      }
    case .revision(let wanted):
      if has(.ignoresRevisions) || (has(.createsAtARevision) && actual == nil) { return }
      if actual != wanted { throw .conflict(key, actual: actual) }
    }
  }

  func apply(_ mutation: Mutation, of batch: Batch, _ receipt: inout CommitReceipt) {
    var revisions = receipt.revisions
    var lengths = receipt.streamLengths
    switch mutation {
    case .put(let key, let payload, _):
      state.revisionCount += 1
      let old = state.records[folded(key)]?.revision
      let token =
        has(.beginsRevisionsAnew)
        ? (old.flatMap { Int($0.token) } ?? 0) + 1 : state.revisionCount
      let revision = Revision(token: "\(token)")
      let kept = has(.neverReplacesAContent) ? state.records[folded(key)]?.payload : nil
      state.records[folded(key)] = StoredRecord(
        key: folded(key), revision: revision, payload: kept ?? stored(payload))
      revisions[key] = revision
      state.changing.append(.put(key, revision))
    case .delete(let key, _):
      state.records[folded(key)] = nil
      revisions[key] = nil
      if !has(.tellsNoDeletions) { state.changing.append(.deleted(key)) }
    case .append(let stream, let payloads, _):
      let start = UInt64(state.streams[stream]?.count ?? 0)
      let mixed = batch.mutations.contains { if case .put = $0 { true } else { false } }
      if !(mixed && has(.dropsEventsThatStandBesideRecords)) {
        state.streams[stream, default: []] += payloads.map(stored)
      }
      let end = UInt64(state.streams[stream]?.count ?? 0)
      lengths[stream] = end
      if start < end { state.changing.append(.appended(stream, start..<end)) }
    }
    receipt = CommitReceipt(
      sequence: receipt.sequence, revisions: revisions, streamLengths: lengths, isReplay: false)
  }

  private func stored(_ payload: Payload) -> Payload {
    if has(.forgetsSchemas) { return Payload(schema: 1, payload.bytes) }
    if has(.endsContentsAtZero) {
      return Payload(schema: payload.schema, Array(payload.bytes.prefix { $0 != 0 }))
    }
    return payload
  }

  /// The batch as a handle sends it that looks at the conditions on records itself.
  func looked(_ batch: Batch, _ first: FaultyStore) async throws(StoreError) -> Batch {
    let records = await first.state.records
    var mutations: [Mutation] = []
    for mutation in batch.mutations {
      try check(mutation, in: State(records: records))
      guard case .put(let key, let payload, _) = mutation else {
        mutations.append(mutation)
        continue
      }
      mutations.append(.put(key, payload, if: .unconditional))
    }
    await Task.yield()
    return try Batch(
      tenant: batch.tenant, idempotencyKey: batch.idempotencyKey, mutations)
  }
}
