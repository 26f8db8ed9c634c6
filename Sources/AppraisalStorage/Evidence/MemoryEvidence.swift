public import KinerjaCore

/// A store of evidence in memory, for tests, simulations and trials.
///
/// It keeps every promise but durability.
public actor MemoryEvidence: EvidenceStore {
  /// The limits.
  public nonisolated let evidenceCapabilities: EvidenceCapabilities

  private var items = RecordTable<[UInt8]>()
  private var isOpen = true

  /// Creates an empty store.
  ///
  /// - Parameter itemBytes: The most bytes of an item.
  public init(itemBytes: Int = 1 << 28) {
    evidenceCapabilities = .ofThisRoom(itemBytes: itemBytes, isDurable: false)
  }

  public func write(
    for tenant: AgencyID, from next: sending () async throws(StoreError) -> [UInt8]?
  ) async throws(StoreError) -> EvidenceItem {
    try checkOpen()
    var bytes: [UInt8] = []
    while true {
      if Task.isCancelled { throw .cancelled }
      guard let piece = try await next() else { break }
      try evidenceCapabilities.check(itemOf: bytes.count + piece.count)
      bytes += piece
    }
    if Task.isCancelled { throw .cancelled }
    try checkOpen()
    let key = EvidenceKey(tenant: tenant, digest: SHA256.hash(bytes))
    items.put(key.record, bytes)
    return EvidenceItem(key: key, byteCount: bytes.count)
  }

  public func byteCount(of key: EvidenceKey) async throws(StoreError) -> Int? {
    try checkOpen()
    return items[key.record]?.count
  }

  public func read(
    _ key: EvidenceKey, from offset: UInt64, limit: Int
  ) async throws(StoreError) -> [UInt8]? {
    try checkOpen()
    try evidenceCapabilities.check(pieceOf: limit)
    return items[key.record].map { Array($0.dropFirst(Int(clamping: offset)).prefix(limit)) }
  }

  public func page(
    of tenant: AgencyID, after cursor: Cursor?, limit: Int
  ) async throws(StoreError) -> Page<EvidenceItem> {
    try checkOpen()
    try evidenceCapabilities.check(pageOf: limit)
    let page = try items.page(
      of: tenant, in: EvidenceKey.collection, after: cursor, limit: limit)
    return Page(
      items: page.items.compactMap { record in
        guard let digest = Digest(hex: record.id.text) else { return nil }
        return EvidenceItem(
          key: EvidenceKey(tenant: tenant, digest: digest), byteCount: items[record]?.count ?? 0)
      },
      next: page.next)
  }

  public func erase(_ key: EvidenceKey) async throws(StoreError) {
    try checkOpen()
    if Task.isCancelled { throw .cancelled }
    items.delete(key.record)
  }

  public func shutdown() async {
    isOpen = false
    items = RecordTable()
  }

  private func checkOpen() throws(StoreError) {
    guard isOpen else { throw .unavailable(retryAfter: nil) }
  }
}
