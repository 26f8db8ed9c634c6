/// What one finished segment holds, by streams and by names of batches; in memory as on disk.
///
/// An event takes 8 bytes, a stream that the segment adds events to 8, and a commit a little more
/// than 9.
struct SegmentIndex: Sendable {
  /// For each stream with events here, in the order of their numbers: its number in the upper half,
  /// in the lower where its events end in ``events``, which begin where those before it end.
  let runs: [UInt64]
  /// ``EventPlace`` by ``EventPlace``, those of one stream together and in order.
  let events: [UInt64]
  let commits: CommitTable

  /// Which of the events are a stream's.
  func events(of stream: UInt32) -> Range<Int> {
    let wanted = UInt64(stream) << 32
    var (low, high) = (0, runs.count)
    while low < high {
      let middle = (low + high) / 2
      if runs[middle] >= wanted { high = middle } else { low = middle + 1 }
    }
    guard low < runs.count, runs[low] >> 32 == UInt64(stream) else { return 0..<0 }
    return (low == 0 ? 0 : end(of: low - 1))..<end(of: low)
  }

  /// The streams with events here and which of the events are theirs.
  func forEachRun(_ body: (UInt32, Range<Int>) -> Void) {
    var start = 0
    for (index, run) in runs.enumerated() {
      body(UInt32(run >> 32), start..<end(of: index))
      start = end(of: index)
    }
  }

  /// Whether streams and their events follow each other as they must, so that no look-up can fail.
  func isOrdered(streamCount: UInt32) -> Bool {
    var (last, end) = (-1, 0)
    for run in runs {
      guard Int(run >> 32) > last, Int(run & 0xFFFF_FFFF) > end else { return false }
      (last, end) = (Int(run >> 32), Int(run & 0xFFFF_FFFF))
    }
    return last < Int(streamCount) && end == events.count
  }

  private func end(of run: Int) -> Int { Int(runs[run] & 0xFFFF_FFFF) }
}

/// Where the payload of an event lies in its segment: a ``FileSlice`` in 8 bytes.
struct EventPlace: Sendable {
  let word: UInt64

  init(word: UInt64) { self.word = word }

  init(_ slice: FileSlice) {
    word = UInt64(slice.headerChecksum) << 32 | UInt64(slice.offset)
  }

  func slice(in segment: UInt32) -> FileSlice {
    FileSlice(
      segment: segment, offset: UInt32(truncatingIfNeeded: word),
      headerChecksum: UInt32(word >> 32))
  }
}
