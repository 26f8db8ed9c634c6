public import KinerjaCore

/// The few promises that a place for evidence (*bukti dukung*) must keep: the documents and photos
/// that plans and ratings rest on.
///
/// An item is bytes under their own SHA-256, per tenant: the same content written twice is one, and
/// what was replaced by other bytes shows when it is read. What an item is called, which media type
/// it has and whom it is about stands in the record that refers to it, as an
/// `EvidenceReference`. It stands beside an ``AppraisalStore`` and needs none.
///
/// Any call may be made from any task at any time. `AppraisalStorageTesting` tests each promise by
/// the rule named here. Requirements are only ever added with a default body, and
/// ``EvidenceStoreContract/revision`` counts such additions.
public protocol EvidenceStore: Sendable {
  /// The limits and abilities, the same for as long as the store is open.
  var evidenceCapabilities: EvidenceCapabilities { get }

  /// Writes an item whole or not at all.
  ///
  /// The pieces are asked for one by one, so nobody has to hold the whole in memory, and other calls
  /// go on while one is waited for. Until this returns nobody sees anything of the item, and nothing
  /// is left of one that fails, is cancelled or breaks down in between (B3, B4, B14). Writing a content
  /// that is there already makes nothing new (B2), and mends it where it is damaged; so a writing
  /// whose outcome is in doubt is simply repeated.
  ///
  /// - Parameters:
  ///   - tenant: Whose item it becomes; one tenant's is nothing to another (B6).
  ///   - next: The next piece, of any length, an empty one too; nil behind the last. It is not asked
  ///     again after nil or an error, and what it throws is thrown on.
  /// - Returns: The digest and the length of what was written (B1).
  /// - Throws: ``StoreError/limitExceeded(_:found:allowed:)`` for more bytes than
  ///   ``EvidenceCapabilities/itemBytes`` (B5), ``StoreError/cancelled``, and what the store and
  ///   `next` throw.
  func write(
    for tenant: AgencyID, from next: sending () async throws(StoreError) -> [UInt8]?
  ) async throws(StoreError) -> EvidenceItem

  /// The length of an item in bytes; nil if there is none.
  func byteCount(of key: EvidenceKey) async throws(StoreError) -> Int?

  /// Reads a piece of an item as it lies there; ``EvidenceStore/bytes(of:pieceBytes:)`` checks
  /// the whole.
  ///
  /// - Parameters:
  ///   - key: The item.
  ///   - offset: The first byte wanted.
  ///   - limit: The most bytes wanted, from 1 to ``EvidenceCapabilities/pieceBytes``.
  /// - Returns: Bytes from the offset on, at least one unless the item ends before it; nil if there
  ///   is no such item, also if it was erased since an earlier piece (B1, B7).
  func read(
    _ key: EvidenceKey, from offset: UInt64, limit: Int
  ) async throws(StoreError) -> [UInt8]?

  /// Reads a page of a tenant's items in the byte order of their digests (B8).
  ///
  /// Walking from page to page meets every item that existed throughout exactly once, whatever is
  /// written or erased meanwhile (B9).
  ///
  /// - Parameters:
  ///   - tenant: Whose items.
  ///   - cursor: Where an earlier page of the same tenant ended; nil for the beginning.
  ///   - limit: The most items wanted, from 1 to ``EvidenceCapabilities/pageItems``.
  /// - Returns: Some of the rest, at least one item unless none is left.
  /// - Throws: ``StoreError/invalidCursor`` for a cursor that is altered or of elsewhere (B10).
  func page(
    of tenant: AgencyID, after cursor: Cursor?, limit: Int
  ) async throws(StoreError) -> Page<EvidenceItem>

  /// Destroys an item for good; nothing happens if there is none (B7).
  ///
  /// The same content of another tenant stays (B6). It may be written again later.
  ///
  /// - Throws: ``StoreError``; a task that is cancelled before it begins erases nothing (B4).
  func erase(_ key: EvidenceKey) async throws(StoreError)

  /// Finishes work under way and lets go of all resources.
  ///
  /// Later calls fail with ``StoreError/unavailable(retryAfter:)``, a writing under way at the
  /// latest when it would end; a second shutdown does nothing (B12).
  func shutdown() async

  /// What messages call the place where an item lies, such as its path; by default the key.
  func place(of key: EvidenceKey) -> String
}

extension EvidenceStore {
  public func place(of key: EvidenceKey) -> String { key.description }
}

/// The version of the promises of ``EvidenceStore``.
public enum EvidenceStoreContract {
  /// Counts the additions to the contract, from 1.
  public static let revision = 1
}
