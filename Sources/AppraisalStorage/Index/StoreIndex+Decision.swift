extension StoreIndex {
  /// Decides whether a batch may be committed next.
  ///
  /// - Returns: For each append of the batch, in order, the position of its first event.
  /// - Throws: ``StoreError`` for the first condition that does not hold; nothing is changed.
  func starts(of batch: Batch) throws(StoreError) -> [UInt64] {
    // What earlier mutations of the batch have changed, which later ones must see.
    var revisions: [RecordKey: Revision?] = [:]
    var lengths: [StreamID: UInt64] = [:]
    var starts: [UInt64] = []
    for (place, mutation) in batch.mutations.enumerated() {
      switch mutation {
      case .put(let key, _, let condition):
        try condition.check(key, at: revisions[key] ?? records[key]?.mark.revision)
        let mark = CommitMark(sequence: lastSequence + 1, place: UInt32(place))
        revisions.updateValue(mark.revision, forKey: key)
      case .delete(let key, let condition):
        try condition.check(key, at: revisions[key] ?? records[key]?.mark.revision)
        revisions.updateValue(nil, forKey: key)
      case .append(let stream, let payloads, let expected):
        let length = lengths[stream] ?? self.length(of: stream)
        try expected.check(stream, holding: length)
        starts.append(length)
        lengths[stream] = length + UInt64(payloads.count)
      }
    }
    return starts
  }
}

extension WriteCondition {
  fileprivate func check(_ key: RecordKey, at actual: Revision?) throws(StoreError) {
    switch self {
    case .mustNotExist: if actual != nil { throw .alreadyExists(key) }
    case .revision(let wanted): if actual != wanted { throw .conflict(key, actual: actual) }
    case .unconditional: break
    }
  }
}

extension ExpectedPosition {
  fileprivate func check(_ stream: StreamID, holding length: UInt64) throws(StoreError) {
    guard case .exactly(let wanted) = self, wanted != length else { return }
    throw .streamConflict(stream, actual: length)
  }
}

extension CommitReceipt {
  /// The receipt of a batch that was committed with a number and at these positions.
  init(sequence: UInt64, of mutations: [Mutation], starts: [UInt64]) {
    var revisions: [RecordKey: Revision] = [:]
    var lengths: [StreamID: UInt64] = [:]
    var remaining = starts[...]
    for (place, mutation) in mutations.enumerated() {
      switch mutation {
      case .put(let key, _, _):
        revisions[key] = CommitMark(sequence: sequence, place: UInt32(place)).revision
      case .delete(let key, _):
        revisions[key] = nil
      case .append(let stream, let payloads, _):
        lengths[stream] = (remaining.popFirst() ?? 0) + UInt64(payloads.count)
      }
    }
    self.init(
      sequence: sequence, revisions: revisions, streamLengths: lengths, isReplay: false)
  }
}
