/// Where an opened folder ends.
struct JournalEnd: Sendable {
  let segment: UInt32
  let file: OpenFile
  let length: Int
  let discarded: DiscardedTail?
}

/// Reads all segments of a folder in order, on opening.
struct JournalReader {
  private let folder: SegmentFolder
  private let visit: (CommittedBatch, FramePlace) throws(StoreError) -> Bool
  private var nextSequence: UInt64 = 1
  private var discarded: DiscardedTail?

  /// Prepares to read.
  ///
  /// - Parameter visit: Takes each commit in order and says whether it agrees with those before.
  init(
    _ folder: SegmentFolder,
    visit: @escaping (CommittedBatch, FramePlace) throws(StoreError) -> Bool
  ) {
    self.folder = folder
    self.visit = visit
  }

  /// Reads everything, removes a torn tail, and opens the last segment for writing.
  ///
  /// - Throws: ``StoreError/corrupted(_:)`` at the first damage; nothing is changed then.
  mutating func read() throws(StoreError) -> JournalEnd {
    let numbers = try folder.segmentNumbers()
    guard let last = numbers.last else {
      guard folder.isWritable else { throw .notFound(place: folder.path) }
      let file = try folder.begin(1, firstSequence: 1)
      return JournalEnd(segment: 1, file: file, length: SegmentHeader.size, discarded: nil)
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
    let bytes = try file.contents()
    let header = try SegmentHeader(bytes, file: file.path)
    guard header.number == UInt64(number) else { throw damage(.content, number, 16) }
    guard header.firstSequence == nextSequence else { throw damage(.order, number, 24) }
    let length = try readFrames(of: bytes, segment: number, isLast: isLast)
    if isLast { try settle(file, at: length, of: bytes.count) }
    return JournalEnd(segment: number, file: file, length: length, discarded: discarded)
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
          try visit(batch, FramePlace(segment: segment, offset: UInt32(offset)))
        else { throw damage(.content, segment, offset) }
        nextSequence += 1
        offset = frame.end
      }
    }
  }

  /// Cuts a torn tail off if it may write, and makes safe what a killed process may have left in the system's
  /// memory only: from now on it counts as committed.
  private mutating func settle(
    _ file: OpenFile, at length: Int, of total: Int
  ) throws(StoreError) {
    do {
      if length < total {
        discarded = DiscardedTail(
          file: file.path, offset: UInt64(length), byteCount: total - length)
      }
      guard folder.isWritable else { return }
      if length < total {
        try folder.disk.truncate(file.descriptor, Int64(length)).get()
      }
      try folder.disk.synchronize(file.descriptor).get()
    } catch {
      throw error.storeError(at: file.path)
    }
  }

  private func damage(
    _ finding: StoreDamage.Finding, _ segment: UInt32, _ offset: Int
  ) -> StoreError {
    .corrupted(StoreDamage(file: folder.file(segment), offset: UInt64(offset), finding))
  }
}
