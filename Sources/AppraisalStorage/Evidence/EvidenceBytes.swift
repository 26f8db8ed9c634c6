public import KinerjaCore

/// The content of an item of evidence, piece by piece, one in memory at a time.
///
/// The SHA-256 is taken of all that goes by. If it is not that of the key, the bytes are not those
/// that were written, and the sequence ends by throwing ``StoreError/corrupted(_:)``: whoever must
/// not act on the first pieces before the last is checked uses ``EvidenceStore/contents(of:)`` or
/// ``EvidenceStore/copy(_:toFileAt:)``. A hash of the whole cannot tell which byte is wrong, so the
/// damage is told from byte 0; a length that is not the expected one is told where it shows.
public struct EvidenceBytes: AsyncSequence, Sendable {
  let store: any EvidenceStore
  let key: EvidenceKey
  let byteCount: Int?
  let pieceBytes: Int

  /// Walks over the pieces.
  public struct Iterator: AsyncIteratorProtocol {
    private let bytes: EvidenceBytes
    private var offset: UInt64 = 0
    private var hash = SHA256()
    private var isAtEnd = false

    init(_ bytes: EvidenceBytes) { self.bytes = bytes }

    /// The next piece, never an empty one; nil behind the last, once all were checked.
    ///
    /// - Throws: ``StoreError/missingEvidence(_:)``, also if the item is erased meanwhile;
    ///   ``StoreError/corrupted(_:)``, ``StoreError/cancelled`` and what the store throws.
    public mutating func next() async throws(StoreError) -> [UInt8]? {
      try await next(isolation: nil)
    }

    /// The next piece, never an empty one; nil behind the last, once all were checked.
    public mutating func next(
      isolation actor: isolated (any Actor)?
    ) async throws(StoreError) -> [UInt8]? {
      if isAtEnd { return nil }
      // Nothing comes behind an error either.
      isAtEnd = true
      if Task.isCancelled { throw .cancelled }
      guard
        let piece = try await bytes.store.read(bytes.key, from: offset, limit: bytes.pieceBytes)
      else { throw .missingEvidence(bytes.key) }
      if let expected = bytes.byteCount.map(UInt64.init), expected < offset + UInt64(piece.count) {
        throw bytes.damage(at: expected, .content)
      }
      guard !piece.isEmpty else {
        if let expected = bytes.byteCount.map(UInt64.init), offset < expected {
          throw bytes.damage(at: offset, .shortFile)
        }
        guard hash.finalize() == bytes.key.digest else { throw bytes.damage(at: 0, .checksum) }
        return nil
      }
      hash.update(piece)
      offset += UInt64(piece.count)
      isAtEnd = false
      return piece
    }
  }

  /// Begins at the first byte.
  public func makeAsyncIterator() -> Iterator { Iterator(self) }

  private func damage(at offset: UInt64, _ finding: StoreDamage.Finding) -> StoreError {
    .corrupted(StoreDamage(file: store.place(of: key), offset: offset, finding))
  }
}

extension EvidenceStore {
  /// The content of an item, piece by piece, checked by its digest as it goes by.
  ///
  /// - Parameters:
  ///   - key: The item.
  ///   - pieceBytes: The most bytes in memory at a time, moved into what the store takes.
  public func bytes(of key: EvidenceKey, pieceBytes: Int = 256 << 10) -> EvidenceBytes {
    bytes(of: key, byteCount: nil, pieceBytes: pieceBytes)
  }

  /// The content that a record refers to, piece by piece, checked by digest and length.
  ///
  /// - Parameters:
  ///   - reference: What the record says of it.
  ///   - tenant: Whose record it is.
  ///   - pieceBytes: The most bytes in memory at a time, moved into what the store takes.
  public func bytes(
    of reference: EvidenceReference, for tenant: AgencyID, pieceBytes: Int = 256 << 10
  ) -> EvidenceBytes {
    bytes(
      of: EvidenceKey(tenant: tenant, digest: reference.digest), byteCount: reference.byteCount,
      pieceBytes: pieceBytes)
  }

  private func bytes(of key: EvidenceKey, byteCount: Int?, pieceBytes: Int) -> EvidenceBytes {
    EvidenceBytes(
      store: self, key: key, byteCount: byteCount,
      pieceBytes: min(max(1, pieceBytes), evidenceCapabilities.pieceBytes))
  }

  /// The whole content of an item, checked before anybody sees it; for small ones.
  ///
  /// - Throws: ``StoreError/missingEvidence(_:)``, ``StoreError/corrupted(_:)``,
  ///   ``StoreError/cancelled`` and what the store throws.
  public func contents(of key: EvidenceKey) async throws(StoreError) -> [UInt8] {
    var contents: [UInt8] = []
    var pieces = bytes(of: key).makeAsyncIterator()
    while let piece = try await pieces.next() { contents += piece }
    return contents
  }
}
