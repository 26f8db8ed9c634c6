public import KinerjaCore

/// Where a record lies.
///
/// The tenant is part of every key, so no call can forget it and none can cross from one to
/// another.
public struct RecordKey: Hashable, Sendable {
  /// Whose record it is.
  public let tenant: AgencyID
  /// What sort of record it is, such as `plans` or `enrolments/2026-s1`.
  public let collection: KeyText
  /// Which record of the collection it is.
  public let id: KeyText

  /// Creates a key.
  public init(tenant: AgencyID, collection: KeyText, id: KeyText) {
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
