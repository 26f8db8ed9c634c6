import KinerjaCore
import Testing

@testable import AppraisalStorage

/// Damage that no crash leaves behind is refused with its place, and nothing is changed.
@Suite struct FolderDamageTests {
  static let segment = "0000000001.journal"

  private func written(
    _ settings: FolderSettings = FolderSettings()
  ) async throws -> (TemporaryFolder, bytes: [UInt8], borders: [Int]) {
    let folder = try TemporaryFolder()
    let borders = try await WrittenFolder.write(to: folder.path, settings) {
      try folder.read(Self.segment).count
    }
    return (folder, try folder.read(Self.segment), borders)
  }

  /// Opens damaged bytes and returns what was found.
  private func damage(_ bytes: [UInt8], in folder: TemporaryFolder) throws -> StoreDamage? {
    try folder.write(bytes, to: Self.segment)
    let error = #expect(throws: StoreError.self) { try FolderStore(at: folder.path, disk: .quick) }
    #expect(try folder.read(Self.segment) == bytes, "damaged bytes were changed")
    guard case .corrupted(let damage)? = error else {
      Issue.record("not damage: \(String(describing: error))")
      return nil
    }
    #expect(damage.file == folder.path(Self.segment))
    return damage
  }

  @Test func `a flipped bit anywhere is found, with the commit that it is in`() async throws {
    let (folder, bytes, borders) = try await written()
    for place in WrittenFolder.places(borders) {
      var flipped = bytes
      flipped[place] ^= 1 << (place % 8)
      let damage = try damage(flipped, in: folder)
      let frame = borders.last { $0 <= place } ?? 0
      #expect(damage?.offset == UInt64(frame), "a bit of byte \(place) of \(bytes.count)")
      #expect(damage?.finding == (frame == 0 ? .header : .checksum))
    }
  }

  @Test func `every bit of a short last commit is guarded`() async throws {
    let folder = try TemporaryFolder()
    let store = try FolderStore(at: folder.path, disk: .quick)
    let key = RecordKey(tenant: "kendari", collection: "plans", id: "a")
    _ = try await store.commit(
      Batch(
        tenant: "kendari", idempotencyKey: "1",
        [.put(key, Payload(schema: 0, [0, 0, 1]), if: .unconditional)]))
    await store.shutdown()
    let bytes = try folder.read(Self.segment)
    for place in SegmentHeader.size..<bytes.count {
      for bit in 0..<8 {
        var flipped = bytes
        flipped[place] ^= 1 << bit
        let damage = try damage(flipped, in: folder)
        #expect(damage?.offset == UInt64(SegmentHeader.size), "bit \(bit) of byte \(place)")
      }
    }
  }

  @Test func `a sector of zeros before the last commit is damage`() async throws {
    let (folder, bytes, borders) = try await written()
    for border in 0..<2 {
      var damaged = bytes
      for index in borders[border]..<borders[border + 1] { damaged[index] = 0 }
      #expect(try damage(damaged, in: folder)?.offset == UInt64(borders[border]))
    }
  }

  @Test func `a commit that is missing or stands twice is found`() async throws {
    let (folder, bytes, borders) = try await written()
    let frames = (0..<3).map { Array(bytes[borders[$0]..<borders[$0 + 1]]) }
    let header = Array(bytes[..<borders[0]])
    let orders = [[1, 2], [0, 2], [0, 0, 1, 2], [0, 1, 1, 2], [0, 2, 1], [1, 0, 2]]
    for order in orders {
      let damage = try damage(header + order.flatMap { frames[$0] }, in: folder)
      #expect(damage?.finding == .order, "\(order)")
    }
  }

