/// Counts of ratings by rater, item and level, and what raters of the same unit say, in one pass.
///
/// Whole numbers throughout, so that parts merge to the same in any order.
struct RatingSums: Sendable {
  /// Differences between raters are counted in such parts of a point: the least common multiple of 1
  /// to 16, so that means of up to 16 colleagues are exact.
  static let partsPerPoint: Int64 = 720_720
  // Units of so many ratings or fewer are counted by the pattern of their levels.
  private static let mostPatterns = 4_096

  /// What is known of one rater.
  struct Rater: Sendable {
    /// Σ over ratings that have colleagues of the difference to the colleagues' mean, in parts.
    var difference: Int64 = 0
    var rateeCount: Int32 = 0
    fileprivate var lastRatee: Int32 = -1
  }

  let itemCount: Int
  let levelCount: Int
  /// By rater, item, whether somebody else rated the unit too, and level.
  private(set) var counts: [UInt32]
  private(set) var raters: [Rater]
  /// By size of units, ascending.
  private(set) var tallies: [UnitTally] = []
  /// Ratees with a unit that two rated.
  private(set) var pairedRateeCount = 0
  private(set) var rateeCount = 0

  init(raterCount: Int, itemCount: Int, levelCount: Int) {
    self.itemCount = itemCount
    self.levelCount = levelCount
    counts = [UInt32](repeating: 0, count: raterCount * itemCount * 2 * levelCount)
    raters = [Rater](repeating: Rater(), count: raterCount)
  }

  /// Sums over units; no ratee has units beyond them.
  ///
  /// - Parameter values: The values of levels.
  init(_ cells: RatingCells, units: Range<Int>, values: [Int64], raterCount: Int, itemCount: Int) {
    self.init(raterCount: raterCount, itemCount: itemCount, levelCount: values.count)
    var patterns = Patterns(levelCount: levelCount, most: Self.mostPatterns)
    let levelCount = levelCount
    let stride = itemCount * 2 * levelCount
    let (raterOf, levelOf) = (cells.rater.span, cells.level.span)
    let values = values.span
    var (lastRatee, lastPaired): (Int32, Int32) = (-1, -1)
    var (lastSize, parts, isPattern, patternStart) = (0, Int64(0), false, 0)
    let (starts, rateeOf, itemOf) = (cells.starts.span, cells.ratee.span, cells.item.span)
    // Arrays of their own, so that all are open for writing at once.
    var (countList, raterList, patternList) = (counts, raters, patterns.counts)
    (counts, raters, patterns.counts) = ([], [], [])
    var counts = countList.mutableSpan
    var raters = raterList.mutableSpan
    var patternCounts = patternList.mutableSpan
    // Every number of a storage's columns is below the count of what it numbers, which makes checks in
    // the loop needless; they would double its time.
    precondition(
      counts.count == raterCount * stride && raters.count == raterCount
        && levelOf.count == raterOf.count && starts.count == cells.unitCount + 1
        && units.upperBound <= cells.unitCount)
    for unit in units {
      let range = Int(starts[unchecked: unit])..<Int(starts[unchecked: unit + 1])
      let ratee = rateeOf[unchecked: unit]
      let size = range.count
      let isPaired = size > 1
      if ratee != lastRatee { rateeCount += 1 }
      lastRatee = ratee
      if isPaired, ratee != lastPaired {
        pairedRateeCount += 1
        lastPaired = ratee
      }
      var sum: Int64 = 0
      var pattern = 0
      for rating in range {
        let level = Int(levelOf[unchecked: rating])
        sum &+= values[unchecked: level]
        pattern = pattern &* levelCount &+ level
      }
      let place = Int(itemOf[unchecked: unit]) &* 2 &* levelCount + (isPaired ? levelCount : 0)
      // Most units are as large as the last; a division would take as long as the rest of the unit.
      if size != lastSize {
        lastSize = size
        parts = isPaired ? Self.partsPerPoint / Int64(size - 1) : 0
        isPattern = patterns.has(size)
        patternStart = isPattern ? patterns.starts[size] : 0
      }
      for rating in range {
        let rater = Int(raterOf[unchecked: rating])
        let level = Int(levelOf[unchecked: rating])
        counts[unchecked: rater &* stride &+ place &+ level] &+= 1
        var own = raters[unchecked: rater]
        own.difference &+= (values[unchecked: level] &* Int64(size) &- sum) &* parts
        if own.lastRatee != ratee { own.rateeCount &+= 1 }
        own.lastRatee = ratee
        raters[unchecked: rater] = own
      }
      if isPattern {
        patternCounts[patternStart &+ pattern] &+= 1
      } else {
        patterns.add(range.map { Int(levelOf[$0]) })
      }
    }
    patterns.counts = patternList
    tallies = patterns.tallies
    (self.counts, self.raters) = (countList, raterList)
  }

  mutating func merge(_ other: RatingSums) {
    for index in counts.indices { counts[index] += other.counts[index] }
    for rater in raters.indices {
      raters[rater].difference += other.raters[rater].difference
      raters[rater].rateeCount += other.raters[rater].rateeCount
    }
    tallies.merge(other.tallies)
    pairedRateeCount += other.pairedRateeCount
    rateeCount += other.rateeCount
  }
}

/// How often units have which levels, in which order of raters.
private struct Patterns {
  private let levelCount: Int
  // By size, where its patterns begin.
  private(set) var starts: [Int] = [0]
  var counts: [Int]
  private var others: [UnitTally] = []

  init(levelCount: Int, most: Int) {
    self.levelCount = levelCount
    var (total, power) = (0, 1)
    while power <= most / max(2, levelCount), starts.count < 64 {
      power *= levelCount
      starts.append(total)
      total += power
    }
    starts.append(total)
    counts = [Int](repeating: 0, count: total)
  }

  @inline(__always)
  func has(_ size: Int) -> Bool { size < starts.count - 1 }

  mutating func add(_ levels: [Int]) {
    let tally = others.firstIndex { $0.size == levels.count } ?? others.count
    if tally == others.count {
      others.append(UnitTally(size: levels.count, levelCount: levelCount))
    }
    others[tally].add(Self.counted(levels), times: 1)
  }

  var tallies: [UnitTally] {
    var tallies = others
    for size in 1..<max(1, starts.count - 1) {
      var tally = UnitTally(size: size, levelCount: levelCount)
      for pattern in 0..<starts[size + 1] - starts[size] where counts[starts[size] + pattern] > 0 {
        var rest = pattern
        let levels = (0..<size).map { _ in
          defer { rest /= levelCount }
          return rest % levelCount
        }
        tally.add(Self.counted(levels), times: counts[starts[size] + pattern])
      }
      if tally.unitCount > 0 { tallies.append(tally) }
    }
    return tallies.sorted { $0.size < $1.size }
  }

  private static func counted(_ levels: [Int]) -> [(level: Int, count: Int)] {
    var counts: [(level: Int, count: Int)] = []
    for level in levels.sorted() {
      if counts.last?.level == level {
        counts[counts.count - 1].count += 1
      } else {
        counts.append((level, 1))
      }
    }
    return counts
  }
}
