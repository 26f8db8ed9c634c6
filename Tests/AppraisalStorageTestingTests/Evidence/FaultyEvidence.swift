import AppraisalStorage
import KinerjaCore

/// A small store of evidence, written apart from those of the library, with at most one fault.
actor FaultyEvidence: EvidenceStore {
  typealias Item = (key: EvidenceKey, bytes: [UInt8])

  nonisolated let evidenceCapabilities = EvidenceCapabilities(
    itemBytes: 200_000, pieceBytes: 4_096, pageItems: 1_000, isDurable: true)
  private let fault: EvidenceFault?
  /// In the order of writing.
  private var items: [Item]
  private var erased: [Item] = []
  private var buffer: [UInt8] = []
  private var isOpen = true
  private var writers = 0
  /// After how many more steps the store breaks down; nil for never.
  private var stepsLeft: Int?

  /// Makes an empty store.
  ///
  /// - Parameter point: The step at which it breaks down; a change has two, before and after it.
  init(_ fault: EvidenceFault?, breakingDownAt point: Int? = nil) {
    self.fault = fault
    items = []
    stepsLeft = point
  }

  /// Opens what another left.
  init(reopening other: FaultyEvidence) async {
    fault = other.fault
    items = await other.items
    if fault == .losesTheLastWhenReopened { items = items.dropLast() }
    if fault == .forgetsErasuresWhenReopened { items += await other.erased }
  }

  private func has(_ fault: EvidenceFault) -> Bool { self.fault == fault }

  private func checkOpen() async throws(StoreError) {
    while has(.holdsOthersUp), writers > 0, !Task.isCancelled {
      try? await Task.sleep(for: .milliseconds(1))
    }
    guard isOpen || has(.staysOpen) else { throw .unavailable(retryAfter: nil) }
  }

  private func index(of key: EvidenceKey) -> Int? {
    items.lastIndex {
      $0.key == key || has(.showsOtherTenantsItems) && $0.key.digest == key.digest
    }
  }

  func write(
    for tenant: AgencyID, from next: sending () async throws(StoreError) -> [UInt8]?
  ) async throws(StoreError) -> EvidenceItem {
    try await checkOpen()
    writers += 1
    defer { writers -= 1 }
    if has(.looksForCancellationAtTheBeginning), Task.isCancelled { throw .cancelled }
    var bytes: [UInt8] = []
    buffer = []
    let limit = evidenceCapabilities.itemBytes - (has(.refusesItsGreatestLength) ? 1 : 0)
    let looksAtOnce = !has(.takesAnyLength) && !has(.looksAtTheLengthAtTheEnd)
    do throws(StoreError) {
      while let piece = try await next() {
        bytes += piece
        buffer += piece
        if looksAtOnce, bytes.count > limit {
          throw .limitExceeded(.evidenceBytes, found: bytes.count, allowed: limit)
        }
        if has(.showsWhatIsBeingWritten) { keep(bytes, for: tenant) }
      }
    } catch {
      if has(.keepsWhatFailed) { keep(bytes, for: tenant) }
      if has(.cleansUpWhatAnotherWrote) {
        items.removeAll { $0.key == EvidenceKey(tenant: tenant, digest: SHA256.hash(bytes)) }
      }
      throw error
    }
    if has(.looksAtTheLengthAtTheEnd), bytes.count > limit {
      throw .limitExceeded(.evidenceBytes, found: bytes.count, allowed: limit)
    }
    if has(.sharesABuffer) { bytes = buffer }
    if Task.isCancelled, !has(.writesWhenCancelled), !has(.looksForCancellationAtTheBeginning) {
      throw .cancelled
    }
    guard isOpen || has(.staysOpen) || has(.writesAfterTheEnd) else {
      throw .unavailable(retryAfter: nil)
    }
    if breaksDown() {
      if has(.leavesHalfAnItemInACrash) { keep(Array(bytes.prefix(bytes.count / 2)), for: tenant) }
      throw .unavailable(retryAfter: nil)
    }
    let key = keep(bytes, for: tenant)
    if breaksDown() {
      if has(.losesAllInACrash) { items = [] }
      throw .unavailable(retryAfter: nil)
    }
    return EvidenceItem(key: key, byteCount: bytes.count)
  }

  @discardableResult
  private func keep(_ bytes: [UInt8], for tenant: AgencyID) -> EvidenceKey {
    let key = EvidenceKey(tenant: tenant, digest: SHA256.hash(bytes))
    let kept = has(.endsContentsAtZero) ? Array(bytes.prefix { $0 != 0 }) : bytes
    if index(of: key) == nil || has(.keepsEveryCopy) || has(.sharesContentsBetweenTenants) {
      items.removeAll { $0.key == key && !has(.keepsEveryCopy) }
      items.append((key, kept))
    }
    return key
  }

  private func breaksDown() -> Bool {
    guard let left = stepsLeft else { return false }
    stepsLeft = left - 1
    if left == 0 { isOpen = false }
    return left == 0
  }

  func byteCount(of key: EvidenceKey) async throws(StoreError) -> Int? {
    try await checkOpen()
    return index(of: key).map { items[$0].bytes.count }
  }

  func read(
    _ key: EvidenceKey, from offset: UInt64, limit: Int
  ) async throws(StoreError) -> [UInt8]? {
    try await checkOpen()
    if !has(.givesPiecesOfAnyLength) { try evidenceCapabilities.check(pieceOf: limit) }
    let late = has(.readsWhatIsErased) ? erased.last { $0.key == key }?.bytes : nil
    guard let bytes = index(of: key).map({ items[$0].bytes }) ?? late else { return nil }
    let isBehind = offset >= UInt64(bytes.count)
    let start = isBehind && has(.readsFromTheBeginningBehindTheEnd) ? 0 : Int(clamping: offset)
    return Array(bytes.dropFirst(start).prefix(max(0, limit)))
  }

  func page(
    of tenant: AgencyID, after cursor: Cursor?, limit: Int
  ) async throws(StoreError) -> Page<EvidenceItem> {
    try await checkOpen()
    if !has(.takesPagesOfAnySize) { try evidenceCapabilities.check(pageOf: limit) }
    var all = items.filter { $0.key.tenant == tenant || has(.showsOtherTenantsItems) }
      .map { EvidenceItem(key: $0.key, byteCount: $0.bytes.count) }
    if !has(.listsInTheOrderOfWriting) { all.sort { $0.key < $1.key } }
    if has(.countsOffsets) {
      let start = cursor.flatMap { Int($0.token) } ?? 0
      let items = Array(all.dropFirst(start).prefix(limit))
      let end = start + items.count
      return Page(items: items, next: end < all.count ? Cursor(token: "\(end)") : nil)
    }
    var rest = all[...]
    if let cursor {
      var last: Digest?
      do throws(StoreError) {
        last = try cursor.lastDigest(of: tenant)
      } catch {
        guard has(.takesAnyCursor) else { throw error }
      }
      if let last, has(.looksForTheItemAtTheCursor) || has(.listsInTheOrderOfWriting) {
        let place = rest.firstIndex { $0.digest == last } ?? rest.endIndex - 1
        rest = rest[(place + 1)...]
      } else if let last {
        rest = rest.drop { $0.digest <= last }
      }
    }
    let items = Array(rest.prefix(limit))
    let isLast = items.count == rest.count || (has(.endsAtAFullPage) && items.count == 5)
    return Page(items: items, next: isLast ? nil : items.last.map { Cursor(after: $0.key) })
  }

  func erase(_ key: EvidenceKey) async throws(StoreError) {
    try await checkOpen()
    if Task.isCancelled, !has(.erasesWhenCancelled) { throw .cancelled }
    if breaksDown() { throw .unavailable(retryAfter: nil) }
    guard let index = index(of: key) else {
      if has(.refusesToEraseWhatIsMissing) { throw .missingEvidence(key) }
      return
    }
    erased.append(items[index])
    items.remove(at: index)
    if has(.sharesContentsBetweenTenants) { items.removeAll { $0.key.digest == key.digest } }
    if breaksDown() { throw .unavailable(retryAfter: nil) }
  }

  func shutdown() async { isOpen = false }
}
