import KinerjaCore
import Testing

@testable import AppraisalStorage

/// What is left of a damaged folder can be read, and what is lost is named.
@Suite struct FolderSalvageTests {
  static let segment = FolderDamageTests.segment

  private func written(
    _ settings: FolderSettings = FolderSettings()
  ) async throws -> (TemporaryFolder, bytes: [UInt8], borders: [Int]) {
    let folder = try TemporaryFolder()
    let borders = try await WrittenFolder.write(to: folder.path, settings) {
      try folder.read(Self.segment).count
    }
    return (folder, try folder.read(Self.segment), borders)
  }

  private func salvage(_ bytes: [UInt8], in folder: TemporaryFolder) throws -> FolderSalvage {
    try folder.write(bytes, to: Self.segment)
    let salvage = try FolderSalvage(of: folder.path)
    #expect(try folder.read(Self.segment) == bytes)
    return salvage
  }

  private func snapshot(_ salvage: FolderSalvage) throws -> WrittenFolder.Snapshot {
    WrittenFolder.Snapshot(
      records: try salvage.recordKeys.compactMap { try salvage.record($0) },
      events: try salvage.events(of: WrittenFolder.stream))
  }

  @Test func `of a sound folder nothing is lost`() async throws {
    let (folder, bytes, _) = try await written()
    let salvage = try salvage(bytes, in: folder)
    #expect(salvage.losses == [])
    #expect(salvage.streams == [WrittenFolder.stream])
    #expect(try snapshot(salvage) == (await WrittenFolder.snapshots())[3])
  }

  @Test func `whatever bit is flipped, the loss is named and the other commits are there`()
    async throws
  {
    let (folder, bytes, borders) = try await written()
    let whole = try await WrittenFolder.snapshots()[3]
    for place in WrittenFolder.places(borders) {
      var flipped = bytes
      flipped[place] ^= 1 << (place % 8)
      let salvage = try salvage(flipped, in: folder)
      let frame = borders.lastIndex { $0 <= place }
      let loss = try #require(salvage.losses.first, "byte \(place)")
      #expect(salvage.losses.count == 1)
      #expect(loss.damage.file == folder.path(Self.segment))
      #expect(loss.damage.offset == UInt64(frame.map { borders[$0] } ?? 0), "byte \(place)")
      guard let frame else {
        // The header of the file: all commits are there.
        #expect(try snapshot(salvage) == whole && loss.commits == 1..<1)
        continue
      }
      #expect(loss.byteCount == UInt64(borders[frame + 1] - borders[frame]))
      #expect(loss.commits == (frame == 2 ? nil : UInt64(frame + 1)..<UInt64(frame + 2)))
      let lost: Range<UInt64> = [0..<1, 1..<3, 3..<4][frame]
      let events = try salvage.events(of: WrittenFolder.stream)
      #expect(events == whole.events.filter { !lost.contains($0.position) })
      #expect(salvage.gaps(in: WrittenFolder.stream) == (frame == 2 ? [] : [lost]))
    }
  }

  @Test func `a record whose deletion is lost is shown as it was before`() async throws {
    let (folder, bytes, borders) = try await written()
    var damaged = Array(bytes[..<borders[2]])
    damaged[borders[1] + 40] ^= 4
    let salvage = try salvage(damaged, in: folder)
    let key = RecordKey(tenant: WrittenFolder.tenant, collection: "plans", id: "a")
    #expect(try salvage.record(key)?.payload == Payload(schema: 1, utf8: "first"))
    #expect(salvage.losses.map(\.commits) == [nil])
  }

  @Test func `commits that are missing, stand twice or are foreign bytes are named`() async throws {
    let (folder, bytes, borders) = try await written()
    let frames = (0..<3).map { Array(bytes[borders[$0]..<borders[$0 + 1]]) }
    let header = Array(bytes[..<borders[0]])
    let missing = try salvage(header + frames[0] + frames[2], in: folder)
    #expect(missing.losses.map(\.commits) == [2..<3])
    #expect(missing.losses.map(\.damage.finding) == [.order])
    let twice = try salvage(header + frames[0] + frames[0] + frames[1] + frames[2], in: folder)
    #expect(twice.losses.map(\.damage.offset) == [UInt64(borders[1])])
    #expect(try snapshot(twice) == (await WrittenFolder.snapshots())[3])
    let foreign = Array(repeating: UInt8(0x41), count: 100)
    let between = try salvage(header + frames[0] + foreign + frames[1] + frames[2], in: folder)
    #expect(between.losses.map(\.byteCount) == [100])
    #expect(try snapshot(between) == (await WrittenFolder.snapshots())[3])
  }

  @Test func `an interrupted commit is no loss`() async throws {
    let (folder, bytes, borders) = try await written()
    for length in borders[2]..<borders[3] {
      let salvage = try salvage(Array(bytes[..<length]), in: folder)
      #expect(salvage.losses == [], "\(length) of \(bytes.count) bytes")
      #expect(try salvage.events(of: WrittenFolder.stream).count == 3)
    }
  }

  @Test func `a missing file costs its commits only`() async throws {
    let folder = try TemporaryFolder()
    let store = try FolderStore(
      at: folder.path, FolderSettings(segmentBytes: 1_024), disk: .quick)
    let stream = WrittenFolder.stream
    for number in 0..<30 {
      _ = try await store.commit(
        Batch(
          tenant: "kendari", idempotencyKey: KeyText("\(number)"),
          [
            .append(
              stream, [Payload(schema: 1, utf8: "\(number)")], expecting: .exactly(UInt64(number)))
          ]))
    }
    await store.shutdown()
    let names = try folder.names().filter { $0.hasSuffix(".journal") }
    try #require(names.count >= 4)
    try folder.remove(names[1])
    let salvage = try FolderSalvage(of: folder.path)
    let loss = try #require(salvage.losses.first)
    #expect(salvage.losses.count == 1)
    #expect(loss.damage == StoreDamage(file: folder.path(names[1]), offset: 0, .missingFile))
    let gap = try #require(salvage.gaps(in: stream).first)
    #expect(loss.commits == gap.lowerBound + 1..<gap.upperBound + 1)
    #expect(try salvage.events(of: stream).count == 30 - gap.count)
    #expect(loss.description.contains("commits \(gap.lowerBound + 1) to \(gap.upperBound)"))
  }

  @Test func `nothing but noise is no crash`() throws {
    let folder = try TemporaryFolder()
    for bytes in [[], Array("hello".utf8), Array(repeating: 0, count: 4_096)] as [[UInt8]] {
      let salvage = try salvage(bytes, in: folder)
      #expect(salvage.losses.first?.damage.finding == .header)
      #expect(salvage.recordKeys == [] && salvage.streams == [])
    }
  }
}
