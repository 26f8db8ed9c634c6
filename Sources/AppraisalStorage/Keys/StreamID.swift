public import KinerjaCore

/// Where a stream of events lies; streams and records have separate spaces of names.
public struct StreamID: Hashable, Sendable {
  /// Whose stream it is.
  public let tenant: AgencyID
  /// What sort of stream it is.
  public let collection: KeyText
  /// Which stream of the collection it is.
  public let id: KeyText

  /// Creates the name of a stream.
  public init(tenant: AgencyID, collection: KeyText, id: KeyText) {
    self.tenant = tenant
    self.collection = collection
    self.id = id
  }
}

extension StreamID: Comparable {
  /// Orders by tenant, collection and id, each by bytes.
  public static func < (left: Self, right: Self) -> Bool {
    (left.tenant, left.collection, left.id) < (right.tenant, right.collection, right.id)
  }
}

extension StreamID: CustomStringConvertible {
  public var description: String { "\(tenant)/\(collection)/\(id)" }
}
