/// What must be true of a record for a write to happen.
public enum WriteCondition: Hashable, Sendable {
  /// The record does not exist; else ``StoreError/alreadyExists(_:)``.
  case mustNotExist
  /// The record is at this revision; else ``StoreError/conflict(_:actual:)``.
  case revision(Revision)
  /// Nothing; the last writer wins.
  case unconditional
}

/// What must be true of a stream for events to be appended.
public enum ExpectedPosition: Hashable, Sendable {
  /// The stream holds exactly so many events; else ``StoreError/streamConflict(_:actual:)``.
  case exactly(UInt64)
  /// Nothing; the events go wherever the stream ends.
  case unconditional

  /// The stream holds no event yet.
  public static let empty = exactly(0)
}

/// One change within a ``Batch``.
public enum Mutation: Hashable, Sendable {
  /// Creates or replaces a record.
  case put(RecordKey, Payload, if: WriteCondition)
  /// Removes a record; removing a missing one unconditionally is no error and does nothing.
  case delete(RecordKey, if: WriteCondition)
  /// Adds events to the end of a stream, in order.
  ///
  /// An empty list only checks the expectation.
  case append(StreamID, [Payload], expecting: ExpectedPosition)
}
