public import KinerjaCore

/// A durable store in a folder, for one process at a time.
///
/// A batch is one checked frame in an append-only file; ``commit(_:)`` returns when it is safe from
/// a loss of power. It keeps in memory where everything lies, not the payloads themselves, and beside
/// each file an index of it, so that opening reads the files only whose index is not there or not
/// theirs: the last one after a crash. A commit that a crash interrupted is removed on opening, which
/// ``discardedTail`` reports; damage of any other sort is refused with file and offset, and nothing
/// is changed. Damage to a file that opening need not read is found when what lies there is read;
/// ``FolderSalvage`` reads every byte.
///
/// - Complexity: Opening takes O(*n*) time for *n* events, commits and changes of records, and
///   O(*b*) for *b* bytes of the last file after a crash. A commit waits for the disk once. An event
///   takes 8 to 20 bytes of memory and a commit 9 to 12, whatever their size; records and streams
///   take room for their keys.
public actor FolderStore: AppraisalStore {
  /// The limits.
  public nonisolated let capabilities = StoreCapabilities.ofThisRoom
  /// The folder, as it was given.
  public nonisolated let path: String
  /// What opening removed, or passed over if it may not write; nil after an orderly end.
  public nonisolated let discardedTail: DiscardedTail?

  private nonisolated let lane = FileLane()
  /// The thread on which the store waits for its disk.
  public nonisolated var unownedExecutor: UnownedSerialExecutor {
    lane.asUnownedSerialExecutor()
  }

  var index = FolderIndex()
  /// Nil after a shutdown; closing the files lets the lock go.
  var journal: SegmentJournal?
  /// What the feed has learnt of the files.
  var ladder = CommitLadder()
  var erasedStreams = ErasedStreams()
  /// Whether a commit is waiting for others to join it, and those that have.
  private var isGathering = false
  private var followers: [(batch: Batch, continuation: Waiting)] = []
  private typealias Waiting = CheckedContinuation<Result<CommitReceipt, StoreError>, Never>

  /// Opens the store in a folder; this reads all its files before it returns.
  ///
  /// - Throws: ``StoreError/inUse(place:)`` if somebody has it open,
  ///   ``StoreError/corrupted(_:)`` for damage,
  ///   ``StoreError/newerFormat(place:found:supported:)``, ``StoreError/notFound(place:)``,
  ///   ``StoreError/readOnly(place:)``, ``StoreError/full(place:)`` or
  ///   ``StoreError/backend(code:message:)``.
  public init(at path: String, _ settings: FolderSettings = FolderSettings()) throws(StoreError) {
    try self.init(at: path, settings, disk: .system)
  }

  /// Opens a store that writes through a disk of the caller's.
  package init(
    at path: String, _ settings: FolderSettings = FolderSettings(), disk: Disk
  ) throws(StoreError) {
    try self.init(
      SegmentFolder(path, makes: settings.makesFolder, disk: disk), settings)
  }

  /// Opens the store in a folder for reading only; nothing in the folder is changed.
  ///
  /// For archives, copies and media that cannot be written to. Others may read at the same time. A
  /// commit that a crash interrupted stays where it is, unread; batches are refused with
  /// ``StoreError/readOnly(place:)``.
  ///
  /// - Throws: ``StoreError/inUse(place:)`` if somebody has it open for writing, and what opening
  ///   it for writing throws.
  public init(reading path: String) throws(StoreError) {
    try self.init(SegmentFolder(reading: path), FolderSettings())
  }

  private init(_ folder: SegmentFolder, _ settings: FolderSettings) throws(StoreError) {
    var reader = JournalReader(folder)
    let end = try reader.read()
    path = folder.path
    index = reader.index
    discardedTail = end.discarded
    journal = SegmentJournal(folder: folder, segmentBytes: settings.segmentBytes, end: end)
  }

  public func read(_ keys: [RecordKey]) async throws(StoreError) -> [RecordKey: StoredRecord] {
    try checkOpen()
    var found: [RecordKey: StoredRecord] = [:]
    for key in keys { found[key] = try record(key) }
    return found
  }

  public func page(
    tenant: AgencyID, collection: KeyText, after cursor: Cursor?, limit: Int
  ) async throws(StoreError) -> Page<StoredRecord> {
    try await page(tenant: tenant, collection: collection, ids: .all, after: cursor, limit: limit)
  }

  public func page(
    tenant: AgencyID, collection: KeyText, ids: IDRange, after cursor: Cursor?, limit: Int
  ) async throws(StoreError) -> Page<StoredRecord> {
    try checkOpen()
    try capabilities.check(pageOf: limit)
    let keys = try index.records.page(
      of: tenant, in: collection, ids: ids, after: cursor, limit: limit)
    var items: [StoredRecord] = []
    for key in keys.items {
      if let record = try record(key) { items.append(record) }
    }
    return Page(items: items, next: keys.next)
  }

  public func events(
    of stream: StreamID, from position: UInt64, limit: Int
  ) async throws(StoreError) -> [StoredEvent] {
    try checkOpen()
    try capabilities.check(pageOf: limit)
    let erased = try erasedPositions(of: stream)
    var events: [StoredEvent] = []
    for slice in index.slices(of: stream, from: position, limit: limit) {
      let position = position + UInt64(events.count)
      events.append(
        erased.contains(position)
          ? StoredEvent(erasedFrom: stream, position: position)
          : StoredEvent(stream: stream, position: position, payload: try payload(slice)))
    }
    return events
  }

  /// Commits a batch; one that writes to the collection `erased-events`, where the folder keeps
  /// which events are erased, is refused with ``StoreError/unsupported(_:)``.
  public func commit(_ batch: Batch) async throws(StoreError) -> CommitReceipt {
    try checkOpen()
    guard !batch.touchesErasedPositions else {
      throw .unsupported("a collection named \(ErasedPositions.collection)")
    }
    return try await commitOwn(batch)
  }

  /// Commits a batch, also one of the store's own.
  func commitOwn(_ batch: Batch) async throws(StoreError) -> CommitReceipt {
    try checkOpen()
    if Task.isCancelled { throw .cancelled }
    guard journal?.folder.isWritable == true else { throw .readOnly(place: path) }
    if isGathering {
      return try await withCheckedContinuation { followers.append((batch, $0)) }.get()
    }
    // Whoever came while the disk was busy joins in, and all wait for the disk once.
    isGathering = true
    await Task.yield()
    isGathering = false
    let others = followers
    followers = []
    let results = commitTogether([batch] + others.map(\.batch))
    for (other, result) in zip(others, results.dropFirst()) {
      other.continuation.resume(returning: result)
    }
    return try results[0].get()
  }

  /// Lets go of the folder, and leaves an index in it with which opening it again is quick.
  public func shutdown() async {
    journal?.synchronize()
    if let journal, journal.isSound, journal.folder.isWritable, !index.isSaved {
      journal.folder.replaceIndex(index.growing.base.segment, with: index.file(journal.extent))
    }
    journal = nil
    index = FolderIndex()
    ladder = CommitLadder()
    erasedStreams = ErasedStreams()
  }
}

