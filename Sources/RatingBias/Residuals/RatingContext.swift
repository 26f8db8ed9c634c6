import KinerjaTables

/// When, in which order and of which groups ratings are, by their place among the cells.
struct RatingContext: Sendable {
  /// By cell, the time; empty if there is none.
  private(set) var times: [Int] = []
  /// By cell, the place in the rater's sequence, −1 where it is not known; empty if none is.
  private(set) var orders: [Int32] = []
  /// Attributes of ratings that have at least two labels.
  private(set) var groups: [RatingGroup] = []

  init(_ ratings: RatingSet) {
    let storage = ratings.storage
    let cells = storage.cells
    if cells.hasTimes {
      times.reserveCapacity(cells.count)
      for unit in 0..<cells.unitCount {
        // Where no time is known, it is the first.
        let time = max(0, Int(cells.time(of: unit)))
        for _ in cells.ratings(of: unit) { times.append(storage.times[time]) }
      }
    }
    if storage.order.count > 0 { orders = storage.order.asInt32 }
    groups = storage.groups.filter { $0.labels.count > 1 }
  }

  var hasTimes: Bool { !times.isEmpty }
  var hasOrders: Bool { !orders.isEmpty }
  func time(of cell: Int) -> Int { times.isEmpty ? 0 : times[cell] }
}
