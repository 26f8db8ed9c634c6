import KinerjaCore

/// Each rater's ratings of each ratee for one time on all items, where none is missing.
struct Profiles: Sendable {
  let itemCount: Int
  /// By ratee and time with any rating, where the profiles begin; one more at the end.
  private(set) var starts: [Int] = [0]
  /// By ratee and time with any rating, the ratee.
  private(set) var ratee: [Int32] = []
  /// By ratee and time with any rating, the time; −1 where none is known.
  private(set) var time: [Int32] = []
  /// By profile.
  private(set) var rater: [Int32] = []
  /// By profile and item.
  private(set) var values: [Double] = []
  /// Those who rated anybody.
  private(set) var raters: [Int32] = []
  /// Triples of ratee, time and rater left out because an item is missing.
  private(set) var incompleteCount = 0

  /// Ratees, each as often as there are times of their own.
  var rateeCount: Int { ratee.count }

  /// Gathers the profiles.
  ///
  /// - Parameter item: The only item; nil for all that are rated at all.
  init(_ ratings: RatingSet, on item: ItemID?) {
    let cells = ratings.cells
    let only = item.map { Int32(ratings.items.firstIndex(of: $0) ?? -1) }
    var column = [Int](repeating: -1, count: ratings.itemCount)
    var columns = 0
    for number in cells.item where column[Int(number)] < 0 {
      guard only == nil || only == number else { continue }
      column[Int(number)] = columns
      columns += 1
    }
    itemCount = columns
    let levels = ratings.levelValues
    var place = [Int](repeating: -1, count: ratings.raterCount)
    var isActive = [Bool](repeating: false, count: ratings.raterCount)
    for units in cells.unitsByRateeAndTime {
      // The rater, how many ratings, and the ratings.
      var found: [(rater: Int32, count: Int, values: [Double])] = []
      for unit in units {
        let column = column[Int(cells.item[unit])]
        guard column >= 0 else { continue }
        for rating in cells.ratings(of: unit) {
          let rater = cells.rater[rating]
          if place[Int(rater)] < 0 {
            place[Int(rater)] = found.count
            found.append((rater, 0, [Double](repeating: 0, count: columns)))
          }
          found[place[Int(rater)]].count += 1
          found[place[Int(rater)]].values[column] = levels[Int(cells.level[rating])]
        }
      }
      guard let first = units.first, !found.isEmpty else { continue }
      for profile in found.sorted(by: { $0.rater < $1.rater }) {
        place[Int(profile.rater)] = -1
        isActive[Int(profile.rater)] = true
        guard profile.count == columns else {
          incompleteCount += 1
          continue
        }
        rater.append(profile.rater)
        values += profile.values
      }
      ratee.append(cells.ratee[first])
      time.append(cells.time(of: first))
      starts.append(rater.count)
    }
    raters = isActive.indices.filter { isActive[$0] }.map { Int32($0) }
  }

  /// The profiles of a ratee at one time, by the place in ``ratee``.
  func profiles(of place: Int) -> Range<Int> { starts[place]..<starts[place + 1] }

  /// The ratings of a profile.
  func items(of profile: Int) -> ArraySlice<Double> {
    values[profile * itemCount..<(profile + 1) * itemCount]
  }

  /// The mean rating of a profile.
  func score(of profile: Int) -> Double { items(of: profile).reduce(0, +) / Double(itemCount) }
}

/// Rows and columns without gaps.
struct ScoreTable: Sendable {
  let columnCount: Int
  /// By row, the ratee.
  let ratee: [Int32]
  /// By row and column.
  let values: [Double]

  var rowCount: Int { ratee.count }

  /// A row for each ratee and time whom all raters rated, a column for each rater.
  init(raters profiles: Profiles) {
    columnCount = profiles.raters.count
    let complete = (0..<profiles.rateeCount).filter {
      profiles.profiles(of: $0).count == profiles.raters.count
    }
    ratee = complete.map { profiles.ratee[$0] }
    values = complete.flatMap { profiles.profiles(of: $0).map(profiles.score) }
  }

  /// A row for each profile, a column for each item.
  init(items profiles: Profiles) {
    columnCount = profiles.itemCount
    ratee = (0..<profiles.rateeCount).flatMap { place in
      Array(repeating: profiles.ratee[place], count: profiles.profiles(of: place).count)
    }
    values = profiles.values
  }

  func row(_ row: Int) -> ArraySlice<Double> {
    values[row * columnCount..<(row + 1) * columnCount]
  }
}

/// Groups of scores, not always equally many.
struct ScoreGroups: Sendable {
  private(set) var ratee: [Int32] = []
  private(set) var starts: [Int] = [0]
  private(set) var values: [Double] = []

  /// The scores of each ratee and time with at least two.
  init(_ profiles: Profiles) {
    for place in 0..<profiles.rateeCount where profiles.profiles(of: place).count > 1 {
      ratee.append(profiles.ratee[place])
      values += profiles.profiles(of: place).map(profiles.score)
      starts.append(values.count)
    }
  }

  func scores(of group: Int) -> ArraySlice<Double> { values[starts[group]..<starts[group + 1]] }
}

extension RatingCells {
  /// The units of each ratee and time, ratee by ratee, the times ascending.
  fileprivate var unitsByRateeAndTime: some Sequence<[Int]> {
    var next = 0
    var waiting: ArraySlice<[Int]> = []
    return AnyIterator {
      if waiting.isEmpty, next < unitCount {
        let first = next
        while next < unitCount, ratee[next] == ratee[first] { next += 1 }
        waiting =
          hasTimes
          ? Dictionary(grouping: first..<next) { time(of: $0) }.sorted { $0.key < $1.key }
            .map(\.value)[...]
          : [Array(first..<next)]
      }
      return waiting.popFirst()
    }
  }
}

extension [Int32] {
  /// Ratees, each once.
  var distinct: [Int32] { Array(Set(self)).sorted() }
}
