import AppraisalStorage
import KinerjaCore

extension Connection {
  /// Keeps for the feed what a commit changed.
  func tell(
    _ changes: [CommittedChange], of tenant: AgencyID, as sequence: UInt64
  ) throws(ServerFailure) {
    guard !changes.isEmpty else { return }
    let rows = changes.map(ChangeRow.init)
    try run(
      """
      INSERT INTO change
      SELECT $1, $2, place, collection, id, kind, nullif(revision, ''),
        CASE kind WHEN \(ChangeKind.appended.rawValue) THEN first END, nullif(past, 0)
      FROM unnest($3::text[], $4::text[], $5::bigint[], $6::text[], $7::bigint[], $8::bigint[])
        WITH ORDINALITY AS new (collection, id, kind, revision, first, past, place)
      """,
      .text(tenant.text), .integer(Int64(sequence)), .texts(rows.map(\.collection.text)),
      .texts(rows.map(\.id.text)), .integers(rows.map(\.kind.rawValue)),
      .texts(rows.map(\.revision)), .integers(rows.map { Int64($0.positions.lowerBound) }),
      .integers(rows.map { Int64($0.positions.upperBound) }))
  }

  /// A page of the feed, by one statement, so of one moment.
  func changes(
    of tenant: AgencyID, after cursor: Cursor?, limit: Int
  ) throws(ServerFailure) -> ChangePage {
    let after: UInt64
    do throws(StoreError) {
      after = try cursor?.lastCommit(of: tenant).sequence ?? 0
    } catch {
      throw .store(error)
    }
    // All commits before the one that holds the first change beyond the limit, but at least one.
    let rows = try run(
      """
      SELECT t.sequence, t.forgotten, c.sequence, kind, collection, id, revision, first, past
      FROM tenant t LEFT JOIN change c ON c.tenant = t.tenant AND c.sequence > $2
      AND c.sequence <= greatest(
        coalesce((
          SELECT sequence - 1 FROM change WHERE tenant = $1 AND sequence > $2
          ORDER BY sequence LIMIT 1 OFFSET $3), \(Int64.max)),
        (SELECT min(sequence) FROM change WHERE tenant = $1 AND sequence > $2))
      WHERE t.tenant = $1
      ORDER BY c.sequence, place, collection, id
      """,
      .text(tenant.text), .integer(Int64(clamping: after)), .integer(Int64(limit)))
    let (last, forgotten) = rows.count == 0 ? (0, 0) : (rows.integer(0, 0), rows.integer(0, 1))
    let start: (sequence: UInt64, forgotten: UInt64)
    do throws(StoreError) {
      start = try Cursor.resuming(
        after: cursor, of: tenant, forgotten: UInt64(forgotten), last: UInt64(last))
    } catch {
      throw .store(error)
    }
    var commits: [CommittedChanges] = []
    var changes: [CommittedChange] = []
    for row in 0..<rows.count where !rows.isNull(row, 2) {
      guard let change = CommittedChange(rows, row, of: tenant) else {
        throw .store(.corrupted(StoreDamage(file: place, offset: 0, .content)))
      }
      changes.append(change)
      let sequence = rows.integer(row, 2)
      guard row + 1 == rows.count || rows.integer(row + 1, 2) != sequence else { continue }
      commits.append(CommittedChanges(sequence: UInt64(sequence), changes: changes))
      changes = []
    }
    return ChangePage(
      commits: commits,
      next: Cursor(
        afterCommit: commits.last?.sequence ?? start.sequence, of: tenant,
        forgotten: start.forgotten))
  }

  /// Forgets the changes that later ones overtook, and with them the ids of deleted records.
  func forgetOvertakenChanges() throws(ServerFailure) {
    let (put, deleted) = (ChangeKind.put.rawValue, ChangeKind.deleted.rawValue)
    try transaction { () throws(ServerFailure) in
      // Nobody commits meanwhile: what the first statement did not count the second would remove.
      try run(script: "LOCK TABLE tenant IN EXCLUSIVE MODE")
      try run(
        script: """
          UPDATE tenant t SET forgotten = c.sequence FROM (
            SELECT tenant, max(sequence) AS sequence FROM change WHERE kind = \(deleted)
            GROUP BY tenant) AS c
          WHERE c.tenant = t.tenant;
          DELETE FROM change c WHERE kind = \(deleted) OR kind = \(put) AND NOT EXISTS (
            SELECT FROM record r
            WHERE (r.tenant, r.collection, r.id) = (c.tenant, c.collection, c.id)
            AND r.revision = c.revision)
          """, isLong: true)
    }
  }
}

/// A change as its row in the table holds it; empty where a kind has no such thing.
private struct ChangeRow {
  var collection: KeyText
  var id: KeyText
  var kind: ChangeKind
  var revision = ""
  var positions: Range<UInt64> = 0..<0

  init(_ change: CommittedChange) {
    switch change {
    case .put(let key, let new):
      (collection, id, kind, revision) = (key.collection, key.id, .put, new.token)
    case .deleted(let key): (collection, id, kind) = (key.collection, key.id, .deleted)
    case .appended(let stream, let new):
      (collection, id, kind, positions) = (stream.collection, stream.id, .appended, new)
    case .erased(let stream): (collection, id, kind) = (stream.collection, stream.id, .erased)
    }
  }
}

extension CommittedChange {
  /// From the columns behind the number of the commit; nil if they make no sense.
  fileprivate init?(_ rows: Answer, _ row: Int, of tenant: AgencyID) {
    guard
      let kind = ChangeKind(rawValue: rows.integer(row, 3)),
      let collection = try? KeyText(rows.text(row, 4)), let id = try? KeyText(rows.text(row, 5))
    else { return nil }
    let key = RecordKey(tenant: tenant, collection: collection, id: id)
    let stream = StreamID(tenant: tenant, collection: collection, id: id)
    switch kind {
    case .put: self = .put(key, Revision(token: rows.text(row, 6)))
    case .deleted: self = .deleted(key)
    case .appended:
      let (first, past) = (rows.integer(row, 7), rows.integer(row, 8))
      guard 0 <= first, first < past else { return nil }
      self = .appended(stream, UInt64(first)..<UInt64(past))
    case .erased: self = .erased(stream)
    }
  }
}
