import ArgumentParser
import KinerjaCore
import KinerjaReports
import RatingBias

/// `kinerja design`: what a file of ratings can tell at all.
struct DesignVerb: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "design",
    abstract: "Say what a file of ratings can tell at all, before any statistic.",
    discussion: """
      Who rated whom how often, which ratings can be compared with which (by the rank of the \
      equations, not by a walk through the graph), and what is nested in what.
      """)

  @OptionGroup var options: RatingOptions
  @Option(help: "A severity in logits: the chance to see it, rater by rater.")
  var severity = 1.0

  func run() throws {
    let ratings = try options.ratings()
    let report = DesignReport(ratings)
    let size = DesignPower.Size.logits(severity, categoryCount: ratings.scale.levels.count)
    let power = DesignPower(.severity, of: size).raters(in: ratings)
    try options.write(
      "design", on: ratings, settings: [("severity", "\(severity)")],
      figures: { Figures(report, power) }, report: { Report(report, power) })
  }
}

extension Figures {
  /// What a design holds, by the identifiers `n_subsets`, `subset.N.ratings`, `rank_deficiency`.
  fileprivate init(_ report: DesignReport, _ power: [DesignPower.Rater]) {
    self.init()
    let (design, subsets) = (report.design, report.subsets)
    add("n_ratings", design.ratingCount)
    add("n_self_ratings", design.selfRatingCount)
    add("n_missing", design.missingCount)
    add("n_ratees", design.rateeCount)
    add("n_raters", design.raters.count)
    add("n_items", design.itemCount)
    add("n_rater_pairs", report.overlap.pairs.count)
    add("n_movers", report.moves.movers.count)
    add("n_subsets", subsets.subsets.count)
    add("rank_deficiency", subsets.rankDeficiency)
    for (index, subset) in subsets.subsets.enumerated() {
      add("subset.\(index + 1).ratings", subset.ratingCount)
    }
    for nesting in subsets.nestings { add("nested.\(nesting.inner.name)", nesting.outer.name) }
    for (index, extra) in report.extraRatings.enumerated() {
      add("extra.\(index + 1).ratee", extra.ratee)
      if let rater = extra.rater { add("extra.\(index + 1).rater", rater) }
      if let item = extra.item { add("extra.\(index + 1).item", item) }
    }
    for load in design.raters {
      add("rater.\(load.rater).ratings", load.ratingCount)
      add("rater.\(load.rater).ratees", load.rateeCount)
      add("rater.\(load.rater).linked", load.linkedRatingCount)
    }
    for rater in power {
      add("rater.\(rater.rater).power", rater.power)
      add("rater.\(rater.rater).needed", rater.neededRatingCount.map(Double.init))
    }
  }
}
