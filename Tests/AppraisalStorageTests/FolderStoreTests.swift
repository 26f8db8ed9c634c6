import Foundation
import KinerjaCore
import Synchronization
import Testing

@testable import AppraisalStorage

@Suite struct FolderStoreTests {
  let key = RecordKey(tenant: "kendari", collection: "plans", id: "a")

  private func batch(_ number: Int) throws -> Batch {
    try Batch(
      tenant: "kendari", idempotencyKey: KeyText("\(number)"),
      [.put(key, Payload(schema: 1, utf8: "content \(number)"), if: .unconditional)])
  }

  @Test func `a second opener is refused until the first is done`() async throws {
    let folder = try TemporaryFolder()
    let first = try FolderStore(at: folder.path)
    #expect(throws: StoreError.inUse(place: folder.path)) { try FolderStore(at: folder.path) }
    await first.shutdown()
    let second = try FolderStore(at: folder.path)
    #expect(second.discardedTail == nil)
  }

  @Test func `a store that nobody holds any more lets its lock go`() async throws {
    let folder = try TemporaryFolder()
    for number in 0..<3 {
      let store = try FolderStore(at: folder.path)
      _ = try await store.commit(batch(number))
    }
    let store = try FolderStore(at: folder.path)
    #expect(try await store.read([key])[key]?.payload == Payload(schema: 1, utf8: "content 2"))
  }

