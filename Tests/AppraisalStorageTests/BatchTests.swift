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
}
