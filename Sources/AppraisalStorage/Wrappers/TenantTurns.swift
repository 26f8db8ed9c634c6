import KinerjaCore

/// Lets the batches of a tenant go one after the other, in the order in which they came.
actor TenantTurns {
  private var waiting: [AgencyID: [CheckedContinuation<Void, Never>]] = [:]

  /// Returns when it is the caller's turn, who must then give it back.
  func take(_ tenant: AgencyID) async {
    guard waiting[tenant] != nil else {
      waiting[tenant] = []
      return
    }
    await withCheckedContinuation { waiting[tenant]?.append($0) }
  }

  /// Passes the turn on.
  func give(_ tenant: AgencyID) {
    guard let next = waiting[tenant]?.first else {
      waiting[tenant] = nil
      return
    }
    waiting[tenant]?.removeFirst()
    next.resume()
  }
}
