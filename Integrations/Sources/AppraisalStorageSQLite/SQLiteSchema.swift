import AppraisalStorage
import GRDB

/// The tables, and the number of their format.
enum SQLiteSchema {
  /// Counts the formats, from 1; kept as SQLite's `user_version`.
  static let version: UInt32 = 2
  /// "KJRS", kept as SQLite's `application_id`.
  static let application = 0x4B4A_5253

  /// Makes the tables in an empty database, and refuses what is not ours.
  static func prepare(_ database: Database, at path: String) throws {
    try database.inTransaction(.immediate) {
      let found = try UInt32.fetchOne(database, sql: "PRAGMA user_version") ?? 0
      let application = try Int.fetchOne(database, sql: "PRAGMA application_id") ?? 0
      if found == 0, application == 0 {
        guard try Int.fetchOne(database, sql: "SELECT count(*) FROM sqlite_master") == 0 else {
          throw StoreError.corrupted(StoreDamage(file: path, offset: 68, .header))
        }
        try database.execute(sql: tables + tablesOfFeed)
        try database.execute(
          sql: """
            INSERT INTO counter VALUES (0);
            PRAGMA application_id = \(Self.application);
            PRAGMA user_version = \(version);
            """)
        return .commit
      }
      guard application == Self.application else {
        throw StoreError.corrupted(StoreDamage(file: path, offset: 68, .header))
      }
      guard found <= version else {
        throw StoreError.newerFormat(place: path, found: found, supported: version)
      }
      return .commit
    }
  }

  // Texts compare by bytes, SQLite's BINARY. A revision is the number of a commit and a place in
  // its batch, so it never comes back.
  private static let tables = """
    CREATE TABLE record (
      tenant TEXT NOT NULL, collection TEXT NOT NULL, id TEXT NOT NULL,
      revision TEXT NOT NULL, schema INTEGER NOT NULL, content BLOB NOT NULL,
      PRIMARY KEY (tenant, collection, id)
    );
    CREATE TABLE event (
      tenant TEXT NOT NULL, collection TEXT NOT NULL, id TEXT NOT NULL, position INTEGER NOT NULL,
      schema INTEGER NOT NULL, content BLOB NOT NULL,
      sequence INTEGER NOT NULL, erased INTEGER NOT NULL DEFAULT 0,
      PRIMARY KEY (tenant, collection, id, position)
    );
    CREATE TABLE receipt (
      sequence INTEGER PRIMARY KEY, tenant TEXT NOT NULL, key TEXT NOT NULL,
      digest TEXT NOT NULL, starts TEXT NOT NULL,
      UNIQUE (tenant, key)
    );
    """

  // Since format 2. Of a put, the revision stands in a change; of an append, the positions.
  static let tablesOfFeed = """
    CREATE TABLE counter (last INTEGER NOT NULL);
    CREATE TABLE change (
      tenant TEXT NOT NULL, sequence INTEGER NOT NULL, place INTEGER NOT NULL,
      collection TEXT NOT NULL, id TEXT NOT NULL,
      kind INTEGER NOT NULL, revision TEXT, first INTEGER, past INTEGER,
      PRIMARY KEY (tenant, sequence, place, collection, id)
    ) WITHOUT ROWID;
    CREATE TABLE forgotten (tenant TEXT PRIMARY KEY, sequence INTEGER NOT NULL) WITHOUT ROWID;
    """
}
