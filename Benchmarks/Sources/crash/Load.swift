import AppraisalStorage
import Foundation
import KinerjaCore

/// What the killed process writes, and what must be there afterwards.
///
/// Each writer has a stream, a record for each batch and one that each batch replaces; all say the
/// same, of a length that depends on writer and number only. So whoever opens the folder can tell what a batch must be.
struct Load {
  static let tenant: AgencyID = "kendari"

  let seed: UInt64
  let writer: Int

  var stream: StreamID {
    StreamID(tenant: Self.tenant, collection: "journal", id: KeyText(name))
  }

  func key(_ number: Int) -> RecordKey {
    RecordKey(tenant: Self.tenant, collection: "plans", id: KeyText(name, number))
  }

  /// The record that every batch replaces, which gives compaction something to do.
  var latest: RecordKey {
    RecordKey(tenant: Self.tenant, collection: "latest", id: KeyText(name))
  }

  func batch(_ number: Int) throws -> Batch {
    let payload = payload(number)
    return try Batch(
      tenant: Self.tenant, idempotencyKey: KeyText(name, number),
      [
        .put(key(number), payload, if: .mustNotExist),
        .put(latest, payload, if: .unconditional),
        .append(stream, [payload], expecting: .exactly(UInt64(number))),
      ])
  }

  /// Up to 900 bytes, of zeros now and then.
  func payload(_ number: Int) -> Payload {
    var draw = Draw(seed: seed ^ UInt64(writer) << 40 ^ UInt64(number))
    let count = Int(draw.next() % 900)
    let isBlank = draw.next() % 8 == 0
    return Payload(
      schema: 1,
      (0..<count).map { _ in isBlank ? 0 : UInt8(truncatingIfNeeded: draw.next()) })
  }

  private var name: ItemID { ItemID(stringLiteral: "w\(writer)") }
}

extension KeyText {
  fileprivate init(_ name: ItemID, _ number: Int) {
    self.init(name, ItemID(stringLiteral: "n\(number)"))
  }
}

/// SplitMix64 (Steele, Lea and Flood 2014): decides when to kill, never what the library answers.
struct Draw {
  private var state: UInt64
  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var bits = state
    bits = (bits ^ (bits >> 30)) &* 0xBF58_476D_1CE4_E5B9
    bits = (bits ^ (bits >> 27)) &* 0x94D0_49BB_1331_11EB
    return bits ^ (bits >> 31)
  }
}
