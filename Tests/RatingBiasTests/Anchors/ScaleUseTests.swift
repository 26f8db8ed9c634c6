import Foundation
import KinerjaCore
import KinerjaTables
import RatingBias
import Testing

@Suite struct ScaleUseTests {
  private func wide(_ values: [[Int]]) throws -> RatingSet {
    try RatingSet(
      values.enumerated().flatMap { rater, values in
        try values.enumerated().map { number, value in
          Rating(
            ratee: try Samples.person("p", rater * 400 + number),
            rater: try Samples.person("r", rater), item: "x", value: value)
        }
      }, scale: Samples.scale(0...100))
  }

  // Of 60 ratings every second is a ten and the others are not: of ten values one is a ten by chance, so
  // (1⁄2 − 1⁄10) ∕ (9⁄10) of them are rounded.
  @Test func `a share of rounded ratings worked by hand`() throws {
    let half = (0..<60).map { $0.isMultiple(of: 2) ? 70 : [61, 62, 73, 74, 66, 67][$0 % 6] }
    let even = (0..<200).map { 35 + $0 % 30 }
    let effect = try AnchorAnalysis().heaping(of: wide([half, even]), base: 10)
    #expect(Samples.isNear(effect["r000"]?.estimate?.size, 0.4 / 0.9))
    #expect(Samples.isNear(effect["r001"]?.estimate?.size, 0))
    #expect(effect.flagged == ["r000"])
    let sentence = try #require(effect.finding("r000")?.sentence)
    #expect(sentence.english.contains("rounds a share of 0.44 of the ratings to multiples of 10"))
    #expect(sentence.indonesian.contains("membulatkan 0,44 bagian"))
  }

  @Test func `a coarse scale has nothing to round`() throws {
    let set = try Samples.table((0..<40).map { [1 + $0 % 5] }, scale: 1...5)
    #expect(
      try AnchorAnalysis().heaping(of: set, base: 5)["r000"]
        == .notEnough(NotEnoughData(.levels, needed: 21, found: 5)))
  }

  // Ratings of one person are one: 40 like ratings of 3 persons are no evidence.
  @Test func `ratings of one person count once`() throws {
    var rows: [Rating] = []
    for number in 0..<3 {
      for item in 0..<14 {
        rows.append(
          Rating(
            ratee: try Samples.person("p", number), rater: "r", item: try ItemID("i\(item)"),
            value: 70))
      }
    }
    let effect = try AnchorAnalysis().heaping(
      of: RatingSet(rows, scale: Samples.scale(0...100)), base: 10)
    #expect(effect.flagged.isEmpty)
  }

  // Levels 1 to 3 rated 1, 8 and 1 times, and a third of a rating added to each: entropy of
  // (4, 25, 4) ∕ 33 over ln 3, by numpy 2.4.6.
  @Test func `information worked by hand`() throws {
    let values = [1, 2, 2, 2, 2, 2, 2, 2, 2, 3]
    let set = try Samples.table(values.map { [$0] }, scale: 1...3)
    let found = try #require(set.information())
    let (side, middle) = (4.0 / 33, 25.0 / 33)
    let entropy = -(2 * side * log(side) + middle * log(middle))
    #expect(Samples.isNear(found.share, entropy / log(3)))
    #expect(found.mostFrequentShare == 0.8 && found.rateeCount == 10)
    #expect(found.interval.contains(found.share))
  }

  @Test func `nearly everyone alike is flagged only where there are enough persons`() throws {
    func effect(_ staff: Int) throws -> RaterEffect {
      let set = try Teams(raters: 4, staff: staff, items: 3, flat: [1]).round(seed: 5).ratings
      return try AnchorAnalysis().uninformative(set)
    }
    #expect(try effect(12).flagged.isEmpty)
    #expect(try effect(150).flagged == ["s001"])
    let estimate = try #require(effect(150)["s001"]?.estimate)
    #expect(estimate.size > 0.95 && estimate.size < 1)
    let sentence = try #require(effect(150).finding("s001")?.sentence.english)
    #expect(sentence.contains("gives nearly everyone the same rating"))
  }

  // Bins of 10, 24 and 14 scores, half the outer ones expected where shares run straight: 24 of 48 at
  // a third; scipy 1.17.1: binom.sf(23, 48, 1/3) = 0.013095434417….
  @Test func `scores just above a threshold worked by hand`() throws {
    let scores = [(89, 10), (90, 24), (91, 14), (80, 200), (70, 200)].flatMap { score, count in
      Array(repeating: ThresholdScore(rater: "u", score: Points(score)), count: count)
    }
    let threshold = PayThreshold(
      90, width: 1, curvature: 0, name: LocalizedText(id: "ambang Baik", en: "the grade Baik"))
    let found = try AnchorAnalysis().bunching(of: scores, at: threshold)
    #expect(found.counts == [10, 24, 14] && Samples.isNear(found.largestSmoothShare, 1.0 / 3))
    let estimate = try #require(found.all.estimate)
    #expect(Samples.isNear(estimate.size, 0.5 - 1.0 / 3))
    #expect(Samples.isNear(estimate.significance.pValue, Self.twiceTail(48, from: 24), 1e-12))
    #expect(found.effect.flagged == ["u"])
    let sentence = try #require(found.effect.finding("u")?.sentence)
    #expect(sentence.english.contains("just above the grade Baik with a share of 0.17"))
    #expect(sentence.english.contains("from 48 scores near it"))
  }

  /// Twice the chance of at least so many of some with a chance of a third each.
  private static func twiceTail(_ count: Int, from least: Int) -> Double {
    var sum = 0.0
    for hits in least...count {
      var term = 1.0
      for step in 0..<hits { term *= Double(count - step) / Double(hits - step) / 3 }
      for _ in hits..<count { term *= 2.0 / 3 }
      sum += term
    }
    return 2 * sum
  }

  // A score of 89.999 is below, and 90 exactly is above.
  @Test func `a threshold is exact`() throws {
    let scores = ["89.999", "90", "90.999", "91", "92", "89", "88.999"].map {
      ThresholdScore(rater: "u", score: $0)
    }
    let found = try AnchorAnalysis().bunching(
      of: scores, at: PayThreshold(90, width: 1, name: LocalizedText(same: "x")))
    #expect(found.counts == [2, 2, 1])
    #expect(found.all == .notEnough(NotEnoughData(.scoresNearThreshold, needed: 10, found: 5)))
    #expect(throws: InvalidInput.self) {
      try AnchorAnalysis().bunching(
        of: scores, at: PayThreshold(90, width: 0, name: LocalizedText(same: "x")))
    }
    let none = try AnchorAnalysis().bunching(
      of: [], at: PayThreshold(90, width: 1, name: LocalizedText(same: "x")))
    #expect(none.effect.raters.isEmpty && none.counts == [0, 0, 0])
  }

  // Normal scores whose top is at the threshold bend most: 40 units of 300 scores, no true bunching.
  @Test func `smooth scores are not called bunched, and moved ones are`() throws {
    var draws = RandomDraws(seed: 4)
    var scores: [ThresholdScore] = []
    for unit in 0..<40 {
      for _ in 0..<300 {
        var score = Int((90 + 5 * draws.normal()).rounded(.down))
        if unit == 7, score == 89 || score == 88 { score = 90 }
        scores.append(
          ThresholdScore(rater: try Samples.person("u", unit), score: Points(score)))
      }
    }
    let found = try AnchorAnalysis().bunching(
      of: scores, at: PayThreshold(90, width: 1, name: LocalizedText(same: "x")))
    #expect(found.effect.flagged == ["u007"])
  }
}
