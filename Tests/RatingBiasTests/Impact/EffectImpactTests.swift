import KinerjaCore
import KinerjaNumerics
import RatingBias
import Testing

@Suite struct EffectImpactTests {
  private static let bands = ScoreBands(
    lowest: LocalizedText(id: "Cukup", en: "Fair"),
    [
      (4, LocalizedText(id: "Sangat Baik", en: "Very good")),
      (3, LocalizedText(id: "Baik", en: "Good")),
    ])

  // Scores 4.5 and 3.5 with a shift of 0.8 ± 0.5: both fall below a border where the shift is above 0.5,
  // the second also rises above one where it is at most −0.5. Φ(0.6), and Φ(0.6) + Φ(−2.6).
  @Test func `a shift is taken off, with the chance of a change`() throws {
    let set = try RatingSet(
      [
        Rating(ratee: "a", rater: "s", item: "x", value: 5),
        Rating(ratee: "a", rater: "s", item: "y", value: 4),
        Rating(ratee: "b", rater: "s", item: "x", value: 3),
        Rating(ratee: "b", rater: "s", item: "y", value: 4),
        Rating(ratee: "c", rater: "t", item: "x", value: 4),
      ], scale: Samples.scale(1...9))
    let impact = EffectImpact(
      of: ["s": .init(points: 0.8, standardError: 0.5)], on: set, bands: Self.bands)
    #expect(impact.scoreCount == 3 && impact.touchedCount == 2)
    #expect(impact.changes.map(\.ratee) == ["b", "a"])
    let (first, second) = (impact.changes[1], impact.changes[0])
    #expect(first.category.english == "Very good" && first.otherCategory.english == "Good")
    #expect(first.score == 4.5 && Samples.isNear(first.otherScore, 3.7))
    // Below 4 with a shift above 0.5, below 3 with one above 0.5 too.
    let chance = NormalDistribution.cumulative((0.8 - 0.5) / 0.5)
    #expect(Samples.isNear(first.chance, chance, 0.005))
    #expect(Samples.isNear(second.chance, chance + NormalDistribution.upperTail(2.6), 0.006))
    #expect(second.category.english == "Good" && second.otherCategory.english == "Fair")
    #expect(first.sentence.english.contains("a: Very good with a score of 4.50"))
    #expect(first.sentence.indonesian.contains("skornya sekitar 3,70"))
    #expect(impact.summary.english.contains("2 of 3"))
  }

  @Test func `no shift changes nobody, and none goes beyond the scale`() throws {
    let set = try Samples.table([[5], [1]], scale: 1...5)
    #expect(EffectImpact(of: [:], on: set, bands: Self.bands).changes.isEmpty)
    let severe = EffectImpact(
      of: ["r000": .init(points: -9, standardError: 0.01)], on: set, bands: Self.bands)
    #expect(severe.changes.map(\.ratee) == ["p001"])
    #expect(severe.changes[0].otherScore == 5 && severe.changes[0].chance == 1)
    let empty = try RatingSet([Rating](), scale: Samples.scale(1...5))
    #expect(EffectImpact(of: [:], on: empty, bands: Self.bands).scoreCount == 0)
  }

  @Test func `the score function decides`() throws {
    let set = try RatingSet(
      [
        Rating(ratee: "a", rater: "s", item: "x", value: 4),
        Rating(ratee: "a", rater: "s", item: "y", value: 1),
      ], scale: Samples.scale(1...5))
    let shifts: [PersonID: EffectImpact.Shift] = ["s": .init(points: 0.5, standardError: 0.01)]
    let best = EffectImpact(of: shifts, on: set, bands: Self.bands) { $0["x"] ?? 0 }
    #expect(best.changes.map(\.otherScore) == [3.5])
    #expect(EffectImpact(of: shifts, on: set, bands: Self.bands).changes.isEmpty)
  }

  @Test func `only leniency is a shift`() throws {
    let round = try Teams(raters: 12, staff: 15, years: 3, shift: [2: 1]).round(seed: 1)
    let analysis = AnchorAnalysis()
    let leniency = try analysis.leniency(of: round.ratings, by: round.achievement)
    #expect(leniency.flagged == ["s002"])
    let bands = ScoreBands(
      lowest: LocalizedText(same: "B"), [(2.5, LocalizedText(same: "A"))])
    let impact = try #require(EffectImpact(of: leniency, on: round.ratings, bands: bands))
    #expect(impact.touchedCount == 45 && !impact.changes.isEmpty)
    #expect(impact.changes.allSatisfy { $0.category.english == "A" && $0.time != nil })
    let inflation = try analysis.inflation(of: round.ratings, against: round.achievement)
    #expect(EffectImpact(of: inflation, on: round.ratings, bands: bands) == nil)
  }
}