  @Test func `a commit that contradicts an earlier one is found`() async throws {
    let (folder, bytes, borders) = try await written()
    // Sound checksums, but the idempotency key of the first batch a second time.
    let batch = try WrittenFolder.batches()[0]
    let frame = Frame.bytes(
      sequence: 4, body: BatchBody(batch, starts: [0]).bytes, at: borders[3])
    let damage = try damage(bytes + frame, in: folder)
    #expect(
      damage
        == StoreDamage(
          file: folder.path(Self.segment), offset: UInt64(borders[3]), .content))
  }

  @Test func `a body of nonsense with sound checksums is found`() async throws {
    let (folder, bytes, borders) = try await written()
    let body = BatchBody(try WrittenFolder.batches()[0], starts: [4]).bytes
    for length in 0..<body.count {
      let frame = Frame.bytes(sequence: 4, body: Array(body[..<length]), at: borders[3])
      let damage = try damage(bytes + frame, in: folder)
      #expect(damage?.finding == .content, "\(length) bytes of body")
      #expect(damage?.offset == UInt64(borders[3]))
    }
  }

  @Test func `foreign bytes behind the last commit are not thrown away`() async throws {
    let (folder, bytes, borders) = try await written()
    let damage = try damage(bytes + Array(repeating: 0x41, count: 100), in: folder)
    #expect(damage?.offset == UInt64(borders[3]))
    #expect(damage?.finding == .checksum)
  }

  @Test func `a file that is not one of ours is refused`() async throws {
    let (folder, _, _) = try await written()
    for bytes in [[], Array("hello".utf8), Array(repeating: 0, count: 4_096)] as [[UInt8]] {
      #expect(try damage(bytes, in: folder)?.finding == .header)
    }
  }

  @Test func `a newer format is refused and left alone`() async throws {
    let (folder, bytes, _) = try await written()
    var newer = Array(bytes[..<8]) + [2, 0, 0, 0]
    let checksum = CRC32C.checksum(of: newer)
    withUnsafeBytes(of: checksum.littleEndian) { newer += $0 }
    newer += Array("whatever a later version writes".utf8)
    try folder.write(newer, to: Self.segment)
    #expect(
      throws: StoreError.newerFormat(place: folder.path(Self.segment), found: 2, supported: 1)
    ) { try FolderStore(at: folder.path, disk: .quick) }
    #expect(try folder.read(Self.segment) == newer)
  }

  @Test func `a missing or shortened file among others is found`() async throws {
    let folder = try TemporaryFolder()
    let settings = FolderSettings(segmentBytes: 1_024)
    let store = try FolderStore(at: folder.path, settings)
    let key = RecordKey(tenant: "kendari", collection: "plans", id: "a")
    for number in 0..<30 {
      _ = try await store.commit(
        Batch(
          tenant: "kendari", idempotencyKey: KeyText("\(number)"),
          [.put(key, Payload(schema: 1, utf8: "\(number)"), if: .unconditional)]))
    }
    await store.shutdown()
    let names = try folder.names().filter { $0.hasSuffix(".journal") }
    #expect(names.count >= 3)
    let middle = try folder.read(names[1])
    func finding() throws -> StoreDamage? {
      let error = #expect(throws: StoreError.self) { try FolderStore(at: folder.path, settings) }
      guard case .corrupted(let damage)? = error else { return nil }
      return damage
    }
    try folder.write(Array(middle.dropLast(3)), to: names[1])
    #expect(try finding()?.finding == .shortFile)
    #expect(try finding()?.file == folder.path(names[1]))
    try folder.write(Array(middle[..<SegmentHeader.size]), to: names[1])
    #expect(try finding()?.finding == .order)
    try folder.remove(names[1])
    #expect(
      try finding() == StoreDamage(file: folder.path(names[1]), offset: 0, .missingFile))
    try folder.write(middle, to: names[1])
    let again = try FolderStore(at: folder.path, settings)
    #expect(try await again.read([key])[key]?.payload == Payload(schema: 1, utf8: "29"))
  }

  /// Its bytes, its schema, its length and its checksum.
  @Test(arguments: [0, -12, -8, -4])
  func `a payload that changed on disk after opening is not returned`(
    distance: Int
  ) async throws {
    let (folder, bytes, _) = try await written()
    let store = try FolderStore(at: folder.path, disk: .quick)
    var damaged = bytes
    let content = try #require(bytes.firstRange(of: Array("second".utf8))?.lowerBound)
    damaged[content + distance] ^= 1
    let place = distance == 0 ? content : content - 12
    try folder.overwrite(damaged, in: Self.segment)
    let key = RecordKey(tenant: "kendari", collection: "plans", id: "b")
    await #expect(
      throws: StoreError.corrupted(
        StoreDamage(file: folder.path(Self.segment), offset: UInt64(place), .checksum))
    ) { try await store.read([key]) }
  }
}
