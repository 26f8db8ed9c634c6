import AppraisalStorage

/// The tables, as named steps that are only ever added to.
enum PostgreSQLSchema {
  /// A step from one format to the next.
  struct Migration {
    let name: String
    let sql: String
  }

  // Keys compare by bytes, "C", whatever the database's own order. A revision is the number of a
  // commit and a place in its batch, so it never comes back.
  static let migrations = [
    Migration(
      name: "tables",
      sql: """
        CREATE TABLE tenant (
          tenant text COLLATE "C" PRIMARY KEY, sequence bigint NOT NULL
        );
        CREATE TABLE record (
          tenant text COLLATE "C" NOT NULL, collection text COLLATE "C" NOT NULL,
          id text COLLATE "C" NOT NULL,
          revision text NOT NULL, schema integer NOT NULL, content bytea NOT NULL,
          PRIMARY KEY (tenant, collection, id)
        );
        CREATE TABLE event (
          tenant text COLLATE "C" NOT NULL, collection text COLLATE "C" NOT NULL,
          id text COLLATE "C" NOT NULL, position bigint NOT NULL,
          schema integer NOT NULL, content bytea NOT NULL,
          sequence bigint NOT NULL, erased boolean NOT NULL DEFAULT false,
          PRIMARY KEY (tenant, collection, id, position)
        );
        CREATE TABLE batch (
          tenant text COLLATE "C" NOT NULL, key text COLLATE "C" NOT NULL,
          sequence bigint NOT NULL, digest bytea NOT NULL, starts bigint[] NOT NULL,
          PRIMARY KEY (tenant, key)
        );
        """)
  ]

  /// Brings the tables to the newest format, and refuses what is not ours.
  ///
  /// Each call is one transaction: an interrupted one leaves what was there.
  static func prepare(_ connection: Connection, in schema: String) throws(ServerFailure) {
    try connection.transaction { () throws(ServerFailure) in
      // Two that begin at once go one after the other. "KJRN" in the space of advisory locks.
      try connection.run(
        "SELECT pg_advisory_xact_lock(1263161934, hashtext($1))", .text(schema))
      let done = try migrations(of: connection, in: schema)
      let place = connection.place(of: schema)
      let known = Self.migrations.map(\.name)
      guard done.count <= known.count else {
        throw .store(
          .newerFormat(
            place: place, found: UInt32(done.count), supported: UInt32(known.count)))
      }
      guard known.starts(with: done) else { throw Self.foreign(place) }
      for (number, migration) in Self.migrations.enumerated().dropFirst(done.count) {
        try connection.run(script: migration.sql)
        try connection.run(
          "INSERT INTO migration VALUES ($1, $2)", .integer(Int64(number + 1)),
          .text(migration.name))
      }
    }
  }

  /// The names of the steps that were made; makes the schema if there is none.
  private static func migrations(
    of connection: Connection, in schema: String
  ) throws(ServerFailure) -> [String] {
    let tables = try connection.run(
      "SELECT relname::text FROM pg_class WHERE relnamespace = to_regnamespace($1)",
      .text("\"\(schema)\""))
    let names = (0..<tables.count).map { tables.text($0, 0) }
    guard names.isEmpty else {
      guard names.contains("migration") else { throw foreign(connection.place(of: schema)) }
      let done = try connection.run("SELECT name FROM migration ORDER BY number")
      return (0..<done.count).map { done.text($0, 0) }
    }
    try connection.run(
      script: """
        CREATE SCHEMA IF NOT EXISTS "\(schema)";
        CREATE TABLE migration (number bigint PRIMARY KEY, name text NOT NULL UNIQUE);
        """)
    return []
  }

  private static func foreign(_ place: String) -> ServerFailure {
    .store(.corrupted(StoreDamage(file: place, offset: 0, .header)))
  }
}

extension Connection {
  /// What errors call a schema of the database.
  func place(of schema: String) -> String { "\(place)/\(schema)" }

  /// Sets what holds for all transactions of the connection.
  func settle(in schema: String) throws(ServerFailure) {
    try run(
      script: "SET search_path = \"\(schema)\"; SET idle_in_transaction_session_timeout = 60000")
    // Never less durable than on the server's own disk, whatever the database is set to.
    try run(
      """
      SELECT set_config('synchronous_commit', 'on', false)
      WHERE current_setting('synchronous_commit') = 'off'
      """)
  }

  /// Runs work in a transaction that sees what others commit meanwhile.
  ///
  /// - Throws: `outcomeUnknown` nowhere: a lost connection is reported as such also if it was lost
  ///   in the commit.
  func transaction<Value>(
    _ work: () throws(ServerFailure) -> Value
  ) throws(ServerFailure) -> Value {
    try run("BEGIN ISOLATION LEVEL READ COMMITTED READ WRITE")
    let value: Value
    do throws(ServerFailure) {
      value = try work()
    } catch {
      rollBack()
      throw error
    }
    try run("COMMIT", heedsTask: false)
    return value
  }

  /// Ends a transaction without effect; if that fails too, the connection is of no use any more.
  func rollBack() {
    guard isAlive, isInTransaction else { return }
    _ = try? run("ROLLBACK", heedsTask: false)
  }
}
