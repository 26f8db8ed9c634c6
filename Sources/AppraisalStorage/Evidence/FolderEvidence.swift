public import KinerjaCore

/// A durable store of evidence in a folder, for one process at a time.
///
/// Each item is a plain file named by its SHA-256, such as `items/kendari/e3/e3b0c442…`, so that
/// anybody can check it by `sha256sum` alone, and copies and backups need nothing of ours. ``write(for:from:)``
/// returns when the item is safe from a loss of power. What an interrupted writing left behind is
/// removed on opening. Damage to an item is found when it is read, by
/// ``EvidenceStore/bytes(of:pieceBytes:)`` and what stands on it, or by
/// ``EvidenceStore/verify(_:onProgress:)``; writing its content again mends it.
///
/// Give it a folder of its own, beside that of a ``FolderStore``.
///
/// - Complexity: Opening takes the same time however many items there are. Memory: a piece of each
///   item that is being written, and the digests of one of 256 parts of a tenant's items.
public actor FolderEvidence: EvidenceStore {
  /// The limits.
  public nonisolated let evidenceCapabilities: EvidenceCapabilities
  /// The folder, as it was given.
  public nonisolated let path: String

  private nonisolated let lane = FileLane()
  /// The thread on which the store waits for its disk.
  public nonisolated var unownedExecutor: UnownedSerialExecutor {
    lane.asUnownedSerialExecutor()
  }

  /// Nil after a shutdown; closing the files lets the lock go.
  private var folder: EvidenceFolder?
  /// The numbers of what is being written.
  private var incoming: Set<Int> = []
  private var lastNumber = 0

  /// Opens the store in a folder.
  ///
  /// - Parameters:
  ///   - path: The folder.
  ///   - makesFolder: Whether a folder that is empty or not there becomes an empty store; its parent
  ///     must exist.
  ///   - itemBytes: The most bytes of an item.
  /// - Throws: ``StoreError/inUse(place:)`` if somebody has it open, ``StoreError/notFound(place:)``
  ///   if there is none, also where something else lies, ``StoreError/corrupted(_:)`` if the file
  ///   that names the format is not ours, ``StoreError/newerFormat(place:found:supported:)``,
  ///   ``StoreError/readOnly(place:)``, ``StoreError/full(place:)`` or
  ///   ``StoreError/backend(code:message:)``.
  public init(
    at path: String, makesFolder: Bool = true, itemBytes: Int = 1 << 30
  ) throws(StoreError) {
    try self.init(at: path, makesFolder: makesFolder, itemBytes: itemBytes, disk: .system)
  }

  /// Opens a store that writes through a disk of the caller's.
  package init(
    at path: String, makesFolder: Bool = true, itemBytes: Int = 1 << 30, disk: Disk
  ) throws(StoreError) {
    self.path = path
    evidenceCapabilities = .ofThisRoom(itemBytes: itemBytes, isDurable: true)
    folder = try EvidenceFolder(path, makes: makesFolder, disk: disk)
  }

  /// Opens the store in a folder for reading only; nothing in the folder is changed.
  ///
  /// For archives, copies and media that cannot be written to. Others may read at the same time.
  /// Writing and erasing are refused with ``StoreError/readOnly(place:)``.
  ///
  /// - Throws: ``StoreError/inUse(place:)`` if somebody has it open for writing, and what opening it
  ///   for writing throws.
  public init(reading path: String) throws(StoreError) {
    self.path = path
    evidenceCapabilities = .ofThisRoom(itemBytes: 1 << 30, isDurable: true)
    folder = try EvidenceFolder(reading: path)
  }

  public func write(
    for tenant: AgencyID, from next: sending () async throws(StoreError) -> [UInt8]?
  ) async throws(StoreError) -> EvidenceItem {
    try checkWritable()
    lastNumber += 1
    let number = lastNumber
    let part = try open().begin(number)
    incoming.insert(number)
    defer { incoming.remove(number) }
    do throws(StoreError) {
      var hash = SHA256()
      var byteCount = 0
      while true {
        if Task.isCancelled { throw .cancelled }
        guard let piece = try await next() else { break }
        try evidenceCapabilities.check(itemOf: byteCount + piece.count)
        try open().append(piece, to: part, at: byteCount)
        hash.update(piece)
        byteCount += piece.count
      }
      if Task.isCancelled { throw .cancelled }
      let key = EvidenceKey(tenant: tenant, digest: hash.finalize())
      guard try folder?.keep(part, number, as: key) != nil else {
        throw .unavailable(retryAfter: nil)
      }
      return EvidenceItem(key: key, byteCount: byteCount)
    } catch {
      // After a shutdown the folder may be another's already.
      folder?.discard(number)
      throw error
    }
  }

  public func byteCount(of key: EvidenceKey) async throws(StoreError) -> Int? {
    try open().byteCount(of: key)
  }

  public func read(
    _ key: EvidenceKey, from offset: UInt64, limit: Int
  ) async throws(StoreError) -> [UInt8]? {
    let folder = try open()
    try evidenceCapabilities.check(pieceOf: limit)
    return try folder.read(key, from: offset, limit: limit)
  }

  public func page(
    of tenant: AgencyID, after cursor: Cursor?, limit: Int
  ) async throws(StoreError) -> Page<EvidenceItem> {
    guard folder != nil else { throw .unavailable(retryAfter: nil) }
    try evidenceCapabilities.check(pageOf: limit)
    let last = try cursor?.lastDigest(of: tenant)
    if last == nil { folder?.listAnew() }
    var items: [EvidenceItem] = []
    // One item too many is looked for, to learn whether a next page exists.
    for byte in (last?.bytes.first ?? 0)...UInt8.max where items.count <= limit {
      for digest in try folder?.digests(of: tenant, beginningWith: byte) ?? [] {
        if items.count > limit { break }
        if let last, digest <= last { continue }
        let key = EvidenceKey(tenant: tenant, digest: digest)
        if let byteCount = try folder?.byteCount(of: key) {
          items.append(EvidenceItem(key: key, byteCount: byteCount))
        }
      }
    }
    guard items.count > limit else { return Page(items: items, next: nil) }
    items.removeLast()
    return Page(items: items, next: items.last.map { Cursor(after: $0.key) })
  }

  public func erase(_ key: EvidenceKey) async throws(StoreError) {
    try checkWritable()
    if Task.isCancelled { throw .cancelled }
    try folder?.erase(key)
  }

  /// Lets go of the folder; nothing is left of what was being written.
  public func shutdown() async {
    for number in incoming { folder?.discard(number) }
    folder = nil
  }

  public nonisolated func place(of key: EvidenceKey) -> String {
    EvidenceFolder.file(of: key, in: path)
  }

  private func open() throws(StoreError) -> EvidenceFolder {
    guard let folder else { throw .unavailable(retryAfter: nil) }
    return folder
  }

  private func checkWritable() throws(StoreError) {
    guard try open().isWritable else { throw .readOnly(place: path) }
  }
}
