public import AppraisalStorage
import KinerjaCore

/// A little of everything that a store keeps, for data of old formats that must open for ever.
///
/// Write it once with the version whose format is to be remembered, keep what that left (a file, a
/// script), and check in every later version that all of it reads as before:
///
/// ```swift
/// try await StoreSample.write(to: MyStore(at: "format-1"))          // once, with the old version
/// #expect(await StoreSample.fault(in: MyStore(at: copyOfFormat1)) == nil)  // from then on
/// ```
public enum StoreSample {
  private static let other = ConformanceBench.otherTenant
  private static let notes = stream("notes")

  /// Writes the sample into an empty store: records that stay, are replaced and are deleted, streams
  /// of two tenants, and an erased event if the store can erase.
  ///
  /// - Throws: What the store throws.
  public static func write(to store: some AppraisalStore) async throws {
    for batch in try batches() { _ = try await store.commit(batch) }
    if let store = store as? any ErasingStore { try await store.eraseEvents(of: notes, in: 1..<2) }
  }

  /// What in a store is otherwise than ``write(to:)`` left it, in a sentence; nil if nothing is.
  ///
  /// It looks at records, events, tenants and repetitions, and goes on writing under keys of its
  /// own, so that it may be asked again.
  public static func fault(in store: some AppraisalStore) async -> String? {
    do {
      try await check(
        ConformanceBench(
          store: store, seed: 1,
          handling: StoreHandling(
            make: { store }, reopen: nil, openBeside: nil, crashes: nil,
            shutdown: { await $0.shutdown() }, erased: { $0 })))
      return nil
    } catch let broken as BrokenPromise {
      return broken.detail
    } catch {
      return "\(error)"
    }
  }

  private static func batches() throws -> [Batch] {
    [
      try Batch(
        tenant: ConformanceBench.tenant, idempotencyKey: "sample-1",
        [
          .put(record("a"), Payload("first"), if: .mustNotExist),
          .put(record("b"), Payload("gone"), if: .mustNotExist),
          .append(notes, [Payload("0"), Payload("1")], expecting: .empty),
        ]),
      try Batch(
        tenant: ConformanceBench.tenant, idempotencyKey: "sample-2",
        [
          .put(record("a"), Payload("second"), if: .unconditional),
          .delete(record("b"), if: .unconditional),
          .put(record("c"), Payload(schema: 3, [0, 255, 10]), if: .mustNotExist),
        ]),
      try Batch(
        tenant: other, idempotencyKey: "sample-1",
        [
          .put(record("a", of: other), Payload("theirs"), if: .mustNotExist),
          .append(stream("notes", of: other), [Payload("theirs")], expecting: .empty),
        ]),
      try Batch(
        tenant: ConformanceBench.tenant, idempotencyKey: "sample-3",
        [
          .append(notes, [Payload("2")], expecting: .exactly(2)),
          .append(stream("empty"), [Payload(schema: 2, [])], expecting: .empty),
        ]),
    ]
  }

  private static func check(_ bench: ConformanceBench) async throws {
    let records = try await bench.page(limit: 10).items
    try expect(records.map(\.key), is: [record("a"), record("c")], "the records")
    try expect(
      records.map(\.payload), is: [Payload("second"), Payload(schema: 3, [0, 255, 10])],
      "what they hold")
    let theirs = try await bench.page(limit: 10, for: other).items
    try expect(theirs.map(\.payload), is: [Payload("theirs")], "the other tenant's records")
    try expect(
      try await bench.texts(stream("notes", of: other)), is: ["theirs"], "their events")
    let events = try await bench.store.events(of: notes, from: 0, limit: 3)
    let erases = bench.store is any ErasingStore
    try expect(events.map(\.position), is: [0, 1, 2], "positions")
    try expect(events.map(\.isErased), is: [false, erases, false], "which events are erased")
    try expect(
      events.map(\.payload.text), is: ["0", erases ? "" : "1", "2"], "what the events say")
    let empty = try await bench.store.events(of: stream("empty"), from: 0, limit: 3)
    try expect(empty.map(\.payload), is: [Payload(schema: 2, [])], "the event without content")
    try await checkRepetitions(bench)
    try await bench.commit("sample-4", .append(notes, [Payload("3")], expecting: .exactly(3)))
    // The second condition fails only where the first, on the revision, holds; nothing is written.
    guard let held = records.first else { return }
    try await expectRefusal("a batch at the revision read", with: .streamConflict(notes, actual: 4))
    {
      try await bench.commit(
        "sample-5", .put(held.key, Payload("x"), if: .revision(held.revision)),
        .append(notes, [Payload("x")], expecting: .exactly(9)))
    }
  }

  private static func checkRepetitions(_ bench: ConformanceBench) async throws {
    var revisions: [RecordKey: Revision] = [:]
    for (place, batch) in try batches().enumerated() {
      do {
        let receipt = try await bench.store.commit(batch)
        try expect(receipt.isReplay, "batch \(place) of the sample is taken for a new one")
        revisions.merge(receipt.revisions) { $1 }
      } catch StoreError.idempotencyMismatch where place == 0 {
        // It wrote what is erased.
      }
    }
    for key in [record("a"), record("c"), record("a", of: other)] {
      try expect(
        try await bench.read(key)?.revision, is: revisions[key], "the revision in a receipt")
    }
    let key: KeyText = "sample-3"
    try await expectRefusal("other content under an old key", with: .idempotencyMismatch(key)) {
      try await bench.commit(key, .append(notes, [Payload("x")], expecting: .unconditional))
    }
  }
}
