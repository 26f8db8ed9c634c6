import KinerjaNumerics
import Testing

@Suite struct ConjugateGradientTests {
  private func solve(_ matrix: [[Double]], _ right: [Double]) -> ConjugateGradient.Solution {
    ConjugateGradient.solve(
      right, diagonal: matrix.indices.map { matrix[$0][$0] }, tolerance: 1e-14
    ) { vector, image in
      for row in matrix.indices {
        for column in matrix.indices { image[row] += matrix[row][column] * vector[column] }
      }
    }
  }

  // 4x + y = 1, x + 3y = 2: x = 1∕11, y = 7∕11, worked by hand.
  @Test func `two equations`() {
    let solution = solve([[4, 1], [1, 3]], [1, 2])
    #expect(abs(solution.values[0] - 1.0 / 11) <= 1e-15)
    #expect(abs(solution.values[1] - 7.0 / 11) <= 1e-15)
    #expect(solution.isConverged && solution.iterations <= 2)
  }

  // The Laplacian of a path of three is singular; the solution of least length sums to nought.
  @Test func `a Laplacian`() {
    let solution = solve([[1, -1, 0], [-1, 2, -1], [0, -1, 1]], [1, 0, -1])
    #expect(solution.isConverged)
    #expect(abs(solution.values[0] - solution.values[2] - 2) <= 1e-14)
    #expect(abs(solution.values[0] + solution.values[2] - 2 * solution.values[1]) <= 1e-14)
  }

  @Test func `what has no solution is not called solved`() {
    #expect(!solve([[1, -1], [-1, 1]], [1, 1]).isConverged)
    #expect(solve([[1, 0], [0, 1]], [0, 0]).values == [0, 0])
  }
}
