extension [UInt64] {
  /// The same numbers, little-endian in memory if they were not, or back again.
  var littleEndian: Self { 1.littleEndian == 1 ? self : map(\.littleEndian) }
}
