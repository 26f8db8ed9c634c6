/// Coded ratings ordered by ratee, item, time and rater.
///
/// All ratings of one ratee on one item for one time stand together: a *unit*, on which raters can be
/// compared.
package struct RatingCells: Sendable, Hashable {
  /// By unit, where its ratings begin; one more at the end.
  package private(set) var starts: [UInt32] = [0]
  /// By unit.
  package private(set) var ratee: [Int32] = []
  /// By unit.
  package private(set) var item: [Int32] = []
  // By unit, −1 where none is known; empty where no unit has one.
  private var times: [Int32] = []
  /// By rating.
  package private(set) var rater: [Int32] = []
  /// By rating, the position of its level in the scale.
  package private(set) var level: [Int16] = []

  package init() {}

  /// How many triples of ratee, item and time were rated.
  package var unitCount: Int { ratee.count }

  /// How many ratings there are.
  package var count: Int { rater.count }

  /// Whether any unit has a time.
  package var hasTimes: Bool { !times.isEmpty }

  /// The time of a unit; −1 where none is known.
  package func time(of unit: Int) -> Int32 { times.isEmpty ? -1 : times[unit] }

  /// The ratings of a unit.
  package func ratings(of unit: Int) -> Range<Int> { Int(starts[unit])..<Int(starts[unit + 1]) }

  /// The unit of a rating.
  ///
  /// - Complexity: O(log *n*).
  package func unit(of rating: Int) -> Int {
    var (low, high) = (0, unitCount)
    while high - low > 1 {
      let middle = (low + high) / 2
      if starts[middle] <= rating { low = middle } else { high = middle }
    }
    return low
  }

  mutating func reserve(_ count: Int) {
    rater.reserveCapacity(count)
    level.reserveCapacity(count)
  }

  /// Adds a rating, in order; a second one of the same cell is refused.
  mutating func append(
    ratee: Int32, item: Int32, time: Int32 = -1, rater: Int32, level: Int16
  ) -> Bool {
    let isSameUnit =
      self.ratee.last == ratee && self.item.last == item && (times.last ?? -1) == time
    if isSameUnit {
      if self.rater.last == rater { return false }
    } else {
      if unitCount > 0 { starts.append(UInt32(self.rater.count)) }
      if time >= 0, times.isEmpty { times = [Int32](repeating: -1, count: unitCount) }
      self.ratee.append(ratee)
      self.item.append(item)
      if time >= 0 || !times.isEmpty { times.append(time) }
    }
    self.rater.append(rater)
    self.level.append(level)
    return true
  }

  mutating func finish() {
    if unitCount > 0 { starts.append(UInt32(rater.count)) }
  }

  /// Adds what follows, finished and of other ratees.
  mutating func append(contentsOf other: RatingCells) {
    guard other.unitCount > 0 else { return }
    let start = UInt32(rater.count)
    if other.hasTimes, times.isEmpty { times = [Int32](repeating: -1, count: unitCount) }
    starts.append(contentsOf: other.starts.lazy.dropFirst().map { $0 + start })
    ratee.append(contentsOf: other.ratee)
    item.append(contentsOf: other.item)
    if other.hasTimes {
      times.append(contentsOf: other.times)
    } else if hasTimes {
      times.append(contentsOf: repeatElement(-1, count: other.unitCount))
    }
    rater.append(contentsOf: other.rater)
    level.append(contentsOf: other.level)
  }

  /// The ratings with other levels in place of their own.
  func recoded(_ level: (Int16) -> Int16) -> RatingCells {
    var result = self
    result.level = self.level.map(level)
    return result
  }
}
