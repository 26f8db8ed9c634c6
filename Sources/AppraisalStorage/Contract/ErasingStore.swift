/// A store that can destroy what events say, while their streams stay without gaps.
///
/// An erased event keeps its place, so that positions, lengths and whoever stands behind it stay as
/// they are; ``StoredEvent/isErased`` tells it apart. Nothing of what it said is kept, no hash
/// either: that of a short content can be found by trying.
///
/// An audit chain over the store stays whole, for its entries are salted hashes. Where there is one,
/// erase by ``AuditedStore/erase(_:idempotencyKey:)``, which the chain tells of: a report names what
/// is erased by this alone as changed past the chain.
public protocol ErasingStore: AppraisalStore {
  /// Destroys the contents of some events for good.
  ///
  /// When it returns, no answer holds them any more, also after the store is opened again (D1, D3);
  /// the bytes themselves are gone from the disk when the store has taken them out, as
  /// ``FolderStore/compact()`` does. Erasing what is erased, or lies behind the end, does nothing
  /// (D2), so an erasure whose outcome is in doubt is simply repeated. A batch that wrote an erased
  /// event is, sent again, answered as before or refused with
  /// ``StoreError/idempotencyMismatch(_:)`` (D5).
  ///
  /// - Parameters:
  ///   - stream: The stream.
  ///   - positions: The places of the events.
  /// - Throws: ``StoreError``; a task that is cancelled before it begins erases nothing (D6).
  func eraseEvents(of stream: StreamID, in positions: Range<UInt64>) async throws(StoreError)
}
