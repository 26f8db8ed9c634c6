import Foundation
import KinerjaCore
import KinerjaNumerics
import KinerjaTables
import RatingBias
import Testing

@Suite struct DesignPowerTests {
  private func crossed(
    ratees: Int, raters: Int, perRatee: Int, times: ClosedRange<Int> = 0...0, seed: UInt64 = 1
  ) throws -> RatingSet {
    var draws = RandomDraws(seed: seed)
    var rows: [Rating] = []
    for ratee in 0..<ratees {
      for rater in draws.shuffled(Array(0..<raters)).prefix(perRatee) {
        let time = draws.integer(in: times)
        rows.append(
          Rating(
            ratee: try Samples.person("p", ratee), rater: try Samples.person("r", rater), item: "x",
            value: 1, time: times.count > 1 ? time : nil,
            groups: ["gender": ratee.isMultiple(of: 2) ? "f" : "m"]))
      }
    }
    return try RatingSet(rows, scale: Samples.scale(1...3))
  }

  // By hand: 40 ratees, both raters: information 40∕2 = 20, error 1∕√20; Φ(0.5·√20 − 1.959964) = 0.6088.
  @Test func `two raters of forty`() throws {
    let found = DesignPower(.severity, of: .points(0.5, ratingError: 1))
      .raters(in: try crossed(ratees: 40, raters: 2, perRatee: 2))
    #expect(found.map(\.information) == [20, 20])
    #expect(Samples.isNear(found[0].standardError, 0.22360679774997896, 1e-12))
    #expect(Samples.isNear(found[0].power, 0.6088, 2e-4))
    // (1.959964 + 0.841621)² ∕ 0.25 = 31.395 of information, twice as many ratings.
    #expect(found[0].neededRatingCount == 63)
  }

  // Groups of 20 each: 0.5·20·20∕40 = 5 of information.
  @Test func `a group of half the ratees`() throws {
    let found = DesignPower(.group("gender", label: "f"), of: .logits(1, categoryCount: 3))
      .raters(in: try crossed(ratees: 40, raters: 2, perRatee: 2))
    #expect(Samples.isNear(found[0].information, 5))
    #expect(Samples.isNear(found[0].standardError, 1 / 2.0.squareRoot()))
    #expect(
      DesignPower(.group("nothing", label: "f"), of: .points(1, ratingError: 1))
        .raters(in: try crossed(ratees: 4, raters: 2, perRatee: 2))[0].power == 0)
  }

  /// Superiors with own staff: no number of ratings shows severity.
  @Test func `nested raters learn so`() throws {
    let rows = try (0..<30).map {
      Rating(
        ratee: try Samples.person("p", $0), rater: try Samples.person("r", $0 / 15), item: "x",
        value: 1)
    }
    let found = DesignPower(.severity, of: .points(1, ratingError: 1))
      .raters(in: try RatingSet(rows, scale: Samples.scale(1...3)))
    #expect(found.map(\.ratingCount) == [15, 15] && found.allSatisfy { $0.power == 0 })
    #expect(found[0].neededRatingCount == nil && found[0].standardError == .infinity)
    #expect(found[0].sentence.english.contains("no number of ratings"))
  }

  /// Where raters are mixed well, the error said is that of least squares over the whole design.
  @Test func `errors of a mixed design`() throws {
    let raters = 12
    let ratings = try crossed(ratees: 400, raters: raters, perRatee: 3)
    let found = DesignPower(.severity, of: .points(0.5, ratingError: 1)).raters(in: ratings)
    // The normal equations of raters once ratees are eliminated, and the inverse on deviations.
    var matrix = [[Double]](
      repeating: [Double](repeating: 1 / Double(raters), count: raters), count: raters)
    let byRatee = Dictionary(grouping: ratings.elements, by: \.ratee)
    for group in byRatee.values {
      let members = try group.map { try #require(Int($0.rater.text.dropFirst())) }
      for one in members {
        matrix[one][one] += 1
        for other in members { matrix[one][other] -= 1 / Double(members.count) }
      }
    }
    for (rater, own) in found.enumerated() {
      var system = matrix
      var right = (0..<raters).map { ($0 == rater ? 1 : 0) - 1 / Double(raters) }
      for pivot in 0..<raters {
        for row in 0..<raters where row != pivot {
          let factor = system[row][pivot] / system[pivot][pivot]
          for column in 0..<raters { system[row][column] -= factor * system[pivot][column] }
          right[row] -= factor * right[pivot]
        }
      }
      // Beside the mean of the others, of which the rater is not one.
      let exact =
        (right[rater] / system[rater][rater]).squareRoot() * Double(raters) / Double(raters - 1)
      #expect(abs(own.standardError / exact - 1) < 0.01, "\(own.standardError) \(exact)")
    }
  }

  /// Drift by simulation: ratings of one rater beside colleagues whose level is known.
  @Test func `power of drift by simulation`() throws {
    let ratings = try crossed(ratees: 120, raters: 2, perRatee: 2, times: 1...4)
    var rows = Array(ratings.elements)
    rows = rows.map {
      Rating(
        ratee: $0.ratee, rater: $0.rater, item: $0.item, value: 1,
        time: 1 + (Int($0.ratee.text.dropFirst()) ?? 0) % 4)
    }
    let shared = try RatingSet(rows, scale: Samples.scale(1...3))
    let found = DesignPower(.drift, of: .points(0.8, ratingError: 0.9)).raters(in: shared)[0]
    var hits = 0
    let trials = 2_000
    var draws = RandomDraws(seed: 5)
    let places = (0..<120).map { Double($0 % 4) / 3 }
    let mean = places.reduce(0, +) / 120
    let spread = places.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
    for _ in 0..<trials {
      var slope = 0.0
      for place in places {
        // The difference to the one colleague, which errs as well.
        let value = 0.8 * place + 0.9 * 2.0.squareRoot() * draws.normal()
        slope += (place - mean) * value / spread
      }
      if slope / (0.9 * (2 / spread).squareRoot()) > 1.959964 { hits += 1 }
    }
    #expect(abs(Double(hits) / Double(trials) - found.power) < 0.04, "\(hits) \(found.power)")
  }

  @Test func `what is wanted is reached`() throws {
    let ratings = try crossed(ratees: 60, raters: 3, perRatee: 2)
    let test = EffectTest(gate: 0.5, hypothesis: .insideGate)
    let question = DesignPower(.severity, of: .logits(1.2, categoryCount: 5), test: test)
    for rater in question.raters(in: ratings) {
      let needed = try #require(rater.neededRatingCount)
      let error = rater.standardError * (Double(rater.ratingCount) / Double(needed)).squareRoot()
      let power = test.power(at: 1.2, standardError: error, level: 0.05)
      #expect(power >= 0.8 && power < 0.82)
      #expect(rater.sentence.indonesian.contains("diperlukan sekitar \(needed) nilai"))
    }
    let inside = DesignPower(.severity, of: .logits(0.4, categoryCount: 5), test: test)
    #expect(inside.raters(in: ratings)[0].neededRatingCount == nil)
  }
}
