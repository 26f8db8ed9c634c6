/// What a folder holds: which records and streams exist, and where their payloads and the commits
/// lie, segment by segment.
struct FolderIndex: Sendable {
  private(set) var records = RecordTable<FolderRecord>()
  /// Of segments 1, 2, … but the last.
  private var finished: [SegmentIndex] = []
  /// Of the last segment.
  private(set) var growing = GrowingIndex(base: IndexBase())
  private var numbers: [StreamID: UInt32] = [:]
  /// How many events each stream holds, by its number.
  private var lengths: [UInt64] = []
  private(set) var lastSequence: UInt64 = 0
  /// Whether the index file of the last segment says all that is known of it.
  private(set) var isSaved = true

  /// The streams that hold events, in no order.
  var streams: some Collection<StreamID> { numbers.keys }

  /// How many events a stream holds.
  func length(of stream: StreamID) -> UInt64 { numbers[stream].map { lengths[Int($0)] } ?? 0 }

  /// Where the events of a stream lie from a position on, at most `limit` of them.
  ///
  /// - Complexity: O(*s* log *n* + *limit*) for *s* segments of *n* streams.
  func slices(of stream: StreamID, from position: UInt64, limit: Int) -> [FileSlice] {
    guard let number = numbers[stream], position < lengths[Int(number)] else { return [] }
    var passed = Int(position)
    var found: [FileSlice] = []
    func take(_ events: ArraySlice<UInt64>, in segment: Int) {
      let rest = events.dropFirst(passed)
      passed -= events.count - rest.count
      found += rest.prefix(limit - found.count).map {
        EventPlace(word: $0).slice(in: UInt32(segment))
      }
    }
    for (order, index) in finished.enumerated() where found.count < limit {
      let run = index.events(of: number)
      if !run.isEmpty { take(index.events[run], in: order + 1) }
    }
    if found.count < limit { take(growing.events(of: number)[...], in: finished.count + 1) }
    return found
  }

  /// The places of commits whose batches may have the name.
  func places(of name: BatchName) -> [FramePlace] {
    let fingerprint = name.fingerprint
    var places: [FramePlace] = []
    for (order, index) in finished.enumerated() {
      for offset in index.commits.offsets(of: fingerprint) {
        places.append(FramePlace(segment: UInt32(order + 1), offset: offset))
      }
    }
    for offset in growing.commits.offsets(of: fingerprint) {
      places.append(FramePlace(segment: growing.base.segment, offset: offset))
    }
    return places
  }

  /// Decides whether a batch may be committed next.
  ///
  /// - Throws: ``StoreError`` for the first condition that does not hold; nothing is changed.
  func plan(of batch: Batch) throws(StoreError) -> BatchPlan {
    try BatchPlan(of: batch, committing: lastSequence + 1) {
      records[$0]?.mark.revision
    } length: {
      length(of: $0)
    }
  }

  /// Makes the changes of the next commit, which lies at an offset of the last segment.
  ///
  /// - Returns: For each append, in order, the position of its first event.
  @discardableResult
  mutating func apply(_ batch: CommittedBatch, at offset: UInt32) -> [UInt64] {
    isSaved = false
    lastSequence += 1
    growing.insert(batch.name, at: offset)
    var starts: [UInt64] = []
    for (change, place) in zip(batch.changes, batch.places) {
      switch change {
      case .put(let key, let slice):
        let mark = CommitMark(sequence: lastSequence, place: place)
        records.put(key, FolderRecord(mark: mark, slice: slice))
        growing.touch(key)
      case .delete(let key):
        records.delete(key)
        growing.touch(key)
      case .append(let stream, let slices):
        guard !slices.isEmpty else {
          starts.append(length(of: stream))
          continue
        }
        let number = number(of: stream)
        starts.append(lengths[Int(number)])
        lengths[Int(number)] += UInt64(slices.count)
        growing.append(slices, to: number)
      }
    }
    return starts
  }

  private mutating func number(of stream: StreamID) -> UInt32 {
    if let number = numbers[stream] { return number }
    let number = UInt32(lengths.count)
    numbers[stream] = number
    lengths.append(0)
    growing.name(stream)
    return number
  }
}

extension FolderIndex {
  /// Ends the last segment and begins the next.
  ///
  /// - Returns: The bytes of an index file for the segment that was ended.
  mutating func finishSegment(_ extent: SegmentExtent) -> [UInt8] {
    let contents = growing.finished(records)
    let file = IndexFile(contents, extent)
    finished.append(contents.index)
    growing = GrowingIndex(base: contents.next(layout: file.layout))
    isSaved = true
    return file.bytes
  }

  /// The bytes of an index file for the last segment as it is now.
  func file(_ extent: SegmentExtent) -> [UInt8] {
    IndexFile(growing.finished(records), extent).bytes
  }

  /// Takes over what an index file says of the next segment.
  ///
  /// - Parameters:
  ///   - contents: What it says.
  ///   - layout: Its checksum of streams and runs.
  ///   - isLast: Whether commits will be added to the segment.
  /// - Returns: Whether it goes with what the earlier segments say; if not, nothing was changed.
  mutating func load(_ contents: IndexContents, layout: UInt32, isLast: Bool) -> Bool {
    let next = contents.next(layout: layout)
    guard
      contents.base == growing.base, contents.index.isOrdered(streamCount: next.streamCount),
      !contents.newStreams.contains(where: { numbers[$0] != nil }),
      Set(contents.newStreams).count == contents.newStreams.count
    else { return false }
    for stream in contents.newStreams {
      numbers[stream] = UInt32(lengths.count)
      lengths.append(0)
    }
    contents.index.forEachRun { stream, run in lengths[Int(stream)] += UInt64(run.count) }
    for change in contents.changes {
      if let record = change.record {
        records.put(change.key, record)
      } else {
        records.delete(change.key)
      }
    }
    lastSequence = next.firstSequence - 1
    if isLast {
      growing = GrowingIndex(contents)
    } else {
      finished.append(contents.index)
      growing = GrowingIndex(base: next)
    }
    return true
  }
}