  @Test func `a folder is made if wished, its parent is not`() throws {
    let folder = try TemporaryFolder()
    let settings = FolderSettings(makesFolder: false)
    let missing = folder.path("new")
    #expect(throws: StoreError.notFound(place: missing)) { try FolderStore(at: missing, settings) }
    #expect(throws: StoreError.notFound(place: folder.path)) {
      try FolderStore(at: folder.path, settings)
    }
    #expect(try folder.names() == [])
    let deep = folder.path("new/deep")
    #expect(throws: StoreError.notFound(place: deep)) { try FolderStore(at: deep) }
    _ = try FolderStore(at: missing)
    _ = try FolderStore(at: missing, settings)
    _ = try FolderStore(at: missing + "/", settings)
    #expect(try folder.names(in: "new") == ["0000000001.journal", "lock"])
  }

  @Test func `only the owner may read what is written`() throws {
    let folder = try TemporaryFolder()
    _ = try FolderStore(at: folder.path("store"))
    for name in ["store", "store/lock", "store/0000000001.journal"] {
      let attributes = try FileManager.default.attributesOfItem(atPath: folder.path(name))
      let mode = try #require(attributes[.posixPermissions] as? NSNumber).intValue
      #expect(mode & 0o077 == 0, "\(name): \(String(mode, radix: 8))")
    }
  }

  @Test func `files are begun anew when full, and a greater batch has its own`() async throws {
    let folder = try TemporaryFolder()
    let settings = FolderSettings(segmentBytes: 1_024)
    let store = try FolderStore(at: folder.path, settings)
    for number in 0..<20 { _ = try await store.commit(batch(number)) }
    let great = Payload(schema: 1, Array(repeating: 7, count: 5_000))
    _ = try await store.commit(
      Batch(tenant: "kendari", idempotencyKey: "g", [.put(key, great, if: .unconditional)]))
    _ = try await store.commit(batch(20))
    #expect(try await store.commit(batch(3)).isReplay)
    await store.shutdown()
    let names = try folder.names().filter { $0.hasSuffix(".journal") }
    #expect(names.count > 3)
    for name in names {
      let bytes = try folder.read(name)
      #expect(bytes.count <= 1_024 || bytes.count > 5_000, "\(name) has \(bytes.count) bytes")
    }
    let again = try FolderStore(at: folder.path, settings)
    #expect(try await again.read([key])[key]?.payload == Payload(schema: 1, utf8: "content 20"))
  }

  // MARK: - A disk that fails

  @Test(arguments: [ENOSPC, EDQUOT, EFBIG])
  func `a full disk is told and nothing is changed`(code: Int32) async throws {
    let folder = try TemporaryFolder()
    let failing = Mutex(false)
    var disk = Disk.system
    disk.write = { file, bytes, offset in
      guard failing.withLock({ $0 }) else { return Disk.system.write(file, bytes, offset) }
      // Half of it fits.
      if offset == 48 || bytes.count < 40 { return .failure(SystemError(code: code)) }
      let half = UnsafeRawBufferPointer(rebasing: bytes[..<(bytes.count / 2)])
      return Disk.system.write(file, half, offset)
    }
    let store = try FolderStore(at: folder.path, disk: disk)
    _ = try await store.commit(batch(1))
    let before = try folder.read("0000000001.journal")
    failing.withLock { $0 = true }
    await #expect(throws: StoreError.full(place: folder.path)) {
      try await store.commit(batch(2))
    }
    #expect(try folder.read("0000000001.journal") == before)
    #expect(try await store.read([key])[key]?.payload == Payload(schema: 1, utf8: "content 1"))
    failing.withLock { $0 = false }
    #expect(try await store.commit(batch(2)).isReplay == false)
    await store.shutdown()
    let again = try FolderStore(at: folder.path)
    #expect(again.discardedTail == nil)
    #expect(try await again.read([key])[key]?.payload == Payload(schema: 1, utf8: "content 2"))
  }

  @Test(arguments: [EROFS, EACCES, EPERM])
  func `a disk that may not be written to is told`(code: Int32) async throws {
    let folder = try TemporaryFolder()
    var disk = Disk.system
    disk.write = { _, _, _ in .failure(SystemError(code: code)) }
    _ = try FolderStore(at: folder.path)
    let store = try FolderStore(at: folder.path, disk: disk)
    await #expect(throws: StoreError.readOnly(place: folder.path)) {
      try await store.commit(batch(1))
    }
    await #expect(throws: StoreError.readOnly(place: folder.path)) {
      try await store.commit(batch(1))
    }
  }

  @Test func `a disk that takes little at a time, and is interrupted, gets it all`() async throws {
    let folder = try TemporaryFolder()
    let calls = Mutex(0)
    var disk = Disk.system
    disk.write = { file, bytes, offset in
      let call = calls.withLock {
        $0 += 1
        return $0
      }
      if call % 3 == 0 { return .failure(SystemError(code: EINTR)) }
      let few = UnsafeRawBufferPointer(rebasing: bytes.prefix(7))
      return Disk.system.write(file, few, offset)
    }
    let store = try FolderStore(at: folder.path, disk: disk)
    _ = try await store.commit(batch(1))
    await store.shutdown()
    let again = try FolderStore(at: folder.path)
    #expect(again.discardedTail == nil)
    #expect(try await again.commit(batch(1)).isReplay)
  }

  // Every call that changes the disk fails once, in a world of its own.
  @Test(arguments: 0..<30)
  func `a fault at any call leaves all or nothing, and a repetition settles it`(
    fault: Int
  ) async throws {
    let folder = try TemporaryFolder()
    let calls = Mutex(0)
    @Sendable func fails() -> Bool {
      calls.withLock {
        $0 += 1
        return $0 == fault + 1
      }
    }
    let error = SystemError(code: EIO)
    var disk = Disk.system
    disk.write = { fails() ? .failure(error) : Disk.system.write($0, $1, $2) }
    disk.synchronize = { fails() ? .failure(error) : Disk.system.synchronize($0) }
    disk.truncate = { fails() ? .failure(error) : Disk.system.truncate($0, $1) }
    let settings = FolderSettings(segmentBytes: 1_024)
    var acknowledged: Set<Int> = []
    let attempt = Result { () throws(StoreError) in
      try FolderStore(at: folder.path, settings, disk: disk)
    }
    if let store = try? attempt.get() {
      for number in 0..<8 {
        let content = Payload(schema: 1, Array(repeating: UInt8(number + 65), count: 300))
        let own = RecordKey(tenant: "kendari", collection: "plans", id: try KeyText("k\(number)"))
        let batch = try Batch(
          tenant: "kendari", idempotencyKey: own.id, [.put(own, content, if: .mustNotExist)])
        if (try? await store.commit(batch)) != nil { acknowledged.insert(number) }
      }
      await store.shutdown()
    }
    let again = try FolderStore(at: folder.path, settings)
    for number in 0..<8 {
      let content = Payload(schema: 1, Array(repeating: UInt8(number + 65), count: 300))
      let own = RecordKey(tenant: "kendari", collection: "plans", id: try KeyText("k\(number)"))
      let found = try await again.read([own])[own]?.payload
      if acknowledged.contains(number) { #expect(found == content) }
      #expect(found == nil || found == content)
      let batch = try Batch(
        tenant: "kendari", idempotencyKey: own.id, [.put(own, content, if: .mustNotExist)])
      #expect(try await again.commit(batch).isReplay == (found != nil))
    }
  }

  @Test func `when it is not known whether a commit is safe, the store says so and stops`()
    async throws
  {
    let folder = try TemporaryFolder()
    let failing = Mutex(false)
    var disk = Disk.system
    disk.synchronize = { file in
      failing.withLock { $0 } ? .failure(SystemError(code: EIO)) : Disk.system.synchronize(file)
    }
    let store = try FolderStore(at: folder.path, disk: disk)
    failing.withLock { $0 = true }
    await #expect(throws: StoreError.outcomeUnknown("1")) { try await store.commit(batch(1)) }
    failing.withLock { $0 = false }
    await #expect(throws: StoreError.unavailable(retryAfter: nil)) {
      try await store.commit(batch(1))
    }
    await #expect(throws: StoreError.unavailable(retryAfter: nil)) { try await store.read([key]) }
    await store.shutdown()
    let again = try FolderStore(at: folder.path)
    _ = try await again.commit(batch(1))
    #expect(try await again.read([key])[key]?.payload == Payload(schema: 1, utf8: "content 1"))
  }

  // MARK: - Several writers

  private static func write(
    _ count: Int, by writers: Int, to store: FolderStore
  ) async -> [Result<CommitReceipt, any Error>] {
    await withTaskGroup(of: [Result<CommitReceipt, any Error>].self) { group in
      for writer in 0..<writers {
        group.addTask {
          var results: [Result<CommitReceipt, any Error>] = []
          for number in 0..<count {
            do {
              let name = try KeyText("w\(writer)-\(number)")
              let stream = StreamID(
                tenant: "kendari", collection: "journal", id: try KeyText("w\(writer)"))
              results.append(
                .success(
                  try await store.commit(
                    Batch(
                      tenant: "kendari", idempotencyKey: name,
                      [
                        .append(
                          stream, [Payload(schema: 1, utf8: name.text)],
                          expecting: .exactly(UInt64(number)))
                      ]))))
            } catch {
              results.append(.failure(error))
            }
          }
          return results
        }
      }
      return await group.reduce(into: []) { $0 += $1 }
    }
  }

  @Test func `writers who come together wait for the disk together`() async throws {
    let folder = try TemporaryFolder()
    let waits = Mutex(0)
    var disk = Disk.system
    disk.synchronize = { _ in
      waits.withLock { $0 += 1 }
      usleep(2_000)
      return .success(())
    }
    let store = try FolderStore(at: folder.path, FolderSettings(segmentBytes: 4_096), disk: disk)
    let results = await Self.write(20, by: 8, to: store)
    let sequences = try results.map { try $0.get().sequence }
    #expect(Set(sequences).count == 160)
    // Alone each would wait 160 times in all, and some more to begin segments.
    #expect(waits.withLock { $0 } < 120, "\(waits.withLock { $0 }) waits")
    await store.shutdown()
    let again = try FolderStore(at: folder.path)
    for writer in 0..<8 {
      let stream = StreamID(
        tenant: "kendari", collection: "journal", id: try KeyText("w\(writer)"))
      let texts = try await again.events(of: stream, from: 0, limit: 100).map {
        String(decoding: $0.payload.bytes, as: UTF8.self)
      }
      #expect(texts == (0..<20).map { "w\(writer)-\($0)" })
    }
  }

  @Test func `when a wait that was shared fails, nobody is told that it went well`() async throws {
    let folder = try TemporaryFolder()
    let waits = Mutex(0)
    var disk = Disk.system
    disk.synchronize = { _ in
      let count = waits.withLock { waits in
        waits += 1
        return waits
      }
      usleep(1_000)
      return count > 6 ? .failure(SystemError(code: EIO)) : .success(())
    }
    let store = try FolderStore(at: folder.path, disk: disk)
    let results = await Self.write(10, by: 8, to: store)
    let told = results.compactMap { try? $0.get() }.map(\.sequence)
    #expect(told.count < 80)
    #expect(
      results.contains {
        if case .failure(StoreError.outcomeUnknown) = $0 { true } else { false }
      })
    // Every success was within the waits that went well; the rest is unknown or was not tried.
    #expect(told.max().map { $0 == UInt64(told.count) } ?? true)
  }
}
