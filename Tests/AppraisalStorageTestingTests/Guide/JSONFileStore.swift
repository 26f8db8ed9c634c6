import AppraisalStorage
import Foundation
import KinerjaCore

/// A store in one file of JSON, written anew at each commit: for little data.
actor JSONFileStore: AppraisalStore {
  nonisolated let capabilities = StoreCapabilities(
    batchWrites: 100, batchBytes: 1 << 20, payloadBytes: 1 << 16, pageItems: 1_000,
    isDurable: true, idempotencyWindow: nil)
  nonisolated let path: String
  /// Called before each step on the disk; a test ends the work there by throwing.
  private let step: @Sendable () throws -> Void
  /// Nil after a shutdown.
  private var contents: Contents?

  init(at path: String, step: @escaping @Sendable () throws -> Void = {}) throws(StoreError) {
    self.path = path
    self.step = step
    guard FileManager.default.fileExists(atPath: path) else {
      contents = Contents()
      return
    }
    do {
      let data = try Data(contentsOf: URL(fileURLWithPath: path))
      contents = try JSONDecoder().decode(Contents.self, from: data)
    } catch {
      throw .corrupted(StoreDamage(file: path, offset: 0, .content))
    }
  }

  func shutdown() { contents = nil }

  private func open() throws(StoreError) -> Contents {
    guard let contents else { throw .unavailable(retryAfter: nil) }
    return contents
  }
}

/// All that the file holds.
private struct Contents: Codable {
  struct Item: Codable {
    var revision = ""
    let schema: Int32
    let bytes: Data
  }

  struct Commit: Codable {
    let sequence: UInt64
    let digest: Digest
    let starts: [UInt64]
  }

  var sequence: UInt64 = 0
  /// By tenant and collection, then by id.
  var records: [String: [String: Item]] = [:]
  var streams: [String: [Item]] = [:]
  var commits: [String: Commit] = [:]
}

extension JSONFileStore {
  func read(_ keys: [RecordKey]) throws(StoreError) -> [RecordKey: StoredRecord] {
    let contents = try open()
    var found: [RecordKey: StoredRecord] = [:]
    for key in keys { found[key] = contents.record(key) }
    return found
  }

  func page(
    tenant: AgencyID, collection: KeyText, after cursor: Cursor?, limit: Int
  ) throws(StoreError) -> Page<StoredRecord> {
    let contents = try open()
    try capabilities.check(pageOf: limit)
    let last = try cursor?.lastID(tenant: tenant, collection: collection)
    let ids = (contents.records["\(tenant)|\(collection)"] ?? [:]).keys
      .compactMap { try? KeyText($0) }
      .filter { id in last.map { id > $0 } ?? true }
      .sorted()
    let items = ids.prefix(limit).compactMap {
      contents.record(RecordKey(tenant: tenant, collection: collection, id: $0))
    }
    let next = ids.count > limit ? items.last.map { Cursor(after: $0.key) } : nil
    return Page(items: items, next: next)
  }

  func events(
    of stream: StreamID, from position: UInt64, limit: Int
  ) throws(StoreError) -> [StoredEvent] {
    let items = try open().streams["\(stream)"] ?? []
    try capabilities.check(pageOf: limit)
    guard position < UInt64(items.count) else { return [] }
    return items.enumerated().dropFirst(Int(position)).prefix(limit).map { place, item in
      StoredEvent(stream: stream, position: UInt64(place), payload: item.payload)
    }
  }
}

extension Contents {
  func record(_ key: RecordKey) -> StoredRecord? {
    records["\(key.tenant)|\(key.collection)"]?[key.id.text].map {
      StoredRecord(key: key, revision: Revision(token: $0.revision), payload: $0.payload)
    }
  }
}

extension Contents.Item {
  var payload: Payload { Payload(schema: schema, Array(bytes)) }

  init(_ payload: Payload, _ revision: String = "") {
    self.init(revision: revision, schema: payload.schema, bytes: Data(payload.bytes))
  }
}

extension JSONFileStore {
  func commit(_ batch: Batch) throws(StoreError) -> CommitReceipt {
    var next = try open()
    if Task.isCancelled { throw .cancelled }
    let name = "\(batch.tenant)|\(batch.idempotencyKey)"
    if let earlier = next.commits[name] {
      guard earlier.digest == batch.digest else {
        throw .idempotencyMismatch(batch.idempotencyKey)
      }
      return CommitReceipt(
        of: batch, committedAs: earlier.sequence, starts: earlier.starts
      ).replayed
    }
    try capabilities.check(batch)
    let plan = try BatchPlan(of: batch, committing: next.sequence + 1) {
      next.record($0)?.revision
    } length: {
      UInt64(next.streams["\($0)"]?.count ?? 0)
    }
    for write in plan.writes { next.make(write) }
    next.sequence += 1
    next.commits[name] = Contents.Commit(
      sequence: next.sequence, digest: batch.digest, starts: plan.starts)
    try save(next, for: batch.idempotencyKey)
    contents = next
    return plan.receipt
  }

  /// The file is replaced at a stroke, so a crash leaves the old one or the new one.
  private func save(_ next: Contents, for key: KeyText) throws(StoreError) {
    var isReplaced = false
    do {
      try step()
      let data = try JSONEncoder().encode(next)
      try data.write(to: URL(fileURLWithPath: path + ".new"))
      try step()
      try synchronize(path + ".new")
      try step()
      guard rename(path + ".new", path) == 0 else { throw CocoaError(.fileWriteUnknown) }
      isReplaced = true
      try step()
      try synchronize((path as NSString).deletingLastPathComponent)
    } catch {
      // Once it may have happened, only an unknown outcome is honest, and no later answer is.
      guard isReplaced else { throw .backend(code: "write", message: "\(type(of: error))") }
      contents = nil
      throw .outcomeUnknown(key)
    }
  }

  private func synchronize(_ path: String) throws {
    let file = Foundation.open(path, O_RDONLY)
    defer { close(file) }
    guard file >= 0, fsync(file) == 0 else { throw CocoaError(.fileWriteUnknown) }
  }
}

extension Contents {
  mutating func make(_ write: BatchPlan.Write) {
    switch write {
    case .put(let key, let payload, let revision):
      records["\(key.tenant)|\(key.collection)", default: [:]][key.id.text] = Item(
        payload, revision.token)
    case .delete(let key):
      records["\(key.tenant)|\(key.collection)"]?[key.id.text] = nil
    case .append(let stream, let payloads, _):
      streams["\(stream)", default: []] += payloads.map { Item($0) }
    }
  }
}
