import KinerjaCore

/// What can still be read of a damaged folder: every sound commit, and what is lost, by file, offset
/// and number of commit.
///
/// ``FolderStore`` refuses a folder with damage, so that nobody works on with half of the facts.
/// Salvage opens it for reading only and changes nothing:
/// ```swift
/// let salvage = try FolderSalvage(of: "journal")
/// for loss in salvage.losses { print(loss) }
/// for stream in salvage.streams { print(stream, try salvage.events(of: stream).count) }
/// ```
/// Events stand at their true positions, so a gap shows where some are lost. A record is shown as
/// the last sound commit left it: a later change or deletion may be among what is lost.
public struct FolderSalvage: Sendable {
  /// What is lost, in the order of files and offsets; empty for a sound folder.
  public let losses: [SalvageLoss]

  private let reader: SegmentReader
  private let records: [RecordKey: FolderRecord]
  private let events: [StreamID: [(position: UInt64, slice: FileSlice)]]

  /// Reads a folder, sound or damaged.
  ///
  /// - Throws: ``StoreError/notFound(place:)``, ``StoreError/inUse(place:)`` if somebody writes to
  ///   it, ``StoreError/newerFormat(place:found:supported:)`` or what the system reports; damage is
  ///   no error here.
  /// - Complexity: O(*b*) for *b* bytes in the folder.
  public init(of path: String) throws(StoreError) {
    let folder = try SegmentFolder(reading: path)
    var scan = SalvageScan(folder)
    try scan.readAll()
    losses = scan.losses
    records = scan.records
    events = scan.events
    reader = SegmentReader(folder)
  }

  /// The keys of all records, in order.
  public var recordKeys: [RecordKey] { records.keys.sorted() }

  /// The streams of which there is an event, in order.
  public var streams: [StreamID] { events.keys.sorted() }

  /// A record as the last sound commit left it; nil if none did.
  public func record(_ key: RecordKey) throws(StoreError) -> StoredRecord? {
    guard let entry = records[key] else { return nil }
    var reader = reader
    return StoredRecord(
      key: key, revision: entry.mark.revision, payload: try reader.payload(entry.slice))
  }

  /// The events of a stream that can be read, in order, at their true positions.
  public func events(of stream: StreamID) throws(StoreError) -> [StoredEvent] {
    var reader = reader
    let erased =
      try record(ErasedPositions.key(of: stream))
      .flatMap { ErasedPositions($0.payload, of: stream) } ?? ErasedPositions(none: stream)
    var found: [StoredEvent] = []
    for (position, slice) in events[stream] ?? [] {
      found.append(
        erased.contains(position)
          ? StoredEvent(erasedFrom: stream, position: position)
          : StoredEvent(stream: stream, position: position, payload: try reader.payload(slice)))
    }
    return found
  }

  /// The positions of a stream that are lost, before the last event that can be read.
  public func gaps(in stream: StreamID) -> [Range<UInt64>] {
    var gaps: [Range<UInt64>] = []
    var next: UInt64 = 0
    for (position, _) in events[stream] ?? [] {
      if position > next { gaps.append(next..<position) }
      next = position + 1
    }
    return gaps
  }
}

/// A part of a folder that cannot be read.
public struct SalvageLoss: Hashable, Sendable {
  /// What is wrong, in which file, and from which byte on.
  public let damage: StoreDamage
  /// How many bytes of the file cannot be read.
  public let byteCount: UInt64
  /// The numbers of the commits that are missing there; nil if that is not known, as behind the
  /// last commit that can be read.
  public let commits: Range<UInt64>?
}

extension SalvageLoss: CustomStringConvertible {
  /// The damage, and which commits it takes with it.
  public var description: String {
    let damage = StoreError.corrupted(damage).diagnostic.sentence(in: .english)
    let commits =
      commits.map { $0.isEmpty ? "no commit" : "commits \($0.lowerBound) to \($0.upperBound - 1)" }
      ?? "an unknown number of commits"
    return "\(damage) (\(byteCount) bytes, \(commits))"
  }
}
