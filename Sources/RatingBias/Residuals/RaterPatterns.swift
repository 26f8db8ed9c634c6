import Foundation

/// How the residuals of one rater hang together, beside what is to be expected of fitted ratings.
struct RaterPatterns: Sendable {
  /// The infit, Σ*r*² ∕ Σ*V*.
  ///
  /// Ratees absorb residuals, but their measures spread too widely just as much, so that nothing need be
  /// taken off.
  private(set) var meanSquare = 0.0
  private(set) var meanSquareVariance = 0.0
  /// Profiles of at least two items, and those with one rating on all: observed, expected, variance.
  private(set) var lines = (count: 0, observed: 0.0, expected: 0.0, variance: 0.0)
  /// Profiles with information of their own.
  private(set) var clusters = 0.0
  private(set) var clusterSquares = 0.0

  init(_ view: RaterView) {
    var (squares, expected, excess) = (0.0, 0.0, 0.0)
    for index in 0..<view.count {
      let v = view.variance[index]
      squares += view.residual[index] * view.residual[index]
      expected += v
      excess += view.fourth[index] - v * v
    }
    if expected > 0 {
      meanSquare = squares / expected
      meanSquareVariance = excess / (expected * expected)
    }
    findClusters(view)
    findLines(view)
  }

  private mutating func findClusters(_ view: RaterView) {
    for (range, whole) in view.profilesWithInformation {
      let (sum, own) = range.reduce(into: (0.0, 0.0)) {
        $0.0 += view.residual[$1]
        $0.1 += view.variance[$1]
      }
      let free = own * (1 - own / whole)
      guard free > 1e-9 * own else { continue }
      clusters += 1
      clusterSquares += sum * sum / free
    }
  }

  /// The correlation of residuals of one profile, freed of what ratees absorb; nil without pairs.
  ///
  /// With *v* the variances of a profile's ratings, *w* their sum and *W* that of all ratings of the ratee, the
  /// ratee's measure takes *C* = diag(*v*) − *vv*ᵀ∕*W* from them, so that products of two have the variance
  /// ½ tr(*ACAC*), *A* being 1 off the diagonal. Their mean under the model depends on how noisy the rater
  /// is: *vᵢvₖ*∕*W* times 1 − 2*φ* + (*φ* − 1)*w*∕*W*.
  ///
  /// - Parameter residuals: Without the effects that would pass for halo.
  func halo(_ view: RaterView, residuals: [Double]) -> (size: Double, error: Double)? {
    var (products, variance, weight) = (0.0, 0.0, 0.0)
    for (range, whole) in view.sharedProfiles where range.count > 1 {
      var (sum, squares, roots, s1, s2, s3) = (0.0, 0.0, 0.0, 0.0, 0.0, 0.0)
      for index in range {
        let (e, v) = (residuals[index], view.variance[index])
        sum += e
        squares += e * e
        roots += v.squareRoot()
        s1 += v
        s2 += v * v
        s3 += v * v * v
      }
      let kept = 1 - s1 / whole
      let free = s1 * kept
      let mean = 1 - 2 * meanSquare + (meanSquare - 1) * s1 / whole
      products += (sum * sum - squares) / 2 - (s1 * s1 - s2) / (2 * whole) * mean
      variance +=
        (free * free - 2 * s2 * kept * kept + s2 - 2 * s3 / whole + s2 * s2 / (whole * whole)) / 2
      weight += (roots * roots - s1) / 2 * kept * kept
    }
    guard weight > 0, variance > 0 else { return nil }
    return (products / weight, variance.squareRoot() / weight)
  }

  private mutating func findLines(_ view: RaterView) {
    for range in view.profiles where range.count > 1 {
      let total = view.score(range).reduce(0) { $0 + Int($1) }
      lines.count += 1
      guard total % range.count == 0 else { continue }
      let even = [UInt8](repeating: UInt8(total / range.count), count: range.count)
      let chance = view.chance(of: even, in: range)
      lines.observed += view.score(range).elementsEqual(even) ? 1 : 0
      lines.expected += chance
      lines.variance += chance * (1 - chance)
    }
  }

  /// How much noisier ratings are than the model says, as far as chance does not explain it; at least 1.
  ///
  /// - Parameter halo: The correlation that explains part of it.
  func noise(beside halo: Double = 0) -> Double {
    max(1, meanSquare / (1 + 1.645 * meanSquareVariance.squareRoot()) / (1 + max(0, halo)))
  }

  /// How much more sums of profiles vary than they should once an effect has been taken out, as far as
  /// chance does not explain it; at least 1.
  func dispersion(beside effect: EfficientScore) -> Double {
    let degrees = clusters - 2
    guard degrees > 0, effect.information > 0 else { return 1 }
    let rest = clusterSquares - effect.score * effect.score / effect.information
    // The upper twentieth of χ²∕df, after Wilson and Hilferty.
    let part = 2 / (9 * degrees)
    let usual = 1 - part + 1.645 * part.squareRoot()
    return max(1, rest / degrees / (usual * usual * usual))
  }
}
