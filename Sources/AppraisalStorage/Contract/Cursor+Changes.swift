public import KinerjaCore

extension Cursor {
  /// Creates a cursor that stands behind a commit; for authors of stores with a feed.
  ///
  /// - Parameters:
  ///   - sequence: The number of the commit; 0 for the beginning.
  ///   - tenant: Whose feed.
  ///   - forgotten: The last commit of which a change was forgotten when the reader began, 0 if
  ///     none was; handed on from cursor to cursor.
  public init(afterCommit sequence: UInt64, of tenant: AgencyID, forgotten: UInt64) {
    let place = "commits|\(tenant)|\(sequence)|\(forgotten)"
    self.init(token: "\(place)|\(CRC32C.checksum(of: Array(place.utf8)))")
  }

  /// The commit behind which the cursor stands, and what was forgotten when its reader began; for
  /// authors of stores with a feed.
  ///
  /// - Throws: ``StoreError/invalidCursor`` if it was altered or is not of the tenant's feed.
  public func lastCommit(
    of tenant: AgencyID
  ) throws(StoreError) -> (sequence: UInt64, forgotten: UInt64) {
    let parts = token.split(separator: "|", omittingEmptySubsequences: false)
    guard
      parts.count == 5, let sequence = UInt64(parts[2]), let forgotten = UInt64(parts[3]),
      self == Cursor(afterCommit: sequence, of: tenant, forgotten: forgotten)
    else { throw .invalidCursor }
    return (sequence, forgotten)
  }

  /// Where a reader of a feed goes on; for authors of stores with a feed.
  ///
  /// - Parameters:
  ///   - cursor: The reader's cursor; nil for the beginning.
  ///   - tenant: Whose feed.
  ///   - forgotten: The last commit of which a change was forgotten by now, 0 if none was.
  ///   - last: The last commit by now.
  /// - Returns: The commit behind which to go on, and what the next cursor has to carry as
  ///   `forgotten`.
  /// - Throws: ``StoreError/invalidCursor``; ``StoreError/changesForgotten`` if changes behind the
  ///   cursor were forgotten since its reader began, or if it stands behind the last commit.
  public static func resuming(
    after cursor: Cursor?, of tenant: AgencyID, forgotten: UInt64, last: UInt64
  ) throws(StoreError) -> (sequence: UInt64, forgotten: UInt64) {
    guard let cursor else { return (0, forgotten) }
    let place = try cursor.lastCommit(of: tenant)
    guard place.sequence <= last, place.sequence >= forgotten || place.forgotten >= forgotten
    else { throw .changesForgotten }
    return place
  }
}
