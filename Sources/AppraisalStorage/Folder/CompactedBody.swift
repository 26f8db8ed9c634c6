import KinerjaCore

/// The body of a ``Frame`` out of which something was taken.
///
/// First a byte `5B`, tenant, idempotency key, a byte 1 and the SHA-256 of the whole batch or a
/// byte 0. Then the count of appends and, for each, the position of its first event. Then the count
/// of changes that are left and, for each, the place that it had in the batch, a tag, collection,
/// id and payloads.
struct CompactedBody {
  static let kind: UInt8 = 0x5B
  let bytes: [UInt8]

  /// Encodes what is left of a batch.
  ///
  /// - Parameters:
  ///   - batch: The batch as it stands in a file.
  ///   - file: The bytes of that file.
  ///   - identity: By what a repetition is to be told.
  ///   - erased: The contents of erased events, in whose place nothing is left.
  ///   - stays: Whether a change is left, from the change and its place.
  init(
    _ batch: CommittedBatch, in file: [UInt8], identity: CommittedBatch.Identity,
    erased: Set<FileSlice>, where stays: (Change, UInt32) -> Bool
  ) {
    var writer = ByteWriter()
    writer.append(Self.kind)
    writer.append(batch.name.tenant.text)
    writer.append(batch.name.key.text)
    if case .digest(let digest) = identity {
      writer.append(UInt8(1))
      writer.append(digest.bytes)
    } else {
      writer.append(UInt8(0))
    }
    writer.append(UInt32(batch.starts.count))
    for start in batch.starts { writer.append(start) }
    let left = zip(batch.changes, batch.places).filter(stays)
    writer.append(UInt32(left.count))
    for (change, place) in left {
      writer.append(place)
      writer.append(change, in: file, erased)
    }
    bytes = writer.bytes
  }
}

extension ByteWriter {
  fileprivate mutating func append(
    _ change: Change, in file: [UInt8], _ erased: Set<FileSlice>
  ) {
    switch change {
    case .put(let key, let slice):
      append(BatchBody.Tag.put)
      append(key.collection.text)
      append(key.id.text)
      append(slice, in: file)
    case .delete(let key):
      append(BatchBody.Tag.delete)
      append(key.collection.text)
      append(key.id.text)
    case .append(let stream, let slices):
      append(BatchBody.Tag.append)
      append(stream.collection.text)
      append(stream.id.text)
      append(UInt32(slices.count))
      for slice in slices {
        if erased.contains(slice) { append(Payload.erased) } else { append(slice, in: file) }
      }
    }
  }

  private mutating func append(_ slice: FileSlice, in file: [UInt8]) {
    let start = Int(slice.offset)
    let length = FileSlice.Header(file, at: start)?.length ?? 0
    append(Array(file[start..<start + FileSlice.headerSize + length]))
  }
}

extension CommittedBatch {
  /// Reads a compacted body; nil if it makes no sense.
  init?(compacted reader: inout BodyReader, _ bytes: [UInt8]) {
    guard
      reader.integer(UInt8.self) == CompactedBody.kind,
      let tenantText = reader.text(), let tenant = try? AgencyID(tenantText),
      let key = reader.key(), let hasDigest = reader.integer(UInt8.self), hasDigest <= 1
    else { return nil }
    var identity = Identity.gone
    if hasDigest == 1 {
      guard let range = reader.skip(32), let digest = Digest(bytes: bytes[range]) else {
        return nil
      }
      identity = .digest(digest)
    }
    guard let startCount = reader.integer(UInt32.self) else { return nil }
    var starts: [UInt64] = []
    for _ in 0..<startCount {
      guard let start = reader.integer(UInt64.self) else { return nil }
      starts.append(start)
    }
    guard let count = reader.integer(UInt32.self) else { return nil }
    var changes: [Change] = []
    var places: [UInt32] = []
    for _ in 0..<count {
      guard let place = reader.integer(UInt32.self), let change = reader.left(of: tenant) else {
        return nil
      }
      places.append(place)
      changes.append(change)
    }
    guard reader.isAtEnd else { return nil }
    self.init(
      name: BatchName(tenant: tenant, key: key), changes: changes, places: places,
      starts: starts, identity: identity)
  }
}

extension BodyReader {
  /// Reads a change without its condition.
  fileprivate mutating func left(of tenant: AgencyID) -> Change? {
    guard let tag = integer(UInt8.self), let collection = key(), let id = key() else { return nil }
    let record = RecordKey(tenant: tenant, collection: collection, id: id)
    switch tag {
    case BatchBody.Tag.put: return payload().map { .put(record, $0) }
    case BatchBody.Tag.delete: return .delete(record)
    case BatchBody.Tag.append:
      guard let count = integer(UInt32.self) else { return nil }
      var payloads: [FileSlice] = []
      for _ in 0..<count {
        guard let payload = payload() else { return nil }
        payloads.append(payload)
      }
      return .append(StreamID(tenant: tenant, collection: collection, id: id), payloads)
    default: return nil
    }
  }
}
