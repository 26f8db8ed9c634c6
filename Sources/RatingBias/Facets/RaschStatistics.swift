import Foundation
package import KinerjaTables

/// How well the ratings of each element fit the model, in sums that the indices are made of.
package struct RaschStatistics: Sendable {
  /// Sums over the ratings of one element.
  package struct Sums: Sendable {
    var values = SIMD8<Double>.zero
    /// Sums about the means of all ratings: ratings and what the others add, their squares and
    /// products, the same for expected ratings.
    var crosses = SIMD8<Double>.zero
    /// The sum of the values of the scale.
    package var total = 0.0

    init(
      _ values: SIMD8<Double> = .zero, crosses: SIMD8<Double> = .zero, total: Double = 0
    ) {
      self.values = values
      self.crosses = crosses
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
      crosses += other.crosses
      total += other.total
    }
  }

  package private(set) var ratees: [Sums] = []
  package private(set) var others: [Sums]
  package private(set) var all = Sums()
  /// Ratings whose standardised residual is at least 2 from 0, and at least 3.
  package private(set) var unexpected = (two: 0, three: 0)
  /// Ratings whose standardised residual is at least as far from 0 as asked.
  package private(set) var surprises: [Surprise] = []

  /// A rating that the model hardly expects.
  package struct Surprise: Sendable {
    package let ratee: Int
    package let rating: Int
    package let standardResidual: Double
  }

  private struct Scale: Sendable {
    let values: [Int]
    let parameters: RaschParameters
    let point: RaschPoint
    let unexpectedFrom: Double
  }

  private struct Part: Sendable {
    var ratees: [Sums] = []
    var others: [Sums]
    var all = Sums()
    var two = 0
    var three = 0
    var surprises: [Surprise] = []
  }

  /// Passes over the ratings once.
  package init(
    _ columns: FacetColumns, values: [Int], at parameters: RaschParameters,
    unexpectedFrom: Double, by work: ParallelBlocks
  ) throws(CancellationError) {
    let point = RaschPoint(parameters)
    let blocks = columns.blocks(of: FacetColumns.blockSize)
    let scale = Scale(
      values: values, parameters: parameters, point: point, unexpectedFrom: unexpectedFrom)
    let parts = try work.map(blocks: blocks.count) { index in
      switch columns.categoryCount {
      case ...5: Self.part(columns, blocks[index], scale, SIMD4<Double>.self)
      case ...9: Self.part(columns, blocks[index], scale, SIMD8<Double>.self)
      case ...17: Self.part(columns, blocks[index], scale, SIMD16<Double>.self)
      default: Self.part(columns, blocks[index], scale, SIMD32<Double>.self)
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
      surprises += part.surprises
    }
  }

  private static func part<Lanes: SIMD<Double>>(
    _ columns: FacetColumns, _ ratees: Range<Int>, _ scale: Scale, _: Lanes.Type
  ) -> Part {
    let point = scale.point
    let lanes = CategoryLanes<Lanes>(point)
    var part = Part(others: [Sums](repeating: Sums(), count: columns.otherElementCount))
    part.ratees.reserveCapacity(ratees.count)
    for ratee in ratees {
      var sums = Sums()
      for rating in columns.ratings(of: ratee) {
        var (odds, eta) = (point.ratees[ratee], scale.parameters.ratees[ratee])
        for place in columns.places(of: rating) {
          odds *= point.others[Int(columns.elements[place])]
          eta += scale.parameters.others[Int(columns.elements[place])]
        }
        let (chances, lowest) = lanes.chances(at: odds)
        let mean = (chances * lanes.scores).sum()
        let distances = lanes.scores - Lanes(repeating: mean)
        let squares = distances * distances
        let variance = (chances * squares).sum() + lowest * (mean * mean)
        let fourth = (chances * squares * squares).sum() + lowest * (mean * mean) * (mean * mean)
        let score = Double(columns.scores[rating])
        let residual = score - mean
        let standard = residual / variance.squareRoot()
        let values = Sums(
          SIMD8(
            1, residual, variance, residual * residual, standard * standard,
            fourth - variance * variance, fourth / (variance * variance), standard),
          crosses: SIMD8(
            score, score * score, eta, eta * eta, score * eta, mean, mean * mean, mean * eta),
          total: Double(scale.values[Int(columns.scores[rating])]))
        sums.add(values)
        for place in columns.places(of: rating) {
          part.others[Int(columns.elements[place])].add(values)
        }
        if abs(standard) >= 2 { part.two += 1 }
        if abs(standard) >= 3 { part.three += 1 }
        if abs(standard) >= scale.unexpectedFrom {
          part.surprises.append(
            Surprise(ratee: ratee, rating: rating, standardResidual: standard))
        }
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

  /// How far the element's ratings alone would move what it adds.
  package var displacement: Double { residuals / information }

  /// The correlation of ratings with what all elements add; nil where one does not vary.
  package var correlation: Double? {
    Self.correlation(
      count * crosses[4] - crosses[0] * crosses[2],
      spread(crosses[0], crosses[1]), spread(crosses[2], crosses[3]))
  }

  /// ``correlation`` if the ratings fit.
  package var expectedCorrelation: Double? {
    Self.correlation(
      count * crosses[7] - crosses[5] * crosses[2],
      spread(crosses[5], crosses[6]) + count * information, spread(crosses[2], crosses[3]))
  }

  /// *n*² times a variance; 0 where only rounding is left.
  private func spread(_ sum: Double, _ squares: Double) -> Double {
    let spread = count * squares - sum * sum
    return spread > 1e-10 * count * squares ? spread : 0
  }

  private static func correlation(_ product: Double, _ one: Double, _ other: Double) -> Double? {
    one > 0 && other > 0 ? product / (one * other).squareRoot() : nil
  }

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
