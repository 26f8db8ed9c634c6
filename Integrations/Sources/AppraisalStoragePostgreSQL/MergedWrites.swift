import AppraisalStorage

/// The writes of a batch by kind, each record once: what the last of them leaves.
struct MergedWrites {
  private(set) var puts: [(key: RecordKey, payload: Payload, revision: Revision)] = []
  private(set) var deletions: [RecordKey] = []
  private(set) var events: [(stream: StreamID, position: UInt64, payload: Payload)] = []

  init(_ writes: [BatchPlan.Write]) {
    var last: [RecordKey: (payload: Payload, revision: Revision)?] = [:]
    for write in writes {
      switch write {
      case .put(let key, let payload, let revision):
        last.updateValue((payload, revision), forKey: key)
      case .delete(let key):
        last.updateValue(nil, forKey: key)
      case .append(let stream, let payloads, let start):
        for (offset, payload) in payloads.enumerated() {
          events.append((stream, start + UInt64(offset), payload))
        }
      }
    }
    for (key, state) in last.sorted(by: { $0.key < $1.key }) {
      if let state {
        puts.append((key, state.payload, state.revision))
      } else {
        deletions.append(key)
      }
    }
  }
}
