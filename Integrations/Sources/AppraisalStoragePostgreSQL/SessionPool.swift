import AppraisalStorage

/// A few sessions, lent to one caller each, in the order in which callers came.
actor SessionPool {
  private let sessions: [Session]
  private var idle: [Session]
  private var waiting: [(number: Int, continuation: Waiting)] = []
  private var nextNumber = 0
  private var isOpen = true
  private typealias Waiting = CheckedContinuation<Result<Session, StoreError>, Never>

  init(count: Int, connect: @escaping @Sendable () throws(ServerFailure) -> Connection) {
    sessions = (0..<max(1, count)).map { _ in Session(connect: connect) }
    idle = sessions
  }

  /// Does some work in a session; a caller that is cancelled while it waits for one does nothing.
  func run<Value: Sendable>(
    _ work: @Sendable (Connection) throws(ServerFailure) -> Value
  ) async throws(StoreError) -> Result<Value, ServerFailure> {
    let session = try await take()
    let result = await session.run(work)
    give(session)
    return result
  }

  /// Waits for all work under way and closes all connections.
  func shutdown() async {
    guard isOpen else { return }
    isOpen = false
    for (_, continuation) in waiting {
      continuation.resume(returning: .failure(.unavailable(retryAfter: nil)))
    }
    waiting = []
    // A session does one thing after the other, so this waits for its work.
    for session in sessions { await session.close() }
  }

  private func take() async throws(StoreError) -> Session {
    guard isOpen else { throw .unavailable(retryAfter: nil) }
    // The one used last: its connection is the least likely to be stale, and few stay open.
    if let session = idle.popLast() { return session }
    let number = nextNumber
    nextNumber += 1
    return try await withTaskCancellationHandler {
      await withCheckedContinuation { (continuation: Waiting) in
        if Task.isCancelled {
          continuation.resume(returning: .failure(.cancelled))
        } else {
          waiting.append((number, continuation))
        }
      }
    } onCancel: {
      Task { await giveUp(number) }
    }.get()
  }

  private func give(_ session: Session) {
    guard let next = waiting.first else {
      idle.append(session)
      return
    }
    waiting.removeFirst()
    next.continuation.resume(returning: .success(session))
  }

  private func giveUp(_ number: Int) {
    guard let place = waiting.firstIndex(where: { $0.number == number }) else { return }
    waiting.remove(at: place).continuation.resume(returning: .failure(.cancelled))
  }
}
