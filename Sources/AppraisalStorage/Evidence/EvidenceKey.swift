public import KinerjaCore

/// Which item of evidence is meant: a content, by its hash, of a tenant.
public struct EvidenceKey: Hashable, Sendable {
  /// Whose item it is.
  public let tenant: AgencyID
  /// The SHA-256 of the content.
  public let digest: Digest

  /// Creates a key.
  public init(tenant: AgencyID, digest: Digest) {
    self.tenant = tenant
    self.digest = digest
  }
}

extension EvidenceKey: Comparable {
  /// Orders by tenant and digest, each by bytes.
  public static func < (left: Self, right: Self) -> Bool {
    (left.tenant, left.digest) < (right.tenant, right.digest)
  }
}

extension EvidenceKey: CustomStringConvertible {
  public var description: String { "\(tenant)/\(digest)" }
}

/// An item of evidence that a store holds.
public struct EvidenceItem: Hashable, Sendable {
  /// Which it is.
  public let key: EvidenceKey
  /// The length of its content.
  public let byteCount: Int

  /// Creates the description of an item; for authors of stores.
  public init(key: EvidenceKey, byteCount: Int) {
    self.key = key
    self.byteCount = byteCount
  }

  /// The SHA-256 of its content.
  public var digest: Digest { key.digest }

  /// What a record keeps of it.
  ///
  /// - Parameters:
  ///   - mediaType: What sort of content it is, such as `application/pdf`.
  ///   - fileName: What the content is called.
  /// - Throws: `InvalidInput` with all that is wrong with the two.
  public func reference(
    mediaType: String, fileName: String
  ) throws(InvalidInput) -> EvidenceReference {
    try EvidenceReference(
      digest: digest, byteCount: byteCount, mediaType: mediaType, fileName: fileName)
  }
}

extension Cursor {
  /// Creates a cursor that stands behind an item of evidence; for authors of stores ordered by bytes.
  public init(after key: EvidenceKey) { self.init(after: key.record) }

  /// The digest of the item behind which the cursor stands; for authors of stores ordered by bytes.
  ///
  /// - Throws: ``StoreError/invalidCursor`` if it was altered or belongs to another tenant.
  public func lastDigest(of tenant: AgencyID) throws(StoreError) -> Digest {
    let id = try lastID(tenant: tenant, collection: EvidenceKey.collection)
    guard let digest = Digest(hex: id.text) else { throw .invalidCursor }
    return digest
  }
}

extension EvidenceKey {
  /// What stands for the collection where items are named as records are.
  static let collection: KeyText = "evidence-items"

  /// The key as that of a record, whose order is the same.
  var record: RecordKey {
    RecordKey(tenant: tenant, collection: Self.collection, id: KeyText(unchecked: digest.hex))
  }
}
