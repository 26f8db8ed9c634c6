import KinerjaCore

/// An index file, `0000000001.index` and so on: what its segment holds, so that opening a folder
/// need not read the segment itself.
///
/// | bytes | content |
/// |---|---|
/// | 0–47 | as in a ``SegmentHeader``, of kind 1 |
/// | 48–67 | of the segment: length, time of the last change, CRC-32C |
/// | 68–75 | number of streams, and checksum of streams and runs, of all earlier segments |
/// | 76–95 | counts: new streams, commits, runs, events, slots of commits |
/// | 96–103 | bytes of the names of new streams, bytes of the changes of records |
/// | 104–111 | CRC-32C of runs and names, CRC-32C of events, slots and changes |
/// | 112–119 | CRC-32C of bytes 48–111, and `A5 5A C3 3C` |
/// | … | runs, events and slots of 8 bytes each, names, changes |
///
/// Nothing is known by an index alone. One that is absent, damaged, of another version, or not of
/// the segment as it now is, is made anew from the segment; programs that know no indexes pass them
/// over, and what such a program writes makes them stale.
struct IndexFile {
  static let headerSize = 120
  let bytes: [UInt8]
  /// The checksum of runs and names.
  let layout: UInt32

  /// Encodes an index.
  init(_ contents: IndexContents, _ extent: SegmentExtent) {
    var names = ByteWriter()
    for stream in contents.newStreams {
      names.append(stream.tenant.text)
      names.append(stream.collection.text)
      names.append(stream.id.text)
    }
    var changes = ByteWriter()
    for change in contents.changes { changes.append(change) }
    let index = contents.index
    let runs = ByteWriter.bytes(index.runs)
    let places = ByteWriter.bytes(index.events) + ByteWriter.bytes(index.commits.slots)
    layout = CRC32C.checksum(of: [runs, names.bytes])
    var fields = Self.fields(extent)
    for number in [
      contents.base.streamCount, contents.base.layout, UInt32(contents.newStreams.count),
      UInt32(index.commits.count), UInt32(index.runs.count), UInt32(index.events.count),
      UInt32(index.commits.slots.count), UInt32(names.bytes.count), UInt32(changes.bytes.count),
      layout, CRC32C.checksum(of: [places, changes.bytes]),
    ] {
      fields.append(number)
    }
    let header = SegmentHeader(
      number: UInt64(contents.base.segment), firstSequence: contents.base.firstSequence,
      kind: .index)
    var file = ByteWriter()
    file.append(header.bytes)
    file.append(Self.sealed(fields.bytes))
    for section in [runs, places, names.bytes, changes.bytes] { file.append(section) }
    bytes = file.bytes
  }

  /// The bytes of an index file for another extent of its segment.
  static func bytes(_ file: [UInt8], for extent: SegmentExtent) -> [UInt8] {
    let fields = Self.fields(extent).bytes
    let rest = file[SegmentHeader.size + fields.count..<headerSize - 8]
    return file[..<SegmentHeader.size] + sealed(fields + rest) + file[headerSize...]
  }

  private static func fields(_ extent: SegmentExtent) -> ByteWriter {
    var fields = ByteWriter()
    fields.append(extent.length)
    fields.append(extent.modified)
    fields.append(extent.checksum)
    return fields
  }

  private static func sealed(_ fields: [UInt8]) -> [UInt8] {
    fields + ByteWriter.bytes(CRC32C.checksum(of: fields), Frame.mark)
  }
}

extension CRC32C {
  fileprivate static func checksum(of sections: [[UInt8]]) -> UInt32 {
    var checksum = CRC32C()
    for section in sections { checksum.update(section) }
    return checksum.value
  }
}

extension ByteWriter {
  fileprivate mutating func append(_ change: RecordChange) {
    append(change.key.tenant.text)
    append(change.key.collection.text)
    append(change.key.id.text)
    // A number of a commit is never 0.
    append(change.record?.mark.sequence ?? 0)
    guard let record = change.record else { return }
    append(record.mark.place)
    append(record.slice.offset)
    append(record.slice.headerChecksum)
  }
}
