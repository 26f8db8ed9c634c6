import Dispatch

/// A place in the pool: a thread of its own, and a connection once one is needed.
actor Session {
  private nonisolated let lane = Lane()
  nonisolated var unownedExecutor: UnownedSerialExecutor { lane.asUnownedSerialExecutor() }

  private let connect: @Sendable () throws(ServerFailure) -> Connection
  private var connection: Connection?

  init(connect: @escaping @Sendable () throws(ServerFailure) -> Connection) {
    self.connect = connect
  }

  /// How often work is tried that had no effect and may go well the next time.
  private static let attempts = 4

  /// Does some work, and again if the connection was stale or somebody else in the way.
  func run<Value: Sendable>(
    _ work: @Sendable (Connection) throws(ServerFailure) -> Value
  ) -> Result<Value, ServerFailure> {
    var attempt = 0
    while true {
      attempt += 1
      do throws(ServerFailure) {
        if connection == nil { connection = try connect() }
        guard let connection else { return .failure(.lost) }
        return .success(try work(connection))
      } catch {
        if error == .lost || connection?.isAlive == false || connection?.isInTransaction == true {
          connection = nil
        }
        guard error.isWorthRepeating, attempt < Self.attempts else { return .failure(error) }
      }
    }
  }

  func close() { connection = nil }
}

/// A thread for calls that wait for a server, so that they hold up nobody else's tasks.
private final class Lane: SerialExecutor {
  private let queue = DispatchQueue(label: "kinerja.postgresql-store")

  func enqueue(_ job: consuming ExecutorJob) {
    let job = UnownedJob(job)
    queue.async { job.runSynchronously(on: self.asUnownedSerialExecutor()) }
  }
}
