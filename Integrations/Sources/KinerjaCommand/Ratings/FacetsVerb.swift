import ArgumentParser
import KinerjaCore
import KinerjaReports
import RatingBias

/// `kinerja facets`: the many-facet Rasch model.
struct FacetsVerb: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "facets",
    abstract: "Fit the many-facet Rasch model: how able, how severe, how hard.",
    discussion: """
      Joint maximum likelihood, rating scale, in logits. A design that falls into subsets is refused \
      with the status 65, unless --anchor takes the raters of each subset as equally severe.
      """)

  @OptionGroup var options: RatingOptions
  @Flag(help: "Fit subsets that cannot be compared, each with raters of mean 0.")
  var anchor = false

  @Option(help: "Interactions of raters with this: item, time or a group; may be given again.")
  var bias: [String] = []

  private static func facet(named name: String) -> Facet {
    switch name {
    case "item": .item
    case "time": .time
    default: .group(name)
    }
  }

  func run() throws {
    let ratings = try options.ratings()
    var model = FacetModel()
    if anchor { model.disconnected = .anchored }
    model.interactions = bias.map { FacetPair(.rater, Self.facet(named: $0)) }
    model.details = [.raterAgreement, .raterIndices]
    switch try model.fit(ratings) {
    case .fit(let fit):
      try options.write(
        "facets", on: ratings,
        settings: [("disconnected", anchor ? "anchored" : "refused")],
        figures: { Figures(fit) }, report: { Report(fit) })
    case .disconnected(let design):
      let text = LocalizedText(
        id: """
          \(options.file): penilaian terbagi dalam \(design.subsets.count) bagian yang tidak dapat \
          dibandingkan; jalankan kinerja design untuk melihatnya, tambahkan penilaian yang \
          menghubungkan, atau pakai --anchor
          """,
        en: """
          \(options.file): the ratings fall into \(design.subsets.count) subsets that cannot be \
          compared; see them with kinerja design, add ratings that link them, or use --anchor
          """)
      throw Stop(Stop.dataError, [text[options.language]])
    case .notEnough(let reason):
      throw Stop(reason, of: options.file, in: options.language)
    }
  }
}

extension Figures {
  /// What the many-facet model found, by the identifiers of the families `jmle`, `bias`, `index` and
  /// `agreement`.
  fileprivate init(_ fit: FacetFit) {
    self.init()
    add("jmle.converged", fit.convergence.isConverged ? 1 : 0)
    add("jmle.largest_residual", fit.convergence.largestResidual)
    add(fit.figures)
  }
}
