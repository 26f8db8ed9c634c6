/// Coded ratings ordered by ratee, item and rater.
///
/// All ratings of one ratee on one item stand together: a *unit*, on which raters can be compared.
package struct RatingCells: Sendable, Hashable {
  /// By unit, where its ratings begin; one more at the end.
  package private(set) var starts: [Int] = [0]
  /// By unit.
  package private(set) var ratee: [Int32] = []
  /// By unit.
  package private(set) var item: [Int32] = []
  /// By rating.
  package private(set) var rater: [Int32] = []
  /// By rating, the position of its level in the scale.
  package private(set) var level: [Int16] = []

  package init() {}

  /// How many pairs of ratee and item were rated.
  package var unitCount: Int { ratee.count }

  /// The ratings of a unit.
  package func ratings(of unit: Int) -> Range<Int> { starts[unit]..<starts[unit + 1] }

  mutating func reserve(_ count: Int) {
    rater.reserveCapacity(count)
    level.reserveCapacity(count)
  }

  /// Adds a rating, in order; a second one of the same cell is refused.
  mutating func append(ratee: Int32, item: Int32, rater: Int32, level: Int16) -> Bool {
    if self.ratee.last == ratee, self.item.last == item {
      if self.rater.last == rater { return false }
    } else {
      if unitCount > 0 { starts.append(self.rater.count) }
      self.ratee.append(ratee)
      self.item.append(item)
    }
    self.rater.append(rater)
    self.level.append(level)
    return true
  }

  mutating func finish() {
    if unitCount > 0 { starts.append(rater.count) }
  }

  func filtered(_ keeps: (_ ratee: Int32, _ rater: Int32) -> Bool) -> RatingCells {
    var result = RatingCells()
    for unit in 0..<unitCount {
      for rating in ratings(of: unit) where keeps(ratee[unit], rater[rating]) {
        _ = result.append(
          ratee: ratee[unit], item: item[unit], rater: rater[rating], level: level[rating])
      }
    }
    result.finish()
    return result
  }

  /// The ratings with other levels in place of their own.
  func recoded(_ level: (Int16) -> Int16) -> RatingCells {
    var result = self
    result.level = self.level.map(level)
    return result
  }
}
