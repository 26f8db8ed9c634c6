/// Reads frames and payloads of a ``SegmentFolder`` and checks them.
struct SegmentReader: Sendable {
  let folder: SegmentFolder
  /// The segment that grows, which is open anyway.
  var current: (number: UInt32, file: OpenFile)?
  private var lastRead: (number: UInt32, file: OpenFile)?

  init(_ folder: SegmentFolder, current: (number: UInt32, file: OpenFile)? = nil) {
    self.folder = folder
    self.current = current
  }

  // Most payloads and frames are read in one go.
  private static let guess = 1_024

  /// Reads a payload.
  ///
  /// - Throws: ``StoreError/corrupted(_:)`` if it changed since it was first read.
  mutating func payload(_ slice: FileSlice) throws(StoreError) -> Payload {
    let file = try file(slice.segment)
    let start = Int(slice.offset)
    var bytes = try file.bytes(Self.guess, at: start)
    guard
      let header = FileSlice.Header(bytes, at: 0),
      CRC32C.checksum(of: bytes[..<FileSlice.headerSize]) == slice.headerChecksum
    else { throw damage(.checksum, slice.segment, start) }
    let size = FileSlice.headerSize + header.length
    if bytes.count < size { bytes += try file.bytes(size - bytes.count, at: start + bytes.count) }
    let content = start + FileSlice.headerSize
    guard bytes.count >= size else { throw damage(.shortFile, slice.segment, content) }
    let payload = Array(bytes[FileSlice.headerSize..<size])
    guard CRC32C.checksum(of: payload) == header.checksum else {
      throw damage(.checksum, slice.segment, content)
    }
    return Payload(schema: header.schema, payload)
  }

  /// Reads a whole frame.
  ///
  /// - Throws: ``StoreError/corrupted(_:)`` if it changed since it was first read.
  mutating func frame(_ place: FramePlace) throws(StoreError) -> (
    bytes: [UInt8], header: FrameHeader
  ) {
    let file = try file(place.segment)
    let start = Int(place.offset)
    var bytes = try file.bytes(Self.guess, at: start)
    guard let header = FrameHeader(bytes, at: 0) else {
      throw damage(.checksum, place.segment, start)
    }
    let size = header.frame.end
    if bytes.count < size { bytes += try file.bytes(size - bytes.count, at: start + bytes.count) }
    guard
      bytes.count >= size, CRC32C.checksum(of: bytes[header.frame.body]) == header.checksum
    else { throw damage(.checksum, place.segment, start) }
    return (bytes, header)
  }

  /// The commit of a batch, if it is one of the places.
  mutating func commit(
    of name: BatchName, among places: [FramePlace]
  ) throws(StoreError) -> (place: FramePlace, frame: [UInt8], header: FrameHeader)? {
    for place in places {
      let (bytes, header) = try frame(place)
      guard
        let batch = CommittedBatch(bytes, in: header.frame.body, segment: place.segment)
      else { throw damage(.content, place.segment, Int(place.offset)) }
      if batch.name == name { return (place, bytes, header) }
    }
    return nil
  }

  /// Up to so many bytes from a place on; fewer at the end of the file.
  mutating func bytes(_ count: Int, at place: FramePlace) throws(StoreError) -> [UInt8] {
    try file(place.segment).bytes(count, at: Int(place.offset))
  }

  private mutating func file(_ segment: UInt32) throws(StoreError) -> OpenFile {
    if let current, segment == current.number { return current.file }
    if let lastRead, lastRead.number == segment { return lastRead.file }
    let file = try folder.open(segment, forWriting: false)
    lastRead = (segment, file)
    return file
  }

  func damage(
    _ finding: StoreDamage.Finding, _ segment: UInt32, _ offset: Int
  ) -> StoreError {
    .corrupted(StoreDamage(file: folder.file(segment), offset: UInt64(offset), finding))
  }
}
