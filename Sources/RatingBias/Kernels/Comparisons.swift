import KinerjaNumerics

/// The units of one linked group that two raters or more rated: a two-way layout with many gaps.
package struct Comparisons {
  package let raterCount: Int
  private(set) var starts: [Int] = [0]
  /// By unit, the number of its ratee.
  private(set) var ratee: [Int32] = []
  /// By rating, numbered within the group.
  private(set) var rater: [Int32] = []
  private(set) var value: [Double] = []
  /// The diagonal of the normal equations.
  private(set) var diagonal: [Double]
  private(set) var rightSide: [Double]

  /// The sum of squares of all ratings within their units.
  private(set) var squares = 0.0

  var unitCount: Int { ratee.count }

  /// The ratings of a unit.
  func ratings(of unit: Int) -> Range<Int> { starts[unit]..<starts[unit + 1] }

  init(raterCount: Int) {
    self.raterCount = raterCount
    diagonal = [Double](repeating: 0, count: raterCount)
    rightSide = diagonal
  }

  /// Splits ratings into the layouts of linked groups.
  ///
  /// - Parameter groups: By group, its raters.
  package static func layouts(
    _ cells: RatingCells, values: [Double], groups: [[Int]], raterCount: Int
  ) -> [Comparisons] {
    var group = [Int](repeating: -1, count: raterCount)
    var local = [Int32](repeating: -1, count: raterCount)
    for (number, raters) in groups.enumerated() {
      for (index, rater) in raters.enumerated() {
        group[rater] = number
        local[rater] = Int32(index)
      }
    }
    var layouts = groups.map { Comparisons(raterCount: $0.count) }
    for unit in 0..<cells.unitCount {
      let range = cells.ratings(of: unit)
      guard range.count > 1 else { continue }
      layouts[group[Int(cells.rater[range.lowerBound])]].addUnit(
        ratee: cells.ratee[unit], raters: range.map { local[Int(cells.rater[$0])] },
        values: range.map { values[Int(cells.level[$0])] })
    }
    return layouts
  }

  private mutating func addUnit(ratee: Int32, raters: [Int32], values: [Double]) {
    let count = Double(values.count)
    let mean = values.reduce(0, +) / count
    for (rater, value) in zip(raters, values) {
      diagonal[Int(rater)] += 1 - 1 / count
      rightSide[Int(rater)] += value - mean
      squares += (value - mean) * (value - mean)
    }
    self.ratee.append(ratee)
    rater += raters
    value += values
    starts.append(rater.count)
  }

  /// Solves the normal equations, whose solution is free by a constant.
  func solve(_ right: [Double], tolerance: Double) -> ConjugateGradient.Solution {
    ConjugateGradient.solve(right, diagonal: diagonal, tolerance: tolerance) {
      vector, image in
      for unit in 0..<unitCount {
        let range = ratings(of: unit)
        var sum = 0.0
        for rating in range { sum += vector[Int(rater[rating])] }
        let mean = sum / Double(range.count)
        for rating in range {
          let index = Int(rater[rating])
          image[index] += vector[index] - mean
        }
      }
    }
  }

  /// Values by rating, less their mean in the unit, summed by ratee and rater.
  func scores(_ values: (_ rating: Int) -> Double) -> ClusterScores {
    var scores = ClusterScores()
    for unit in 0..<unitCount {
      if unit > 0, ratee[unit] != ratee[unit - 1] { scores.finishRatee() }
      let range = ratings(of: unit)
      var sum = 0.0
      for rating in range { sum += values(rating) }
      let mean = sum / Double(range.count)
      for rating in range { scores.add(values(rating) - mean, to: rater[rating]) }
    }
    scores.finishRatee()
    return scores
  }

  /// What a solution leaves over, summed by ratee and rater.
  func residuals(_ shifts: [Double]) -> ClusterScores {
    scores { value[$0] - shifts[Int(rater[$0])] }
  }
}
