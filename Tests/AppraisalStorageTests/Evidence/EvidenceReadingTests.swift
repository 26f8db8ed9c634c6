import AppraisalStorage
import Foundation
import KinerjaCore
import Testing

/// What stands above the contract and works on any store of evidence.
@Suite struct EvidenceReadingTests {
  static let tenant = EvidenceSamples.tenant

  private func read(_ bytes: EvidenceBytes) async throws -> [[UInt8]] {
    var pieces: [[UInt8]] = []
    for try await piece in bytes { pieces.append(piece) }
    return pieces
  }

  @Test func `a content comes in pieces of the wanted length`() async throws {
    let store = MemoryEvidence()
    let content = EvidenceSamples.bytes(1, count: 2_500)
    let item = try await store.write(content, for: Self.tenant)
    let pieces = try await read(store.bytes(of: item.key, pieceBytes: 1_000))
    #expect(pieces.map(\.count) == [1_000, 1_000, 500] && pieces.flatMap { $0 } == content)
    // A length that no store takes is moved into what it takes.
    #expect(try await read(store.bytes(of: item.key, pieceBytes: 0)).count == 2_500)
    #expect(try await read(store.bytes(of: item.key, pieceBytes: .max)) == [content])
    #expect(try await store.contents(of: item.key) == content)
    let empty = try await store.write([], for: Self.tenant)
    #expect(try await read(store.bytes(of: empty.key)) == [])
    let reference = try item.reference(mediaType: "image/jpeg", fileName: "foto.jpg")
    #expect(try await read(store.bytes(of: reference, for: Self.tenant)) == [content])
  }

  @Test func `what is not there is told as missing, also when it is erased on the way`()
    async throws
  {
    let store = MemoryEvidence()
    let item = try await store.write(EvidenceSamples.bytes(1, count: 10), for: Self.tenant)
    var pieces = store.bytes(of: item.key, pieceBytes: 4).makeAsyncIterator()
    #expect(try await pieces.next()?.count == 4)
    try await store.erase(item.key)
    await #expect(throws: StoreError.missingEvidence(item.key)) { try await pieces.next() }
    #expect(try await pieces.next() == nil, "nothing comes behind an error")
    await #expect(throws: StoreError.missingEvidence(item.key)) {
      try await store.contents(of: item.key)
    }
  }

  static let content = EvidenceSamples.bytes(1, count: 100)

  @Test(
    arguments: [
      ([content[0] ^ 4] + content.dropFirst(), .checksum, 0), (content.dropLast(), .shortFile, 99),
      ([], .shortFile, 0), (content + [0], .content, 100),
      (EvidenceSamples.bytes(9, count: 100), .checksum, 0),
    ] as [([UInt8], StoreDamage.Finding, UInt64)])
  func `other bytes than were written are told at the end, with place and finding`(
    bytes: [UInt8], finding: StoreDamage.Finding, offset: UInt64
  ) async throws {
    let store = TamperedEvidence(MemoryEvidence())
    let item = try await store.write(Self.content, for: Self.tenant)
    let reference = try item.reference(mediaType: "a/b", fileName: "a")
    await store.replace(item.key, by: bytes)
    let place = "kendari/\(SHA256.hash(Self.content))"
    await #expect(throws: StoreError.corrupted(.init(file: place, offset: offset, finding))) {
      try await read(store.bytes(of: reference, for: Self.tenant, pieceBytes: 30))
    }
    // Without a reference the length that was written is not known.
    await #expect(throws: StoreError.corrupted(.init(file: place, offset: 0, .checksum))) {
      try await store.contents(of: item.key)
    }
  }

  @Test func `a copy is there whole and checked, or not at all`() async throws {
    let folder = try TemporaryFolder()
    let store = TamperedEvidence(MemoryEvidence())
    let content = EvidenceSamples.bytes(1, count: 600_000)
    let item = try await store.write(content, for: Self.tenant)
    try folder.write([1], to: "a")
    try await store.copy(item.key, toFileAt: folder.path("a"))
    #expect(try folder.read("a") == content)
    await store.replace(item.key, by: content.dropLast())
    await #expect(throws: StoreError.self) {
      try await store.copy(item.key, toFileAt: folder.path("b"))
    }
    await #expect(throws: StoreError.self) {
      try await store.copy(item.key, toFileAt: folder.path("a"))
    }
    #expect(try folder.names() == ["a"] && folder.read("a") == content)
    let nowhere = folder.path("c/d")
    await #expect(throws: StoreError.notFound(place: nowhere)) {
      try await store.copy(item.key, toFileAt: nowhere)
    }
  }

  // MARK: - Writing

  @Test func `a file is written as it is, and what cannot be read is told`() async throws {
    let folder = try TemporaryFolder()
    let store = MemoryEvidence()
    let content = EvidenceSamples.bytes(1, count: 600_001)
    try folder.write(content, to: "a")
    let item = try await store.write(fileAt: folder.path("a"), for: Self.tenant)
    #expect(item.digest == SHA256.hash(content) && item.byteCount == content.count)
    try folder.write([], to: "empty")
    #expect(try await store.write(fileAt: folder.path("empty"), for: Self.tenant).byteCount == 0)
    for (place, code) in [
      ("missing", "core.missing-file"), ("", "core.folder-instead-of-file"),
    ] {
      let error = await #expect(throws: InvalidInput.self) {
        try await store.write(fileAt: folder.path(place), for: Self.tenant)
      }
      #expect(error?.problems.map(\.kind.code) == [code])
    }
    #expect(try await store.page(of: Self.tenant, after: nil, limit: 9).items.count == 2)
  }

  @Test func `pieces are taken as they arrive, and their own error is thrown on`() async throws {
    struct Gone: Error, Equatable {}
    let store = MemoryEvidence(itemBytes: 10)
    for (end, isKept) in [(nil, true), (Gone(), false)] as [(Gone?, Bool)] {
      let (pieces, sender) = AsyncThrowingStream<ArraySlice<UInt8>, any Error>.makeStream()
      for piece in [[1, 2], [], [3]] as [ArraySlice<UInt8>] { sender.yield(piece) }
      sender.finish(throwing: end)
      do {
        let item = try await store.write(pieces, for: Self.tenant)
        #expect(isKept && item.digest == SHA256.hash([1, 2, 3]))
        try await store.erase(item.key)
      } catch {
        #expect(!isKept && error is Gone)
      }
      #expect(try await store.page(of: Self.tenant, after: nil, limit: 9).items == [])
    }
    let (pieces, sender) = AsyncStream<Data>.makeStream()
    sender.yield(Data(count: 11))
    await #expect(throws: StoreError.limitExceeded(.evidenceBytes, found: 11, allowed: 10)) {
      try await store.write(pieces, for: Self.tenant)
    }
  }
}
