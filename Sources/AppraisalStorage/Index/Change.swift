/// A ``Mutation`` that was let through: its conditions are gone, its payloads are slots.
enum Change<Slot: Sendable>: Sendable {
  case put(RecordKey, Slot)
  case delete(RecordKey)
  case append(StreamID, [Slot])
}

extension Mutation {
  func change<Slot>(_ slot: (Payload) -> Slot) -> Change<Slot> {
    switch self {
    case .put(let key, let payload, _): .put(key, slot(payload))
    case .delete(let key, _): .delete(key)
    case .append(let stream, let payloads, _): .append(stream, payloads.map(slot))
    }
  }
}
