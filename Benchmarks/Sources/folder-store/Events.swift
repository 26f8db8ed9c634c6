import AppraisalStorage
import KinerjaCore

/// The events that are written: each writer goes round its own streams, one event after the other.
struct Events: Sendable {
  static let tenant: AgencyID = "kendari"

  let writer: Int
  let streams: Int
  let bytes: Int

  /// A stream of this writer.
  func stream(_ number: Int) throws -> StreamID {
    StreamID(
      tenant: Self.tenant, collection: "journal",
      id: try KeyText("w\(writer)-p\(number % streams)"))
  }

  /// The batch of a number, with so many events for one stream.
  func batch(_ number: Int, events count: Int, name: String = "b") throws -> Batch {
    let payloads = (0..<count).map { _ in
      Payload(schema: 1, (0..<bytes).map { UInt8(truncatingIfNeeded: $0 &* 7 &+ number) })
    }
    return try Batch(
      tenant: Self.tenant, idempotencyKey: KeyText("\(name)\(writer)-\(number)"),
      [.append(stream(number), payloads, expecting: .unconditional)])
  }
}
