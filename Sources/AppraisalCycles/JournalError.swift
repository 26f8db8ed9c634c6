public import AppraisalStorage
public import KinerjaCore

/// Why a journal could not do what it was asked.
public enum JournalError: ReportedError, Sendable, Hashable {
  /// The process does not allow it now.
  case refused(Refusal)
  /// The store failed.
  case store(StoreError)
  /// Something stored cannot be read; carries its position in the stream, nil for a record.
  case unreadable(position: UInt64?, PayloadError)
  /// What some facts said was destroyed, as on a person's request; carries all their positions in
  /// the stream. Without them there is no state, so the appraisal is at its end.
  case erased(positions: [UInt64])

  /// What is wrong, as diagnostics in both languages.
  public var diagnostics: [Diagnostic] {
    switch self {
    case .refused(let refusal): refusal.diagnostics
    case .store(let error): [error.diagnostic]
    case .unreadable(_, let error): error.diagnostics
    case .erased(let positions):
      [Diagnostic(.factsErased, ["count": .integer(Int64(positions.count))])]
    }
  }
}

extension JournalError {
  static func reading<Value>(
    _ payload: Payload, at position: UInt64?, by codec: PayloadCodec<Value>
  ) throws(JournalError) -> Value {
    do {
      return try codec.decode(payload)
    } catch {
      throw .unreadable(position: position, error)
    }
  }
}
