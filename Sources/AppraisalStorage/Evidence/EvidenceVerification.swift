public import KinerjaCore

/// What reading all evidence of a tenant has shown, at its end or so far.
public struct EvidenceVerification: Hashable, Sendable {
  /// An item that cannot be read as it was written.
  public struct Damaged: Hashable, Sendable {
    /// Which it is.
    public let key: EvidenceKey
    /// What stood in the way, such as ``StoreError/corrupted(_:)``.
    public let error: StoreError
  }

  /// How many items were read.
  public internal(set) var itemCount = 0
  /// How many bytes were read and found to be those of their digests.
  public internal(set) var byteCount = 0
  /// The items that cannot be read as they were written, in the order of their digests.
  public internal(set) var damaged: [Damaged] = []
}

extension EvidenceStore {
  /// Reads every byte of a tenant's evidence and names each item that is not what was written.
  ///
  /// An item that cannot be read at all is named too and does not end the work; one that is written
  /// or erased meanwhile does no harm.
  ///
  /// - Parameters:
  ///   - tenant: Whose evidence.
  ///   - onProgress: Told after each item what was seen so far; it should return soon.
  /// - Throws: ``StoreError/cancelled`` if the task is cancelled, also in the middle of an item;
  ///   ``StoreError/unavailable(retryAfter:)``, and what listing the items throws.
  /// - Complexity: O(*b*) for *b* bytes, of which one piece is in memory at a time.
  public func verify(
    _ tenant: AgencyID, onProgress: (@Sendable (EvidenceVerification) -> Void)? = nil
  ) async throws(StoreError) -> EvidenceVerification {
    var seen = EvidenceVerification()
    for try await item in items(of: tenant) {
      var byteCount = 0
      do throws(StoreError) {
        var pieces = bytes(of: item.key).makeAsyncIterator()
        while let piece = try await pieces.next() { byteCount += piece.count }
        seen.byteCount += byteCount
      } catch {
        switch error {
        case .cancelled, .unavailable: throw error
        // Somebody erased it meanwhile.
        case .missingEvidence: continue
        default: seen.damaged.append(.init(key: item.key, error: error))
        }
      }
      seen.itemCount += 1
      onProgress?(seen)
    }
    return seen
  }
}
