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

  /// Creates the receipt of a commit whose writes ``BatchPlan`` decided; for authors of stores, who
  /// need keep no more than these to answer a repetition.
  ///
  /// - Parameters:
  ///   - batch: The batch.
  ///   - sequence: The number of the commit.
  ///   - starts: ``BatchPlan/starts``.
  public init(of batch: Batch, committedAs sequence: UInt64, starts: [UInt64]) {
    var revisions: [RecordKey: Revision] = [:]
    var lengths: [StreamID: UInt64] = [:]
    var remaining = starts[...]
    for (place, mutation) in batch.mutations.enumerated() {
      switch mutation {
      case .put(let key, _, _):
        revisions[key] = CommitMark(sequence: sequence, place: UInt32(place)).revision
      case .delete(let key, _):
        revisions[key] = nil
      case .append(let stream, let payloads, _):
        lengths[stream] = (remaining.popFirst() ?? 0) + UInt64(payloads.count)
      }
    }
    self.init(
      sequence: sequence, revisions: revisions, streamLengths: lengths, isReplay: false)
  }

  /// The same receipt as the answer to a repetition.
  public var replayed: Self {
    Self(
      sequence: sequence, revisions: revisions, streamLengths: streamLengths, isReplay: true)
  }
}
