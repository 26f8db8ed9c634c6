public import KinerjaCore

extension FolderStore: ChangeFeedStore {
  /// Reads a page of what was committed.
  ///
  /// Compacting forgets what was overtaken: a cursor that stands before the last commit out of
  /// which something was taken since its reader began is refused then.
  ///
  /// - Complexity: The first call looks at the headers of all commits, a later one at those of the
  ///   new ones, and at up to 63 to find its place.
  public func changes(
    of tenant: AgencyID, after cursor: Cursor?, limit: Int
  ) async throws(StoreError) -> ChangePage {
    try checkOpen()
    try capabilities.check(pageOf: limit)
    guard var reader = journal?.reader else { throw .unavailable(retryAfter: nil) }
    try ladder.extend(to: index.lastSequence, &reader)
    let start = try Cursor.resuming(
      after: cursor, of: tenant, forgotten: ladder.forgotten, last: index.lastSequence)
    var passed = start.sequence
    var commits: [CommittedChanges] = []
    if passed < index.lastSequence {
      var room = limit
      // Behind a commit that can be told, those of others are passed over only so far.
      let far = passed + UInt64(capabilities.pageItems)
      var place = try ladder.place(of: passed + 1, &reader)
      while passed < index.lastSequence, commits.isEmpty || (room > 0 && passed < far) {
        let outline = try reader.outline(of: passed + 1, from: place)
        let changes = try changes(at: outline.place, of: tenant, &reader)
        guard commits.isEmpty || changes.count <= room else { break }
        passed += 1
        place = outline.place.behind(outline.header)
        guard !changes.isEmpty else { continue }
        room -= changes.count
        commits.append(CommittedChanges(sequence: passed, changes: changes))
      }
    }
    return ChangePage(
      commits: commits, next: Cursor(afterCommit: passed, of: tenant, forgotten: start.forgotten))
  }

  /// What a commit changed; nothing if it is another tenant's.
  private func changes(
    at place: FramePlace, of tenant: AgencyID, _ reader: inout SegmentReader
  ) throws(StoreError) -> [CommittedChange] {
    let (bytes, header) = try reader.frame(place)
    guard let batch = CommittedBatch(bytes, in: header.frame.body, segment: place.segment) else {
      throw reader.damage(.content, place.segment, Int(place.offset))
    }
    guard batch.name.tenant == tenant else { return [] }
    var starts = batch.starts[...]
    var told: [CommittedChange] = []
    for (change, number) in zip(batch.changes, batch.places) {
      switch change {
      case .put(let key, _) where key.collection == ErasedPositions.collection:
        guard let stream = erasedStreams.stream(of: key, in: index) else {
          throw reader.damage(.content, place.segment, Int(place.offset))
        }
        told.append(.erased(stream))
      case .put(let key, _):
        told.append(.put(key, CommitMark(sequence: header.sequence, place: number).revision))
      case .delete(let key):
        told.append(.deleted(key))
      case .append(let stream, let slices):
        let start = starts.popFirst() ?? 0
        if !slices.isEmpty { told.append(.appended(stream, start..<start + UInt64(slices.count))) }
      }
    }
    return told
  }
}
