public import KinerjaCore

/// Two times in one history: the days on which something held, and when it became known.
///
/// “What did we know on 1 July about semester 1?”
/// ```swift
/// let history = try await store.bitemporalHistory(of: stream, AttendanceFact.codec) { fact in
///   BitemporalStatement(fact.days, on: fact.period, recorded: fact.recorded)
/// }
/// let then = history.known(on: july1, in: .wita).during(semester1)
/// ```
/// A later event about the same days holds over an earlier one; what is earlier and later, the
/// positions in the stream decide, which nobody can change, not the writers' clocks.
public struct BitemporalHistory<Value: Sendable>: Sendable {
  /// The statements in the order of their events, with the position of each.
  public let statements: [(position: UInt64, statement: BitemporalStatement<Value>)]

  /// The positions of the events whose contents were destroyed, in order: what they said is not in
  /// the statements, nor is known whether they said anything to the matter.
  public let erased: [UInt64]

  /// Creates a history of statements in the order of their events.
  public init(_ statements: [BitemporalStatement<Value>]) {
    self.init(at: statements.enumerated().map { (UInt64($0.offset), $0.element) })
  }

  init(
    at statements: [(position: UInt64, statement: BitemporalStatement<Value>)],
    erased: [UInt64] = []
  ) {
    self.statements = statements
    self.erased = erased
  }

  /// What was known at a moment, about all days.
  ///
  /// - Parameter instant: Statements recorded at it count, later ones do not.
  /// - Complexity: O(*n* log *n*) in the number of statements.
  public func known(at instant: Instant) -> KnownTimeline<Value> {
    KnownTimeline(statements.filter { $0.statement.recorded <= instant })
  }

  /// What was known at the end of a day.
  public func known(on day: Day, in zone: Zone) -> KnownTimeline<Value> {
    known(at: zone.lastSecond(of: day))
  }

  /// What is known after all statements.
  public var known: KnownTimeline<Value> { KnownTimeline(statements) }
}

extension AppraisalStore {
  /// Reads a stream as a history of two times; erased events are passed over and named.
  ///
  /// - Parameters:
  ///   - stream: The stream; it is read to its end.
  ///   - codec: How its events are written.
  ///   - statement: What an event says about which days; nil if nothing to the matter.
  /// - Throws: ``BitemporalError``.
  public func bitemporalHistory<Codec: PayloadCoding, Value: Sendable>(
    of stream: StreamID, _ codec: Codec,
    _ statement: @Sendable (Codec.Value) -> BitemporalStatement<Value>?
  ) async throws(BitemporalError) -> BitemporalHistory<Value> {
    var statements: [(position: UInt64, statement: BitemporalStatement<Value>)] = []
    var events = history(of: stream).makeAsyncIterator()
    var erased: [UInt64] = []
    while let event = try await BitemporalError.next(&events) {
      guard !event.isErased else {
        erased.append(event.position)
        continue
      }
      do throws(PayloadError) {
        if let said = try statement(codec.decode(event.payload)) {
          statements.append((event.position, said))
        }
      } catch {
        throw .payload(position: event.position, error)
      }
    }
    return BitemporalHistory(at: statements, erased: erased)
  }
}

/// Why a history of two times could not be read.
public enum BitemporalError: Error, Hashable, Sendable {
  /// The store failed.
  case store(StoreError)
  /// The event at this position cannot be read.
  case payload(position: UInt64, PayloadError)
}

extension BitemporalError: ReportedError {
  /// What is wrong, as diagnostics in both languages.
  public var diagnostics: [Diagnostic] {
    switch self {
    case .store(let error): [error.diagnostic]
    case .payload(_, let error): error.diagnostics
    }
  }
}

extension BitemporalError {
  fileprivate static func next<Store>(
    _ events: inout EventSequence<Store>.Iterator
  ) async throws(BitemporalError) -> StoredEvent? {
    do throws(StoreError) {
      return try await events.next()
    } catch {
      throw .store(error)
    }
  }
}
