import AppraisalStorage
import GRDB
import KinerjaCore

extension Database {
  /// Takes the number of the next commit; to be called within a transaction that writes.
  func nextSequence() throws -> UInt64 {
    let sql = "UPDATE counter SET last = last + 1 RETURNING last"
    let next = try Int64.fetchOne(cachedStatement(sql: sql))
    guard let next else { throw DatabaseError(resultCode: .SQLITE_CORRUPT) }
    return UInt64(next)
  }

  /// Keeps for the feed what a commit changed.
  func tell(_ changes: [CommittedChange], of tenant: AgencyID, as sequence: UInt64) throws {
    let statement = try cachedStatement(
      sql: "INSERT INTO change VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)")
    for (place, change) in changes.enumerated() {
      var (collection, id): (KeyText, KeyText)
      var kind: ChangeKind
      var revision: String?
      var positions: Range<Int64>?
      switch change {
      case .put(let key, let new):
        (collection, id, kind, revision) = (key.collection, key.id, .put, new.token)
      case .deleted(let key): (collection, id, kind) = (key.collection, key.id, .deleted)
      case .appended(let stream, let new):
        (collection, id, kind) = (stream.collection, stream.id, .appended)
        positions = Int64(new.lowerBound)..<Int64(new.upperBound)
      case .erased(let stream): (collection, id, kind) = (stream.collection, stream.id, .erased)
      }
      try statement.execute(arguments: [
        tenant.text, Int64(sequence), place, collection.text, id.text, kind.rawValue, revision,
        positions?.lowerBound, positions?.upperBound,
      ])
    }
  }

  /// A page of the feed, as of one moment.
  func changes(
    of tenant: AgencyID, after cursor: AppraisalStorage.Cursor?, limit: Int, at path: String
  ) throws -> ChangePage {
    let last = try Int64.fetchOne(cachedStatement(sql: "SELECT last FROM counter")) ?? 0
    let forgotten = try Int64.fetchOne(
      cachedStatement(sql: "SELECT sequence FROM forgotten WHERE tenant = ?"),
      arguments: [tenant.text])
    let start = try AppraisalStorage.Cursor.resuming(
      after: cursor, of: tenant, forgotten: UInt64(forgotten ?? 0), last: UInt64(last))
    // All commits before the one that holds the first change beyond the limit, but at least one.
    let statement = try cachedStatement(
      sql: """
        SELECT sequence, kind, collection, id, revision, first, past FROM change
        WHERE tenant = :tenant AND sequence > :start AND sequence <= max(
          ifnull((
            SELECT sequence - 1 FROM change WHERE tenant = :tenant AND sequence > :start
            ORDER BY sequence LIMIT 1 OFFSET :limit), \(Int64.max)),
          ifnull((
            SELECT min(sequence) FROM change WHERE tenant = :tenant AND sequence > :start), 0))
        ORDER BY sequence, place, collection, id
        """)
    let rows = try Row.fetchCursor(
      statement,
      arguments: ["tenant": tenant.text, "start": Int64(start.sequence), "limit": limit])
    var commits: [CommittedChanges] = []
    var changes: [CommittedChange] = []
    var sequence = start.sequence
    func close() {
      if !changes.isEmpty {
        commits.append(CommittedChanges(sequence: sequence, changes: changes))
      }
      changes = []
    }
    while let row = try rows.next() {
      let next = UInt64(row[0] as Int64)
      if next != sequence { close() }
      sequence = next
      guard let change = try CommittedChange(row, of: tenant) else {
        throw StoreError.corrupted(StoreDamage(file: path, offset: 0, .content))
      }
      changes.append(change)
    }
    close()
    return ChangePage(
      commits: commits,
      next: AppraisalStorage.Cursor(
        afterCommit: sequence, of: tenant, forgotten: start.forgotten))
  }

  /// Forgets the changes that later ones overtook, and with them the ids of deleted records.
  func forgetOvertakenChanges() throws {
    let (put, deleted) = (ChangeKind.put.rawValue, ChangeKind.deleted.rawValue)
    try inTransaction(.immediate) {
      try execute(
        sql: """
          INSERT INTO forgotten
          SELECT tenant, max(sequence) FROM change WHERE kind = \(deleted) GROUP BY tenant
          ON CONFLICT (tenant) DO UPDATE SET sequence = excluded.sequence;
          DELETE FROM change WHERE kind = \(deleted) OR kind = \(put) AND NOT EXISTS (
            SELECT 1 FROM record r
            WHERE (r.tenant, r.collection, r.id) = (change.tenant, change.collection, change.id)
            AND r.revision = change.revision);
          """)
      return .commit
    }
  }
}

extension CommittedChange {
  /// From a row of the table of changes without its tenant and place; nil if it makes no sense.
  fileprivate init?(_ row: Row, of tenant: AgencyID) throws {
    guard let kind = ChangeKind(rawValue: row[1]) else { return nil }
    let collection = try KeyText(row[2] as String)
    let id = try KeyText(row[3] as String)
    let key = RecordKey(tenant: tenant, collection: collection, id: id)
    let stream = StreamID(tenant: tenant, collection: collection, id: id)
    switch kind {
    case .put:
      guard let revision = row[4] as String? else { return nil }
      self = .put(key, Revision(token: revision))
    case .deleted: self = .deleted(key)
    case .appended:
      guard let first = row[5] as Int64?, let past = row[6] as Int64?, 0 <= first, first < past
      else { return nil }
      self = .appended(stream, UInt64(first)..<UInt64(past))
    case .erased: self = .erased(stream)
    }
  }
}
