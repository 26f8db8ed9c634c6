/// The coincidences of ratings within units, by ratee: all that Krippendorff's alpha needs.
struct Coincidences {
  let levelCount: Int
  /// Units with at least two ratings, and their ratings.
  private(set) var unitCount = 0
  private(set) var ratingCount = 0
  /// The sum over those units of the share of pairs that agree.
  private(set) var agreement = 0.0

  // By ratee with such a unit, where its entries begin; one more at the end.
  private var starts: [Int] = [0]
  // Either a pair of different levels c < k, as c·levelCount + k, with its coincidences; or a level
  // c, as c·levelCount + c, with how many ratings it has.
  private var key: [Int32] = []
  private var weight: [Double] = []

  var rateeCount: Int { starts.count - 1 }

  init(_ cells: RatingCells, levelCount: Int, item: Int32?) {
    self.levelCount = levelCount
    var count = [Double](repeating: 0, count: levelCount)
    for unit in 0..<cells.unitCount {
      if unit > 0, cells.ratee[unit] != cells.ratee[unit - 1] { finishRatee() }
      let range = cells.ratings(of: unit)
      guard range.count > 1, item == nil || item == cells.item[unit] else { continue }
      for rating in range { count[Int(cells.level[rating])] += 1 }
      addUnit(count, ratings: range.count)
      for rating in range { count[Int(cells.level[rating])] = 0 }
    }
    finishRatee()
  }

  private mutating func addUnit(_ count: [Double], ratings: Int) {
    unitCount += 1
    ratingCount += ratings
    let present = count.indices.filter { count[$0] > 0 }
    let others = Double(ratings - 1)
    var agreeing = 0.0
    for (place, c) in present.enumerated() {
      key.append(Int32(c * levelCount + c))
      weight.append(count[c])
      agreeing += count[c] * (count[c] - 1)
      for k in present.dropFirst(place + 1) {
        key.append(Int32(c * levelCount + k))
        weight.append(count[c] * count[k] / others)
      }
    }
    agreement += agreeing / (Double(ratings) * others)
  }

  private mutating func finishRatee() {
    if starts[starts.count - 1] < key.count { starts.append(key.count) }
  }

  /// Alpha over the ratees chosen, each as often as it is named; nil if all ratings are the same.
  func alpha(
    _ metric: AgreementAnalysis.Metric, values: [Double], ratees: some Sequence<Int>
  ) -> Double? {
    var table = [Double](repeating: 0, count: levelCount * levelCount)
    for ratee in ratees {
      for entry in starts[ratee]..<starts[ratee + 1] { table[Int(key[entry])] += weight[entry] }
    }
    let totals = (0..<levelCount).map { table[$0 * levelCount + $0] }
    // The middle rank of each level: Krippendorff's ordinal distance is a difference of these.
    var ranks = [Double](repeating: 0, count: levelCount)
    var below = 0.0
    for level in 0..<levelCount {
      ranks[level] = below + totals[level] / 2
      below += totals[level]
    }
    var (observed, expected) = (0.0, 0.0)
    for c in 0..<levelCount where totals[c] > 0 {
      for k in (c + 1)..<max(levelCount, c + 1) where totals[k] > 0 {
        let distance: Double =
          switch metric {
          case .nominal: 1
          case .ordinal: ranks[k] - ranks[c]
          case .interval: values[k] - values[c]
          }
        observed += table[c * levelCount + k] * distance * distance
        expected += totals[c] * totals[k] * distance * distance
      }
    }
    return expected > 0 ? 1 - (below - 1) * observed / expected : nil
  }
}
