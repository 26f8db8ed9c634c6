/// All that an index file says of its segment.
struct IndexContents: Sendable {
  let base: IndexBase
  /// The streams that appear here first, in the order of their numbers.
  let newStreams: [StreamID]
  let index: SegmentIndex
  /// The records that were put or deleted here, as the segment leaves them.
  let changes: [RecordChange]

  /// On what the index of the next segment is built.
  ///
  /// - Parameter layout: The checksum of the streams and runs of this one.
  func next(layout: UInt32) -> IndexBase {
    var chain = CRC32C()
    chain.update(ByteWriter.bytes(base.layout, layout))
    return IndexBase(
      segment: base.segment + 1,
      firstSequence: base.firstSequence + UInt64(index.commits.count),
      streamCount: base.streamCount + UInt32(newStreams.count), layout: chain.value)
  }
}

/// A record of a folder: the commit that wrote it, and where its payload lies.
struct FolderRecord: Sendable {
  let mark: CommitMark
  let slice: FileSlice
}

/// What a segment left of a record: nil if it was deleted.
struct RecordChange: Sendable {
  let key: RecordKey
  let record: FolderRecord?
}

extension RecordChange: Comparable {
  // In the order of commits, which is quick to find; deletions, of which there are few, before.
  static func < (left: Self, right: Self) -> Bool {
    switch (left.record?.mark, right.record?.mark) {
    case (nil, nil): left.key < right.key
    case (nil, _): true
    case (_, nil): false
    case (let left?, let right?):
      (left.sequence, left.place) < (right.sequence, right.place)
    }
  }

  static func == (left: Self, right: Self) -> Bool {
    left.key == right.key && left.record?.mark == right.record?.mark
  }
}
