import KinerjaCore

extension FolderStore: ErasingStore {
  /// Destroys the contents of some events; their bytes are in the files until ``compact()``.
  public func eraseEvents(
    of stream: StreamID, in positions: Range<UInt64>
  ) async throws(StoreError) {
    while true {
      try checkOpen()
      if Task.isCancelled { throw .cancelled }
      let key = ErasedPositions.key(of: stream)
      let old = try record(key)
      var erased = try erasedPositions(of: stream)
      // Another erasure may have come first while this one waited for the disk.
      guard erased.insert(positions.clamped(to: 0..<index.length(of: stream))) else { return }
      let payload = erased.payload
      guard payload.bytes.count <= capabilities.payloadBytes else {
        throw .limitExceeded(
          .payloadBytes, found: payload.bytes.count, allowed: capabilities.payloadBytes)
      }
      // Named by what it leads to and what it replaces: no other erasure is named so.
      let name = SHA256.hash(payload.bytes + Array((old?.revision.token ?? "").utf8)).hex
      do throws(StoreError) {
        _ = try await commitOwn(
          Batch(
            tenant: stream.tenant,
            idempotencyKey: KeyText(unchecked: "\(ErasedPositions.collection)/\(key.id)/\(name)"),
            [.put(key, payload, if: old.condition)]))
        return
      } catch .conflict {
      } catch .alreadyExists {
      }
    }
  }

  /// Which events of a stream are erased.
  func erasedPositions(of stream: StreamID) throws(StoreError) -> ErasedPositions {
    guard let record = try record(ErasedPositions.key(of: stream)) else {
      return ErasedPositions(none: stream)
    }
    guard let erased = ErasedPositions(record.payload, of: stream) else {
      throw .corrupted(StoreDamage(file: path, offset: 0, .content))
    }
    return erased
  }
}
