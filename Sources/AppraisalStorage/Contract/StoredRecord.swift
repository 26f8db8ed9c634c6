/// A record as a store returns it.
public struct StoredRecord: Hashable, Sendable {
  /// Where it lies.
  public let key: RecordKey
  /// Its state, to be named in a ``WriteCondition``.
  public let revision: Revision
  /// Its content.
  public let payload: Payload

  /// Creates a stored record; for authors of stores.
  public init(key: RecordKey, revision: Revision, payload: Payload) {
    self.key = key
    self.revision = revision
    self.payload = payload
  }
}

/// An event as a store returns it.
public struct StoredEvent: Hashable, Sendable {
  /// The stream that it belongs to.
  public let stream: StreamID
  /// Its place in the stream, counted from 0 without gaps.
  public let position: UInt64
  /// Its content; of an erased event, no bytes under schema 0.
  public let payload: Payload
  /// Whether its content was destroyed, as ``ErasingStore`` does.
  public let isErased: Bool

  /// Creates a stored event; for authors of stores.
  public init(stream: StreamID, position: UInt64, payload: Payload) {
    self.stream = stream
    self.position = position
    self.payload = payload
    isErased = false
  }

  /// Creates what is left of an event whose content was destroyed; for authors of stores.
  public init(erasedFrom stream: StreamID, position: UInt64) {
    self.stream = stream
    self.position = position
    payload = .erased
    isErased = true
  }
}
