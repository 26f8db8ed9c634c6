public import KinerjaCore

/// Ratings of many persons by many raters on some items, all on one scale.
///
/// A rating that was not given is simply not there. The order in which ratings are given does not
/// matter: the same ratings make the same set and give the same results, bit for bit.
public struct RatingSet: Sendable, Hashable {
  /// The scale on which all ratings are.
  public let scale: RatingScale
  /// Ratings announced but not given, such as empty cells of a column.
  public let missingCount: Int

  package let ratees: [PersonID]
  package let raters: [PersonID]
  package let items: [ItemID]
  package let cells: RatingCells

  /// Creates a set from ratings in any order.
  ///
  /// - Throws: `InvalidInput` with *all* problems, each at the index of its rating: a value that is
  ///   no level of the scale, or a second rating of the same ratee by the same rater on the same
  ///   item.
  /// - Complexity: O(*n*) beside sorting the distinct identifiers.
  public init(_ ratings: some Sequence<Rating>, scale: RatingScale) throws(InvalidInput) {
    var ratees = Interner<PersonID>()
    var raters = Interner<PersonID>()
    var items = Interner<ItemID>()
    var rows = RatingRows(scale: scale) { SourcePlace(path: [.index($0)]) }
    for rating in ratings {
      rows.add(
        ratee: ratees.code(of: rating.ratee), rater: raters.code(of: rating.rater),
        item: items.code(of: rating.item), value: rating.value)
    }
    try self.init(
      rows, ratees: ratees.identifiers, raters: raters.identifiers, items: items.identifiers)
  }

  init(
    _ rows: RatingRows, ratees: [PersonID], raters: [PersonID], items: [ItemID]
  ) throws(InvalidInput) {
    let ratees = Sorted(ratees, numbered: rows.ratee)
    let raters = Sorted(raters, numbered: rows.rater)
    let items = Sorted(items, numbered: rows.item)
    cells = try rows.cells(ratees: ratees.ranks, raters: raters.ranks, items: items.ranks)
    scale = rows.scale
    missingCount = rows.missingCount
    self.ratees = ratees.identifiers
    self.raters = raters.identifiers
    self.items = items.identifiers
  }

  private init(_ other: RatingSet, cells: RatingCells) {
    (scale, missingCount) = (other.scale, other.missingCount)
    (ratees, raters, items) = (other.ratees, other.raters, other.items)
    self.cells = cells
  }

  /// How many ratings were given.
  public var count: Int { cells.rater.count }
  /// How many persons were rated.
  public var rateeCount: Int { ratees.count }
  /// How many persons rated.
  public var raterCount: Int { raters.count }
  /// How many items there are.
  public var itemCount: Int { items.count }

  /// The set without those ratings that people gave themselves.
  package var withoutSelfRatings: RatingSet {
    let code = Dictionary(uniqueKeysWithValues: zip(raters, raters.indices.map(Int32.init)))
    let selves = ratees.map { code[$0] ?? -1 }
    return RatingSet(self, cells: cells.filtered { ratee, rater in selves[Int(ratee)] != rater })
  }

  /// The values of the scale's levels as doubles, by level.
  package var levelValues: [Double] { scale.levels.map { Double($0.value) } }
}

/// Numbers identifiers as they appear.
struct Interner<Name: Hashable> {
  private var codes: [Name: Int32] = [:]
  private(set) var identifiers: [Name] = []

  mutating func code(of identifier: Name) -> Int32 {
    if let code = codes[identifier] { return code }
    let code = Int32(identifiers.count)
    codes[identifier] = code
    identifiers.append(identifier)
    return code
  }
}

/// The identifiers in use, in ascending order, and where each one went.
struct Sorted<Name: Comparable> {
  let identifiers: [Name]
  /// By the old number, the new one; 0 for an identifier that is not used.
  let ranks: [Int32]

  /// - Parameter rows: By row, the number of its identifier.
  init(_ names: [Name], numbered rows: [Int32]) {
    var isUsed = [Bool](repeating: false, count: names.count)
    for number in rows { isUsed[Int(number)] = true }
    let order = names.indices.filter { isUsed[$0] }.sorted { names[$0] < names[$1] }
    var ranks = [Int32](repeating: 0, count: names.count)
    for (rank, index) in order.enumerated() { ranks[index] = Int32(rank) }
    identifiers = order.map { names[$0] }
    self.ranks = ranks
  }
}
