/// The frames of a ``SegmentFolder``: read once on opening, appended to afterwards.
struct SegmentJournal: Sendable {
  let folder: SegmentFolder
  let segmentBytes: Int
  private var number: UInt32
  private var current: OpenFile
  private var length: Int
  /// Of the bytes of the current segment.
  private var checksum: CRC32C
  private(set) var reader: SegmentReader
  /// Whether the files are known to hold what was acknowledged and nothing else.
  private(set) var isSound = true
  private var isSynchronized = true

  /// Goes on writing where an opened folder ends.
  init(folder: SegmentFolder, segmentBytes: Int, end: JournalEnd) {
    self.folder = folder
    self.segmentBytes = segmentBytes
    number = end.segment
    current = end.file
    (length, checksum) = (end.length, end.checksum)
    reader = SegmentReader(folder, current: (end.segment, end.file))
  }

  /// The state of the current segment.
  var extent: SegmentExtent { current.extent(length, checksum) }

  /// Begins a new segment if this one has no room left for a body.
  ///
  /// - Returns: The state in which the full segment was left, if a new one was begun.
  /// - Throws: What the disk reports if nothing was changed, or ``StoreError/outcomeUnknown(_:)``.
  mutating func makeRoom(
    for body: [UInt8], sequence: UInt64, for key: KeyText
  ) throws(StoreError) -> SegmentExtent? {
    let size = Frame.headerSize + body.count + Frame.trailerSize
    guard length > SegmentHeader.size, length + size > segmentBytes else { return nil }
    synchronize()
    guard isSound else { throw .outcomeUnknown(key) }
    let full = extent
    try beginSegment(at: sequence)
    return full
  }

  /// Writes a frame, which is safe when ``synchronize()`` has returned and the journal is sound.
  ///
  /// - Throws: What the disk reports if nothing was changed; else ``StoreError/outcomeUnknown(_:)``,
  ///   after which the journal is not sound and the folder must be opened anew.
  mutating func append(
    _ body: [UInt8], sequence: UInt64, for key: KeyText
  ) throws(StoreError) -> FramePlace {
    let frame = Frame.bytes(sequence: sequence, body: body, at: length)
    do {
      try folder.disk.writeAll(frame, to: current.descriptor, at: length)
    } catch {
      if case .failure = folder.disk.truncate(current.descriptor, Int64(length)) {
        isSound = false
        throw .outcomeUnknown(key)
      }
      throw error.storeError(at: folder.path)
    }
    isSynchronized = false
    checksum.update(frame)
    defer { length += frame.count }
    return FramePlace(segment: number, offset: UInt32(length))
  }

  private mutating func beginSegment(at sequence: UInt64) throws(StoreError) {
    let next = try folder.begin(number + 1, firstSequence: sequence)
    (number, current, length) = (number + 1, next, SegmentHeader.size)
    checksum = SegmentHeader(number: UInt64(number), firstSequence: sequence).checksum
    reader.current = (number, current)
  }

  /// Rewrites all segments without what nothing can read any more.
  ///
  /// Segments are rewritten in order, each at a stroke: a deletion leaves only after all that it
  /// deleted. Whatever is thrown, the folder holds what it held; this journal must not be used
  /// further, for places have changed.
  mutating func compact(
    _ compaction: SegmentCompaction, nextSequence: UInt64
  ) throws(StoreError) {
    guard folder.isWritable else { throw .readOnly(place: folder.path) }
    synchronize()
    guard isSound else { throw .unavailable(retryAfter: nil) }
    // What an interrupted compaction renamed must be safe before anything relies on it.
    try folder.synchronize()
    if length > SegmentHeader.size { try beginSegment(at: nextSequence) }
    for segment in 1..<number {
      if Task.isCancelled { throw .cancelled }
      let file = try folder.open(segment, forWriting: false)
      if let bytes = try compaction.compacted(file.contents(), segment: segment, file: file.path) {
        try folder.replace(segment, with: bytes)
      }
    }
  }

  /// Returns when all frames are safe from a loss of power, or the journal is no longer sound.
  mutating func synchronize() {
    guard !isSynchronized, isSound else { return }
    // After a failed synchronisation nobody knows what a second one would vouch for.
    if case .failure = folder.disk.synchronize(current.descriptor) { isSound = false }
    isSynchronized = true
  }

  /// Reads a payload and checks it.
  mutating func payload(_ slice: FileSlice) throws(StoreError) -> Payload {
    try reader.payload(slice)
  }

  /// Reads the commit of a batch, if it is one of the places, and checks it.
  mutating func commit(
    of name: BatchName, among places: [FramePlace]
  ) throws(StoreError) -> (place: FramePlace, frame: [UInt8], header: FrameHeader)? {
    try reader.commit(of: name, among: places)
  }
}
