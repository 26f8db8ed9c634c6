import KinerjaCore
import Testing

@testable import AppraisalStorage

@Suite struct AuditTrailTests {
  static let count = 8

  /// A change of one entry's content that leaves its JSON readable.
  private func altered(_ payload: Payload, _ change: (AuditEntry) -> AuditEntry) throws -> Payload {
    change(try #require(AuditEntry(payload))).payload
  }

  @Test func `F41: altering, removing or re-ordering one entry is found and its position named`()
    async throws
  {
    let trail = try await AuditSamples.trail(batches: Self.count)
    let checkpoint = trail.checkpoint
    #expect(trail.entries.count == Self.count)
    #expect(trail.findings(against: [checkpoint]) == [])
    let other = SHA256.hash("other".utf8)
    for place in 0..<Self.count {
      let position = UInt64(place)
      let original = trail.entries[place]
      let alterations = [
        try altered(original) {
          AuditEntry(position: $0.position, previous: $0.previous, writes: [other])
        },
        try altered(original) {
          AuditEntry(position: $0.position, previous: other, writes: $0.writes)
        },
        try altered(original) {
          AuditEntry(position: $0.position + 70, previous: $0.previous, writes: $0.writes)
        },
        Payload(schema: 1, utf8: "{}"), Payload(schema: 2, original.bytes),
      ]
      for (kind, alteration) in alterations.enumerated() {
        let found = trail.with { $0[place] = alteration }.findings(against: [checkpoint])
        #expect(found == [.altered(position: position)], "kind \(kind) at \(place)")
      }
      #expect(
        trail.with { $0.remove(at: place) }.findings(against: [checkpoint])
          == [.missing(positions: position..<position + 1)])
      for second in (place + 1)..<max(place + 1, Self.count) {
        let found = trail.with { $0.swapAt(place, second) }.findings(against: [checkpoint])
        let pair: [AuditFinding] = [
          .moved(position: position, place: second), .moved(position: UInt64(second), place: place),
        ]
        // Of neighbours one has moved past the other: which one, nobody can tell.
        #expect(
          second == place + 1 ? found.count == 1 && pair.contains(found[0]) : found == pair,
          "\(place) and \(second): \(found)")
      }
    }
  }

  @Test func `every bit of every entry is guarded`() async throws {
    let trail = try await AuditSamples.trail(batches: 4)
    for place in 0..<4 {
      for byte in trail.entries[place].bytes.indices {
        var bytes = trail.entries[place].bytes
        bytes[byte] ^= 1 << (byte % 8)
        let found = trail.with { $0[place] = Payload(schema: 1, bytes) }
          .findings(against: [trail.checkpoint])
        #expect(found.map(\.position).contains(UInt64(place)), "byte \(byte) of \(place): \(found)")
      }
    }
  }

  @Test func `an entry that stands twice is found at its second place`() async throws {
    let trail = try await AuditSamples.trail(batches: Self.count)
    for position in 0..<Self.count {
      for place in (position + 1)...Self.count {
        let found = trail.with { $0.insert($0[position], at: place) }
          .findings(against: [trail.checkpoint])
        #expect(found == [.repeated(position: UInt64(position), place: place)])
      }
    }
  }

  @Test func `one entry that was moved is named, not those it passed`() async throws {
    let trail = try await AuditSamples.trail(batches: Self.count)
    let found = trail.with { $0.insert($0.remove(at: 1), at: 6) }.findings()
    #expect(found == [.moved(position: 1, place: 6)])
  }

  @Test func `an end that was cut off is found by a checkpoint held elsewhere, and only by one`()
    async throws
  {
    let trail = try await AuditSamples.trail(batches: Self.count)
    for length in 0..<Self.count {
      let cut = trail.with { $0.removeSubrange(length...) }
      #expect(cut.findings() == [])
      #expect(
        cut.findings(against: [trail.checkpoint])
          == [.missing(positions: UInt64(length)..<UInt64(Self.count))])
    }
  }

  @Test func `history rewritten as a whole is found by every checkpoint behind the change`()
    async throws
  {
    let trail = try await AuditSamples.trail(batches: Self.count)
    let checkpoints = (1...Self.count).map { length in
      trail.with { $0.removeSubrange(length...) }.checkpoint
    }
    var forged: [Payload] = []
    for (place, payload) in trail.entries.enumerated() {
      let entry = try #require(AuditEntry(payload))
      let previous = forged.last?.auditHash ?? AuditEntry.beginning(of: trail.tenant)
      let writes = place == 3 ? [SHA256.hash("forged".utf8)] : entry.writes
      forged.append(
        AuditEntry(position: entry.position, previous: previous, writes: writes).payload)
    }
    let rewritten = AuditTrail(tenant: trail.tenant, entries: forged)
    #expect(rewritten.findings() == [])
    #expect(rewritten.findings(against: Array(checkpoints[..<3])) == [])
    #expect(rewritten.findings(against: [checkpoints[3]]) == [.rewritten(before: 4)])
    #expect(rewritten.findings(against: [checkpoints[6]]) == [.rewritten(before: 7)])
    #expect(rewritten.findings(against: [checkpoints[7]]) == [.altered(position: 7)])
  }

  @Test func `a chain does not pass for another tenant's`() async throws {
    let trail = try await AuditSamples.trail(batches: 3)
    let other = AuditTrail(tenant: "bungo", entries: trail.entries)
    #expect(other.findings() == [.altered(position: 0)])
    #expect(other.findings(against: [trail.checkpoint]) == [.altered(position: 0)])
  }

  @Test func `an export reads back and verifies far from the store`() async throws {
    let trail = try await AuditSamples.trail(batches: 5)
    let again = AuditTrail(tenant: trail.tenant, lines: trail.lines)
    #expect(again == trail)
    #expect(again.findings(against: [trail.checkpoint]) == [])
    let text = try JSONDocument(trail.checkpoint.json.canonicalBytes)
    #expect(try text.read(AuditCheckpoint.self) == trail.checkpoint)
    let empty = AuditTrail(tenant: trail.tenant, lines: [])
    #expect(empty.findings() == [] && empty.checkpoint.length == 0)
    #expect(empty.findings(against: [trail.checkpoint]) == [.missing(positions: 0..<5)])
  }

  @Test(arguments: [
    AuditFinding.altered(position: 3), .missing(positions: 3..<5), .moved(position: 3, place: 1),
    .repeated(position: 3, place: 9), .rewritten(before: 3), .opening(position: 3),
    .content(position: 3, collection: "plans"),
  ])
  func `every finding names its position in both languages`(finding: AuditFinding) {
    #expect(finding.position == 3)
    for language in Language.allCases {
      let sentence = finding.diagnostic.sentence(in: language)
      #expect(sentence.contains("3") && sentence.contains("; ") && !sentence.contains("{"))
    }
    #expect(StorageDiagnostics.all.contains(finding.diagnostic.kind))
  }
}
