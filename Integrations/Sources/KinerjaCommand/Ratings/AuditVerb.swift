import ArgumentParser
import KinerjaCore
import KinerjaReports
import RatingBias

/// `kinerja audit`: rater effects, with what to do about them.
struct AuditVerb: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "audit",
    abstract: "Look for rater effects and say what to do about them; no score is changed.",
    discussion: """
      Severity, centrality, randomness, halo and more by the many-facet model, leniency and spread \
      beside colleagues; each with size, interval, test and flag, or what is lacking. Drift, sequence \
      and recency need a column time or order, differences between groups a column group.
      """)

  @OptionGroup var options: RatingOptions
  @Flag(help: "Hold the error rate over all raters (Holm), as where a flag has consequences.")
  var consequences = false

  func run() throws {
    let ratings = try options.ratings()
    let control = FlagControl(consequences ? .familyWise : .falseDiscovery)
    let (audit, effects): (RatingAuditResult, [RaterEffect])
    do {
      audit = try RatingAudit(control: control).run(on: ratings)
      let anchors = AnchorAnalysis(control: control)
      effects =
        try EffectAnalysis(control: control).run(on: ratings)
        + [
          anchors.selfOtherGap(of: ratings), anchors.reciprocity(of: ratings).effect,
          anchors.uninformative(ratings),
        ].filter { !$0.raters.isEmpty }
    } catch let error as InvalidInput {
      throw Stop(error, in: options.language)
    }
    let settings = [("control", control.method.rawValue), ("rate", "\(control.rate)")]
    let manifest = options.manifest("audit", of: ratings, settings: settings)
    try options.answer.write(
      manifest, figures: { Figures(audit, effects) },
      report: { Report(audit, effects: effects, manifest: manifest.lines) })
  }
}

extension Figures {
  /// What an audit found, by `effect.KIND.RATER.…`; a group difference carries the group before the
  /// rater.
  fileprivate init(_ audit: RatingAuditResult, _ effects: [RaterEffect]) {
    self.init()
    add("agreement", audit.agreement.estimate?.value)
    let all =
      [audit.leniency, audit.leniencyByReference, audit.centralTendency.effect].compactMap(\.self)
      + effects
    for effect in all {
      let group = effect.reference.map { ".\($0.english)" } ?? ""
      let family = "effect.\(effect.kind.rawValue)\(group)"
      add(family + ".flagged", effect.flagged.count)
      for rater in effect.raters { add(rater, family + ".\(rater.rater)") }
    }
  }

  private mutating func add(_ rater: RaterEffect.Rater, _ id: String) {
    let estimate = rater.answer.estimate
    add(id + ".size", estimate?.size)
    guard let estimate else { return }
    add(id + ".se", estimate.standardError)
    add(id + ".ci95_low", estimate.interval.lower)
    add(id + ".ci95_high", estimate.interval.upper)
    add(id + ".p", estimate.significance.pValue)
    add(id + ".p_adjusted", estimate.significance.adjustedPValue)
    add(id + ".flag", estimate.significance.isFlagged ? 1 : 0)
    add(id + ".ratings", estimate.ratingCount)
  }
}
