public import KinerjaCore

extension Batch {
  /// The SHA-256 of all that the batch says, the same in every version; for authors of stores.
  ///
  /// By it a store tells a repetition from another batch under the same idempotency key. It guards
  /// no secret: who knows how short a content is may find it by trying.
  public var digest: Digest { SHA256.hash(BatchBody.encoded(self)) }
}
