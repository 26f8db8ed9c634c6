import KinerjaCore

/// The body of a ``Frame``: a batch with its conditions, and where its events went.
///
/// First a byte `5A`, the length of the batch as 32 bits, and the batch: tenant, idempotency key,
/// count of mutations, mutations. Then the count of appends and, for each, the position of its
/// first event. The same batch always gives the same bytes, so a repetition is recognised exactly.
struct BatchBody {
  /// All bytes of the body.
  let bytes: [UInt8]
  /// Where the batch begins in the body.
  static let batchOffset = 5
  static let kind: UInt8 = 0x5A

  /// Encodes a batch whose appends begin at these positions.
  init(_ batch: Batch, starts: [UInt64]) {
    let encoded = Self.encoded(batch)
    var writer = ByteWriter()
    writer.append(Self.kind)
    writer.append(UInt32(encoded.count))
    writer.append(encoded)
    writer.append(UInt32(starts.count))
    for start in starts { writer.append(start) }
    bytes = writer.bytes
  }

  /// The batch alone.
  static func encoded(_ batch: Batch) -> [UInt8] {
    var writer = ByteWriter()
    writer.append(batch.tenant.text)
    writer.append(batch.idempotencyKey.text)
    writer.append(UInt32(batch.mutations.count))
    for mutation in batch.mutations { writer.append(mutation) }
    return writer.bytes
  }
}

extension BatchBody {
  enum Tag {
    static let put: UInt8 = 1
    static let delete: UInt8 = 2
    static let append: UInt8 = 3
    static let unconditional: UInt8 = 0
    static let mustNotExist: UInt8 = 1
    static let revision: UInt8 = 2
    static let exactly: UInt8 = 1
  }
}

extension ByteWriter {
  fileprivate mutating func append(_ mutation: Mutation) {
    switch mutation {
    case .put(let key, let payload, let condition):
      append(BatchBody.Tag.put)
      append(key.collection.text)
      append(key.id.text)
      append(condition)
      append(payload)
    case .delete(let key, let condition):
      append(BatchBody.Tag.delete)
      append(key.collection.text)
      append(key.id.text)
      append(condition)
    case .append(let stream, let payloads, let expected):
      append(BatchBody.Tag.append)
      append(stream.collection.text)
      append(stream.id.text)
      append(expected)
      append(UInt32(payloads.count))
      for payload in payloads { append(payload) }
    }
  }

  private mutating func append(_ condition: WriteCondition) {
    switch condition {
    case .unconditional: append(BatchBody.Tag.unconditional)
    case .mustNotExist: append(BatchBody.Tag.mustNotExist)
    case .revision(let revision):
      append(BatchBody.Tag.revision)
      // A caller's token may be of any length, unlike a key.
      append(UInt32(revision.token.utf8.count))
      append(Array(revision.token.utf8))
    }
  }

  private mutating func append(_ expected: ExpectedPosition) {
    switch expected {
    case .unconditional: append(BatchBody.Tag.unconditional)
    case .exactly(let position):
      append(BatchBody.Tag.exactly)
      append(position)
    }
  }

  mutating func append(_ payload: Payload) {
    append(payload.schema)
    append(UInt32(payload.bytes.count))
    append(CRC32C.checksum(of: payload.bytes))
    append(payload.bytes)
  }
}
