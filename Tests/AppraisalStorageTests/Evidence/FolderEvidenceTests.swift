import Foundation
import KinerjaCore
import Synchronization
import Testing

@testable import AppraisalStorage

@Suite struct FolderEvidenceTests {
  static let tenant = EvidenceSamples.tenant
  static let content = Array("abc".utf8)
  static let hex = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"
  static let place = "items/kendari/ba/\(hex)"

  @Test func `an item is a plain file named by its hash`() async throws {
    let folder = try TemporaryFolder()
    let store = try FolderEvidence(at: folder.path)
    let item = try await store.write(Self.content, for: Self.tenant)
    #expect(try folder.read(Self.place) == Self.content)
    #expect(store.place(of: item.key) == folder.path(Self.place))
    #expect(try folder.names() == ["evidence", "incoming", "items", "lock"])
    #expect(try folder.read("evidence") == Array("kinerja-evidence 1\n".utf8))
    #expect(try folder.names(in: "incoming") == [])
    for name in ["items/kendari/ba", Self.place, "evidence"] {
      let attributes = try FileManager.default.attributesOfItem(atPath: folder.path(name))
      let mode = try #require(attributes[.posixPermissions] as? NSNumber).intValue
      #expect(mode & 0o077 == 0, "\(name): \(String(mode, radix: 8))")
    }
    try await store.erase(item.key)
    #expect(try folder.names(in: "items/kendari/ba") == [])
  }

  @Test func `tenants stay apart where capitals are not told from small letters`() async throws {
    let folder = try TemporaryFolder()
    let store = try FolderEvidence(at: folder.path, disk: .quick)
    for tenant in ["BKPSDM-a.1", "bkpsdm-a.1", "a:b"] as [AgencyID] {
      _ = try await store.write(Self.content, for: tenant)
    }
    let names = try folder.names(in: "items")
    #expect(names == ["=b=k=p=s=d=m-a.1", "a:b", "bkpsdm-a.1"])
    #expect(Set(names.map { $0.lowercased() }).count == 3)
  }

  @Test func `what lies there and is no item is passed over`() async throws {
    let folder = try TemporaryFolder()
    let store = try FolderEvidence(at: folder.path)
    let item = try await store.write(Self.content, for: Self.tenant)
    let other = SHA256.hash([1]).hex
    for name in [".DS_Store", "ba", Self.hex.uppercased(), Self.hex + "0", other] {
      try folder.write([1], to: "items/kendari/ba/\(name)")
    }
    #expect(try await store.page(of: Self.tenant, after: nil, limit: 9).items == [item])
  }

  // MARK: - Opening

