import AppraisalStorage

/// The tables, and the number of their format.
enum PostgreSQLSchema {
  /// The names of the formats, from 1; a row of the table `migration` for each that was reached.
  static let formats = ["tables", "changes"]
  /// The format of this version.
  static var version: UInt32 { UInt32(formats.count) }

  /// Makes the tables if there are none, and refuses what is not ours.
  ///
  /// Each call is one transaction: an interrupted one leaves what was there.
  static func prepare(_ connection: Connection, in schema: String) throws(ServerFailure) {
    try connection.transaction { () throws(ServerFailure) in
      try lock(connection, schema)
      let tables = try connection.run(
        "SELECT relname::text FROM pg_class WHERE relnamespace = to_regnamespace($1)",
        .text("\"\(schema)\""))
      let names = (0..<tables.count).map { tables.text($0, 0) }
      guard !names.isEmpty else {
        try connection.run(
          script: """
            CREATE SCHEMA IF NOT EXISTS "\(schema)";
            CREATE TABLE migration (number bigint PRIMARY KEY, name text NOT NULL UNIQUE);
            \(Self.tables)
            \(tablesOfFeed)
            """)
        for number in 1...formats.count { try reach(number, connection) }
        return
      }
      let place = connection.place(of: schema)
      let foreign = ServerFailure.store(.corrupted(StoreDamage(file: place, offset: 0, .header)))
      guard names.contains("migration") else { throw foreign }
      let done = try connection.run("SELECT name FROM migration ORDER BY number")
      guard done.count <= formats.count else {
        throw .store(
          .newerFormat(place: place, found: UInt32(done.count), supported: version))
      }
      guard done.count > 0, formats.starts(with: (0..<done.count).map { done.text($0, 0) })
      else { throw foreign }
    }
  }

  /// Lets those that make or change the tables at once go one after the other, until the end of the
  /// transaction.
  static func lock(_ connection: Connection, _ schema: String) throws(ServerFailure) {
    // "KJRN" in the space of advisory locks.
    try connection.run("SELECT pg_advisory_xact_lock(1263161934, hashtext($1))", .text(schema))
  }

  /// Remembers that a format was reached, so that older versions refuse the schema.
  static func reach(_ number: Int, _ connection: Connection) throws(ServerFailure) {
    try connection.run(
      "INSERT INTO migration VALUES ($1, $2)", .integer(Int64(number)), .text(formats[number - 1]))
  }

  // Keys compare by bytes, "C", whatever the database's own order. A revision is the number of a
  // commit and a place in its batch, so it never comes back.
  private static let tables = """
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
    CREATE TABLE receipt (
      tenant text COLLATE "C" NOT NULL, key text COLLATE "C" NOT NULL,
      sequence bigint NOT NULL, digest bytea NOT NULL, starts bigint[] NOT NULL,
      PRIMARY KEY (tenant, key)
    );
    """

  // Since format 2. Of a put, the revision stands in a change; of an append, the positions.
  static let tablesOfFeed = """
    CREATE TABLE change (
      tenant text COLLATE "C" NOT NULL, sequence bigint NOT NULL, place integer NOT NULL,
      collection text COLLATE "C" NOT NULL, id text COLLATE "C" NOT NULL,
      kind smallint NOT NULL, revision text, first bigint, past bigint,
      PRIMARY KEY (tenant, sequence, place, collection, id)
    );
    ALTER TABLE tenant ADD COLUMN forgotten bigint NOT NULL DEFAULT 0;
    """
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
