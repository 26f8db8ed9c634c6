/// Values summed by ratee and rater: the ratees are independent, ratings of one ratee are not.
package struct ClusterScores: Sendable {
  package private(set) var starts: [Int] = [0]
  package private(set) var rater: [Int32] = []
  package private(set) var score: [Double] = []

  package var rateeCount: Int { starts.count - 1 }

  /// The entries of a ratee.
  package func entries(of ratee: Int) -> Range<Int> { starts[ratee]..<starts[ratee + 1] }

  mutating func finishRatee() {
    if starts[starts.count - 1] < rater.count { starts.append(rater.count) }
  }

  mutating func add(_ value: Double, to rater: Int32) {
    // A ratee's raters are few, so that looking through them beats a table.
    var index = starts[starts.count - 1]
    while index < self.rater.count, self.rater[index] != rater { index += 1 }
    if index < self.rater.count {
      score[index] += value
    } else {
      self.rater.append(rater)
      score.append(value)
    }
  }

  /// By rater, how many ratees were rated.
  package func rateeCounts(raterCount: Int) -> [Int] {
    var counts = [Int](repeating: 0, count: raterCount)
    for rater in rater { counts[Int(rater)] += 1 }
    return counts
  }

  /// Σ of squares of all scores.
  var squares: Double { score.reduce(0) { $0 + $1 * $1 } }

  /// By rater, the sum over ratees of the scores, each ratee's multiplied by a factor.
  func totals(raterCount: Int, times factor: (Int) -> Double) -> [Double] {
    var totals = [Double](repeating: 0, count: raterCount)
    for ratee in 0..<rateeCount {
      let factor = factor(ratee)
      for entry in entries(of: ratee) { totals[Int(rater[entry])] += factor * score[entry] }
    }
    return totals
  }
}
