import AppraisalStorage
import KinerjaCore

/// What data of an earlier format keep otherwise than ``FaultyStore``.
///
/// Format 1 keeps records in a list, formats 1 and 2 streams in another and no feed. Each step moves
/// one of the lists, a record or stream at a time; the feed begins with what exists.
struct OldLayout: Sendable {
  typealias Stream = (id: StreamID, payloads: [Payload], erased: Set<UInt64>)

  /// 1 to 3.
  var format: UInt32
  private(set) var records: [StoredRecord] = []
  private(set) var streams: [Stream] = []
  private var moved = 0

  init(format: UInt32) { self.format = format }

  /// Takes data of format 3 back to format 1.
  init(aging state: inout FaultyStore.State) {
    format = 1
    records = state.records.values.sorted { $0.key < $1.key }
    streams = state.streams.sorted { $0.key < $1.key }
      .map { [erased = state.erased] in ($0.key, $0.value, erased[$0.key] ?? []) }
    (state.records, state.streams, state.erased, state.told) = ([:], [:], [:], [:])
  }

  /// The steps to format 3.
  var steps: [StoreMigration] {
    [
      StoreMigration(
        from: 1, to: 2,
        purpose: LocalizedText(
          id: "catatan dicari menurut kunci", en: "records are found by their keys")),
      StoreMigration(
        from: 2, to: 3,
        purpose: LocalizedText(id: "perubahan diberitakan", en: "changes are told")),
    ].filter { $0.from >= format }
  }

  /// Moves a record or a stream.
  ///
  /// - Parameter seen: The layout when the mover last looked at it.
  /// - Returns: How far the step is.
  mutating func movePortion(
    into state: inout FaultyStore.State, seen: Self, _ fault: MigrationFault?
  ) -> MigrationProgress? {
    guard let step = steps.first else { return nil }
    moved += 1
    if format == 1 {
      records = Array(records.dropLast())
      seen.records.last.map { put($0, into: &state, fault) }
    } else {
      streams = streams.dropLast()
      seen.streams.last.map { append($0, to: &state, fault) }
    }
    let left = format == 1 ? records.count : streams.count
    let progress = MigrationProgress(
      step, done: fault == .countsDown ? left : moved,
      total: fault == .countsBeyondTheTotal ? left : moved + left)
    if left == 0 { end(step, &state, fault) }
    return progress
  }

  /// Takes the step under way for done.
  mutating func giveUp() {
    (format, moved) = (format + 1, 0)
  }

  /// Forgets the next record or stream.
  mutating func lose() {
    if format == 1 { records = records.dropLast() } else { streams = streams.dropLast() }
  }

  /// Whether some streams are moved and some are not.
  var isHalfway: Bool { format == 2 && moved > 0 }

  /// Puts streams that are moved into the list once more.
  mutating func beginAnew(_ state: FaultyStore.State) {
    format = 2
    streams += state.streams.map { ($0.key, $0.value, state.erased[$0.key] ?? []) }
    moved = 0
  }

  private func put(
    _ record: StoredRecord, into state: inout FaultyStore.State, _ fault: MigrationFault?
  ) {
    if fault == .losesTheLastRecord, records.isEmpty { return }
    let revision =
      fault == .countsRevisionsAnew ? Revision(token: "\(100 + moved)") : record.revision
    state.records[record.key] = StoredRecord(
      key: record.key, revision: revision, payload: record.payload)
  }

  private func append(
    _ stream: Stream, to state: inout FaultyStore.State, _ fault: MigrationFault?
  ) {
    state.streams[stream.id, default: []] += stream.payloads
    state.erased[stream.id] = fault == .bringsBackWhatWasErased ? [] : stream.erased
  }

  private mutating func end(
    _ step: StoreMigration, _ state: inout FaultyStore.State, _ fault: MigrationFault?
  ) {
    (format, moved) = (step.to, 0)
    guard format == 3 else { return }
    if fault == .forgetsKeys { state.committed = [:] }
    var changes: [AgencyID: [CommittedChange]] = [:]
    for record in state.records.values {
      let revision = fault == .tellsOldRevisions ? Revision(token: "1") : record.revision
      changes[record.key.tenant, default: []].append(.put(record.key, revision))
    }
    for (stream, payloads) in state.streams where fault != .tellsNoStreams {
      changes[stream.tenant, default: []].append(.appended(stream, 0..<UInt64(payloads.count)))
    }
    state.told = changes.mapValues { [CommittedChanges(sequence: 1, changes: $0)] }
  }
}
