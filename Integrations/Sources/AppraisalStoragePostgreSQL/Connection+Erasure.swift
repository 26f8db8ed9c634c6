import AppraisalStorage
import KinerjaCore

extension Connection {
  /// Destroys the contents of events, and the digests of the batches that wrote them.
  ///
  /// From the digest of a short batch a content could be found by trying. The feed tells of it if
  /// there were any.
  ///
  /// A connection lost in the commit is no unknown outcome, since doing it again does no harm.
  func eraseEvents(
    of stream: StreamID, in positions: Range<UInt64>
  ) throws(ServerFailure) {
    let (first, end) = (positions.lowerBound, positions.upperBound)
    let place: (Parameter, Parameter, Parameter, Parameter, Parameter) = (
      .text(stream.tenant.text), .text(stream.collection.text), .text(stream.id.text),
      .integer(Int64(clamping: first)), .integer(Int64(clamping: end))
    )
    let events =
      "tenant = $1 AND collection = $2 AND id = $3 AND position >= $4 AND position < $5"
    try transaction { () throws(ServerFailure) in
      let sequence = try lock(stream.tenant)
      try run(
        """
        UPDATE receipt SET digest = '' WHERE tenant = $1
        AND sequence IN (SELECT sequence FROM event WHERE \(events))
        """, place.0, place.1, place.2, place.3, place.4)
      let erased = try run(
        """
        UPDATE event SET schema = 0, content = '', erased = true WHERE \(events) AND NOT erased
        """, place.0, place.1, place.2, place.3, place.4)
      // A number that nothing has is no harm.
      if erased.changed > 0 { try tell([.erased(stream)], of: stream.tenant, as: sequence) }
    }
  }
}
