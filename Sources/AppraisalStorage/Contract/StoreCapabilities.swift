/// What a store can do, as data that the conformance kit holds it to.
public struct StoreCapabilities: Hashable, Sendable {
  /// The most records put or deleted plus events appended in one batch.
  public var batchWrites: Int
  /// The most bytes of payload in one batch.
  public var batchBytes: Int
  /// The most bytes in one payload.
  public var payloadBytes: Int
  /// The most items that may be asked for in one page.
  public var pageItems: Int
  /// Whether a commit that was acknowledged outlives the process and a loss of power.
  public var isDurable: Bool
  /// How long idempotency keys are remembered at least; nil for as long as the data.
  public var idempotencyWindow: Duration?

  /// Creates a description.
  public init(
    batchWrites: Int, batchBytes: Int, payloadBytes: Int, pageItems: Int, isDurable: Bool,
    idempotencyWindow: Duration?
  ) {
    self.batchWrites = batchWrites
    self.batchBytes = batchBytes
    self.payloadBytes = payloadBytes
    self.pageItems = pageItems
    self.isDurable = isDurable
    self.idempotencyWindow = idempotencyWindow
  }
}

extension StoreCapabilities {
  /// Checks a batch against the limits; for authors of stores.
  ///
  /// - Throws: ``StoreError/limitExceeded(_:found:allowed:)``.
  public func check(_ batch: Batch) throws(StoreError) {
    let writes = batch.writeCount
    guard writes <= batchWrites else {
      throw .limitExceeded(.batchWrites, found: writes, allowed: batchWrites)
    }
    for mutation in batch.mutations {
      for payload in mutation.payloads where payload.bytes.count > payloadBytes {
        throw .limitExceeded(.payloadBytes, found: payload.bytes.count, allowed: payloadBytes)
      }
    }
    let bytes = batch.byteCount
    guard bytes <= batchBytes else {
      throw .limitExceeded(.batchBytes, found: bytes, allowed: batchBytes)
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

/// A limit that a store declares in its ``StoreCapabilities`` or ``EvidenceCapabilities``.
public enum StoreLimit: String, Hashable, Sendable, CaseIterable {
  case batchWrites
  case batchBytes
  case payloadBytes
  case pageItems
  case evidenceBytes
  case pieceBytes
}
