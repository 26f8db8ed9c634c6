import KinerjaCore

/// What a ``BatchBody`` on disk says, with payloads left where they lie.
struct CommittedBatch {
  let name: BatchName
  let changes: [Change]
  /// For each change, the place of its mutation in the batch.
  let places: [UInt32]
  /// For each append, the position of its first event.
  let starts: [UInt64]
  let identity: Identity

  /// By what a repetition of the batch is told.
  enum Identity: Equatable {
    /// All of it is here.
    case whole
    /// The SHA-256 of the batch as a ``BatchBody`` encodes it.
    case digest(Digest)
    /// Nothing: what the batch wrote was deleted since.
    case gone
  }
}

extension CommittedBatch {
  /// Reads a body; nil if it makes no sense.
  ///
  /// - Parameters:
  ///   - bytes: Bytes of a file.
  ///   - base: Where in the file `bytes` begins.
  ///   - body: Where in `bytes` the body lies.
  init?(_ bytes: [UInt8], from base: Int = 0, in body: Range<Int>, segment: UInt32) {
    var reader = BodyReader(reader: ByteReader(bytes, in: body), base: base, segment: segment)
    if bytes[body].first == CompactedBody.kind {
      self.init(compacted: &reader, bytes)
      return
    }
    guard
      reader.integer(UInt8.self) == BatchBody.kind,
      let batchLength = reader.integer(UInt32.self),
      let batch = reader.batch(),
      reader.offset == body.lowerBound + BatchBody.batchOffset + Int(batchLength),
      let startCount = reader.integer(UInt32.self), startCount == batch.appendCount
    else { return nil }
    var starts: [UInt64] = []
    for _ in 0..<startCount {
      guard let start = reader.integer(UInt64.self) else { return nil }
      starts.append(start)
    }
    guard reader.isAtEnd else { return nil }
    self.init(
      name: batch.name, changes: batch.changes,
      places: (0..<batch.changes.count).map(UInt32.init), starts: starts, identity: .whole)
  }
}

/// Reads the parts of which bodies are made.
struct BodyReader {
  struct Parsed {
    let name: BatchName
    let changes: [Change]
    let appendCount: UInt32
  }

  var reader: ByteReader
  let base: Int
  let segment: UInt32

  var offset: Int { reader.offset }
  var isAtEnd: Bool { reader.isAtEnd }

  mutating func integer<Integer: FixedWidthInteger>(_ type: Integer.Type) -> Integer? {
    reader.integer(type)
  }

  mutating func text() -> String? { reader.text() }

  /// Passes over so many bytes and says where in the bytes they are.
  mutating func skip(_ count: Int) -> Range<Int>? { reader.skip(count) }

  mutating func batch() -> Parsed? {
    guard
      let tenantText = reader.text(), let tenant = try? AgencyID(tenantText),
      let key = key(), let count = integer(UInt32.self)
    else { return nil }
    var changes: [Change] = []
    var appendCount: UInt32 = 0
    for _ in 0..<count {
      guard let change = change(of: tenant) else { return nil }
      if case .append = change { appendCount += 1 }
      changes.append(change)
    }
    return Parsed(
      name: BatchName(tenant: tenant, key: key), changes: changes, appendCount: appendCount)
  }

  private mutating func change(of tenant: AgencyID) -> Change? {
    guard
      let tag = integer(UInt8.self),
      let collection = key(), let id = key()
    else { return nil }
    let record = RecordKey(tenant: tenant, collection: collection, id: id)
    switch tag {
    case BatchBody.Tag.put:
      guard skipCondition(), let payload = payload() else { return nil }
      return .put(record, payload)
    case BatchBody.Tag.delete:
      return skipCondition() ? .delete(record) : nil
    case BatchBody.Tag.append:
      guard skipExpectation(), let count = integer(UInt32.self) else { return nil }
      var payloads: [FileSlice] = []
      for _ in 0..<count {
        guard let payload = payload() else { return nil }
        payloads.append(payload)
      }
      return .append(StreamID(tenant: tenant, collection: collection, id: id), payloads)
    default:
      return nil
    }
  }

  /// A tenant, a collection and an id.
  mutating func recordKey() -> RecordKey? {
    guard
      let text = reader.text(), let tenant = try? AgencyID(text),
      let collection = key(), let id = key()
    else { return nil }
    return RecordKey(tenant: tenant, collection: collection, id: id)
  }

  mutating func key() -> KeyText? { reader.text().flatMap { try? KeyText($0) } }

  mutating func payload() -> FileSlice? {
    guard
      let header = reader.skip(FileSlice.headerSize),
      let offset = UInt32(exactly: base + header.lowerBound)
    else { return nil }
    var parts = reader.again(in: header)
    guard
      parts.skip(4) != nil, let length = parts.integer(UInt32.self),
      reader.skip(Int(length)) != nil
    else { return nil }
    return FileSlice(
      segment: segment, offset: offset, headerChecksum: reader.checksum(of: header))
  }

  // Conditions held when the batch was committed; only a repetition looks at their bytes.
  private mutating func skipCondition() -> Bool {
    switch integer(UInt8.self) {
    case BatchBody.Tag.unconditional, BatchBody.Tag.mustNotExist: true
    case BatchBody.Tag.revision:
      integer(UInt32.self).flatMap { reader.skip(Int($0)) } != nil
    default: false
    }
  }

  private mutating func skipExpectation() -> Bool {
    switch integer(UInt8.self) {
    case BatchBody.Tag.unconditional: true
    case BatchBody.Tag.exactly: integer(UInt64.self) != nil
    default: false
    }
  }
}
