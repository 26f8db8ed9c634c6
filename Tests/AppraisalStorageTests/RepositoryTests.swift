import AppraisalStorage
import KinerjaCore
import Testing

/// Views of values over both stores.
@Suite struct RepositoryTests {
  struct Note: Codable, Hashable, Sendable {
    var text: String
    var count = 0
  }

  /// The note as schema 1 had it.
  struct OldNote: Codable, Sendable { var teks: String }

  static let lift: SchemaStep = { (value) throws(InvalidInput) in
    guard case .object(var members) = value else { return value }
    members["text"] = members.removeValue(forKey: "teks")
    members["count"] = 0
    return .object(members)
  }

  enum Place: CaseIterable { case memory, folder }

  /// Runs a test over a store of each sort.
  private func with(
    _ place: Place, _ test: (any AppraisalStore) async throws -> Void
  ) async throws {
    let folder = try TemporaryFolder()
    let store: any AppraisalStore =
      switch place {
      case .memory: MemoryStore()
      case .folder: try FolderStore(at: folder.path, disk: .quick)
      }
    try await test(store)
    await store.shutdown()
  }

  private func notes<Store: AppraisalStore>(
    in store: Store, _ codec: CodableCodec<Note> = CodableCodec()
  ) -> Repository<CodableCodec<Note>, Store> {
    store.repository(codec, tenant: "kendari", collection: "notes")
  }

  @Test(arguments: Place.allCases)
  func `a value is created, read, replaced and removed`(place: Place) async throws {
    try await with(place) { try await createReadReplaceRemove($0) }
  }

  private func createReadReplaceRemove(_ store: some AppraisalStore) async throws {
    let notes = notes(in: store)
    #expect(try await notes["p-01"] == nil)
    try await notes.create(Note(text: "setuju"), as: "p-01", idempotencyKey: "1")
    let lost = RepositoryError.store(.alreadyExists(notes.key("p-01")))
    await #expect(throws: lost) {
      try await notes.create(Note(text: "lain"), as: "p-01", idempotencyKey: "2")
    }
    let entry = try #require(try await notes.entry("p-01"))
    #expect(entry.value == Note(text: "setuju"))
    try await notes.replace(entry, with: Note(text: "final", count: 1), idempotencyKey: "3")
    await #expect(throws: RepositoryError.self) {
      try await notes.replace(entry, with: Note(text: "usang"), idempotencyKey: "4")
    }
    let current = try #require(try await notes.entry("p-01"))
    #expect(current.value == Note(text: "final", count: 1) && current.revision != entry.revision)
    await #expect(throws: RepositoryError.self) {
      try await notes.remove(entry, idempotencyKey: "5")
    }
    try await notes.remove(current, idempotencyKey: "6")
    #expect(try await notes["p-01"] == nil)
  }

  @Test(arguments: Place.allCases)
  func `writers at the same time lose no change`(place: Place) async throws {
    try await with(place) { try await countTogether($0) }
  }

  private func countTogether(_ store: some AppraisalStore) async throws {
    let notes = notes(in: store)
    try await withThrowingTaskGroup(of: Void.self) { group in
      for writer in 0..<6 {
        group.addTask {
          for number in 0..<10 {
            try await notes.update("p-01", idempotencyKey: KeyText("w\(writer)-\(number)")) { old in
              Note(text: "n", count: (old?.count ?? 0) + 1)
            }
          }
        }
      }
      try await group.waitForAll()
    }
    #expect(try await notes["p-01"]?.count == 60)
  }

  @Test func `an update that wants nothing writes nothing`() async throws {
    let notes = notes(in: MemoryStore())
    try await notes.create(Note(text: "a"), as: "p-01", idempotencyKey: "1")
    let before = try await notes.entry("p-01")?.revision
    #expect(try await notes.update("p-01", idempotencyKey: "2") { _ in nil } == nil)
    #expect(try await notes.entry("p-01")?.revision == before)
    // The key is still free.
    #expect(try await notes.update("p-01", idempotencyKey: "2") { $0 }?.isReplay == false)
  }

  @Test(arguments: [1, 2, 100])
  func `all values come in order of their ids`(pageSize: Int) async throws {
    let store = MemoryStore()
    let notes = notes(in: store)
    var mutations: [Mutation] = []
    for number in (0..<5).reversed() {
      mutations += try await notes.put(
        Note(text: "\(number)"), as: KeyText("p-\(number)"), if: .mustNotExist)
    }
    _ = try await store.commit(Batch(tenant: "kendari", idempotencyKey: "1", mutations))
    var texts: [String] = []
    for try await entry in notes.all(pageSize: pageSize) { texts.append(entry.value.text) }
    #expect(texts == ["0", "1", "2", "3", "4"])
    #expect(try await notes.entries(["p-1", "p-9"]).keys.map(\.text) == ["p-1"])
  }

  @Test func `a value of an earlier schema is lifted, and written back under the present one`()
    async throws
  {
    let store = MemoryStore()
    try await store.repository(CodableCodec<OldNote>(), tenant: "kendari", collection: "notes")
      .create(OldNote(teks: "lama"), as: "p-01", idempotencyKey: "1")
    let codec = CodableCodec<Note>(lifting: [Self.lift])
    let notes = notes(in: store, codec)
    #expect(try await notes["p-01"] == Note(text: "lama"))
    try await notes.update("p-01", idempotencyKey: "2") { $0 }
    let key = notes.key("p-01")
    #expect(
      try await store.read([key])[key]?.payload
        == Payload(schema: 2, utf8: #"{"count":0,"text":"lama"}"#))
    // Who knows schema 1 only refuses rather than guesses.
    await #expect(
      throws: RepositoryError.payload(key, .unknownSchema(found: 2, supported: 1))
    ) { try await self.notes(in: store)["p-01"] }
  }

  @Test func `what does not fit the type is named by its path and nothing else`() async throws {
    let store = MemoryStore()
    let notes = notes(in: store)
    let payload = Payload(schema: 1, utf8: #"{"text":"Budi","count":"rahasia"}"#)
    _ = try await store.commit(
      Batch(
        tenant: "kendari", idempotencyKey: "1",
        [.put(notes.key("p-01"), payload, if: .mustNotExist)]))
    let error = await #expect(throws: RepositoryError.self) { try await notes["p-01"] }
    #expect(error?.diagnostics.map(\.place.path.description) == ["count"])
    #expect(error?.description.contains("rahasia") == false)
    var count = 0
    await #expect(throws: RepositoryError.self) {
      for try await _ in notes.all() { count += 1 }
    }
    #expect(count == 0)
  }

  @Test func `a number that is not finite is refused before anything is written`() async throws {
    let rates = MemoryStore().repository(
      CodableCodec<[Double]>(), tenant: "kendari", collection: "rates")
    await #expect(throws: RepositoryError.payload(rates.key("a"), .notEncodable)) {
      try await rates.create([.nan], as: "a", idempotencyKey: "1")
    }
    #expect(RepositoryError.payload(rates.key("a"), .notEncodable).description.contains("JSON"))
  }

  @Test func `values of definition files need no codec`() async throws {
    let ranges = MemoryStore().repository(
      of: DayRange.self, tenant: "kendari", collection: "periods")
    try await ranges.create(.always, as: "a", idempotencyKey: "1")
    #expect(try await ranges["a"] == .always)
  }
}
