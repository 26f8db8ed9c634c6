extension DayRange {
  /// The same days as few ranges as possible, in order: overlapping and adjacent ones are joined.
  ///
  /// - Complexity: O(*n* log *n*).
  public static func joined(_ ranges: some Sequence<DayRange>) -> [DayRange] {
    var joined: [DayRange] = []
    for range in ranges.sorted() {
      guard let last = joined.last, last.overlaps(range) || last.isAdjacent(to: range) else {
        joined.append(range)
        continue
      }
      let through = last.isOpen || range.isOpen ? nil : Swift.max(last.lastDay, range.lastDay)
      joined[joined.count - 1] = DayRange(ordered: last.from, through)
    }
    return joined
  }

  /// The days of this range that none of the others has, as few ranges as possible, in order.
  ///
  /// - Complexity: O(*n* log *n*).
  public func gaps(leftBy ranges: some Sequence<DayRange>) -> [DayRange] {
    var gaps: [DayRange] = []
    var open: Day? = from
    for range in Self.joined(ranges) where overlaps(range) {
      guard let start = open else { break }
      if start < range.from, let end = range.from.previous {
        gaps.append(DayRange(ordered: start, end))
      }
      open = range.through?.next
    }
    if let start = open, start <= lastDay { gaps.append(DayRange(ordered: start, through)) }
    return gaps
  }
}
