/// Where a payload lies on disk, and the checksum by which reading it is checked.
struct FileSlice: Hashable, Sendable {
  let segment: UInt32
  let offset: UInt32
  let length: UInt32
  let checksum: UInt32
  let schema: Int32
}

/// Where the frame of a commit lies on disk.
struct FramePlace: Hashable, Sendable {
  let segment: UInt32
  let offset: UInt32
  let length: UInt32
}
