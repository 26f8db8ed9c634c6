/// How far two orders of the same things disagree, by merging (Knight 1966), with weights by rank
/// (Vigna 2015).
struct Discordance {
  /// The weight of pairs in opposite order, of pairs equal in the first, in the second, in both, and
  /// of all pairs.
  var opposite = 0.0
  var equalInFirst = 0.0
  var equalInSecond = 0.0
  var equalInBoth = 0.0
  var all = 0.0

  /// Compares two lists of numbers; a pair weighs the sum of the weights of its two members.
  ///
  /// With a weight of a half each, pairs are counted.
  ///
  /// - Complexity: O(*n* log *n*).
  init(_ first: [Double], _ second: [Double], weights: [Double]) {
    let order = first.indices.sorted { left, right in
      if first[left] != first[right] { return first[left] < first[right] }
      if second[left] != second[right] { return second[left] < second[right] }
      return left < right
    }
    all = Self.pairs(weights)
    equalInFirst = Self.tied(order, weights) { first[$0] == first[$1] }
    equalInBoth = Self.tied(order, weights) { first[$0] == first[$1] && second[$0] == second[$1] }
    let bySecond = Ranks.ascendingOrder(second)
    equalInSecond = Self.tied(bySecond, weights) { second[$0] == second[$1] }
    opposite = Self.inversions(order, second, weights)
  }

  /// (concordant − discordant) ∕ √((all − equal in first)(all − equal in second)); nil if one of the
  /// lists is constant.
  var correlation: Double? {
    let concordantMinusDiscordant =
      all - (equalInFirst + equalInSecond - equalInBoth) - 2 * opposite
    let (left, right) = (all - equalInFirst, all - equalInSecond)
    guard left > 0, right > 0 else { return nil }
    return min(1, max(-1, concordantMinusDiscordant / (left * right).squareRoot()))
  }

  /// Σ over pairs of the sum of both weights: each takes part in *n* − 1 pairs.
  private static func pairs(_ weights: some Collection<Double>) -> Double {
    Double(max(0, weights.count - 1)) * weights.reduce(0, +)
  }

  private static func tied(
    _ order: [Int], _ weights: [Double], _ isEqual: (Int, Int) -> Bool
  ) -> Double {
    var sum = 0.0
    var start = 0
    while start < order.count {
      var end = start + 1
      while end < order.count, isEqual(order[start], order[end]) { end += 1 }
      if end - start > 1 { sum += pairs(order[start..<end].map { weights[$0] }) }
      start = end
    }
    return sum
  }

  /// The weight of pairs whose later member has the smaller value, by a merge sort from below.
  private static func inversions(
    _ order: [Int], _ values: [Double], _ weights: [Double]
  ) -> Double {
    var (source, target) = (order, order)
    var sum = 0.0
    var width = 1
    while width < order.count {
      for start in stride(from: 0, to: order.count, by: 2 * width) {
        let middle = min(start + width, order.count)
        let end = min(start + 2 * width, order.count)
        var (left, right, place) = (start, middle, start)
        var weightLeft = source[start..<middle].reduce(0) { $0 + weights[$1] }
        while left < middle || right < end {
          let takesRight =
            left == middle
            || (right < end && values[source[right]] < values[source[left]])
          if takesRight {
            sum += weightLeft + Double(middle - left) * weights[source[right]]
            target[place] = source[right]
            right += 1
          } else {
            weightLeft -= weights[source[left]]
            if left + 1 == middle { weightLeft = 0 }
            target[place] = source[left]
            left += 1
          }
          place += 1
        }
      }
      swap(&source, &target)
      width *= 2
    }
    return sum
  }
}
