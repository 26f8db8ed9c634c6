/// What a store of evidence can do, as data that the conformance kit holds it to.
public struct EvidenceCapabilities: Hashable, Sendable {
  /// The most bytes of an item.
  public var itemBytes: Int
  /// The most bytes that may be asked for at a time.
  public var pieceBytes: Int
  /// The most items that may be asked for in one page.
  public var pageItems: Int
  /// Whether an item that was acknowledged outlives the process and a loss of power.
  public var isDurable: Bool

  /// Creates a description.
  public init(itemBytes: Int, pieceBytes: Int, pageItems: Int, isDurable: Bool) {
    self.itemBytes = itemBytes
    self.pieceBytes = pieceBytes
    self.pageItems = pageItems
    self.isDurable = isDurable
  }

  /// Checks the length of an item, or of what was read of it so far; for authors of stores.
  ///
  /// - Throws: ``StoreError/limitExceeded(_:found:allowed:)``.
  public func check(itemOf byteCount: Int) throws(StoreError) {
    guard byteCount <= itemBytes else {
      throw .limitExceeded(.evidenceBytes, found: byteCount, allowed: itemBytes)
    }
  }

  /// Checks how many bytes are asked for; for authors of stores.
  ///
  /// - Throws: ``StoreError/limitExceeded(_:found:allowed:)``.
  public func check(pieceOf limit: Int) throws(StoreError) {
    guard (1...pieceBytes).contains(limit) else {
      throw .limitExceeded(.pieceBytes, found: limit, allowed: pieceBytes)
    }
  }

  /// Checks the size of a page; for authors of stores.
  ///
  /// - Throws: ``StoreError/limitExceeded(_:found:allowed:)``.
  public func check(pageOf limit: Int) throws(StoreError) {
    guard (1...pageItems).contains(limit) else {
      throw .limitExceeded(.pageItems, found: limit, allowed: pageItems)
    }
  }
}

extension EvidenceCapabilities {
  /// What the stores of this room can do.
  static func ofThisRoom(itemBytes: Int, isDurable: Bool) -> Self {
    Self(
      itemBytes: max(0, itemBytes), pieceBytes: 1 << 20, pageItems: 4_096, isDurable: isDurable)
  }
}
