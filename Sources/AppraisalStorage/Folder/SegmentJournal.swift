/// The frames of a ``SegmentFolder``: read once on opening, appended to afterwards.
struct SegmentJournal: Sendable {
  let folder: SegmentFolder
  let segmentBytes: Int
  private var number: UInt32
  private var current: OpenFile
  private var length: Int
  private var lastRead: (number: UInt32, file: OpenFile)?
  /// Whether the files are known to hold what was acknowledged and nothing else.
  private(set) var isSound = true
  private var isSynchronized = true

  /// Goes on writing where an opened folder ends.
  init(folder: SegmentFolder, segmentBytes: Int, end: JournalEnd) {
    self.folder = folder
    self.segmentBytes = segmentBytes
    number = end.segment
    current = end.file
    length = end.length
  }

  /// Writes a frame, which is safe when ``synchronize()`` has returned and the journal is sound.
  ///
  /// - Throws: What the disk reports if nothing was changed; else ``StoreError/outcomeUnknown(_:)``,
  ///   after which the journal is not sound and the folder must be opened anew.
  mutating func append(
    _ body: [UInt8], sequence: UInt64, for key: KeyText
  ) throws(StoreError) -> FramePlace {
    let size = Frame.headerSize + body.count + Frame.trailerSize
    if length > SegmentHeader.size, length + size > segmentBytes {
      synchronize()
      guard isSound else { throw .outcomeUnknown(key) }
      try beginSegment(at: sequence)
    }
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
    defer { length += frame.count }
    return FramePlace(
      segment: number, offset: UInt32(length), length: UInt32(frame.count))
  }

  private mutating func beginSegment(at sequence: UInt64) throws(StoreError) {
    let next = try folder.begin(number + 1, firstSequence: sequence)
    (number, current, length) = (number + 1, next, SegmentHeader.size)
  }

  /// Rewrites all segments without what nothing can read any more.
  ///
  /// Segments are rewritten in order, each at a stroke: a deletion leaves only after all that it
  /// deleted. Whatever is thrown, the folder holds what it held; this journal must not be used
  /// further, for places have changed.
  mutating func compact(
    _ compaction: SegmentCompaction, nextSequence: UInt64
  ) throws(StoreError) {
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
    let bytes = try read(Int(slice.length), at: slice.offset, of: slice.segment)
    guard CRC32C.checksum(of: bytes) == slice.checksum else {
      throw damage(.checksum, slice.segment, slice.offset)
    }
    return Payload(schema: slice.schema, bytes)
  }

  /// Reads a whole frame and checks it.
  mutating func frame(_ place: FramePlace) throws(StoreError) -> (
    bytes: [UInt8], header: FrameHeader
  ) {
    let bytes = try read(Int(place.length), at: place.offset, of: place.segment)
    guard
      let header = FrameHeader(bytes, at: 0), header.frame.end == bytes.count,
      CRC32C.checksum(of: bytes[header.frame.body]) == header.checksum
    else { throw damage(.checksum, place.segment, place.offset) }
    return (bytes, header)
  }

  private mutating func read(
    _ count: Int, at offset: UInt32, of segment: UInt32
  ) throws(StoreError) -> [UInt8] {
    let file = try self.file(segment)
    do {
      let bytes = try file.read(count, at: Int(offset))
      guard bytes.count == count else { throw damage(.shortFile, segment, offset) }
      return bytes
    } catch let error as SystemError {
      throw error.storeError(at: file.path)
    } catch let error as StoreError {
      throw error
    } catch {
      throw .backend(code: "read", message: "\(error)")
    }
  }

  private mutating func file(_ segment: UInt32) throws(StoreError) -> OpenFile {
    if segment == number { return current }
    if let lastRead, lastRead.number == segment { return lastRead.file }
    let file = try folder.open(segment, forWriting: false)
    lastRead = (segment, file)
    return file
  }

  private func damage(
    _ finding: StoreDamage.Finding, _ segment: UInt32, _ offset: UInt32
  ) -> StoreError {
    .corrupted(StoreDamage(file: folder.file(segment), offset: UInt64(offset), finding))
  }
}
