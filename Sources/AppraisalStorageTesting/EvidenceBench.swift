import AppraisalStorage
import KinerjaCore

/// A bench for the rules of stores of evidence.
typealias EvidenceBench = Bench<any EvidenceStore>

extension EvidenceBench {
  static var tenant: AgencyID { "kendari" }
  static var otherTenant: AgencyID { "bungo" }

  /// Writes a content, cut into pieces of so many bytes.
  @discardableResult
  func write(
    _ bytes: [UInt8], cut: Int = 1_000, for tenant: AgencyID = tenant
  ) async throws -> EvidenceItem {
    var rest = bytes[...]
    var isAtEnd = bytes.isEmpty
    return try await store.write(for: tenant) { () async throws(StoreError) in
      if isAtEnd { return nil }
      defer {
        rest = rest.dropFirst(cut)
        isAtEnd = rest.isEmpty
      }
      return Array(rest.prefix(cut))
    }
  }

  @discardableResult
  func write(_ text: String, for tenant: AgencyID = tenant) async throws -> EvidenceItem {
    try await write(Array(text.utf8), for: tenant)
  }

  /// The content as it lies there, or a little more than was wanted of it; nil if there is none.
  private func content(of key: EvidenceKey, wanted: Int) async throws -> [UInt8]? {
    let piece = min(1_000, store.evidenceCapabilities.pieceBytes)
    var content: [UInt8] = []
    while content.count <= wanted {
      guard let bytes = try await store.read(key, from: UInt64(content.count), limit: piece) else {
        // An item that ends in the middle has not been there as a whole.
        return content.isEmpty ? nil : content
      }
      if bytes.isEmpty { break }
      content += bytes
    }
    return content
  }

  /// Expects an item to be there, in every answer, or not to be.
  func expectItem(_ bytes: [UInt8], of tenant: AgencyID = tenant, isThere: Bool = true) async throws
  {
    let key = EvidenceKey(tenant: tenant, digest: SHA256.hash(bytes))
    let what = "an item of \(bytes.count) bytes of \(tenant)"
    try expect(
      try await store.byteCount(of: key), is: isThere ? bytes.count : nil, "the length of \(what)")
    let content = try await content(of: key, wanted: bytes.count)
    try expect((content != nil) == isThere, "\(what) is \(isThere ? "not" : "still") to be read")
    try expect(content == nil || content == bytes, "\(what) reads otherwise than it was written")
    let listed = try await items(of: tenant).filter { $0.key == key }
    try expect(listed.map(\.byteCount), is: isThere ? [bytes.count] : [], "how \(what) is listed")
  }

  /// All items of a tenant, page by page.
  func items(of tenant: AgencyID = tenant, limit: Int = 100) async throws -> [EvidenceItem] {
    var items: [EvidenceItem] = []
    var cursor: Cursor?
    var pages = 0
    repeat {
      pages += 1
      try expect(pages < 1_000, "walking from page to page does not end")
      let page = try await page(of: tenant, after: cursor, limit: limit)
      items += page.items
      cursor = page.next
      try expect(
        !page.items.isEmpty || cursor == nil, "a page without items points to another")
    } while cursor != nil
    return items
  }

  func page(
    of tenant: AgencyID = tenant, after cursor: Cursor? = nil, limit: Int
  ) async throws -> Page<EvidenceItem> {
    let limit = min(limit, store.evidenceCapabilities.pageItems)
    let page = try await store.page(of: tenant, after: cursor, limit: limit)
    try expect(page.items.count <= limit, "a page of \(limit) has \(page.items.count) items")
    return page
  }

  /// Some bytes that tell contents apart.
  static func bytes(_ number: Int, count: Int) -> [UInt8] {
    let start = UInt64(truncatingIfNeeded: number) &* 1_000_003
    return (0..<count).map {
      UInt8(truncatingIfNeeded: (start &+ UInt64($0 / 8)).mixed >> ($0 % 8))
    }
  }
}

/// Gives work some time, and calls it a broken promise if it takes longer.
///
/// Work that waits for what cannot happen before it ends would hold the kit up for ever.
func within<Value: Sendable>(
  _ limit: Duration, _ what: String, _ work: @escaping @Sendable () async throws -> Value
) async throws -> Value {
  let (results, first) = AsyncStream<Result<Value, any Error>>.makeStream()
  let working = Task {
    do {
      first.yield(.success(try await work()))
    } catch {
      first.yield(.failure(error))
    }
  }
  let waiting = Task {
    try await Task.sleep(for: limit)
    first.yield(.failure(BrokenPromise("\(what): no answer after \(limit)")))
  }
  defer {
    working.cancel()
    waiting.cancel()
  }
  for await result in results { return try result.get() }
  throw CancellationError()
}
