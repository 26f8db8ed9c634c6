import AppraisalStorage
import KinerjaCore
import Testing

@Suite struct BatchTests {
  let key = RecordKey(tenant: "kendari", collection: "plans", id: "1")
  let stream = StreamID(tenant: "bungo", collection: "journal", id: "1")

  @Test func `a batch changes something`() {
    #expect(throws: StoreError.invalidBatch(.noMutation)) {
      try Batch(tenant: "kendari", idempotencyKey: "1", [])
    }
  }

  @Test func `a batch stays within its tenant`() {
    #expect(throws: StoreError.invalidBatch(.otherTenant(mutation: 1))) {
      try Batch(
        tenant: "kendari", idempotencyKey: "1",
        [.delete(key, if: .unconditional), .append(stream, [], expecting: .empty)])
    }
  }

  @Test func `writes and bytes are counted`() throws {
    let batch = try Batch(
      tenant: "kendari", idempotencyKey: "1",
      [
        .put(key, Payload(schema: 1, utf8: "abc"), if: .unconditional),
        .delete(key, if: .unconditional),
        .append(
          StreamID(tenant: "kendari", collection: "journal", id: "1"),
          [Payload(schema: 1, utf8: "de"), Payload(schema: 1, [])], expecting: .unconditional),
        .append(
          StreamID(tenant: "kendari", collection: "journal", id: "2"), [], expecting: .empty),
      ])
    #expect(batch.writeCount == 5)
    #expect(batch.byteCount == 5)
  }

  @Test func `a cursor belongs to one collection of one tenant`() throws {
    let cursor = Cursor(after: key)
    #expect(try cursor.lastID(tenant: "kendari", collection: "plans") == "1")
    #expect(throws: StoreError.invalidCursor) {
      try cursor.lastID(tenant: "bungo", collection: "plans")
    }
    #expect(throws: StoreError.invalidCursor) {
      try cursor.lastID(tenant: "kendari", collection: "plan")
    }
    for index in cursor.token.indices {
      var token = cursor.token
      token.replaceSubrange(index...index, with: token[index] == "7" ? "8" : "7")
      #expect(throws: StoreError.invalidCursor, "\(token)") {
        try Cursor(token: token).lastID(tenant: "kendari", collection: "plans")
      }
    }
  }

  @Test func `the digest of a batch is the same in every version, and another's for any change`()
    throws
  {
    let batches = try WrittenFolder.batches()
    let beginnings = batches.map { String($0.digest.hex.prefix(16)) }
    #expect(beginnings == ["cc3602a025ff6173", "550803ea4204ab34", "ea28c7b8d1be0800"])
    let first = batches[0]
    let renamed = try Batch(
      tenant: first.tenant, idempotencyKey: "other", first.mutations)
    #expect(renamed.digest != first.digest)
  }

  @Test func `a plan says what to write and where`() throws {
    let key = RecordKey(tenant: "kendari", collection: "plans", id: "a")
    let stream = StreamID(tenant: "kendari", collection: "journal", id: "a")
    let payload = Payload(schema: 1, utf8: "x")
    let batch = try Batch(
      tenant: "kendari", idempotencyKey: "1",
      [
        .append(stream, [payload], expecting: .exactly(7)), .delete(key, if: .unconditional),
        .put(key, payload, if: .mustNotExist),
        .append(stream, [payload, payload], expecting: .exactly(8)),
      ])
    let plan = try BatchPlan(of: batch, committing: 5) { _ in
      Revision(token: "4.0")
    } length: { _ in
      7
    }
    let revision = Revision(token: "5.2")
    #expect(
      plan.writes == [
        .append(stream, [payload], at: 7), .delete(key), .put(key, payload, revision),
        .append(stream, [payload, payload], at: 8),
      ])
    #expect(plan.starts == [7, 8])
    #expect(plan.receipt.revisions == [key: revision])
    #expect(plan.receipt.streamLengths == [stream: 10])
    #expect(CommitReceipt(of: batch, committedAs: 5, starts: [7, 8]) == plan.receipt)
    #expect(throws: StoreError.streamConflict(stream, actual: 6)) {
      try BatchPlan(of: batch, committing: 5) { _ in
        nil
      } length: { _ in
        6
      }
    }
  }
}