  @Test func `a second opener is refused until the first is done`() async throws {
    let folder = try TemporaryFolder()
    let first = try FolderEvidence(at: folder.path)
    let item = try await first.write(Self.content, for: Self.tenant)
    #expect(throws: StoreError.inUse(place: folder.path)) { try FolderEvidence(at: folder.path) }
    #expect(throws: StoreError.inUse(place: folder.path)) {
      try FolderEvidence(reading: folder.path)
    }
    await first.shutdown()
    let readers = try (0..<2).map { _ in try FolderEvidence(reading: folder.path) }
    #expect(throws: StoreError.inUse(place: folder.path)) { try FolderEvidence(at: folder.path) }
    for reader in readers {
      #expect(try await reader.contents(of: item.key) == Self.content)
      await #expect(throws: StoreError.readOnly(place: folder.path)) {
        try await reader.write([1], for: Self.tenant)
      }
      await #expect(throws: StoreError.readOnly(place: folder.path)) {
        try await reader.erase(item.key)
      }
      await reader.shutdown()
    }
    #expect(try await FolderEvidence(at: folder.path).byteCount(of: item.key) == 3)
  }

  @Test func `a folder is made if wished, its parent is not`() throws {
    let folder = try TemporaryFolder()
    let missing = folder.path("new")
    #expect(throws: StoreError.notFound(place: missing)) {
      try FolderEvidence(at: missing, makesFolder: false)
    }
    #expect(throws: StoreError.notFound(place: folder.path)) {
      try FolderEvidence(at: folder.path, makesFolder: false)
    }
    #expect(throws: StoreError.notFound(place: folder.path)) {
      try FolderEvidence(reading: folder.path)
    }
    #expect(try folder.names() == [])
    let deep = folder.path("new/deep")
    #expect(throws: StoreError.notFound(place: deep)) { try FolderEvidence(at: deep) }
    _ = try FolderEvidence(at: missing)
    _ = try FolderEvidence(at: missing + "/", makesFolder: false)
  }

  @Test func `a folder of something else is left alone`() async throws {
    let folder = try TemporaryFolder()
    try folder.write([1], to: "letter.txt")
    #expect(throws: StoreError.notFound(place: folder.path)) { try FolderEvidence(at: folder.path) }
    #expect(try folder.names() == ["letter.txt"])
    let journal = folder.path("journal")
    await (try FolderStore(at: journal)).shutdown()
    let names = try folder.names(in: "journal")
    #expect(throws: StoreError.notFound(place: journal)) { try FolderEvidence(at: journal) }
    #expect(try folder.names(in: "journal") == names)
  }

  @Test func `another format is refused, and so is a file that is not ours`() throws {
    let folder = try TemporaryFolder()
    let place = folder.path("evidence")
    _ = try FolderEvidence(at: folder.path)
    for (text, error) in [
      ("kinerja-evidence 2\n", StoreError.newerFormat(place: place, found: 2, supported: 1)),
      ("kinerja-evidence 0\n", .newerFormat(place: place, found: 0, supported: 1)),
      ("kinerja-evidence 1", .corrupted(StoreDamage(file: place, offset: 0, .header))),
      ("kinerja-evidence\n", .corrupted(StoreDamage(file: place, offset: 0, .header))),
      ("", .corrupted(StoreDamage(file: place, offset: 0, .header))),
    ] {
      try folder.write(Array(text.utf8), to: "evidence")
      #expect(throws: error) { try FolderEvidence(at: folder.path) }
      #expect(throws: error) { try FolderEvidence(reading: folder.path) }
    }
  }

  @Test func `what an interrupted writing left is removed on opening, and by a shutdown`()
    async throws
  {
    let folder = try TemporaryFolder()
    let store = try FolderEvidence(at: folder.path)
    await #expect(throws: StoreError.unavailable(retryAfter: nil)) {
      try await store.write(for: Self.tenant) { () async throws(StoreError) in
        #expect((try? folder.names(in: "incoming").count) == 1)
        await store.shutdown()
        #expect((try? folder.names(in: "incoming")) == [])
        // Another has the folder by now; what it writes under the same number is not touched.
        try? folder.write([9], to: "incoming/1")
        return [1]
      }
    }
    #expect(try folder.names(in: "incoming") == ["1"])
    for name in ["1", "17", "x"] { try folder.write([9], to: "incoming/\(name)") }
    try folder.write([9], to: "evidence.new")
    let again = try FolderEvidence(at: folder.path)
    #expect(try folder.names(in: "incoming") == [])
    #expect(try await again.page(of: Self.tenant, after: nil, limit: 9).items == [])
    // An opening that was interrupted before the folder was named is taken up.
    let young = folder.path("young")
    try FileManager.default.createDirectory(atPath: young, withIntermediateDirectories: false)
    for name in ["lock", "evidence.new"] { try folder.write([], to: "young/\(name)") }
    _ = try FolderEvidence(at: young)
  }

  // MARK: - The disk

  @Test(arguments: [ENOSPC, EDQUOT, EROFS, EIO])
  func `a write that fails leaves nothing, and work goes on when there is room`(
    code: Int32
  ) async throws {
    let folder = try TemporaryFolder()
    let left = Mutex(Int.max)
    var disk = Disk.quick
    disk.write = { file, bytes, offset in
      let room = left.withLock { left in
        defer { left -= min(left, bytes.count) }
        return min(left, bytes.count)
      }
      guard room > 0 || bytes.isEmpty else { return .failure(SystemError(code: code)) }
      return Disk.system.write(file, UnsafeRawBufferPointer(rebasing: bytes[..<room]), offset)
    }
    let store = try FolderEvidence(at: folder.path, disk: disk)
    left.withLock { $0 = 1_000 }
    let content = EvidenceSamples.bytes(1, count: 3_000)
    let error = await #expect(throws: StoreError.self) {
      try await store.write(content, for: Self.tenant)
    }
    switch code {
    case ENOSPC, EDQUOT: #expect(error == .full(place: folder.path))
    case EROFS: #expect(error == .readOnly(place: folder.path))
    default: #expect(error?.description.contains("errno-5") == true)
    }
    #expect(try folder.names(in: "incoming") == [] && folder.names(in: "items") == [])
    left.withLock { $0 = .max }
    let item = try await store.write(content, for: Self.tenant)
    #expect(try await store.contents(of: item.key) == content)
  }

  // Every call that changes the disk fails once, in a world of its own.
  @Test(arguments: 0..<24)
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
    disk.synchronize = { _ in fails() ? .failure(error) : .success(()) }
    let contents = [1, 2, 1, 3].map { EvidenceSamples.bytes($0, count: 500 * $0) }
    let attempt = Result { () throws(StoreError) in
      try FolderEvidence(at: folder.path, disk: disk)
    }
    var acknowledged: Set<Digest> = []
    if let store = try? attempt.get() {
      for content in contents {
        let digest = SHA256.hash(content)
        if (try? await store.write(content, for: Self.tenant)) != nil {
          acknowledged.insert(digest)
        }
        let key = EvidenceKey(tenant: Self.tenant, digest: digest)
        #expect(try await store.byteCount(of: key) != nil || !acknowledged.contains(digest))
        let listed = try await store.page(of: Self.tenant, after: nil, limit: 9).items
        #expect(Set(listed.map(\.digest)) == acknowledged)
      }
      await store.shutdown()
    }
    let again = try FolderEvidence(at: folder.path, disk: .quick)
    #expect(try await again.verify(Self.tenant).damaged == [])
    #expect(try folder.names(in: "incoming") == [])
    for content in contents { _ = try await again.write(content, for: Self.tenant) }
    let seen = try await again.verify(Self.tenant)
    #expect(seen.itemCount == 3 && seen.byteCount == 3_000)
  }

  @Test func `an item is on the disk before the answer, and so are the names that lead to it`()
    async throws
  {
    let folder = try TemporaryFolder()
    let steps = Mutex<[String]>([])
    var disk = Disk.system
    disk.synchronize = { file in
      let name =
        (try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/fd/\(file)"))
      let place = name?.dropFirst(folder.path.count).split(separator: "/").joined(separator: "/")
      steps.withLock { $0.append(place ?? "?") }
      return .success(())
    }
    let store = try FolderEvidence(at: folder.path, disk: disk)
    steps.withLock { $0 = [] }
    let item = try await store.write(Self.content, for: Self.tenant)
    #if os(Linux)
      #expect(
        steps.withLock { $0 } == ["incoming/1", "items", "items/kendari", "items/kendari/ba"])
      steps.withLock { $0 = [] }
      _ = try await store.write(Self.content, for: Self.tenant)
      #expect(steps.withLock { $0 } == ["incoming/2", "items/kendari/ba"])
      steps.withLock { $0 = [] }
      // Also the second time: the first may have failed just before.
      for _ in 0..<2 { try await store.erase(item.key) }
      #expect(steps.withLock { $0 } == ["items/kendari/ba", "items/kendari/ba"])
    #endif
  }

  // MARK: - Damage

  @Test func `a flipped bit, a cut and a foreign file are found, with their paths`() async throws {
    let folder = try TemporaryFolder()
    let store = try FolderEvidence(at: folder.path, disk: .quick)
    var items: [EvidenceItem] = []
    for number in 0..<12 {
      items.append(
        try await store.write(EvidenceSamples.bytes(number, count: 1_000), for: Self.tenant))
    }
    items.sort { $0.key < $1.key }
    func name(_ number: Int) -> String {
      String(store.place(of: items[number].key).dropFirst(folder.path.count + 1))
    }
    var bytes = try folder.read(name(2))
    bytes[999] ^= 1
    try folder.write(bytes, to: name(2))
    try folder.write(Array(try folder.read(name(5)).dropLast()), to: name(5))
    try folder.write(try folder.read(name(6)), to: name(7))
    let seen = try await store.verify(Self.tenant)
    #expect(seen.damaged.map(\.key) == [2, 5, 7].map { items[$0].key })
    let places = [2, 5, 7].map { folder.path(name($0)) }
    #expect(
      seen.damaged.map(\.error)
        == places.map { .corrupted(StoreDamage(file: $0, offset: 0, .checksum)) })
    // Writing the same content again mends it.
    for number in 0..<12 {
      _ = try await store.write(EvidenceSamples.bytes(number, count: 1_000), for: Self.tenant)
    }
    #expect(try await store.verify(Self.tenant).damaged == [])
  }
}
