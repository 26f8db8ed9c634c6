import AppraisalStorage
import KinerjaCore
import Testing

/// What a crash leaves behind is mended; nothing acknowledged is lost, nothing is half there.
@Suite struct FolderCrashTests {
  static let segment = "0000000001.journal"

  /// A folder with three commits, the bytes of its file and the borders of the frames.
  private func written() async throws -> (TemporaryFolder, bytes: [UInt8], borders: [Int]) {
    let folder = try TemporaryFolder()
    let borders = try await WrittenFolder.write(to: folder.path) {
      try folder.read(Self.segment).count
    }
    return (folder, try folder.read(Self.segment), borders)
  }

  @Test func `cut at any byte, the file opens with the commits that are whole`() async throws {
    let (folder, bytes, borders) = try await written()
    let snapshots = try await WrittenFolder.snapshots()
    let batches = try WrittenFolder.batches()
    for cut in WrittenFolder.places(borders) where cut >= borders[0] {
      try folder.write(Array(bytes[..<cut]), to: Self.segment)
      let store = try FolderStore(at: folder.path, disk: .quick)
      let whole = borders.count { $0 <= cut } - 1
      let torn = cut - borders[whole]
      #expect(store.discardedTail?.offset == (torn > 0 ? UInt64(borders[whole]) : nil))
      #expect(store.discardedTail?.byteCount == (torn > 0 ? torn : nil))
      #expect(try await WrittenFolder.snapshot(of: store) == snapshots[whole], "cut at \(cut)")
      guard cut % 16 == 0 else { continue }
      // What was lost had not been acknowledged; sending all again makes the file whole.
      for (index, batch) in batches.enumerated() {
        #expect(try await store.commit(batch).isReplay == (index < whole), "cut at \(cut)")
      }
      await store.shutdown()
      #expect(try folder.read(Self.segment) == bytes, "cut at \(cut)")
    }
  }

  @Test func `sectors that were never written are a torn tail`() async throws {
    let (folder, bytes, borders) = try await written()
    let snapshots = try await WrittenFolder.snapshots()
    var torn = 0
    for sector in stride(from: 0, to: bytes.count, by: 512) {
      let range = max(sector, borders[2])..<min(sector + 512, bytes.count)
      guard !range.isEmpty, bytes[range].contains(where: { $0 != 0 }) else { continue }
      var damaged = bytes
      for index in range { damaged[index] = 0 }
      try folder.write(damaged, to: Self.segment)
      // A sector that was nearly blank by nature cannot be told from damage, so it is not thrown
      // away: better to ask a person than to lose a commit.
      let isNearlyBlank = bytes[range].reduce(0) { $0 + $1.nonzeroBitCount } <= 8
      if isNearlyBlank {
        #expect(throws: StoreError.self) { try FolderStore(at: folder.path, disk: .quick) }
        continue
      }
      let store = try FolderStore(at: folder.path, disk: .quick)
      #expect(store.discardedTail?.offset == UInt64(borders[2]))
      #expect(try await WrittenFolder.snapshot(of: store) == snapshots[2])
      torn += 1
    }
    #expect(torn >= 2)
  }

  @Test(arguments: [1, 31, 32, 33, 600, 4_096])
  func `zeros behind the last commit are a torn tail`(count: Int) async throws {
    let (folder, bytes, borders) = try await written()
    try folder.write(bytes + Array(repeating: 0, count: count), to: Self.segment)
    let store = try FolderStore(at: folder.path, disk: .quick)
    #expect(store.discardedTail?.offset == UInt64(borders[3]))
    #expect(
      try await WrittenFolder.snapshot(of: store) == WrittenFolder.snapshots()[3])
    await store.shutdown()
    #expect(try folder.read(Self.segment) == bytes)
  }

  @Test func `a file that was being begun is passed over`() async throws {
    let (folder, _, _) = try await written()
    try folder.write([1, 2, 3], to: "0000000002.journal.new")
    let store = try FolderStore(at: folder.path, disk: .quick)
    #expect(try await WrittenFolder.snapshot(of: store) == WrittenFolder.snapshots()[3])
    #expect(try folder.names() == ["0000000001.index", Self.segment, "lock"])
  }
}
