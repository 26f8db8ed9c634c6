import KinerjaNumerics
import KinerjaTables

/// The equations of one Newton step, with the ratees eliminated.
///
/// Within a facet the second derivatives are diagonal, so the largest facet, the ratees, is solved
/// for in closed form (Schur complement); conjugate gradients solve for the rest without ever
/// writing its matrix down.
struct RaschSystem {
  private let columns: FacetColumns
  private let pass: RaschPass
  private let work: ParallelBlocks
  private let elements: Int
  private let categories: Int

  init(_ columns: FacetColumns, _ pass: RaschPass, by work: ParallelBlocks) {
    self.columns = columns
    self.pass = pass
    self.work = work
    elements = columns.otherElementCount
    categories = columns.categoryCount
  }

  /// A step for each parameter.
  struct Step {
    var ratees: [Double]
    var others: [Double]
    var categories: [Double]
    var iterations: Int

    /// The largest change of a parameter.
    var largest: Double {
      max(
        ratees.reduce(0) { max($0, abs($1)) }, others.reduce(0) { max($0, abs($1)) },
        categories.reduce(0) { max($0, abs($1)) })
    }

    mutating func scale(by factor: Double) {
      for index in ratees.indices { ratees[index] *= factor }
      for index in others.indices { others[index] *= factor }
      for index in categories.indices { categories[index] *= factor }
    }
  }

  /// The step that would make all residuals vanish if the likelihood were quadratic.
  ///
  /// - Parameter tolerance: How exactly, relative to the residuals.
  func step(tolerance: Double) throws(CancellationError) -> Step {
    let sums = pass.sums
    // Unknowns: other elements, then categories from the second on.
    var right = sums.residuals
    var diagonal = sums.information
    for category in 1..<max(1, categories) {
      right.append(sums.observed[category] - sums.expected[category])
      diagonal.append(
        sums.expected[category] - sums.products[category * categories + category])
    }
    let own = pass.blocks.map { block in
      zip(block.residuals, block.information).map { $1 > 0 ? $0 / $1 : 0 }
    }
    var eliminated = [Double](repeating: 0, count: right.count)
    try spread(own, into: &eliminated)
    for index in right.indices { right[index] -= eliminated[index] }
    var isStopped = false
    let solution = ConjugateGradient.solve(right, diagonal: diagonal, tolerance: tolerance) {
      vector, image in
      guard !isStopped else { return }
      do throws(CancellationError) {
        try multiply(vector, into: &image)
      } catch {
        isStopped = true
      }
    }
    if isStopped { throw CancellationError() }
    let answers = try ratees(answering: solution.values)
    var step = Step(
      ratees: [], others: Array(solution.values[..<elements]),
      categories: [0] + solution.values[elements...], iterations: solution.iterations)
    step.ratees.reserveCapacity(columns.rateeCount)
    for (block, values) in zip(own, answers) {
      for (first, second) in zip(block, values) { step.ratees.append(first - second) }
    }
    return step
  }

  /// The matrix of the eliminated system times a vector.
  private func multiply(
    _ vector: [Double], into image: inout [Double]
  ) throws(CancellationError) {
    let sums = pass.sums
    let parts = try work.map(blocks: pass.blocks.count) { index in
      part(of: pass.blocks[index], vector)
    }
    for part in parts { for index in image.indices { image[index] += part[index] } }
    // What other elements and categories share without a ratee between them.
    for element in 0..<elements {
      for category in 1..<categories {
        let slope = sums.slopes[element * categories + category]
        image[element] += slope * vector[elements + category - 1]
        image[elements + category - 1] += slope * vector[element]
      }
    }
    for category in 1..<categories {
      var sum = sums.expected[category] * vector[elements + category - 1]
      for other in 1..<categories {
        sum -= sums.products[category * categories + other] * vector[elements + other - 1]
      }
      image[elements + category - 1] += sum
    }
  }

