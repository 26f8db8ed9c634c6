/// A ``Mutation`` that was let through: its conditions are gone, its payloads lie on disk.
enum Change: Sendable {
  case put(RecordKey, FileSlice)
  case delete(RecordKey)
  case append(StreamID, [FileSlice])
}
