/// How a ``FolderStore`` keeps its folder.
public struct FolderSettings: Hashable, Sendable {
  /// Whether a folder that holds no store yet becomes an empty one; its parent must exist.
  public var makesFolder: Bool
  /// The bytes after which a new file is begun; a single larger batch has a file of its own.
  ///
  /// Clamped to 1 KiB … 1 GiB. After a crash the last file is read whole on opening; each finished
  /// one makes looking for a stream or an idempotency key a little longer.
  public var segmentBytes: Int

  /// Creates settings.
  public init(makesFolder: Bool = true, segmentBytes: Int = 64 << 20) {
    self.makesFolder = makesFolder
    self.segmentBytes = min(max(segmentBytes, 1 << 10), 1 << 30)
  }
}

/// The remains of a commit that a crash interrupted, which opening a folder has removed.
///
/// Such a commit was never acknowledged.
public struct DiscardedTail: Hashable, Sendable {
  /// The file.
  public let file: String
  /// Where the remains began.
  public let offset: UInt64
  /// How many bytes they had.
  public let byteCount: Int
}
