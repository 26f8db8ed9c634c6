import KinerjaCore
import KinerjaTables
import RatingBias

/// How often effects are found, by their size and by the ratings of a rater.
struct PowerCurves {
  struct Curve {
    let kind: RaterEffect.Kind
    let name: String
    /// By size, in words, then by number of ratings.
    let sizes: [String]
    let effects: [PlantedEffect]
  }

  static let ratings = [60, 120, 240, 480]
  static let curves = [
    Curve(
      kind: .severity, name: "severity, logits", sizes: ["0.8", "1.2", "1.6"],
      effects: [.severity(0.8), .severity(1.2), .severity(1.6)]),
    Curve(
      kind: .centrality, name: "central, thresholds ×", sizes: ["1.5", "2", "3"],
      effects: [.centrality(1.5), .centrality(2), .centrality(3)]),
    Curve(
      kind: .randomness, name: "random share", sizes: ["0.4", "0.7", "1"],
      effects: [.randomness(share: 0.4), .randomness(share: 0.7), .randomness(share: 1)]),
    Curve(
      kind: .halo, name: "halo, logits", sizes: ["0.6", "1", "1.4"],
      effects: [.halo(0.6), .halo(1), .halo(1.4)]),
    Curve(
      kind: .straightLining, name: "straight lines, share", sizes: ["0.2", "0.4", "0.6"],
      effects: [0.2, 0.4, 0.6].map { .straightLining(share: $0) }),
    Curve(
      kind: .copiedProfiles, name: "copied, share", sizes: ["0.1", "0.2", "0.4"],
      effects: [0.1, 0.2, 0.4].map { .copiedProfiles(share: $0) }),
    Curve(
      kind: .drift, name: "drift, logits", sizes: ["0.75", "1.5", "2.25"],
      effects: [.drift(0.75), .drift(1.5), .drift(2.25)]),
    Curve(
      kind: .recency, name: "recency, logits", sizes: ["0.5", "1", "1.5"],
      effects: [.recency(0.5), .recency(1), .recency(1.5)]),
    Curve(
      kind: .sequence, name: "assimilation, logits a point", sizes: ["0.25", "0.5", "1"],
      effects: [.sequence(0.25), .sequence(0.5), .sequence(1)]),
    Curve(
      kind: .groupDifference, name: "group, logits", sizes: ["0.5", "1", "1.5"],
      effects: [.groupDifference(0.5), .groupDifference(1), .groupDifference(1.5)]),
  ]

  /// By curve, size and number of ratings.
  private(set) var tallies: [[[Tally]]]

  init(runs: Int, by work: ParallelBlocks) throws {
    tallies = Self.curves.map { curve in
      curve.sizes.map { _ in Self.ratings.map { _ in Tally() } }
    }
    for (place, count) in Self.ratings.enumerated() {
      for size in 0..<3 {
        for run in 0..<runs {
          // One rater of 50 for each effect.
          let round = try RaterSimulator(
            .crossed(ratees: 50 * count / 15, raters: 50, ratersPerRatee: 3),
            planted: Self.curves.map { $0.effects[size] }
          ).run(seed: UInt64(9_000 + 1_000 * place + 100 * size + run), by: work)
          let effects = try EffectAnalysis().run(on: round.ratings, by: work)
          for (number, curve) in Self.curves.enumerated() {
            for effect in effects where effect.kind == curve.kind {
              for rater in effect.raters
              where round.planted[rater.rater] == curve.effects[size] {
                tallies[number][size][place].add(rater.answer)
              }
            }
          }
        }
      }
    }
  }
}
