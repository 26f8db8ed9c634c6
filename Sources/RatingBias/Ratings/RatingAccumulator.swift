public import KinerjaCore
public import KinerjaTables

/// Counts of ratings by rater, item and level, which add over files, offices and years.
///
/// What a classical audit says of many ratings follows from it: means and spreads of raters and items,
/// differences between raters of the same persons, agreement. It holds whole numbers only, so that
/// parts merge to the same in any order; it names raters and items but no ratee.
///
/// ```swift
/// var country = RatingAccumulator(provinceA)
/// try country.merge(RatingAccumulator(provinceB))
/// for rater in country.figures { print(rater.rater, rater.differenceInPoints ?? .nan) }
/// ```
///
/// Ratings that people gave themselves are counted and left out. Raters are compared within a part: the
/// ratings of one ratee belong into one part.
public struct RatingAccumulator: Sendable, Hashable, Codable {
  /// The values of the scale's levels, ascending.
  public let levels: [Int]
  /// Who rated others, in ascending order.
  public private(set) var raters: [PersonID]
  /// On what others were rated, in ascending order.
  public private(set) var items: [ItemID]
  /// Ratings that people gave themselves.
  public private(set) var selfRatingCount: Int
  /// Persons rated by others.
  public private(set) var rateeCount: Int
  /// Persons whom two rated on the same item for the same time.
  public private(set) var sharedRateeCount: Int

  // By rater, item, whether somebody else rated the unit too, and level.
  private(set) var counts: [Int]
  // By rater, the sum of differences to colleagues, in parts of a point.
  private(set) var differences: [Int64]
  // By rater.
  private(set) var rateeCounts: [Int]
  // By number of raters of a unit, ascending.
  private(set) var tallies: [UnitTally]

  /// Counts ratings, in one pass by all cores.
  ///
  /// - Parameters:
  ///   - ratings: The ratings.
  ///   - work: How the work is spread and stopped; it does not change the result.
  /// - Throws: `CancellationError` if the task is cancelled.
  /// - Complexity: O(*n*) beside raters times items times levels.
  public init(
    _ ratings: RatingSet, by work: ParallelBlocks = ParallelBlocks()
  ) throws(CancellationError) {
    let others = ratings.withoutSelfRatings
    let storage = others.storage
    let cells = storage.cells
    levels = ratings.scale.levels.map(\.value)
    (raters, items) = (storage.raters, storage.items)
    selfRatingCount = ratings.count - others.count
    let values = levels.map(Int64.init)
    let empty = RatingSums(
      raterCount: raters.count, itemCount: items.count, levelCount: levels.count)
    // Each block has counts of its own, which must not cost more than its ratings.
    let blocks = cells.blocks(of: Swift.max(1 << 18, 16 * empty.counts.count))
    let parts = try work.map(blocks: blocks.count) { block in
      RatingSums(
        cells, units: blocks[block], values: values, raterCount: storage.raters.count,
        itemCount: storage.items.count)
    }
    let sums = parts.dropFirst().reduce(into: parts.first ?? empty) { $0.merge($1) }
    counts = sums.counts.map { Int($0) }
    differences = sums.raters.map(\.difference)
    rateeCounts = sums.raters.map { Int($0.rateeCount) }
    tallies = sums.tallies
    (rateeCount, sharedRateeCount) = (sums.rateeCount, sums.pairedRateeCount)
  }

  /// Adds what another part has counted.
  ///
  /// - Throws: `InvalidInput` if its scale has other levels.
  public mutating func merge(_ other: RatingAccumulator) throws(InvalidInput) {
    guard levels == other.levels else {
      throw InvalidInput(
        Diagnostic(
          .otherLevels,
          [
            "levels": .list(levels.map(String.init)),
            "others": .list(other.levels.map(String.init)),
          ]
        ))
    }
    let (own, theirs) = (self, other)
    raters = Self.union(own.raters, theirs.raters)
    items = Self.union(own.items, theirs.items)
    counts = [Int](repeating: 0, count: raters.count * items.count * 2 * levels.count)
    differences = [Int64](repeating: 0, count: raters.count)
    rateeCounts = [Int](repeating: 0, count: raters.count)
    let width = 2 * levels.count
    for part in [own, theirs] {
      let raterPlaces = Self.places(of: part.raters, in: raters)
      let itemPlaces = Self.places(of: part.items, in: items)
      for (rater, raterPlace) in raterPlaces.enumerated() {
        differences[raterPlace] += part.differences[rater]
        rateeCounts[raterPlace] += part.rateeCounts[rater]
        for (item, itemPlace) in itemPlaces.enumerated() {
          let from = (rater * part.items.count + item) * width
          let to = (raterPlace * items.count + itemPlace) * width
          for cell in 0..<width { counts[to + cell] += part.counts[from + cell] }
        }
      }
    }
    tallies.merge(other.tallies)
    selfRatingCount += other.selfRatingCount
    rateeCount += other.rateeCount
    sharedRateeCount += other.sharedRateeCount
  }

  private static func union<Name: Comparable & Hashable>(_ one: [Name], _ other: [Name]) -> [Name] {
    one == other ? one : Set(one).union(other).sorted()
  }

  private static func places<Name: Hashable>(of some: [Name], in all: [Name]) -> [Int] {
    let places = Dictionary(uniqueKeysWithValues: zip(all, all.indices))
    return some.compactMap { places[$0] }
  }
}

extension RatingAccumulator {
  /// Ratings given to others.
  public var ratingCount: Int { counts.reduce(0, +) }

  /// How often a rater, or all, gave each level on an item, or on all; by the level's place in
  /// ``levels``.
  public func frequencies(of rater: PersonID? = nil, on item: ItemID? = nil) -> Frequencies {
    var result = Frequencies(size: levels.count)
    for rater in rater.map({ places(of: $0, in: raters) }) ?? Array(raters.indices) {
      for item in item.map({ places(of: $0, in: items) }) ?? Array(items.indices) {
        for isShared in [false, true] {
          for (level, count) in levelCounts(rater, item, isShared: isShared).enumerated() {
            result.add(level, times: count)
          }
        }
      }
    }
    return result
  }

  /// Count, mean and variance of the ratings of a rater, or all, on an item, or on all; exact.
  public func moments(of rater: PersonID? = nil, on item: ItemID? = nil) -> IntegerMoments {
    var result = IntegerMoments()
    for (value, count) in zip(levels, frequencies(of: rater, on: item).counts) {
      result.add(Int64(value), times: count)
    }
    return result
  }

  private func places<Name: Equatable>(of name: Name, in names: [Name]) -> [Int] {
    names.firstIndex(of: name).map { [$0] } ?? []
  }

  /// By level, how often a rater gave it on an item.
  func levelCounts(_ rater: Int, _ item: Int, isShared: Bool) -> ArraySlice<Int> {
    let from = ((rater * items.count + item) * 2 + (isShared ? 1 : 0)) * levels.count
    return counts[from..<from + levels.count]
  }
}

extension RatingCells {
  /// Units with about so many ratings together, cut where a ratee ends.
  fileprivate func blocks(of size: Int) -> [Range<Int>] {
    var blocks: [Range<Int>] = []
    var start = 0
    while start < unitCount {
      let last = ratings(of: start).lowerBound + size
      var end = last < count ? Swift.max(unit(of: last), start + 1) : unitCount
      while end < unitCount, ratee[end] == ratee[end - 1] { end += 1 }
      blocks.append(start..<end)
      start = end
    }
    return blocks
  }
}
