import KinerjaNumerics
import KinerjaTables

/// The sums of which the variances of raters' shifts consist.
///
/// Named as in ``SeverityErrors``.
struct SeverityErrorParts {
  /// By rater, Σ (*x*ᵀ*s*₉)² over ratees.
  var robust: [Double]
  /// By rater, Σ *x*ᵀ*A*₉*A*⁺*A*₉*x* over ratees.
  var missed: [Double]
  /// By rater, *c*ᵀ*A*⁺*c*.
  var plain: [Double]
  /// Σ tr *A*₉*A*⁺*A*₉ over ratees.
  var fitted = 0.0

  private init(count: Int) {
    robust = [Double](repeating: 0, count: count)
    (missed, plain) = (robust, robust)
  }

  init(exactly problem: Comparisons, _ residuals: ClusterScores, _ weights: [Double]) {
    let count = problem.raterCount
    self.init(count: count)
    // Each row is free by a constant, which neither contrasts nor ratees' parts see.
    let inverse = (0..<count).map { rater in
      var unit = [Double](repeating: -1 / Double(count), count: count)
      unit[rater] += 1
      return problem.solve(unit, tolerance: 1e-11).values
    }
    var middle = [Double](repeating: 0, count: count)
    for (weight, row) in zip(weights, inverse) where weight > 0 {
      for index in 0..<count { middle[index] += weight * row[index] }
    }
    let rows = inverse.map { row in zip(row, middle).map { $0 - $1 } }
    for rater in 0..<count {
      plain[rater] = rows[rater][rater] - zip(weights, rows[rater]).reduce(0) { $0 + $1.0 * $1.1 }
    }
    var unit = 0
    for ratee in 0..<residuals.rateeCount {
      let entries = residuals.entries(of: ratee)
      let raters = residuals.rater[entries].map(Int.init)
      let part = problem.part(raters, from: &unit)
      let fit = part.times(SquareMatrix(raters.map { row in raters.map { inverse[row][$0] } }))
        .times(part)
      fitted += fit.trace
      let scores = residuals.score[entries]
      for rater in 0..<count {
        let row = raters.map { rows[rater][$0] }
        let product = zip(row, scores).reduce(0) { $0 + $1.0 * $1.1 }
        robust[rater] += product * product
        missed[rater] += max(0, fit.form(row))
      }
    }
  }

  /// Replaces expectations over signs by means over draws of them.
  init(drawing problem: Comparisons, _ residuals: ClusterScores, _ weights: [Double]) {
    let count = problem.raterCount
    self.init(count: count)
    let stream = RandomStream(seed: 1)
    func sign(_ stream: RandomStream, _ index: Int) -> Double {
      stream.bits(at: index) & 1 == 0 ? 1 : -1
    }
    func add(_ totals: [Double], to sums: inout [Double]) {
      let solution = problem.solve(totals, tolerance: 1e-9).values
      let middle = zip(weights, solution).reduce(0) { $0 + $1.0 * $1.1 }
      for rater in 0..<count {
        let contrast = solution[rater] - middle
        sums[rater] += contrast * contrast / Double(SeverityErrors.drawCount)
      }
    }
    for draw in 0..<SeverityErrors.drawCount {
      let byRating = stream.substream(2 * draw)
      let byRatee = stream.substream(2 * draw + 1)
      let noise = problem.scores { sign(byRating, $0) }.totals(raterCount: count) { _ in 1 }
      let shifts = problem.solve(noise, tolerance: 1e-9).values
      let fit = problem.scores { shifts[Int(problem.rater[$0])] }
      fitted += fit.squares / Double(SeverityErrors.drawCount)
      add(noise, to: &plain)
      add(fit.totals(raterCount: count) { sign(byRatee, $0) }, to: &missed)
      add(residuals.totals(raterCount: count) { sign(byRatee, $0) }, to: &robust)
    }
  }
}

extension Comparisons {
  /// The part of one ratee in the normal equations, whose units begin at a place that moves on.
  fileprivate func part(_ raters: [Int], from unit: inout Int) -> SquareMatrix {
    var part = SquareMatrix(size: raters.count)
    let first = ratee[unit]
    while unit < unitCount, ratee[unit] == first {
      let range = ratings(of: unit)
      let places = range.map { rating in raters.firstIndex(of: Int(rater[rating])) ?? 0 }
      for row in places {
        part[row, row] += 1
        for column in places { part[row, column] -= 1 / Double(places.count) }
      }
      unit += 1
    }
    return part
  }
}
