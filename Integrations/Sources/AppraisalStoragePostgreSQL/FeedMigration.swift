import AppraisalStorage
import KinerjaCore

/// The step from format 1, which has no feed of changes, to format 2.
///
/// The first portion makes the tables and raises the format, so that older versions refuse the
/// schema; theirs that have it open already find no table `batch` any more, for they would keep no
/// changes. Then records and events are gone through in the order of their keys, a portion in a
/// transaction; `unfinished` says how far, and goes with the last.
///
/// What was overtaken in format 1 is not told, as after ``PostgreSQLStore/compact()``. Within such a
/// commit, appends stand behind records.
enum FeedMigration {
  static let step = StoreMigration(
    from: 1, to: 2,
    purpose: LocalizedText(
      id: "mencatat apa yang berubah dalam tiap komit, untuk umpan perubahan",
      en: "keep what each commit changed, for the feed of changes"))
  /// Rows of records or events in a transaction.
  static let portion: Int64 = 20_000

  /// Whether it has been begun and not ended, or has yet to begin.
  static func isPending(in connection: Connection) throws(ServerFailure) -> Bool {
    if try isUnfinished(connection) { return true }
    return try connection.run("SELECT count(*) FROM migration").integer(0, 0) < Int64(step.to)
  }

  private static func isUnfinished(_ connection: Connection) throws(ServerFailure) -> Bool {
    // Not `to_regclass`, which may remember a table that somebody dropped a moment ago.
    try connection.run(
      """
      SELECT FROM pg_class
      WHERE relname = 'unfinished' AND relnamespace = current_schema()::regnamespace
      """
    ).count > 0
  }

  /// Goes on by one portion; nil if there is nothing to do.
  static func advance(
    _ connection: Connection, in schema: String
  ) throws(ServerFailure) -> MigrationProgress? {
    try connection.transaction { () throws(ServerFailure) in
      try PostgreSQLSchema.lock(connection, schema)
      guard try isPending(in: connection) else { return nil }
      guard try isUnfinished(connection) else { return try begin(connection) }
      return try goOn(connection)
    }
  }

  private static func begin(
    _ connection: Connection
  ) throws(ServerFailure) -> MigrationProgress {
    try connection.run(
      script: """
        ALTER TABLE batch RENAME TO receipt;
        \(PostgreSQLSchema.tablesOfFeed)
        CREATE TABLE unfinished (
          stage text NOT NULL, tenant text NOT NULL, collection text NOT NULL, id text NOT NULL,
          position bigint NOT NULL, done bigint NOT NULL, total bigint NOT NULL
        );
        INSERT INTO unfinished SELECT 'record', '', '', '', -1, 0,
          (SELECT count(*) FROM record) + (SELECT count(*) FROM event);
        """, isLong: true)
    try PostgreSQLSchema.reach(Int(step.to), connection)
    return try progress(of: connection)
  }

  private static func goOn(_ connection: Connection) throws(ServerFailure) -> MigrationProgress {
    let place = try connection.run(
      "SELECT stage, tenant, collection, id, position FROM unfinished")
    let isAtRecords = place.text(0, 0) == "record"
    let last = try connection.run(
      isAtRecords ? changesOfRecords : changesOfEvents, .text(place.text(0, 1)),
      .text(place.text(0, 2)), .text(place.text(0, 3)), .integer(place.integer(0, 4)),
      .integer(portion))
    if last.count > 0 {
      try connection.run(
        """
        UPDATE unfinished SET tenant = $1, collection = $2, id = $3, position = $4, done = done + $5
        """,
        .text(last.text(0, 0)), .text(last.text(0, 1)), .text(last.text(0, 2)),
        .integer(last.integer(0, 3)), .integer(last.integer(0, 4)))
      return try progress(of: connection)
    }
    let now = try progress(of: connection)
    try connection.run(
      isAtRecords
        ? "UPDATE unfinished SET stage = 'event', tenant = '', collection = '', id = ''"
        : "DROP TABLE unfinished")
    return now
  }

  private static func progress(
    of connection: Connection
  ) throws(ServerFailure) -> MigrationProgress {
    let row = try connection.run("SELECT done, total FROM unfinished")
    return MigrationProgress(
      step, done: Int(row.integer(0, 0)), total: Int(row.integer(0, 1)))
  }

  // A revision is the number of the commit, a full stop and the place in the batch, from 0.
  private static let changesOfRecords = """
    WITH part AS (
      SELECT tenant, collection, id, revision FROM record
      WHERE (tenant, collection, id) > ($1, $2, $3) AND $4::bigint < 0
      ORDER BY tenant, collection, id LIMIT $5
    ), told AS (
      INSERT INTO change
      SELECT tenant, split_part(revision, '.', 1)::bigint, split_part(revision, '.', 2)::integer,
        collection, id, \(ChangeKind.put.rawValue), revision, NULL, NULL FROM part
    )
    SELECT tenant, collection, id, -1::bigint, (SELECT count(*) FROM part) FROM part
    ORDER BY tenant DESC, collection DESC, id DESC LIMIT 1
    """

  // The place lies behind those of all records. A portion may end within an append.
  private static let changesOfEvents = """
    WITH part AS (
      SELECT tenant, collection, id, position, sequence FROM event
      WHERE (tenant, collection, id, position) > ($1, $2, $3, $4)
      ORDER BY tenant, collection, id, position LIMIT $5
    ), told AS (
      INSERT INTO change
      SELECT tenant, sequence, \(Int32.max), collection, id, \(ChangeKind.appended.rawValue), NULL,
        min(position), max(position) + 1
      FROM part GROUP BY tenant, sequence, collection, id
      ON CONFLICT (tenant, sequence, place, collection, id) DO UPDATE SET past = excluded.past
    )
    SELECT tenant, collection, id, position, (SELECT count(*) FROM part) FROM part
    ORDER BY tenant DESC, collection DESC, id DESC, position DESC LIMIT 1
    """
}
