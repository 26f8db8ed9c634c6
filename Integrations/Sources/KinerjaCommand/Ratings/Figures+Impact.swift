import KinerjaCore
import RatingBias

extension Figures {
  /// What a comparison of groups found, by the identifiers of the family of impact.
  ///
  /// The plain names are those of the first comparison; of several, each has its own under
  /// `GROUP.`.
  init(_ result: ImpactResult) {
    self.init()
    for group in result.groups { add("selection_rate.\(group.name)", group.rate) }
    add("reference", result.reference)
    add("overall_p", result.overall.pValue)
    for comparison in result.comparisons {
      add(comparison, result.comparisons.count == 1 ? "" : "\(comparison.group).")
    }
  }

  private mutating func add(_ comparison: ImpactComparison, _ prefix: String) {
    add(prefix + "impact_ratio", comparison.ratio?.value)
    add(prefix + "impact_ratio.ci95_low", comparison.ratio?.interval?.lower)
    add(prefix + "impact_ratio.ci95_high", comparison.ratio?.interval?.upper)
    add(prefix + "log_impact_ratio.se", comparison.ratio?.standardErrorOfLogarithm)
    add(prefix + "parity_difference", comparison.difference.value)
    add(prefix + "prop_diff.ci95_low", comparison.difference.interval?.lower)
    add(prefix + "prop_diff.ci95_high", comparison.difference.interval?.upper)
    add(prefix + "two_proportion_z_pooled", comparison.pooled.statistic)
    add(prefix + "two_proportion_p", comparison.pooled.pValue)
    add(prefix + "chi2", comparison.chiSquare.statistic)
    add(prefix + "chi2_yates", comparison.correctedChiSquare.statistic)
    add(prefix + "fisher_p", comparison.fisher.pValue)
    add(prefix + "fisher_conditional_or", comparison.conditionalOddsRatio?.value)
    add(prefix + "phi", comparison.phi)
    add(prefix + "odds_ratio", comparison.oddsRatio?.value)
    add(prefix + "log_or.se", comparison.oddsRatio?.standardErrorOfLogarithm)
    add(prefix + "cohens_h", comparison.standardizedDifference)
    add(prefix + "shortfall", comparison.shortfall)
    guard let within = comparison.withinStrata else { return }
    add(prefix + "cmh_chi2", within.test?.statistic)
    add(prefix + "cmh_chi2_continuity", within.correctedTest?.statistic)
    add(prefix + "cmh_p", within.test?.pValue)
    add(prefix + "mh_common_or", within.commonOddsRatio?.value)
    add(prefix + "mh_or.ci95_low", within.commonOddsRatio?.interval?.lower)
    add(prefix + "mh_or.ci95_high", within.commonOddsRatio?.interval?.upper)
    add(prefix + "mh_log_or.se", within.commonOddsRatio?.standardErrorOfLogarithm)
    add(prefix + "breslow_day_chi2", within.homogeneity?.statistic)
    add(prefix + "breslow_day_tarone_chi2", within.homogeneityTarone?.statistic)
    for stratum in within.strata {
      let id = "\(prefix)stratum.\(stratum.name)"
      add("\(id).impact_ratio", stratum.ratio)
      add("\(id).fisher_p", stratum.fisherPValue)
    }
  }
}
