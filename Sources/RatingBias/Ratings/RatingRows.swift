import KinerjaCore

/// Ratings on their way into a ``RatingSet``: codes in the order of the input.
struct RatingRows {
  let scale: RatingScale
  private(set) var missingCount = 0

  private(set) var ratee: [Int32] = []
  private(set) var rater: [Int32] = []
  private(set) var item: [Int32] = []
  private var level: [Int16] = []
  // The row of each rating in the input, where rows without a rating count too.
  private var row: [Int32] = []
  private var rowCount: Int32 = 0
  private var problems = Diagnostics()
  // Where a row's rating stands in the input.
  private let place: (Int) -> SourcePlace

  /// - Parameter place: Where the rating of a row stands in the input.
  init(scale: RatingScale, place: @escaping (Int) -> SourcePlace) {
    self.scale = scale
    self.place = place
  }

  mutating func add(ratee: Int32, rater: Int32, item: Int32, value: Int) {
    defer { rowCount += 1 }
    guard let position = scale.position(of: value), let level = Int16(exactly: position) else {
      problems.add(
        .ratingOffScale,
        ["value": .integer(Int64(value)), "scale": .text(scale.id.text)],
        at: place(Int(rowCount)))
      return
    }
    self.ratee.append(ratee)
    self.rater.append(rater)
    self.item.append(item)
    self.level.append(level)
    row.append(rowCount)
  }

  /// Adds a row without a rating, which is counted.
  mutating func addMissing() {
    rowCount += 1
    missingCount += 1
  }

  /// Adds a row that lacks its ratee, rater or item, which is an error.
  mutating func addNameless() {
    problems.add(.namelessRating, at: place(Int(rowCount)))
    rowCount += 1
  }

  /// The ratings ordered by ratee, item and rater, coded by ranks.
  func cells(
    ratees: [Int32], raters: [Int32], items: [Int32]
  ) throws(InvalidInput) -> RatingCells {
    var problems = problems
    // Three stable counting sorts, the least significant key first.
    var order = Array(Int32(0)..<Int32(rater.count))
    order = Self.sorted(order, by: rater, ranks: raters)
    order = Self.sorted(order, by: item, ranks: items)
    order = Self.sorted(order, by: ratee, ranks: ratees)
    var cells = RatingCells()
    cells.reserve(order.count)
    for index in order.lazy.map(Int.init) {
      let isNew = cells.append(
        ratee: ratees[Int(ratee[index])], item: items[Int(item[index])],
        rater: raters[Int(rater[index])], level: level[index])
      if !isNew { problems.add(.ratedTwice, at: place(Int(row[index]))) }
    }
    cells.finish()
    try problems.throwIfAny()
    return cells
  }

  private static func sorted(_ order: [Int32], by key: [Int32], ranks: [Int32]) -> [Int32] {
    var starts = [Int](repeating: 0, count: ranks.count + 1)
    for index in order { starts[Int(ranks[Int(key[Int(index)])]) + 1] += 1 }
    for rank in ranks.indices { starts[rank + 1] += starts[rank] }
    var result = order
    for index in order {
      let rank = Int(ranks[Int(key[Int(index)])])
      result[starts[rank]] = index
      starts[rank] += 1
    }
    return result
  }
}
