public import KinerjaCore

/// A set of records or streams of one sort within a tenant, such as `plans`.
public typealias CollectionID = Identifier<CollectionKind>

/// The kind of a ``CollectionID``.
public enum CollectionKind: IdentifierKind {
  public static let label = LocalizedText(id: "koleksi", en: "collection")
}

/// Where a record lies.
///
/// The tenant is part of every key, so no call can forget it and none can cross from one to
/// another.
public struct RecordKey: Hashable, Sendable {
  /// Whose record it is.
  public let tenant: AgencyID
  /// What sort of record it is.
  public let collection: CollectionID
  /// Which record of the collection it is.
  public let id: KeyText

  /// Creates a key.
  public init(tenant: AgencyID, collection: CollectionID, id: KeyText) {
    self.tenant = tenant
    self.collection = collection
    self.id = id
  }
}

extension RecordKey: Comparable {
  /// Orders by tenant, collection and id, each by bytes.
  public static func < (left: Self, right: Self) -> Bool {
    (left.tenant, left.collection, left.id) < (right.tenant, right.collection, right.id)
  }
}

extension RecordKey: CustomStringConvertible {
  public var description: String { "\(tenant)/\(collection)/\(id)" }
}
