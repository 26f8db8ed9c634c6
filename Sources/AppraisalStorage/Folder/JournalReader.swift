/// Where an opened folder ends.
struct JournalEnd: Sendable {
  let segment: UInt32
  let file: OpenFile
  /// How long the last segment is, and the checksum of its bytes.
  let length: Int
  let checksum: CRC32C
  let discarded: DiscardedTail?
}

/// Finds out on opening what a folder holds: from the indexes of its segments, and by reading those
/// that have none that can be relied on.
struct JournalReader {
  private let folder: SegmentFolder
  private var earlier: SegmentReader
  private(set) var index = FolderIndex()
  private var nextSequence: UInt64 { index.lastSequence + 1 }

  /// Prepares to read.
  init(_ folder: SegmentFolder) {
    self.folder = folder
    earlier = SegmentReader(folder)
  }

  /// Reads what it must, removes a torn tail, and opens the last segment for writing.
  ///
  /// - Throws: ``StoreError/corrupted(_:)`` at the first damage; no segment is changed then.
  mutating func read() throws(StoreError) -> JournalEnd {
    let numbers = try folder.segmentNumbers()
    guard let last = numbers.last else {
      guard folder.isWritable else { throw .notFound(place: folder.path) }
      let file = try folder.begin(1, firstSequence: 1)
      return JournalEnd(
        segment: 1, file: file, length: SegmentHeader.size,
        checksum: SegmentHeader(number: 1, firstSequence: 1).checksum, discarded: nil)
    }
    for (index, number) in numbers.enumerated() where number != UInt32(index + 1) {
      throw damage(.missingFile, UInt32(index + 1), 0)
    }
    for number in numbers.dropLast() { _ = try readSegment(number, isLast: false) }
    return try readSegment(last, isLast: true)
  }

  private mutating func readSegment(
    _ number: UInt32, isLast: Bool
  ) throws(StoreError) -> JournalEnd {
    let file = try folder.open(number, forWriting: isLast && folder.isWritable)
    let header = try SegmentHeader(file.bytes(SegmentHeader.size, at: 0), file: file.path)
    guard header.number == UInt64(number) else { throw damage(.content, number, 16) }
    guard header.firstSequence == nextSequence else { throw damage(.order, number, 24) }
    if let extent = loadIndex(number, of: file, isLast: isLast) {
      let length = Int(extent.length)
      if isLast { _ = try settle(file, at: length, of: length) }
      return JournalEnd(
        segment: number, file: file, length: length,
        checksum: CRC32C(continuing: extent.checksum), discarded: nil)
    }
    let bytes = try file.contents()
    let length = try readFrames(of: bytes, segment: number, isLast: isLast)
    var checksum = CRC32C()
    checksum.update(bytes[..<length])
    let discarded = isLast ? try settle(file, at: length, of: bytes.count) : nil
    if !isLast {
      let index = index.finishSegment(file.extent(length, checksum))
      if folder.isWritable { folder.replaceIndex(number, with: index) }
    }
    return JournalEnd(
      segment: number, file: file, length: length, checksum: checksum, discarded: discarded)
  }

  /// Takes over the index of a segment.
  ///
  /// - Returns: The state of the segment; nil if it must be read itself.
  private mutating func loadIndex(
    _ number: UInt32, of segment: OpenFile, isLast: Bool
  ) -> SegmentExtent? {
    guard
      let file = folder.openIndex(number), let loaded = LoadedIndex(file, segment: number),
      let state = loaded.state(of: segment),
      index.load(loaded.contents, layout: loaded.layout, isLast: isLast)
    else { return nil }
    // As in a copy of a folder: the next time nobody need read the segment to know.
    if state == .sameBytes, !isLast, folder.isWritable, let bytes = try? file.contents() {
      let extent = segment.extent(
        Int(loaded.extent.length), CRC32C(continuing: loaded.extent.checksum))
      folder.replaceIndex(number, with: IndexFile.bytes(bytes, for: extent))
    }
    return loaded.extent
  }

  /// Reads the frames and says where the sound ones end.
  private mutating func readFrames(
    of bytes: [UInt8], segment: UInt32, isLast: Bool
  ) throws(StoreError) -> Int {
    let scanner = FrameScanner(bytes: bytes)
    var offset = SegmentHeader.size
    while true {
      switch scanner.finding(at: offset, expecting: nextSequence) {
      case .end:
        return offset
      case .torn:
        guard isLast else { throw damage(.shortFile, segment, offset) }
        return offset
      case .damaged(let finding):
        throw damage(finding, segment, offset)
      case .frame(let frame):
        guard
          let batch = CommittedBatch(bytes, in: frame.body, segment: segment),
          try earlier.commit(of: batch.name, among: index.places(of: batch.name)) == nil,
          index.apply(batch, at: UInt32(offset)) == batch.starts
        else { throw damage(.content, segment, offset) }
        offset = frame.end
      }
    }
  }

  /// Cuts a torn tail off if it may write, and makes safe what a killed process may have left in the
  /// system's memory only: from now on it counts as committed.
  private func settle(
    _ file: OpenFile, at length: Int, of total: Int
  ) throws(StoreError) -> DiscardedTail? {
    do {
      if folder.isWritable {
        if length < total { try folder.disk.truncate(file.descriptor, Int64(length)).get() }
        try folder.disk.synchronize(file.descriptor).get()
      }
    } catch {
      throw error.storeError(at: file.path)
    }
    guard length < total else { return nil }
    return DiscardedTail(file: file.path, offset: UInt64(length), byteCount: total - length)
  }

  private func damage(
    _ finding: StoreDamage.Finding, _ segment: UInt32, _ offset: Int
  ) -> StoreError {
    .corrupted(StoreDamage(file: folder.file(segment), offset: UInt64(offset), finding))
  }
}
