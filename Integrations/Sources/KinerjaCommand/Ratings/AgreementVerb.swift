import ArgumentParser
import KinerjaCore
import RatingBias

/// `kinerja agreement`: how far raters agree, and how reliable their ratings are.
struct AgreementVerb: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "agreement",
    abstract: "Say how far raters agree and how reliable their ratings are.",
    discussion: """
      Coefficients beyond chance with every weighting, Krippendorff's alpha at every level, \
      intraclass correlations, reliability and agreement within groups, each with its error and \
      interval. A figure that the data do not allow is null, or empty in the report.
      """)

  @OptionGroup var options: RatingOptions
  @Option(help: "Draws of a bootstrap over ratees; errors come from formulas if left out.")
  var replicates: Int?
  @Option(help: "The seed of the bootstrap.")
  var seed: UInt64 = 1

  func run() throws {
    let ratings = try options.ratings()
    let interval: IntervalSettings =
      replicates.map { .bootstrap(replicates: $0, seed: seed) } ?? .analytic
    let found: AgreementSummary
    do {
      found = try AgreementSummary(ratings, interval: interval)
    } catch let error as InvalidInput {
      throw Stop(error, in: options.language)
    }
    try options.write(
      "agreement", on: ratings,
      settings: replicates.map { [("replicates", "\($0)"), ("seed", "\(seed)")] } ?? [],
      figures: { found.figures }, report: { found.report })
  }
}
