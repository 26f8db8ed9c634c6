/// The commit that wrote a record, and the place of the write in its batch: a revision, compactly.
struct CommitMark: Hashable, Sendable {
  let sequence: UInt64
  let place: UInt32

  /// The mark as callers see it; commits are never counted twice, so it never comes back.
  var revision: Revision { Revision(token: "\(sequence).\(place)") }
}
