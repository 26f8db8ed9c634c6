import AppraisalStorage
import Foundation
import GRDB
import KinerjaCore

extension Database {
  func record(_ key: RecordKey) throws -> StoredRecord? {
    let statement = try cachedStatement(
      sql: """
        SELECT id, revision, schema, content FROM record
        WHERE tenant = ? AND collection = ? AND id = ?
        """)
    let arguments: StatementArguments = [key.tenant.text, key.collection.text, key.id.text]
    return try Row.fetchOne(statement, arguments: arguments).map {
      try StoredRecord($0, of: key.tenant, in: key.collection)
    }
  }

  /// Up to `limit` records of a collection in the byte order of their ids.
  func records(
    of tenant: AgencyID, in collection: KeyText, ids: IDRange, limit: Int
  ) throws -> [StoredRecord] {
    let statement = try cachedStatement(
      sql: """
        SELECT id, revision, schema, content FROM record
        WHERE tenant = ? AND collection = ? AND id >= ? AND id < ? ORDER BY id LIMIT ?
        """)
    let arguments: StatementArguments = [
      tenant.text, collection.text, ids.lowerBound, ids.upperBound, limit,
    ]
    return try Row.fetchAll(statement, arguments: arguments).map {
      try StoredRecord($0, of: tenant, in: collection)
    }
  }

  func events(of stream: StreamID, from position: UInt64, limit: Int) throws -> [StoredEvent] {
    guard let first = Int64(exactly: position) else { return [] }
    let statement = try cachedStatement(
      sql: """
        SELECT position, schema, content, erased FROM event
        WHERE tenant = ? AND collection = ? AND id = ? AND position >= ? ORDER BY position LIMIT ?
        """)
    let arguments: StatementArguments = [
      stream.tenant.text, stream.collection.text, stream.id.text, first, limit,
    ]
    return try Row.fetchAll(statement, arguments: arguments).map { row in
      let position = UInt64(row[0] as Int64)
      return row[3]
        ? StoredEvent(erasedFrom: stream, position: position)
        : StoredEvent(stream: stream, position: position, payload: Payload(row, from: 1))
    }
  }

  /// How many events a stream holds.
  func length(of stream: StreamID) throws -> UInt64 {
    let statement = try cachedStatement(
      sql: "SELECT max(position) + 1 FROM event WHERE tenant = ? AND collection = ? AND id = ?")
    let arguments: StatementArguments = [
      stream.tenant.text, stream.collection.text, stream.id.text,
    ]
    return UInt64(try Int64.fetchOne(statement, arguments: arguments) ?? 0)
  }

  func revision(_ key: RecordKey) throws -> Revision? {
    let statement = try cachedStatement(
      sql: "SELECT revision FROM record WHERE tenant = ? AND collection = ? AND id = ?")
    let arguments: StatementArguments = [key.tenant.text, key.collection.text, key.id.text]
    return try String.fetchOne(statement, arguments: arguments).map(Revision.init(token:))
  }
}

extension StoredRecord {
  fileprivate init(_ row: Row, of tenant: AgencyID, in collection: KeyText) throws {
    self.init(
      key: RecordKey(tenant: tenant, collection: collection, id: try KeyText(row[0] as String)),
      revision: Revision(token: row[1]), payload: Payload(row, from: 2))
  }
}

extension Payload {
  /// Schema and content from two columns.
  fileprivate init(_ row: Row, from column: Int) {
    self.init(schema: row[column], Array(row[column + 1] as Data))
  }
}
