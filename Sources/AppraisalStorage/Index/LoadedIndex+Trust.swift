extension LoadedIndex {
  /// Why an index is known to be of its segment as it now is.
  enum State {
    /// Nothing was written to the segment since.
    case untouched
    /// Something was, or may have been, but its bytes are the same.
    case sameBytes
  }

  /// Compares the segment with what it was when the index was made; nil if it is another.
  func state(of segment: OpenFile) -> State? {
    guard (try? segment.size()) == Int(extent.length) else { return nil }
    // Clocks of file systems tick slowly: what was written within a tick may look older.
    let isOlder = extent.modified > 0 && written >= extent.modified + 20_000_000
    if isOlder, (try? segment.modified()) == extent.modified { return .untouched }
    guard let bytes = try? segment.contents() else { return nil }
    return CRC32C.checksum(of: bytes) == extent.checksum ? .sameBytes : nil
  }
}

extension OpenFile {
  /// The state of a segment that is to have so many bytes of this checksum.
  func extent(_ length: Int, _ checksum: CRC32C) -> SegmentExtent {
    SegmentExtent(
      length: UInt64(length), modified: (try? modified()) ?? 0, checksum: checksum.value)
  }
}
