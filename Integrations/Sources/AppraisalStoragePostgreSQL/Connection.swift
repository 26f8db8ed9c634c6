import CLibPQ
import Foundation

/// A connection to a server, used by one thread at a time.
///
/// Statements are sent without blocking and awaited with an eye on the task and the clock, so that
/// neither a cancelled task nor a silent network holds the thread for ever.
final class Connection {
  private let handle: OpaquePointer
  private let patience: Duration

  /// How long to wait at a time before looking whether the task was cancelled.
  private static let glance: Duration = .milliseconds(50)
  /// How long to wait for the answer to a cancellation before giving the connection up.
  private static let grace: Duration = .seconds(2)

  /// Connects; this waits as long as the place allows, at most for `patience`.
  init(to place: String, patience: Duration) throws(ServerFailure) {
    let seconds = max(2, patience.components.seconds)
    // A place's own word on a setting stands behind this one's, where libpq lets it hold.
    let settings = [
      ("connect_timeout", "\(seconds)"), ("fallback_application_name", "kinerja"),
      ("dbname", place), ("client_encoding", "UTF8"),
    ]
    let connected = Self.withCStrings(settings.map(\.0)) { keywords in
      Self.withCStrings(settings.map(\.1)) { values in PQconnectdbParams(keywords, values, 1) }
    }
    guard let connected else { throw .unreachable("out of memory") }
    handle = connected
    self.patience = patience
    guard PQstatus(handle) == CONNECTION_OK else {
      throw .unreachable(Self.words(PQerrorMessage(handle)))
    }
    // libpq prints notices to standard error unless told otherwise.
    PQsetNoticeProcessor(handle, { _, _ in }, nil)
  }

  deinit { PQfinish(handle) }

  /// Where the connection leads, without a user or a password.
  var place: String {
    "\(Self.words(PQhost(handle))):\(Self.words(PQport(handle)))/\(Self.words(PQdb(handle)))"
  }

  /// The number of the server's process.
  var backend: Int32 { PQbackendPID(handle) }

  /// Whether more statements make sense on it.
  var isAlive: Bool { PQstatus(handle) == CONNECTION_OK }

  /// Whether a transaction is open.
  var isInTransaction: Bool { PQtransactionStatus(handle) != PQTRANS_IDLE }

  /// Runs a statement and returns its rows.
  @discardableResult
  func run(
    _ sql: String, _ parameters: Parameter..., heedsTask: Bool = true, onSent: () -> Void = {}
  ) throws(ServerFailure) -> Answer {
    if heedsTask, Task.isCancelled { throw .cancelled }
    guard send(sql, parameters) == 1 else { throw .lost }
    onSent()
    return try answer(heedsTask: heedsTask)
  }

  /// Runs statements that take no values and give no rows, one behind the other.
  ///
  /// - Parameter isLong: Whether it may take longer than the connection's patience.
  func run(script: String, isLong: Bool = false) throws(ServerFailure) {
    guard PQsendQuery(handle, script) == 1 else { throw .lost }
    _ = try answer(heedsTask: true, isLong: isLong)
  }

  private func send(_ sql: String, _ parameters: [Parameter]) -> Int32 {
    var bytes: [UInt8] = []
    var offsets: [Int] = []
    for parameter in parameters {
      offsets.append(bytes.count)
      parameter.write(to: &bytes)
    }
    let lengths = zip(offsets, offsets.dropFirst() + [bytes.count]).map { Int32($1 - $0) }
    // An empty value is no null, so there must be something to point to.
    bytes.append(0)
    return bytes.withUnsafeBytes { all in
      let values = offsets.map {
        all.baseAddress?.advanced(by: $0).assumingMemoryBound(to: CChar.self)
      }
      return PQsendQueryParams(
        handle, sql, Int32(parameters.count), parameters.map(\.type), values, lengths,
        parameters.map { _ in 1 }, 1)
    }
  }

  /// Waits for all answers to what was sent, and returns the last.
  private func answer(heedsTask: Bool, isLong: Bool = false) throws(ServerFailure) -> Answer {
    let clock = ContinuousClock()
    var deadline = clock.now + patience
    var stopped: ServerFailure?
    var last: Answer?
    var refusal: ServerFailure?
    while true {
      try flushAndWait(until: clock.now + Self.glance)
      while PQisBusy(handle) == 0 {
        guard let result = PQgetResult(handle) else {
          if let refusal { throw stopped ?? refusal }
          guard let last else { throw .lost }
          return last
        }
        let status = PQresultStatus(result)
        if status == PGRES_TUPLES_OK || status == PGRES_COMMAND_OK {
          last = Answer(owning: result)
        } else {
          refusal = Self.refusal(result)
          PQclear(result)
        }
        if PQstatus(handle) != CONNECTION_OK { throw .lost }
      }
      if PQstatus(handle) != CONNECTION_OK { throw .lost }
      let isLate = (!isLong || stopped != nil) && clock.now > deadline
      let isCancelled = heedsTask && Task.isCancelled
      guard isLate || isCancelled && stopped == nil else { continue }
      // To cancel a commit would only hide what came of it.
      guard stopped == nil, heedsTask else { throw .lost }
      stopped = isCancelled ? .cancelled : .late
      deadline = clock.now + Self.grace
      cancel()
    }
  }

  /// Sends what is still to be sent and takes in what has come, waiting for either.
  private func flushAndWait(until deadline: ContinuousClock.Instant) throws(ServerFailure) {
    let unsent = PQflush(handle)
    if unsent == 0, PQisBusy(handle) == 0 { return }
    var request = pollfd(
      fd: PQsocket(handle), events: Int16(POLLIN) | (unsent == 1 ? Int16(POLLOUT) : 0), revents: 0)
    let left = max(.zero, ContinuousClock().now.duration(to: deadline)).components
    _ = poll(&request, 1, Int32(left.attoseconds / 1_000_000_000_000_000) + 1)
    if request.revents != 0, PQconsumeInput(handle) == 0 { throw .lost }
  }

  /// Asks the server to stop what it is doing; it may come too late.
  private func cancel() {
    guard let request = PQgetCancel(handle) else { return }
    var words = [CChar](repeating: 0, count: 256)
    _ = PQcancel(request, &words, Int32(words.count))
    PQfreeCancel(request)
  }

  private static func refusal(_ result: OpaquePointer) -> ServerFailure {
    func field(_ code: Character) -> String {
      words(PQresultErrorField(result, Int32(code.asciiValue ?? 0)))
    }
    // The server ends the connection behind such an error.
    if ["FATAL", "PANIC"].contains(field("V")) { return .lost }
    let state = field("C")
    return state.isEmpty ? .lost : .refused(state: state, message: field("M"))
  }

  private static func words(_ text: UnsafePointer<CChar>?) -> String {
    text.map { String(cString: $0) } ?? ""
  }

  private static func withCStrings<Value>(
    _ texts: [String], _ body: (UnsafePointer<UnsafePointer<CChar>?>) -> Value
  ) -> Value {
    let copies = texts.map { Array($0.utf8CString) }
    let all = copies.flatMap { $0 }
    return all.withUnsafeBufferPointer { buffer in
      var pointers: [UnsafePointer<CChar>?] = []
      var offset = 0
      for copy in copies {
        pointers.append(buffer.baseAddress?.advanced(by: offset))
        offset += copy.count
      }
      return body(pointers + [nil])
    }
  }
}
