import AppraisalStorage
import KinerjaCore
import Testing

@Suite struct StoreErrorTests {
  static let key = RecordKey(tenant: "kendari", collection: "plans", id: "p-secret")
  static let stream = StreamID(tenant: "kendari", collection: "journal", id: "p-secret")
  static let all: [StoreError] =
    [
      .conflict(key, actual: nil), .alreadyExists(key), .streamConflict(stream, actual: 3),
      .idempotencyMismatch("p-secret"), .invalidBatch(.noMutation),
      .invalidBatch(.otherTenant(mutation: 2)), .invalidCursor, .changesForgotten,
      .limitExceeded(.pageItems, found: 0, allowed: 9), .outcomeUnknown("p-secret"), .cancelled,
      .unavailable(retryAfter: nil), .inUse(place: "f"), .notFound(place: "f"),
      .readOnly(place: "f"), .full(place: "f"),
      .newerFormat(place: "f", found: 2, supported: 1),
      .needsMigration(place: "f", found: 1, supported: 2), .unsupported("x"),
      .missingEvidence(EvidenceKey(tenant: "kendari", digest: SHA256.hash(Array("secret".utf8)))),
      .backend(code: "errno-5", message: "x"),
    ]
    + StoreDamage.Finding.allCases.map {
      .corrupted(StoreDamage(file: "f", offset: 7, $0))
    }

  @Test func `every kind of problem is worded in both languages`() {
    #expect(StorageDiagnostics.all.flatMap(\.faults) == [])
    #expect(Set(StorageDiagnostics.all.map(\.code)).count == StorageDiagnostics.all.count)
  }

  @Test(arguments: all)
  func `every error says what and how to mend it, without ids`(error: StoreError) {
    for language in Language.allCases {
      let sentence = error.diagnostic.sentence(in: language)
      #expect(!sentence.contains("{") && !sentence.contains("secret"), "\(sentence)")
      #expect(sentence.contains("; "))
    }
    #expect(StorageDiagnostics.all.contains(error.diagnostic.kind))
  }

  @Test func `damage is told with file and place`() {
    let error = StoreError.corrupted(
      StoreDamage(file: "data/0000000001.journal", offset: 4_711, .checksum))
    #expect(
      error.description
        == "data/0000000001.journal: damaged from byte 4711: bytes do not match their checksum; "
        + "leave it as it is and restore it from a copy")
  }
}
