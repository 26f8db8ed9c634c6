import Foundation
import KinerjaCore
import KinerjaTables
import RatingBias
import Testing

@Suite("Laws of agreement") struct AgreementPropertiesTests {
  /// Ratings with gaps on one item.
  private func rows(
    _ seed: UInt64, ratees: Int = 40, raters: Int = 4, gap: Double = 0.2, error: Double = 0.6
  ) -> [[Int?]] {
    var draws = RandomDraws(seed: seed)
    return (0..<ratees).map { _ in
      let level = draws.normal()
      return (0..<raters).map { _ in
        let value = Int((3 + level + error * draws.normal()).rounded())
        return draws.bernoulli(gap) ? nil : min(max(value, 1), 5)
      }
    }
  }

  private func value(_ rows: [[Int?]], _ coefficient: AgreementCoefficient) throws -> Agreement {
    try #require(try Samples.table(rows, scale: 1...5).agreement(coefficient).estimate)
  }

  @Test(arguments: AgreementTests.all, [1, 2, 3] as [UInt64])
  func `who rates, and in which order, does not matter`(
    coefficient: AgreementCoefficient, seed: UInt64
  ) throws {
    let rows = rows(seed)
    let one = try value(rows, coefficient)
    let other = try value(rows.reversed().map { $0.reversed() }, coefficient)
    #expect(Samples.isNear(other.value, one.value, 1e-12))
    #expect(Samples.isNear(other.standardError, try #require(one.standardError), 1e-12))
    #expect(one.value <= 1 && one.value >= -1)
    #expect((0...1).contains(one.observed) && (0...1).contains(one.expected))
    let shares = (one.value * (1 - one.expected)) + one.expected
    #expect(Samples.isNear(shares, one.observed, 1e-12))
  }

  // Levels mean nothing to coefficients without weights.
  @Test(arguments: AgreementTests.all.filter { $0.weights == .identity })
  func `levels may change places`(coefficient: AgreementCoefficient) throws {
    let rows = rows(9)
    let turned = [1: 4, 2: 5, 3: 1, 4: 2, 5: 3]
    let other = try value(rows.map { $0.map { $0.flatMap { turned[$0] } } }, coefficient)
    #expect(Samples.isNear(other.value, try value(rows, coefficient).value, 1e-12))
  }

  @Test func `kin coincide`() throws {
    let two = rows(4, raters: 2, gap: 0)
    #expect(
      Samples.isNear(
        try value(two, .congerKappa()).value, try value(two, .cohenKappa()).value, 1e-12))
    #expect(
      Samples.isNear(
        try value(two, .fleissKappa(weights: .linear)).value,
        try value(two, .scottPi(weights: .linear)).value, 1e-12))
    let many = rows(5)
    for (measurement, weights) in [
      (.nominal, .identity), (.interval, .quadratic), (.ratio, .ratio),
    ] as [(AgreementCoefficient.Measurement, AgreementWeights)] {
      #expect(
        try value(many, .krippendorffAlpha(measurement)).value
          == value(many, .krippendorffAlpha(weights: weights)).value)
    }
  }

  // (1 − alpha) = (1 − pi)·(1 − 1∕N) for complete ratings, N of them.
  @Test(arguments: [20, 2_000])
  func `Krippendorff's alpha is Fleiss' kappa but for a small sample`(ratees: Int) throws {
    let rows = rows(6, ratees: ratees, gap: 0)
    let alpha = try value(rows, .krippendorffAlpha(.nominal)).value
    let kappa = try value(rows, .fleissKappa()).value
    #expect(Samples.isNear((1 - kappa) * (1 - 1 / Double(4 * ratees)), 1 - alpha, 1e-12))
    #expect(abs(alpha - kappa) < 1 / Double(4 * ratees))
  }

  // With every level given equally often the three models of chance are the same.
  @Test func `equal shares make AC1, Fleiss and Brennan–Prediger one`() throws {
    var rows: [[Int?]] = []
    for level in 1...5 {
      rows += Array(repeating: [level, level], count: 6)
      rows.append([level, level % 5 + 1])
    }
    let kappa = try value(rows, .fleissKappa()).value
    #expect(Samples.isNear(try value(rows, .gwetAC1).value, kappa, 1e-12))
    #expect(Samples.isNear(try value(rows, .brennanPrediger()).value, kappa, 1e-12))
  }

  // Feinstein and Cicchetti's (1990) paradox: 85 of 100 agree, nearly all "yes".
  @Test func `kappa is low where nearly all ratings are alike, AC1 is not`() throws {
    let set = try AgreementSamples.crossed([[80, 10], [5, 5]])
    #expect(Samples.isNear(try set.agreement(.cohenKappa()).estimate?.value, 0.3181818, 1e-6))
    #expect(try #require(set.agreement(.gwetAC1).estimate?.value) > 0.8)
  }

  // Standard errors beside those of leaving out one ratee at a time, which know no formula. With many
  // ratees of one rating Gwet's errors are larger, up to a tenth.
  @Test(arguments: AgreementTests.all)
  func `errors are near the jackknife's`(coefficient: AgreementCoefficient) throws {
    let rows = rows(1, ratees: 90, gap: 0.05)
    let all = try value(rows, coefficient)
    let others = try rows.indices.map { left in
      try value(rows.enumerated().filter { $0.offset != left }.map(\.element), coefficient).value
    }
    let mean = others.reduce(0, +) / Double(others.count)
    let squares = others.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
    let jackknife = (squares * Double(others.count - 1) / Double(others.count)).squareRoot()
    let ratio = try #require(all.standardError) / jackknife
    #expect((0.93...1.07).contains(ratio), "\(ratio)")
  }

  /// Ratees, not units, are drawn: ten copies of an item tell no more than one.
  @Test func `items of one ratee do not count as ratees`() throws {
    let rows = rows(3, gap: 0)
    var ratings: [Rating] = []
    for item in 0..<10 {
      for (ratee, row) in rows.enumerated() {
        for (rater, value) in row.enumerated() {
          guard let value else { continue }
          ratings.append(
            Rating(
              ratee: try Samples.person("p", ratee), rater: try Samples.person("r", rater),
              item: try ItemID("i\(item)"), value: value))
        }
      }
    }
    let set = try RatingSet(ratings, scale: Samples.scale(1...5))
    let copied = try #require(try set.agreement(.fleissKappa()).estimate)
    let single = try value(rows, .fleissKappa())
    #expect(Samples.isNear(copied.value, single.value, 1e-12))
    #expect(Samples.isNear(copied.standardError, try #require(single.standardError), 1e-12))
    #expect(copied.chanceTest == nil && single.chanceTest != nil)
  }
}
