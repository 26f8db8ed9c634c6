/// All events of a stream from a position on, one page in memory at a time.
public struct EventSequence<Store: AppraisalStore>: AsyncSequence, Sendable {
  let store: Store
  let stream: StreamID
  let start: UInt64
  let pageSize: Int

  /// Walks over the pages.
  public struct Iterator: AsyncIteratorProtocol {
    private let events: EventSequence
    private var items: ArraySlice<StoredEvent> = []
    private var position: UInt64
    private var hasMore = true

    init(_ events: EventSequence) {
      self.events = events
      position = events.start
    }

    /// The next event, nil behind the last.
    public mutating func next() async throws(StoreError) -> StoredEvent? {
      try await next(isolation: nil)
    }

    /// The next event, nil behind the last.
    public mutating func next(
      isolation actor: isolated (any Actor)?
    ) async throws(StoreError) -> StoredEvent? {
      if items.isEmpty, hasMore {
        if Task.isCancelled { throw .cancelled }
        let page = try await events.store.events(
          of: events.stream, from: position, limit: events.pageSize)
        items = page[...]
        position += UInt64(page.count)
        hasMore = !page.isEmpty
      }
      return items.popFirst()
    }
  }

  /// Begins at the first position wanted.
  public func makeAsyncIterator() -> Iterator { Iterator(self) }
}

extension AppraisalStore {
  /// All events of a stream from a position on, in order.
  ///
  /// Events that are appended while the sequence is walked are met too.
  ///
  /// - Parameters:
  ///   - stream: The stream.
  ///   - position: The first position wanted.
  ///   - pageSize: How many events are asked for at a time.
  public func history(
    of stream: StreamID, from position: UInt64 = 0, pageSize: Int = 256
  ) -> EventSequence<Self> {
    EventSequence(store: self, stream: stream, start: position, pageSize: pageSize)
  }
}
