import KinerjaCore

/// Which events of a stream are erased: a record of the folder itself, so that nothing about files,
/// indexes, crashes and compaction is new for it.
struct ErasedPositions: Sendable {
  /// The collection of such records, which callers may not write to.
  static let collection: KeyText = "erased-events"

  let stream: StreamID
  /// In order, apart from each other.
  private(set) var ranges: [Range<UInt64>] = []

  /// Nothing is erased.
  init(none stream: StreamID) { self.stream = stream }

  /// The record of a stream.
  static func key(of stream: StreamID) -> RecordKey {
    // Two keys do not fit into one, so the id is a hash of both.
    let name = SHA256.hash("\(stream.collection) \(stream.id)".utf8).hex
    return RecordKey(tenant: stream.tenant, collection: collection, id: KeyText(unchecked: name))
  }

  func contains(_ position: UInt64) -> Bool { ranges.contains { $0.contains(position) } }

  /// Adds positions; says whether any of them is new.
  mutating func insert(_ new: Range<UInt64>) -> Bool {
    guard !new.isEmpty, !ranges.contains(where: { $0.contains(new) }) else { return false }
    var merged = new
    var apart: [Range<UInt64>] = []
    for range in ranges {
      if range.upperBound < merged.lowerBound || range.lowerBound > merged.upperBound {
        apart.append(range)
      } else {
        merged =
          min(range.lowerBound, merged.lowerBound)..<max(range.upperBound, merged.upperBound)
      }
    }
    ranges = (apart + [merged]).sorted { $0.lowerBound < $1.lowerBound }
    return true
  }
}

extension ErasedPositions {
  /// Reads a record of a stream: pairs of positions, little-endian; nil if it is none.
  init?(_ payload: Payload, of stream: StreamID) {
    self.init(none: stream)
    guard payload.schema == 1 else { return nil }
    var reader = ByteReader(payload.bytes, in: 0..<payload.bytes.count)
    while !reader.isAtEnd {
      guard
        let start = reader.integer(UInt64.self), let end = reader.integer(UInt64.self),
        start < end, start >= ranges.last?.upperBound ?? 0
      else { return nil }
      ranges.append(start..<end)
    }
  }

  var payload: Payload {
    var writer = ByteWriter()
    for range in ranges {
      writer.append(range.lowerBound)
      writer.append(range.upperBound)
    }
    return Payload(schema: 1, writer.bytes)
  }
}

extension Batch {
  /// Whether it writes where the folder keeps what is erased.
  var touchesErasedPositions: Bool {
    mutations.contains { mutation in
      switch mutation {
      case .put(let key, _, _), .delete(let key, _): key.collection == ErasedPositions.collection
      case .append: false
      }
    }
  }
}