  // Arrays and counts are taken out of their structures once: the loops below run over every rating
  // for every product of the matrix.

  /// One block's part: variances times sums over facets, with each ratee at its best answer.
  private func part(of block: RaschPass.Block, _ vector: [Double]) -> [Double] {
    let (elements, starts, width) = (columns.elements, columns.starts, columns.otherFacetCount)
    let (variances, slopes) = (block.variances, block.slopes)
    let first = starts[block.ratees.lowerBound]
    var image = [Double](repeating: 0, count: vector.count)
    var sums = [Double](repeating: 0, count: columns.mostRatings(in: block.ratees))
    for ratee in block.ratees {
      let position = ratee - block.ratees.lowerBound
      guard block.information[position] > 0 else { continue }
      let answer = answer(of: ratee, in: block, to: vector, &sums)
      let begin = starts[ratee]
      var place = begin * width
      for rating in begin..<starts[ratee + 1] {
        let value = variances[rating - first] * (sums[rating - begin] - answer)
        for _ in 0..<width {
          image[Int(elements[place])] += value
          place += 1
        }
      }
      for category in 1..<categories {
        image[self.elements + category - 1] -= slopes[position * categories + category] * answer
      }
    }
    return image
  }

  /// A ratee's best answer to a change of the others, with its sign turned.
  ///
  /// - Parameter sums: Becomes what the change gives to each of the ratee's ratings.
  @inline(__always)
  private func answer(
    of ratee: Int, in block: RaschPass.Block, to vector: [Double], _ sums: inout [Double]
  ) -> Double {
    let (elements, starts, width) = (columns.elements, columns.starts, columns.otherFacetCount)
    let position = ratee - block.ratees.lowerBound
    let first = starts[block.ratees.lowerBound]
    let begin = starts[ratee]
    var place = begin * width
    var total = 0.0
    for rating in begin..<starts[ratee + 1] {
      var sum = 0.0
      for _ in 0..<width {
        sum += vector[Int(elements[place])]
        place += 1
      }
      sums[rating - begin] = sum
      total += block.variances[rating - first] * sum
    }
    for category in 1..<categories {
      total += block.slopes[position * categories + category] * vector[self.elements + category - 1]
    }
    return total / block.information[position]
  }

  /// Each ratee's best answer to a change of the others, with its sign turned; 0 without ratings.
  private func ratees(answering vector: [Double]) throws(CancellationError) -> [[Double]] {
    try work.map(blocks: pass.blocks.count) { index in
      let block = pass.blocks[index]
      var sums = [Double](repeating: 0, count: columns.mostRatings(in: block.ratees))
      return block.ratees.map { ratee in
        block.information[ratee - block.ratees.lowerBound] > 0
          ? answer(of: ratee, in: block, to: vector, &sums) : 0
      }
    }
  }

  /// What a change of each ratee does to the others' residuals.
  private func spread(
    _ changes: [[Double]], into image: inout [Double]
  ) throws(CancellationError) {
    let count = image.count
    let parts = try work.map(blocks: pass.blocks.count) { index in
      let (elements, starts, width) = (columns.elements, columns.starts, columns.otherFacetCount)
      let block = pass.blocks[index]
      let variances = block.variances
      let first = starts[block.ratees.lowerBound]
      var part = [Double](repeating: 0, count: count)
      for ratee in block.ratees {
        let position = ratee - block.ratees.lowerBound
        let change = changes[index][position]
        var place = starts[ratee] * width
        for rating in starts[ratee]..<starts[ratee + 1] {
          let value = variances[rating - first] * change
          for _ in 0..<width {
            part[Int(elements[place])] += value
            place += 1
          }
        }
        for category in 1..<categories {
          part[self.elements + category - 1] +=
            block.slopes[position * categories + category] * change
        }
      }
      return part
    }
    for part in parts { for index in image.indices { image[index] += part[index] } }
  }
}
