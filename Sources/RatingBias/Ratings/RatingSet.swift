public import KinerjaCore
import KinerjaTables

/// Ratings of many persons by many raters on some items, all on one scale.
///
/// A rating that was not given is simply not there. The order in which ratings are given does not
/// matter: the same ratings make the same set and give the same results, bit for bit. A rater rates a
/// person once on an item for one time. Raters are compared on the same person and item, and within
/// each time once anybody rated a person twice on an item: the times are periods then, else days on
/// which ratings were given.
///
/// The set keeps its ratings as columns of numbers, ordered by ratee, item, time and rater;
/// ``elements`` makes a ``Rating`` when one is asked for.
public struct RatingSet: Sendable {
  /// The scale on which all ratings are.
  public let scale: RatingScale
  /// Ratings announced but not given, such as empty cells of a column; a view knows of none.
  public let missingCount: Int

  // A view shares what it was made from.
  let shared: RatingStorage
  let selection: RatingSelection?

  init(
    _ storage: RatingStorage, scale: RatingScale, missingCount: Int = 0,
    selection: RatingSelection? = nil
  ) {
    shared = storage
    self.scale = scale
    self.missingCount = missingCount
    self.selection = selection
  }

  /// Creates a set from ratings in any order.
  ///
  /// - Throws: `InvalidInput` with *all* problems, each at the index of its rating: a value that is
  ///   no level of the scale, a negative order, or a second rating of the same ratee by the same rater
  ///   on the same item for the same time.
  /// - Complexity: O(*n*) beside sorting the distinct identifiers.
  public init(_ ratings: some Sequence<Rating>, scale: RatingScale) throws(InvalidInput) {
    try self.init(RatingRows(ratings, scale: scale), by: ParallelBlocks())
  }

  init(_ rows: RatingRows, by work: ParallelBlocks) throws(InvalidInput) {
    let (storage, missingCount) = try rows.sorted(by: work)
    self.init(storage, scale: rows.scale, missingCount: missingCount)
  }

  /// The columns of the set's own ratings; those of a view are gathered when first asked for.
  package var storage: RatingStorage { selection?.storage(of: shared) ?? shared }

  package var cells: RatingCells { storage.cells }
  /// In ascending order, as ``raters``, ``items`` and ``times``.
  package var ratees: [PersonID] { storage.ratees }
  package var raters: [PersonID] { storage.raters }
  package var items: [ItemID] { storage.items }
  package var times: [Int] { storage.times }

  /// How many ratings were given.
  public var count: Int { selection?.count ?? shared.cells.count }
  /// How many persons were rated.
  public var rateeCount: Int { ratees.count }
  /// How many persons rated.
  public var raterCount: Int { raters.count }
  /// How many items there are.
  public var itemCount: Int { items.count }

  /// The ratings one by one, ordered by ratee, item, time and rater.
  public var elements: RatingList { RatingList(storage: storage, scale: scale) }

  /// The attributes that ratings have beside ratee, rater, item and time, by name.
  public var groups: [String: RatingGroup] {
    Dictionary(uniqueKeysWithValues: storage.groups.map { ($0.name, $0) })
  }

  /// The values of the scale's levels as doubles, by level.
  package var levelValues: [Double] { scale.levels.map { Double($0.value) } }
}

extension RatingSet: Hashable {
  /// Whether two sets hold the same ratings on the same scale; a view equals a set made of them.
  public static func == (left: Self, right: Self) -> Bool {
    left.count == right.count && left.missingCount == right.missingCount
      && left.scale == right.scale && left.storage == right.storage
  }

  public func hash(into hasher: inout Hasher) {
    hasher.combine(count)
    hasher.combine(storage)
  }
}
