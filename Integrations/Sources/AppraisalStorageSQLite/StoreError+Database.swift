import AppraisalStorage
import GRDB

extension StoreError {
  /// What GRDB or SQLite reports, in the words of the contract.
  init(_ error: any Error, at path: String) {
    if let error = error as? StoreError {
      self = error
      return
    }
    guard let error = error as? DatabaseError else {
      self = .backend(code: "grdb", message: "\(type(of: error))")
      return
    }
    switch error.resultCode {
    case .SQLITE_BUSY, .SQLITE_LOCKED: self = .unavailable(retryAfter: .milliseconds(100))
    // What GRDB says of a connection that was closed.
    case .SQLITE_MISUSE: self = .unavailable(retryAfter: nil)
    case .SQLITE_FULL: self = .full(place: path)
    case .SQLITE_READONLY, .SQLITE_PERM, .SQLITE_AUTH: self = .readOnly(place: path)
    case .SQLITE_CORRUPT, .SQLITE_NOTADB:
      self = .corrupted(StoreDamage(file: path, offset: 0, .content))
    default:
      // SQLite's own words without the statement, whose values may be a person's.
      self = .backend(
        code: "sqlite-\(error.extendedResultCode.rawValue)", message: error.message ?? "")
    }
  }
}