extension FolderStore {
  /// Commits batches one after the other and waits for the disk once.
  private func commitTogether(_ batches: [Batch]) -> [Result<CommitReceipt, StoreError>] {
    let results = batches.map { batch in
      Result { () throws(StoreError) in try write(batch) }
    }
    journal?.synchronize()
    guard let journal, !journal.isSound else { return results }
    // Nobody knows which of them the disk has.
    return zip(batches, results).map { batch, result in
      if case .success = result { .failure(.outcomeUnknown(batch.idempotencyKey)) } else { result }
    }
  }

  /// Decides on a batch and writes it, without waiting for the disk.
  ///
  /// Nobody can read what it wrote before the disk has it: the store does nothing else meanwhile.
  private func write(_ batch: Batch) throws(StoreError) -> CommitReceipt {
    try checkOpen()
    let name = BatchName(batch)
    if let earlier = try journal?.commit(of: name, among: index.places(of: name)) {
      return try replay(batch, earlier.frame, earlier.header, at: earlier.place)
    }
    try capabilities.check(batch)
    let plan = try index.plan(of: batch)
    let body = BatchBody(batch, starts: plan.starts)
    let sequence = index.lastSequence + 1
    if let full = try journal?.makeRoom(
      for: body.bytes, sequence: sequence, for: batch.idempotencyKey)
    {
      let segment = index.growing.base.segment
      journal?.folder.replaceIndex(segment, with: index.finishSegment(full))
    }
    guard
      let place = try journal?.append(
        body.bytes, sequence: sequence, for: batch.idempotencyKey)
    else { throw .unavailable(retryAfter: nil) }
    let offset = Int(place.offset) + Frame.headerSize
    guard
      let written = CommittedBatch(
        body.bytes, from: offset, in: 0..<body.bytes.count, segment: place.segment)
    else { preconditionFailure("a batch that was just encoded can be read back") }
    index.apply(written, at: place.offset)
    return plan.receipt
  }

  /// Answers a batch whose key was committed: the bytes on disk decide whether it is the same.
  private func replay(
    _ batch: Batch, _ frame: [UInt8], _ header: FrameHeader, at place: FramePlace
  ) throws(StoreError) -> CommitReceipt {
    let body = header.frame.body
    guard let earlier = CommittedBatch(frame, in: body, segment: place.segment) else {
      throw .corrupted(StoreDamage(file: path, offset: UInt64(place.offset), .content))
    }
    let isSame =
      switch earlier.identity {
      case .whole: BatchBody(batch, starts: earlier.starts).bytes == Array(frame[body])
      case .digest(let digest): batch.digest == digest
      case .gone: false
      }
    guard isSame else { throw .idempotencyMismatch(batch.idempotencyKey) }
    return CommitReceipt(of: batch, committedAs: header.sequence, starts: earlier.starts).replayed
  }

  func record(_ key: RecordKey) throws(StoreError) -> StoredRecord? {
    guard let entry = index.records[key] else { return nil }
    return StoredRecord(key: key, revision: entry.mark.revision, payload: try payload(entry.slice))
  }

  private func payload(_ slice: FileSlice) throws(StoreError) -> Payload {
    guard let payload = try journal?.payload(slice) else { throw .unavailable(retryAfter: nil) }
    return payload
  }

  func checkOpen() throws(StoreError) {
    guard let journal, journal.isSound else { throw .unavailable(retryAfter: nil) }
  }
}
