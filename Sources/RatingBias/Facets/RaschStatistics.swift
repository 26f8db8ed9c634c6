import Foundation
package import KinerjaTables

/// How well the ratings of each element fit the model, in sums that the indices are made of.
package struct RaschStatistics: Sendable {
  /// Sums over the ratings of one element.
  package struct Sums: Sendable {
    var values = SIMD8<Double>.zero
    /// The sum of the values of the scale.
    package var total = 0.0

    init(_ values: SIMD8<Double> = .zero, total: Double = 0) {
      self.values = values
      self.total = total
    }

    package var count: Double { values[0] }
    /// The sum of residuals.
    package var residuals: Double { values[1] }
    /// The sum of variances.
    package var information: Double { values[2] }
    /// The sum of squared residuals.
    package var squares: Double { values[3] }
    /// The sum of squared residuals, each by its variance.
    package var standardSquares: Double { values[4] }
    /// The sum of fourth central moments minus squared variances.
    package var excess: Double { values[5] }
    /// The sum of fourth central moments, each by its squared variance.
    package var standardFourths: Double { values[6] }
    /// The sum of residuals, each by its standard deviation.
    package var standardResiduals: Double { values[7] }

    mutating func add(_ other: Sums) {
      values += other.values
      total += other.total
    }
  }

  package private(set) var ratees: [Sums] = []
  package private(set) var others: [Sums]
  package private(set) var all = Sums()
  /// Ratings whose standardised residual is at least 2 from 0, and at least 3.
  package private(set) var unexpected = (two: 0, three: 0)

  private struct Part: Sendable {
    var ratees: [Sums] = []
    var others: [Sums]
    var all = Sums()
    var two = 0
    var three = 0
  }

  /// Passes over the ratings once.
  package init(
    _ columns: FacetColumns, values: [Int], at parameters: RaschParameters,
    by work: ParallelBlocks
  ) throws(CancellationError) {
    let point = RaschPoint(parameters)
    let blocks = columns.blocks(of: FacetColumns.blockSize)
    let parts = try work.map(blocks: blocks.count) { index in
      switch columns.categoryCount {
      case ...4: Self.part(columns, blocks[index], values, at: point, SIMD4<Double>.self)
      case ...8: Self.part(columns, blocks[index], values, at: point, SIMD8<Double>.self)
      case ...16: Self.part(columns, blocks[index], values, at: point, SIMD16<Double>.self)
      default: Self.part(columns, blocks[index], values, at: point, SIMD32<Double>.self)
      }
    }
    others = [Sums](repeating: Sums(), count: columns.otherElementCount)
    ratees.reserveCapacity(columns.rateeCount)
    for part in parts {
      ratees += part.ratees
      for element in others.indices { others[element].add(part.others[element]) }
      all.add(part.all)
      unexpected.two += part.two
      unexpected.three += part.three
    }
  }

  private static func part<Lanes: SIMD<Double>>(
    _ columns: FacetColumns, _ ratees: Range<Int>, _ scale: [Int], at point: RaschPoint,
    _: Lanes.Type
  ) -> Part {
    let lanes = CategoryLanes<Lanes>(point)
    var part = Part(others: [Sums](repeating: Sums(), count: columns.otherElementCount))
    part.ratees.reserveCapacity(ratees.count)
    for ratee in ratees {
      var sums = Sums()
      for rating in columns.ratings(of: ratee) {
        let chances = lanes.chances(
          at: point.odds(of: rating, columns, ability: point.ratees[ratee]))
        let mean = (chances * lanes.scores).sum()
        let distances = lanes.scores - Lanes(repeating: mean)
        let squares = distances * distances
        let variance = (chances * squares).sum()
        let fourth = (chances * squares * squares).sum()
        let score = Double(columns.scores[rating])
        let residual = score - mean
        let standard = residual / variance.squareRoot()
        let values = Sums(
          SIMD8(
            1, residual, variance, residual * residual, standard * standard,
            fourth - variance * variance, fourth / (variance * variance), standard),
          total: Double(scale[Int(columns.scores[rating])]))
        sums.add(values)
        for place in columns.places(of: rating) {
          part.others[Int(columns.elements[place])].add(values)
        }
        if abs(standard) >= 2 { part.two += 1 }
        if abs(standard) >= 3 { part.three += 1 }
      }
      part.ratees.append(sums)
      part.all.add(sums)
    }
    return part
  }
}

extension RaschStatistics.Sums {
  /// The error of the element's measure if the others were known, 1 ∕ √Σ*V*.
  package var standardError: Double { 1 / information.squareRoot() }
  /// Σ*r*² ∕ Σ*V*.
  package var infit: Double { squares / information }
  /// The mean of *r*² ∕ *V*.
  package var outfit: Double { standardSquares / count }

  /// The infit as a standard normal deviate.
  package var standardInfit: Double? {
    Self.deviate(infit, variance: excess / (information * information))
  }

  /// The outfit as a standard normal deviate.
  package var standardOutfit: Double? {
    Self.deviate(outfit, variance: standardFourths / (count * count) - 1 / count)
  }

  /// A mean square as a deviate; nil where it cannot vary.
  ///
  /// The cube root transformation of Wilson and Hilferty (1931), as in Wright and Masters (1982),
  /// chapter 5.
  private static func deviate(_ meanSquare: Double, variance: Double) -> Double? {
    guard variance > 0 else { return nil }
    let deviation = variance.squareRoot()
    return (cbrt(meanSquare) - 1) * (3 / deviation) + deviation / 3
  }
}
