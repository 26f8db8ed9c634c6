/// Where every 64th commit lies, and what compacting has forgotten: what a feed needs beside the
/// files, learnt from the headers of frames when it is first asked for.
struct CommitLadder: Sendable {
  private static let step: UInt64 = 64
  private var rungs: [FramePlace] = []
  private var end = FramePlace(segment: 1, offset: UInt32(SegmentHeader.size))
  private var last: UInt64 = 0
  /// The last commit out of which something was taken; 0 if there is none.
  private(set) var forgotten: UInt64 = 0

  /// Looks at the commits that came since the last time.
  ///
  /// - Complexity: O(*n*) for *n* commits that it has not seen.
  mutating func extend(to sequence: UInt64, _ reader: inout SegmentReader) throws(StoreError) {
    while last < sequence {
      let (place, header, kind) = try reader.outline(of: last + 1, from: end)
      if last % Self.step == 0 { rungs.append(place) }
      last += 1
      if kind == CompactedBody.kind { forgotten = last }
      end = place.behind(header)
    }
  }

  /// Where to look for a commit that it has seen.
  func place(
    of sequence: UInt64, _ reader: inout SegmentReader
  ) throws(StoreError) -> FramePlace {
    var passed = (sequence - 1) / Self.step * Self.step
    var place = rungs[Int(passed / Self.step)]
    while passed + 1 < sequence {
      let (here, header, _) = try reader.outline(of: passed + 1, from: place)
      passed += 1
      place = here.behind(header)
    }
    return place
  }
}

extension FramePlace {
  /// Where the frame ends of which this is the place; it may be the end of the file.
  func behind(_ header: FrameHeader) -> FramePlace {
    let size = Frame.headerSize + header.frame.body.count + Frame.trailerSize
    return FramePlace(segment: segment, offset: offset + UInt32(size))
  }
}

extension SegmentReader {
  /// Reads the header of a commit's frame and the kind of its body; at the end of a file it goes on
  /// in the next.
  ///
  /// - Throws: ``StoreError/corrupted(_:)`` if another commit is there or none.
  mutating func outline(
    of sequence: UInt64, from place: FramePlace
  ) throws(StoreError) -> (place: FramePlace, header: FrameHeader, kind: UInt8?) {
    let bytes = try self.bytes(Frame.headerSize + 1, at: place)
    if bytes.isEmpty, Int(place.offset) > SegmentHeader.size {
      let next = FramePlace(segment: place.segment + 1, offset: UInt32(SegmentHeader.size))
      return try outline(of: sequence, from: next)
    }
    guard let header = FrameHeader(bytes, at: 0), header.sequence == sequence else {
      throw damage(.checksum, place.segment, Int(place.offset))
    }
    return (place, header, bytes.last)
  }
}
