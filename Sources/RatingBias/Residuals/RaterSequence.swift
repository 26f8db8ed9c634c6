/// The profiles of one rater in the order in which they were given, and what tests ask of it.
struct RaterSequence {
  /// By place, the profile.
  private let order: [Int]
  private let view: RaterView
  private let context: RatingContext

  /// Puts profiles in order, by time and then by sequence.
  init(_ view: RaterView, context: RatingContext) {
    self.view = view
    self.context = context
    let keys = view.profiles.map { range in
      let cells = range.map { Int(view.cell[view.cell.startIndex + $0]) }
      let order = context.hasOrders ? cells.map { Int(context.orders[$0]) }.min() ?? 0 : 0
      return (cells.first.map { context.time(of: $0) } ?? 0, order)
    }
    order = keys.indices.sorted { keys[$0] == keys[$1] ? $0 < $1 : keys[$0] < keys[$1] }
  }

  private func spread(_ value: (_ place: Int, _ profile: Int) -> Double) -> [Double] {
    var result = [Double](repeating: 0, count: view.count)
    for (place, profile) in order.enumerated() {
      let value = value(place, profile)
      for index in view.profiles[profile] { result[index] = value }
    }
    return result
  }

  private func progress(_ place: Int) -> Double {
    order.count > 1 ? Double(place) / Double(order.count - 1) : 0
  }

  /// From 0 at the first time to 1 at the last, or where there are no times along the sequence; nil if
  /// neither changes.
  var drift: [Double]? {
    if context.hasTimes {
      let times = order.map { profile in
        context.time(of: Int(view.cell[view.cell.startIndex + view.profiles[profile].lowerBound]))
      }
      if let first = times.first, let last = times.last, last > first {
        return spread { place, _ in Double(times[place] - first) / Double(last - first) }
      }
    }
    guard context.hasOrders, order.count > 1 else { return nil }
    return spread { place, _ in progress(place) }
  }

  /// 1 in the last fifth of the sequence.
  var recency: [Double]? {
    guard context.hasOrders, order.count > 1 else { return nil }
    return spread { place, _ in progress(place) >= 0.8 ? 1 : 0 }
  }

  /// By how many points the mean rating of the profile before exceeded that of all.
  var before: [Double]? {
    guard context.hasOrders, order.count > 2 else { return nil }
    let means = order.map { profile in
      let range = view.profiles[profile]
      return range.reduce(0.0) { $0 + Double(view.score[view.score.startIndex + $1]) }
        / Double(range.count)
    }
    let mean = means.reduce(0, +) / Double(means.count)
    return spread { place, _ in place > 0 ? means[place - 1] - mean : 0 }
  }

  /// Profiles that repeat the one before, item by item: how many could, how many do, how many of those with
  /// the same total do so by chance, and the variance of that.
  var copies: (count: Int, observed: Double, expected: Double, variance: Double)? {
    guard context.hasOrders else { return nil }
    var result = (count: 0, observed: 0.0, expected: 0.0, variance: 0.0)
    for (before, after) in zip(order, order.dropFirst()) {
      let (one, other) = (view.profiles[before], view.profiles[after])
      // Profiles are in the order of items.
      guard one.count == other.count, one.count > 1,
        zip(one, other).allSatisfy({
          view.item[view.item.startIndex + $0] == view.item[view.item.startIndex + $1]
        })
      else { continue }
      result.count += 1
      let (given, repeated) = (view.score(other), view.score(one))
      let isSameTotal =
        given.reduce(0) { $0 + Int($1) } == repeated.reduce(0) { $0 + Int($1) }
      guard isSameTotal else { continue }
      let chance = view.chance(of: Array(repeated), in: other)
      result.observed += given.elementsEqual(repeated) ? 1 : 0
      result.expected += chance
      result.variance += chance * (1 - chance)
    }
    return result.count > 0 ? result : nil
  }
}
