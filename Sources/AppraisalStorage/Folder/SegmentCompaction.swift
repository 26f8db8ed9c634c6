import KinerjaCore

/// Takes out of a segment what nothing can read any more.
struct SegmentCompaction {
  /// Which commit wrote a record that exists now; nil if it does not.
  let marks: (RecordKey) -> CommitMark?
  /// Which events of a stream are erased.
  let erased: (StreamID) throws(StoreError) -> ErasedPositions

  /// The bytes of a segment without what is dead; nil if nothing in it is.
  ///
  /// - Parameters:
  ///   - bytes: The segment, whose sequence of frames must be sound to its end.
  ///   - segment: Its number.
  ///   - file: Its path, for the report of damage.
  func compacted(
    _ bytes: [UInt8], segment: UInt32, file: String
  ) throws(StoreError) -> [UInt8]? {
    let header = try SegmentHeader(bytes, file: file)
    let scanner = FrameScanner(bytes: bytes)
    var compacted = header.bytes
    var sequence = header.firstSequence
    var offset = SegmentHeader.size
    var hasChanged = false
    while offset < bytes.count {
      guard
        case .frame(let frame) = scanner.finding(at: offset, expecting: sequence),
        let batch = CommittedBatch(bytes, in: frame.body, segment: segment)
      else { throw .corrupted(StoreDamage(file: file, offset: UInt64(offset), .checksum)) }
      let body = try self.body(of: batch, frame, in: bytes)
      hasChanged = hasChanged || body != nil
      compacted += Frame.bytes(
        sequence: sequence, body: body ?? Array(bytes[frame.body]), at: compacted.count)
      sequence += 1
      offset = frame.end
    }
    return hasChanged ? compacted : nil
  }

  /// What is left of a batch; nil if all is.
  private func body(
    of batch: CommittedBatch, _ frame: Frame, in bytes: [UInt8]
  ) throws(StoreError) -> [UInt8]? {
    let dead = zip(batch.changes, batch.places).filter { !isAlive($0, $1, frame.sequence) }
    let erased = try erasedSlices(of: batch, in: bytes)
    guard !dead.isEmpty || !erased.isEmpty else { return nil }
    let isDeleted =
      !erased.isEmpty
      || dead.contains { change, _ in
        switch change {
        case .put(let key, _): marks(key) == nil
        case .delete: true
        case .append: false
        }
      }
    // The hash of a short content can be found by trying: nothing deleted leaves one.
    let identity: CommittedBatch.Identity =
      switch batch.identity {
      case _ where isDeleted: .gone
      case .whole: .digest(digest(of: frame, in: bytes))
      case .digest, .gone: batch.identity
      }
    return CompactedBody(batch, in: bytes, identity: identity, erased: erased) {
      isAlive($0, $1, frame.sequence)
    }.bytes
  }

  /// The contents of erased events that are still there.
  private func erasedSlices(
    of batch: CommittedBatch, in bytes: [UInt8]
  ) throws(StoreError) -> Set<FileSlice> {
    var starts = batch.starts[...]
    var found: Set<FileSlice> = []
    for case .append(let stream, let slices) in batch.changes {
      let start = starts.popFirst() ?? 0
      let erased = try erased(stream)
      guard !erased.ranges.isEmpty else { continue }
      for (offset, slice) in slices.enumerated() where erased.contains(start + UInt64(offset)) {
        guard let header = FileSlice.Header(bytes, at: Int(slice.offset)) else { continue }
        if header.length > 0 || header.schema != 0 { found.insert(slice) }
      }
    }
    return found
  }

  private func isAlive(_ change: Change, _ place: UInt32, _ sequence: UInt64) -> Bool {
    switch change {
    case .put(let key, _): marks(key) == CommitMark(sequence: sequence, place: place)
    case .delete: false
    case .append: true
    }
  }

  private func digest(of frame: Frame, in bytes: [UInt8]) -> Digest {
    // Behind the batch stand the count of appends and their positions.
    var reader = ByteReader(bytes, in: frame.body.lowerBound + 1..<frame.body.upperBound)
    let length = Int(reader.integer(UInt32.self) ?? 0)
    let start = frame.body.lowerBound + BatchBody.batchOffset
    return SHA256.hash(bytes[start..<start + length])
  }
}
