import KinerjaCore

extension FacetFit {
  /// All figures of the fit by identifier, such as `jmle.rater.Brahe.measure`,
  /// `bias.rater*item.Brahe.Attack.t` or `index.rater.Brahe.mean`; what is not known is not there.
  ///
  /// A share is a percentage where the identifier says `pct`.
  public var figures: [String: Double] {
    var figures = Figures()
    figures["jmle.loglik"] = logLikelihood
    figures["n_ratings_used"] = Double(ratingCount)
    figures["n_subsets"] = Double(subsetCount)
    figures["rank_deficiency"] = Double(rankDeficiency)
    for (index, threshold) in thresholds.enumerated() {
      figures["jmle.threshold.\(index + 1)"] = threshold
    }
    for (facet, measures) in zip(facets, measures) {
      for element in measures { figures.add(element, as: "jmle.\(facet.name).\(element.id)") }
      let id = "jmle.summary.\(facet.name)"
      figures.add(measures.separation, as: id)
      figures.add(measures.separationWithExtremes, as: id + ".with_extremes")
    }
    figures["jmle.global.mean_residual"] = overallFit.meanResidual
    figures["jmle.global.mean_z"] = overallFit.meanStandardResidual
    figures["jmle.global.sd_z"] = overallFit.standardResidualDeviation
    figures["jmle.global.infit_overall"] = overallFit.infit
    figures["jmle.global.outfit_overall"] = overallFit.outfit
    figures["jmle.global.pct_abs_z_ge_2"] = overallFit.shareBeyondTwo * 100
    figures["jmle.global.pct_abs_z_ge_3"] = overallFit.shareBeyondThree * 100
    for interaction in interactions { figures.add(interaction) }
    for rater in raterIndices { figures.add(rater) }
    figures.add(raterAgreement)
    return figures.values
  }
}

/// Figures by identifier, those that are numbers.
private struct Figures {
  private(set) var values: [String: Double] = [:]

  subscript(id: String) -> Double? {
    get { values[id] }
    set { values[id] = newValue.flatMap { $0.isFinite ? $0 : nil } }
  }

  mutating func add(_ element: FacetMeasures.Element, as id: String) {
    if case .extreme(_, let logits, let error) = element.placement {
      self[id + ".extreme_measure"] = logits
      self[id + ".extreme_se"] = error
    }
    guard let measure = element.measure else { return }
    self[id + ".measure"] = measure.logits
    self[id + ".se"] = measure.standardError
    self[id + ".infit_mnsq"] = measure.infit
    self[id + ".infit_zstd"] = measure.standardInfit
    self[id + ".outfit_mnsq"] = measure.outfit
    self[id + ".outfit_zstd"] = measure.standardOutfit
    self[id + ".fair_m"] = measure.fairAverage
    self[id + ".fair_z"] = measure.fairAverageAtZero
    self[id + ".displacement"] = measure.displacement
    self[id + ".ptmea_r"] = measure.correlation
    self[id + ".ptmea_expected_r"] = measure.expectedCorrelation
    self[id + ".count"] = Double(measure.ratingCount)
    self[id + ".score"] = measure.total
  }

  mutating func add(_ separation: FacetSeparation?, as id: String) {
    guard let separation else { return }
    self[id + ".rmse"] = separation.rootMeanSquareError
    self[id + ".fixed_chi_square"] = separation.fixedChiSquare
    self[id + ".fixed_df"] = Double(separation.fixedDegreesOfFreedom)
    self[id + ".random_chi_square"] = separation.randomChiSquare
    self[id + ".random_df"] = Double(separation.randomDegreesOfFreedom)
    for (name, spread) in [("population", separation.population), ("sample", separation.sample)] {
      self[id + ".\(name).sd"] = spread.deviation
      self[id + ".\(name).true_sd"] = spread.trueDeviation
      self[id + ".\(name).separation"] = spread.separation
      self[id + ".\(name).strata"] = spread.strata
      self[id + ".\(name).reliability"] = spread.reliability
    }
  }

  mutating func add(_ interaction: FacetInteraction) {
    let family = "bias.\(interaction.facets.first.name)*\(interaction.facets.second.name)"
    for cell in interaction.cells {
      let id = family + ".\(cell.first).\(cell.second)"
      self[id + ".observed"] = cell.observed
      self[id + ".expected"] = cell.expected
      self[id + ".obs_minus_exp_average"] = cell.averageDifference
      guard let bias = cell.bias else { continue }
      self[id + ".bias"] = bias.logits
      self[id + ".se"] = bias.standardError
      self[id + ".t"] = bias.t
      self[id + ".df"] = Double(bias.degreesOfFreedom)
      self[id + ".p"] = bias.probability
    }
    guard let test = interaction.test.estimate else { return }
    self[family + ".chi2"] = test.chiSquare
    self[family + ".chi2.df1"] = Double(test.degreesOfFreedom)
    self[family + ".chi2.p"] = test.probability
  }

  mutating func add(_ rater: RaterIndices) {
    let id = "index.rater.\(rater.rater.text)"
    self[id + ".n"] = Double(rater.ratingCount)
    self[id + ".mean"] = rater.mean
    self[id + ".sd"] = rater.deviation.estimate
    self[id + ".mean_minus_grand"] = rater.meanDifference
    for (level, share) in rater.levelShares.enumerated() {
      self[id + ".category_share.\(level)"] = share
    }
    self[id + ".entropy_nats"] = rater.entropy
    self[id + ".range_used"] = Double(rater.range)
    self[id + ".mean_interitem_r"] = rater.interitemCorrelation.estimate
    self[id + ".mean_within_ratee_sd"] = rater.withinRateeDeviation.estimate
    self[id + ".straightline_share"] = rater.straightLineShare.estimate
    self[id + ".sr_ror"] = rater.restCorrelation.estimate
    self[id + ".sr_ror_n"] = Double(rater.sharedRatingCount)
    self[id + ".r_expected_residual"] = rater.expectedResidualCorrelation.estimate
    self[id + ".r_observed_expected"] = rater.observedExpectedCorrelation.estimate
    self[id + ".sd_residual"] = rater.residualDeviation.estimate
  }

  mutating func add(_ agreement: ExpectedAgreement?) {
    guard let figures = agreement?.overall.estimate else { return }
    self["agreement.opportunities"] = Double(figures.pairCount)
    self["agreement.exact"] = Double(figures.exactCount)
    self["agreement.exact_pct"] = figures.observedShare * 100
    self["agreement.expected_pct"] = figures.expectedShare * 100
    self["agreement.rasch_kappa"] = figures.kappa
  }
}
