import AppraisalStorage
import GRDB
import KinerjaCore

/// The step from format 1, which has no feed of changes, to format 2.
///
/// The first portion makes the tables and raises the format, so that older versions refuse the
/// database; theirs that have it open already find no table `batch` any more, for they would keep
/// no changes. Then records and events are gone through in the order of their rows, which is that
/// of their commits, a portion in a transaction; `unfinished` says how far, and goes with the last.
///
/// What was overtaken in format 1 is not told, as after ``SQLiteStore/compact()``. Within such a
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
  static func isPending(in database: Database) throws -> Bool {
    let format = try UInt32.fetchOne(database, sql: "PRAGMA user_version")
    return try format == step.from || isUnfinished(database)
  }

  private static func isUnfinished(_ database: Database) throws -> Bool {
    try Bool.fetchOne(
      database, sql: "SELECT EXISTS (SELECT 1 FROM sqlite_master WHERE name = 'unfinished')")
      ?? false
  }

  /// Goes on by one portion; nil if there is nothing to do.
  static func advance(_ database: Database) throws -> MigrationProgress? {
    var progress: MigrationProgress?
    try database.inTransaction(.immediate) {
      guard try isPending(in: database) else { return .rollback }
      if try !isUnfinished(database) { try begin(database) }
      progress = try goOn(database)
      return .commit
    }
    return progress
  }

  private static func begin(_ database: Database) throws {
    try database.execute(
      sql: """
        ALTER TABLE batch RENAME TO receipt;
        \(SQLiteSchema.tablesOfFeed)
        CREATE TABLE unfinished (
          record INTEGER NOT NULL, records INTEGER NOT NULL,
          event INTEGER NOT NULL, events INTEGER NOT NULL
        );
        INSERT INTO unfinished SELECT
          0, (SELECT ifnull(max(rowid), 0) FROM record),
          0, (SELECT ifnull(max(rowid), 0) FROM event);
        PRAGMA user_version = \(step.to);
        """)
  }

  private static func goOn(_ database: Database) throws -> MigrationProgress? {
    guard let row = try Row.fetchOne(database, sql: "SELECT * FROM unfinished") else { return nil }
    var (record, event): (Int64, Int64) = (row["record"], row["event"])
    let (records, events): (Int64, Int64) = (row["records"], row["events"])
    if record < records {
      let end = min(record + portion, records)
      try database.execute(sql: changesOfRecords, arguments: [record, end])
      record = end
    } else {
      let end = min(event + portion, events)
      try database.execute(sql: changesOfEvents, arguments: [event, end])
      event = end
    }
    if record == records, event == events {
      try database.execute(
        sql: """
          INSERT INTO counter SELECT ifnull(max(sequence), 0) FROM receipt;
          DROP TABLE unfinished;
          """)
    } else {
      try database.execute(
        sql: "UPDATE unfinished SET record = ?, event = ?", arguments: [record, event])
    }
    return MigrationProgress(
      step, done: Int(record + event), total: Int(records + events))
  }

  // A revision is the number of the commit, a full stop and the place in the batch.
  private static let changesOfRecords = """
    INSERT INTO change
    SELECT tenant, CAST(substr(revision, 1, instr(revision, '.') - 1) AS INTEGER),
      CAST(substr(revision, instr(revision, '.') + 1) AS INTEGER), collection, id,
      \(ChangeKind.put.rawValue), revision, NULL, NULL
    FROM record WHERE rowid > ? AND rowid <= ?
    """

  // The place lies behind those of all records. A portion may end within an append.
  private static let changesOfEvents = """
    INSERT INTO change
    SELECT tenant, sequence, \(Int32.max), collection, id,
      \(ChangeKind.appended.rawValue), NULL, min(position), max(position) + 1
    FROM event WHERE rowid > ? AND rowid <= ?
    GROUP BY tenant, sequence, collection, id
    ON CONFLICT DO UPDATE SET past = excluded.past
    """
}
