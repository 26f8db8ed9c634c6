/// Which stream a record of ``ErasedPositions`` is about: its id is a hash.
struct ErasedStreams: Sendable {
  private var streams: [RecordKey: StreamID] = [:]

  /// The stream of a record; nil if no such stream has events.
  ///
  /// - Complexity: O(1), but O(*n*) for the first record of a stream that is newer than the last
  ///   look at all *n* streams.
  mutating func stream(of key: RecordKey, in index: FolderIndex) -> StreamID? {
    if let stream = streams[key] { return stream }
    for stream in index.streams { streams[ErasedPositions.key(of: stream)] = stream }
    return streams[key]
  }
}
