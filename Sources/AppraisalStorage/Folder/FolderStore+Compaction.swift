extension FolderStore {
  /// Takes out of the files what nothing can read any more: contents that were replaced, records
  /// that were deleted, their ids, and the contents of events that were erased.
  ///
  /// Everything reads as before, revisions and cursors too; whenever it is interrupted, the folder
  /// holds the same. A repeated batch is told by its SHA-256 then, and one of which something was
  /// deleted or erased since is refused with ``StoreError/idempotencyMismatch(_:)``. Other calls wait.
  ///
  /// - Throws: ``StoreError/cancelled`` between two files if the task is cancelled,
  ///   ``StoreError/full(place:)`` and what opening throws.
  /// - Complexity: O(*b*) for *b* bytes in the folder; needs room for one more file.
  public func compact() async throws(StoreError) {
    try checkOpen()
    guard var journal else { throw .unavailable(retryAfter: nil) }
    let records = index.records
    // Read before anything is rewritten: behind that, places are no longer those of the index.
    var erased: [StreamID: ErasedPositions] = [:]
    for stream in index.streams {
      let positions = try erasedPositions(of: stream)
      if !positions.ranges.isEmpty { erased[stream] = positions }
    }
    let compaction = SegmentCompaction(
      marks: { records[$0]?.mark },
      erased: { [erased] in erased[$0] ?? ErasedPositions(none: $0) })
    let attempt = Result { () throws(StoreError) in
      try journal.compact(compaction, nextSequence: index.lastSequence + 1)
    }
    // Places have changed, also if only some files were rewritten.
    self.journal = nil
    ladder = CommitLadder()
    var reader = JournalReader(journal.folder)
    let end = try reader.read()
    index = reader.index
    self.journal = SegmentJournal(
      folder: journal.folder, segmentBytes: journal.segmentBytes, end: end)
    try attempt.get()
  }
}
