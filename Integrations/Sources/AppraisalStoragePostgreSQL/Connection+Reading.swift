import AppraisalStorage
import KinerjaCore

extension Connection {
  /// Records as one statement sees them, so of one moment.
  func records(_ keys: [RecordKey]) throws(ServerFailure) -> [RecordKey: StoredRecord] {
    guard !keys.isEmpty else { return [:] }
    let rows = try run(
      """
      SELECT k.place, r.revision, r.schema, r.content
      FROM unnest($1::text[], $2::text[], $3::text[]) WITH ORDINALITY
        AS k (tenant, collection, id, place)
      JOIN record r ON (r.tenant, r.collection, r.id) = (k.tenant, k.collection, k.id)
      """,
      .texts(keys.map(\.tenant.text)), .texts(keys.map(\.collection.text)),
      .texts(keys.map(\.id.text)))
    var found: [RecordKey: StoredRecord] = [:]
    for row in 0..<rows.count {
      let key = keys[Int(rows.integer(row, 0)) - 1]
      found[key] = StoredRecord(
        key: key, revision: Revision(token: rows.text(row, 1)), payload: rows.payload(row, 2))
    }
    return found
  }

  /// Up to `limit` records of a collection in the byte order of their ids.
  func records(
    of tenant: AgencyID, in collection: KeyText, ids: IDRange, limit: Int
  ) throws(ServerFailure) -> [StoredRecord] {
    let rows = try run(
      """
      SELECT id, revision, schema, content FROM record
      WHERE tenant = $1 AND collection = $2 AND id >= $3 AND id < $4 ORDER BY id LIMIT $5
      """,
      .text(tenant.text), .text(collection.text), .text(ids.lowerBound), .text(ids.upperBound),
      .integer(Int64(limit)))
    var found: [StoredRecord] = []
    for row in 0..<rows.count {
      guard let id = try? KeyText(rows.text(row, 0)) else {
        throw .store(.corrupted(StoreDamage(file: place, offset: 0, .content)))
      }
      found.append(
        StoredRecord(
          key: RecordKey(tenant: tenant, collection: collection, id: id),
          revision: Revision(token: rows.text(row, 1)), payload: rows.payload(row, 2)))
    }
    return found
  }

  func events(
    of stream: StreamID, from position: UInt64, limit: Int
  ) throws(ServerFailure) -> [StoredEvent] {
    guard let first = Int64(exactly: position) else { return [] }
    let rows = try run(
      """
      SELECT position, schema, content, erased FROM event
      WHERE tenant = $1 AND collection = $2 AND id = $3 AND position >= $4
      ORDER BY position LIMIT $5
      """,
      .text(stream.tenant.text), .text(stream.collection.text), .text(stream.id.text),
      .integer(first), .integer(Int64(limit)))
    return (0..<rows.count).map { row in
      let position = UInt64(rows.integer(row, 0))
      return rows.integer(row, 3) == 1
        ? StoredEvent(erasedFrom: stream, position: position)
        : StoredEvent(stream: stream, position: position, payload: rows.payload(row, 1))
    }
  }
}

extension Answer {
  /// Schema and content from two columns.
  fileprivate func payload(_ row: Int, _ column: Int) -> Payload {
    Payload(
      schema: Int32(truncatingIfNeeded: integer(row, column)), bytes(row, column + 1))
  }
}
