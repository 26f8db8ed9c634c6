import KinerjaCore

/// An index file that is sound in itself.
struct LoadedIndex {
  let contents: IndexContents
  /// The checksum of its runs and names.
  let layout: UInt32
  /// The state of the segment for which it was made.
  let extent: SegmentExtent
  /// When it was written, in nanoseconds of the system's clock.
  let written: UInt64

  /// Reads the index file of a segment; nil if there is none, or not one whose every byte can be
  /// relied on.
  init?(_ file: OpenFile, segment: UInt32) {
    guard
      let size = try? file.size(), let modified = try? file.modified(),
      let bytes = try? file.read(IndexFile.headerSize, at: 0),
      bytes.count == IndexFile.headerSize,
      let header = try? SegmentHeader(bytes, file: file.path, kind: .index),
      header.number == UInt64(segment),
      let fields = Fields(bytes), size == fields.fileSize,
      let runs = try? file.words(fields.runs, at: IndexFile.headerSize),
      let events = try? file.words(fields.events, at: fields.start(behind: fields.runs)),
      let slots = try? file.words(
        fields.slots, at: fields.start(behind: fields.runs + fields.events)),
      let text = try? file.read(
        fields.names + fields.changes,
        at: fields.start(behind: fields.runs + fields.events + fields.slots))
    else { return nil }
    var (layout, rest) = (CRC32C(), CRC32C())
    layout.update(runs)
    layout.update(text.prefix(fields.names))
    rest.update(events)
    rest.update(slots)
    rest.update(text.dropFirst(fields.names))
    guard
      layout.value == fields.layout, rest.value == fields.rest,
      let newStreams = Self.streams(text, fields), let changes = Self.changes(text, fields, segment)
    else { return nil }
    contents = IndexContents(
      base: IndexBase(
        segment: segment, firstSequence: header.firstSequence, streamCount: fields.streamsBefore,
        layout: fields.layoutBefore),
      newStreams: newStreams,
      index: SegmentIndex(
        runs: runs.littleEndian, events: events.littleEndian,
        commits: CommitTable(slots: slots.littleEndian, count: fields.commits)),
      changes: changes)
    self.layout = fields.layout
    extent = fields.extent
    written = modified
  }

  private static func streams(_ text: [UInt8], _ fields: Fields) -> [StreamID]? {
    var reader = BodyReader(
      reader: ByteReader(text, in: 0..<fields.names), base: 0, segment: 0)
    var streams: [StreamID] = []
    streams.reserveCapacity(min(fields.newStreams, fields.names))
    for _ in 0..<fields.newStreams {
      guard let key = reader.recordKey() else { return nil }
      streams.append(StreamID(tenant: key.tenant, collection: key.collection, id: key.id))
    }
    return reader.isAtEnd ? streams : nil
  }

  private static func changes(
    _ text: [UInt8], _ fields: Fields, _ segment: UInt32
  ) -> [RecordChange]? {
    var reader = BodyReader(
      reader: ByteReader(text, in: fields.names..<text.count), base: 0, segment: segment)
    var changes: [RecordChange] = []
    while !reader.isAtEnd {
      guard let key = reader.recordKey(), let sequence = reader.integer(UInt64.self) else {
        return nil
      }
      guard sequence > 0 else {
        changes.append(RecordChange(key: key, record: nil))
        continue
      }
      guard
        let place = reader.integer(UInt32.self), let offset = reader.integer(UInt32.self),
        let checksum = reader.integer(UInt32.self)
      else { return nil }
      changes.append(
        RecordChange(
          key: key,
          record: FolderRecord(
            mark: CommitMark(sequence: sequence, place: place),
            slice: FileSlice(segment: segment, offset: offset, headerChecksum: checksum))))
    }
    return changes
  }
}

/// The numbers in the header of an ``IndexFile``.
private struct Fields {
  let extent: SegmentExtent
  let streamsBefore, layoutBefore, layout, rest: UInt32
  let newStreams, commits, runs, events, slots, names, changes: Int

  init?(_ bytes: [UInt8]) {
    let range = SegmentHeader.size..<IndexFile.headerSize - 8
    var reader = ByteReader(bytes, in: range.lowerBound..<IndexFile.headerSize)
    guard
      let length = reader.integer(UInt64.self), let modified = reader.integer(UInt64.self),
      let checksum = reader.integer(UInt32.self)
    else { return nil }
    extent = SegmentExtent(length: length, modified: modified, checksum: checksum)
    var numbers: [UInt32] = []
    while let number = reader.integer(UInt32.self) { numbers.append(number) }
    guard
      numbers.count == 13, numbers[11] == CRC32C.checksum(of: bytes[range]),
      numbers[12] == Frame.mark
    else { return nil }
    (streamsBefore, layoutBefore, layout, rest) = (numbers[0], numbers[1], numbers[9], numbers[10])
    newStreams = Int(numbers[2])
    commits = Int(numbers[3])
    runs = Int(numbers[4])
    events = Int(numbers[5])
    slots = Int(numbers[6])
    names = Int(numbers[7])
    changes = Int(numbers[8])
  }

  /// Where what follows so many words begins.
  func start(behind words: Int) -> Int { IndexFile.headerSize + 8 * words }

  var fileSize: Int { start(behind: runs + events + slots) + names + changes }
}
