/// What the last segment of a folder holds, to which commits are still added.
struct GrowingIndex: Sendable {
  let base: IndexBase
  private(set) var newStreams: [StreamID] = []
  private(set) var commits = CommitTable()
  /// The records that were put or deleted; whether they exist the table of records knows.
  private(set) var touched: Set<RecordKey> = []
  private var events: [UInt32: [UInt64]] = [:]

  init(base: IndexBase) { self.base = base }

  /// Goes on where the index of an unfinished segment ends.
  init(_ contents: IndexContents) {
    base = contents.base
    newStreams = contents.newStreams
    commits = contents.index.commits
    for change in contents.changes { touched.insert(change.key) }
    events.reserveCapacity(contents.index.runs.count)
    var events: [UInt32: [UInt64]] = [:]
    contents.index.forEachRun { events[$0] = Array(contents.index.events[$1]) }
    self.events = events
  }

  /// How many streams this and the earlier segments name.
  var streamCount: UInt32 { base.streamCount + UInt32(newStreams.count) }

  mutating func insert(_ name: BatchName, at offset: UInt32) { commits.insert(name, at: offset) }

  mutating func name(_ stream: StreamID) { newStreams.append(stream) }

  mutating func touch(_ key: RecordKey) { touched.insert(key) }

  mutating func append(_ slices: [FileSlice], to stream: UInt32) {
    events[stream, default: []].appendTightly(slices.map { EventPlace($0).word })
  }

  /// The places of a stream's events here.
  func events(of stream: UInt32) -> [UInt64] { events[stream] ?? [] }

  /// The same in its final form.
  func finished(_ records: RecordTable<FolderRecord>) -> IndexContents {
    var runs: [UInt64] = []
    runs.reserveCapacity(events.count)
    var places: [UInt64] = []
    places.reserveCapacity(events.values.reduce(0) { $0 + $1.count })
    for stream in events.keys.sorted() {
      places += events[stream] ?? []
      runs.append(UInt64(stream) << 32 | UInt64(places.count))
    }
    return IndexContents(
      base: base, newStreams: newStreams,
      index: SegmentIndex(runs: runs, events: places, commits: commits.tight),
      changes: touched.map { RecordChange(key: $0, record: records[$0]) }.sorted())
  }
}

extension Array {
  /// Appends, and leaves at most a fifth of room to spare: plain growth leaves up to the double.
  mutating func appendTightly(_ more: [Element]) {
    let needed = count + more.count
    if needed > capacity { reserveCapacity(Swift.max(needed, count + count / 5)) }
    self += more
  }
}
