/// What a store answers to a ``Batch`` that it has committed.
public struct CommitReceipt: Hashable, Sendable {
  /// The commit's number: greater than that of every earlier commit of the tenant, with gaps.
  public let sequence: UInt64
  /// The new revision of each record that exists after the batch because of it.
  public let revisions: [RecordKey: Revision]
  /// How many events each stream that was appended to held after the batch.
  public let streamLengths: [StreamID: UInt64]
  /// Whether this answers a repetition: the batch had been committed before, nothing was done now.
  public let isReplay: Bool

  /// Creates a receipt.
  public init(
    sequence: UInt64, revisions: [RecordKey: Revision], streamLengths: [StreamID: UInt64],
    isReplay: Bool
  ) {
    self.sequence = sequence
    self.revisions = revisions
    self.streamLengths = streamLengths
    self.isReplay = isReplay
  }

  /// The same receipt as the answer to a repetition.
  public var replayed: Self {
    Self(
      sequence: sequence, revisions: revisions, streamLengths: streamLengths, isReplay: true)
  }
}
