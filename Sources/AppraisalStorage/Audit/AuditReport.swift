public import KinerjaCore

/// What comparing a tenant's data with its audit chain has shown.
public struct AuditReport: Hashable, Sendable {
  /// The chain's length and last hash, to be held elsewhere if nothing was found.
  public let checkpoint: AuditCheckpoint
  /// What was changed, by position.
  public let findings: [AuditFinding]
  /// How many records and events of the store were compared with the chain and are as written.
  public let confirmed: Int
  /// How many writes were replaced by later ones, so that nothing is left to compare.
  public let superseded: Int
  /// How many writes nobody can open any more: those of persons who were erased.
  public let unopened: Int
  /// The events that were erased with an entry, in the order in which they were written.
  public let erased: [ErasedWrite]
}

extension AppraisalStore {
  /// Compares a tenant's audit chain with itself, with checkpoints, and with the data.
  ///
  /// Every event and the last write of every record are compared; an opening or a record that is
  /// gone without an entry counts. Nobody should write meanwhile.
  ///
  /// - Parameters:
  ///   - tenant: Whose chain.
  ///   - checkpoints: Those held elsewhere; the head in the store is always compared.
  /// - Complexity: O(*n* log *n*) time and O(*n*) memory for *n* writes, and a reading of all data.
  public func auditReport(
    of tenant: AgencyID, against checkpoints: [AuditCheckpoint] = []
  ) async throws(StoreError) -> AuditReport {
    let trail = try await auditTrail(of: tenant)
    let head = try await auditCheckpoint(of: tenant)
    var comparison = AuditComparison(trail)
    for try await record in records(tenant: tenant, collection: AuditNames.openings) {
      comparison.open(record.payload, tenant: tenant)
    }
    for (place, write) in comparison.lastWrites {
      guard let key = place.record else { continue }
      comparison.compare(write, of: key, with: try await read([key])[key]?.payload)
    }
    for (stream, writes) in comparison.eventWrites {
      var events: [StoredEvent] = []
      for try await event in history(of: stream) { events.append(event) }
      comparison.compare(writes, of: stream, with: events)
    }
    var findings = Set(trail.findings(against: checkpoints + [head]) + comparison.findings)
    if head.length < trail.checkpoint.length {
      // An entry was appended without its head: not by a whole batch.
      findings.insert(.content(position: head.length, collection: AuditNames.collection))
    }
    return AuditReport(
      checkpoint: trail.checkpoint,
      findings: findings.sorted {
        ($0.position, $0.description) < ($1.position, $1.description)
      },
      confirmed: comparison.confirmed, superseded: comparison.superseded,
      unopened: comparison.unopened, erased: comparison.erased.sorted())
  }
}

/// Openings held against entries, and what the store holds against both.
struct AuditComparison {
  /// A write that was opened.
  struct Write {
    let position: UInt64
    let order: Int
    let kind: AuditWrite.Kind
    let salt: Digest
    let commitment: Digest
  }

  private let entries: [UInt64: AuditEntry]
  private var unseen: Set<UInt64>
  private var byRecord: [RecordKey: Write] = [:]
  private var byStream: [StreamID: [Write]] = [:]
  private var blind = 0
  private(set) var findings: [AuditFinding] = []
  private(set) var confirmed = 0
  private(set) var superseded = 0
  /// The events that entries tell to be erased.
  private(set) var erased: Set<ErasedWrite> = []

  init(_ trail: AuditTrail) {
    entries = Dictionary(
      trail.entries.compactMap(AuditEntry.init).map { ($0.position, $0) },
      uniquingKeysWith: { first, _ in first })
    unseen = Set(entries.keys)
  }

  /// Writes that nobody can open: destroyed one by one, or with their whole opening.
  var unopened: Int { unseen.reduce(blind) { $0 + (entries[$1]?.writes.count ?? 0) } }

  /// Takes an opening in.
  mutating func open(_ payload: Payload, tenant: AgencyID) {
    guard let opening = AuditOpening(payload, tenant: tenant) else { return }
    let position = opening.position
    guard
      let entry = entries[position], entry.writes.count == opening.parts.count,
      unseen.remove(position) != nil
    else {
      findings.append(.opening(position: position))
      return
    }
    for (order, (part, commitment)) in zip(opening.parts, entry.writes).enumerated() {
      guard let part else {
        blind += 1
        continue
      }
      let write = Write(
        position: position, order: order, kind: part.place.kind, salt: part.salt,
        commitment: commitment)
      if let stream = part.place.stream {
        byStream[stream, default: []].append(write)
      } else if let key = part.place.record {
        superseded += byRecord[key] == nil ? 0 : 1
        if byRecord[key].map({ $0.isBefore(write) }) ?? true { byRecord[key] = write }
      } else {
        let told = AuditWrite(place: part.place, payload: nil)
        if let event = ErasedWrite(part.place), told.commitment(salt: part.salt) == commitment {
          erased.insert(event)
        } else {
          findings.append(.opening(position: position))
        }
      }
    }
  }

  /// The last write of each record, in the order of keys.
  var lastWrites: [(place: AuditPlace, write: Write)] {
    byRecord.sorted { $0.key < $1.key }.map { key, write in
      let place = AuditPlace(
        kind: write.kind, tenant: key.tenant, collection: key.collection, id: key.id)
      return (place, write)
    }
  }

  /// The writes of each stream in the order of its events.
  var eventWrites: [(stream: StreamID, writes: [Write])] {
    byStream.sorted { $0.key < $1.key }.map { ($0.key, $0.value.sorted { $0.isBefore($1) }) }
  }

  /// Compares a record's last write with what the store holds.
  mutating func compare(_ write: Write, of key: RecordKey, with stored: Payload?) {
    let place = AuditPlace(
      kind: write.kind, tenant: key.tenant, collection: key.collection, id: key.id)
    // The salted hash also tells whether the opening names the right record.
    let isDeletion = write.kind == .delete
    let found = AuditWrite(place: place, payload: isDeletion ? nil : stored)
    let holds =
      (stored == nil) == isDeletion && found.commitment(salt: write.salt) == write.commitment
    note(holds, write, key.collection)
  }

  /// Compares a stream's writes with its events; a stream that was begun before its audit fails.
  ///
  /// What an entry tells to be erased needs no event any more, even if its salt is still there, as
  /// when an erasure was interrupted.
  mutating func compare(_ opened: [Write], of stream: StreamID, with stored: [StoredEvent]) {
    let writes = opened.filter {
      !erased.contains(ErasedWrite(entry: $0.position, write: $0.order))
    }
    let left = stored.filter { !$0.isErased }
    // If more were erased than told, the places in the stream tell which.
    let events = writes.count > left.count ? stored : left
    let place = AuditPlace(
      kind: .event, tenant: stream.tenant, collection: stream.collection, id: stream.id)
    for (index, write) in writes.enumerated() {
      let holds =
        index < events.count && !events[index].isErased
        && AuditWrite(place: place, payload: events[index].payload).commitment(salt: write.salt)
          == write.commitment
      note(holds, write, stream.collection)
    }
    if let last = writes.last, events.count > writes.count { note(false, last, stream.collection) }
  }

  private mutating func note(_ holds: Bool, _ write: Write, _ collection: KeyText) {
    if holds {
      confirmed += 1
    } else {
      findings.append(.content(position: write.position, collection: collection))
    }
  }
}

extension AuditComparison.Write {
  fileprivate func isBefore(_ other: Self) -> Bool {
    (position, order) < (other.position, other.order)
  }
}
