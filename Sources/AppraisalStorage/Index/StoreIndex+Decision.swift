extension StoreIndex {
  /// Decides whether a batch may be committed next.
  ///
  /// - Throws: ``StoreError`` for the first condition that does not hold; nothing is changed.
  func plan(of batch: Batch) throws(StoreError) -> BatchPlan {
    try BatchPlan(of: batch, committing: lastSequence + 1) {
      records[$0]?.mark.revision
    } length: {
      length(of: $0)
    }
  }
}
