/// The method of conjugate gradients for symmetric, positive semidefinite systems.
package enum ConjugateGradient {
  /// What the method found.
  package struct Solution: Sendable, Hashable {
    package let values: [Double]
    package let iterations: Int
    /// Whether the residual is at most the tolerance times the right-hand side, in length.
    package let isConverged: Bool
  }

  /// Solves *Ax* = *b*, starting from nought, preconditioned by the diagonal.
  ///
  /// A singular matrix, such as a Laplacian, is allowed if *b* lies in its range.
  ///
  /// - Parameters:
  ///   - right: *b*.
  ///   - diagonal: The diagonal of *A*; where it is not positive, the solution stays 0.
  ///   - tolerance: Relative to the length of *b*.
  ///   - product: Writes *A* times its first argument into its second, which holds noughts.
  /// - Complexity: One product an iteration; at most ten iterations an unknown and a hundred more.
  package static func solve(
    _ right: [Double], diagonal: [Double], tolerance: Double,
    product: (_ vector: [Double], _ into: inout [Double]) -> Void
  ) -> Solution {
    let count = right.count
    var solution = [Double](repeating: 0, count: count)
    var residual = right
    let limit = tolerance * length(right)
    if limit == 0 { return Solution(values: solution, iterations: 0, isConverged: true) }
    let scaled = { (vector: [Double]) -> [Double] in
      vector.indices.map { diagonal[$0] > 0 ? vector[$0] / diagonal[$0] : 0 }
    }
    var preconditioned = scaled(residual)
    var direction = preconditioned
    var energy = dot(residual, preconditioned)
    for iteration in 1...(10 * count + 100) {
      var image = [Double](repeating: 0, count: count)
      product(direction, &image)
      let curvature = dot(direction, image)
      guard curvature > 0 else {
        return Solution(values: solution, iterations: iteration, isConverged: false)
      }
      let step = energy / curvature
      for index in 0..<count {
        solution[index] += step * direction[index]
        residual[index] -= step * image[index]
      }
      if length(residual) <= limit {
        return Solution(values: solution, iterations: iteration, isConverged: true)
      }
      preconditioned = scaled(residual)
      let next = dot(residual, preconditioned)
      let ratio = next / energy
      for index in 0..<count { direction[index] = preconditioned[index] + ratio * direction[index] }
      energy = next
    }
    return Solution(values: solution, iterations: 10 * count + 100, isConverged: false)
  }

  private static func dot(_ left: [Double], _ right: [Double]) -> Double {
    var sum = 0.0
    for index in left.indices { sum += left[index] * right[index] }
    return sum
  }

  private static func length(_ vector: [Double]) -> Double { dot(vector, vector).squareRoot() }
}
