/// What the segments before one say, on which its index is built.
struct IndexBase: Hashable, Sendable {
  /// The number of the segment that comes next.
  var segment: UInt32 = 1
  /// The number of its first commit.
  var firstSequence: UInt64 = 1
  /// How many streams the segments before it name; streams are numbered as they first appear.
  var streamCount: UInt32 = 0
  /// A checksum over the streams and counts of events of all segments before it, which no
  /// compaction changes: numbers of streams mean the same only if it is the same.
  var layout: UInt32 = 0
}

/// The state of a segment file for which an index was made.
struct SegmentExtent: Hashable, Sendable {
  var length: UInt64
  /// When it was last written to, in nanoseconds of the system's clock; 0 if not known.
  var modified: UInt64
  /// The CRC-32C of all its bytes.
  var checksum: UInt32
}
