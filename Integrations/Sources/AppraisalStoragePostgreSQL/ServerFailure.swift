import AppraisalStorage

/// Why a statement brought no answer.
enum ServerFailure: Error, Hashable {
  /// No connection could be made.
  case unreachable(String)
  /// The connection broke, or the server ended it; what was not committed is rolled back.
  case lost
  /// The server refused the statement and rolls its transaction back.
  case refused(state: String, message: String)
  /// The task was cancelled.
  case cancelled
  /// The patience of the store is at an end.
  case late
  /// What the contract says.
  case store(StoreError)
}

extension ServerFailure {
  /// Whether the same work may go well the next time; it had no effect.
  var isWorthRepeating: Bool {
    switch self {
    case .lost: true
    case .refused(let state, _):
      // Serialisation failure, deadlock, and a row that somebody else made a moment ago.
      ["40001", "40P01", "23505"].contains(state)
    case .unreachable, .cancelled, .late, .store: false
    }
  }
}

extension StoreError {
  /// What libpq or the server reports, in the words of the contract.
  init(_ failure: ServerFailure, at place: String) {
    let soon = StoreError.unavailable(retryAfter: .milliseconds(100))
    switch failure {
    case .store(let error): self = error
    case .cancelled: self = .cancelled
    case .late: self = soon
    case .lost, .unreachable: self = .unavailable(retryAfter: .seconds(1))
    case .refused(let state, let message):
      switch state {
      case "40001", "40P01", "55P03", "57014": self = soon
      case "53100": self = .full(place: place)
      // A hot standby, or a role that may not write.
      case "25006", "42501": self = .readOnly(place: place)
      case "XX001", "XX002":
        self = .corrupted(StoreDamage(file: place, offset: 0, .content))
      case _ where state.hasPrefix("53") || state.hasPrefix("57P") || state.hasPrefix("08"):
        self = .unavailable(retryAfter: .seconds(1))
      default:
        // The server's own words without its details, whose values may be a person's.
        self = .backend(code: "postgresql-\(state)", message: message)
      }
    }
  }
}
