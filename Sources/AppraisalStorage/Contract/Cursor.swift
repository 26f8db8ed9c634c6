public import KinerjaCore

/// A place between two records of a collection: opaque, stable, and good across restarts.
///
/// It names the last record seen, so that inserts and deletions elsewhere neither skip nor repeat
/// a record. It is no permission: whoever holds one may read nothing that the tenant may not.
public struct Cursor: Hashable, Sendable {
  /// The store's own token, to be handed back unread.
  public let token: String

  /// Creates a cursor from a token that a store gave out.
  public init(token: String) { self.token = token }

  /// Creates a cursor that stands behind a record; for authors of stores ordered by bytes.
  public init(after key: RecordKey) {
    let place = "\(key.tenant)|\(key.collection)|\(key.id)"
    self.init(token: "\(place)|\(CRC32C.checksum(of: Array(place.utf8)))")
  }

  /// The record behind which the cursor stands; for authors of stores ordered by bytes.
  ///
  /// - Throws: ``StoreError/invalidCursor`` if it was altered or belongs to another tenant or
  ///   collection.
  public func lastID(
    tenant: AgencyID, collection: KeyText
  ) throws(StoreError) -> KeyText {
    let parts = token.split(separator: "|", omittingEmptySubsequences: false)
    guard
      parts.count == 4, let id = try? KeyText(parts[2]),
      self == Cursor(after: RecordKey(tenant: tenant, collection: collection, id: id))
    else { throw .invalidCursor }
    return id
  }
}

/// Some of a longer list, and where to go on.
public struct Page<Item: Sendable>: Sendable {
  /// The items, in order.
  public let items: [Item]
  /// Where the next page begins; nil behind the last item.
  public let next: Cursor?

  /// Creates a page; for authors of stores.
  public init(items: [Item], next: Cursor?) {
    self.items = items
    self.next = next
  }
}

extension Page: Equatable where Item: Equatable {}
