import Foundation
import KinerjaCore
import RatingBias
import Testing

/// Graduate admissions at Berkeley in 1973 (Bickel, Hammel and O'Connell 1975, *Science* 187): fewer
/// women than men overall, not so within departments.
enum Berkeley {
  /// By department: men admitted and rejected, women admitted and rejected.
  static let counts: [(String, Int, Int, Int, Int)] = [
    ("A", 512, 313, 89, 19), ("B", 353, 207, 17, 8), ("C", 120, 205, 202, 391),
    ("D", 138, 279, 131, 244), ("E", 53, 138, 94, 299), ("F", 22, 351, 24, 317),
  ]

  static var outcomes: GroupOutcomes {
    get throws {
      try GroupOutcomes(
        counts.flatMap { stratum, ma, mr, fa, fr in
          [
            GroupOutcomes.Cell(group: "Male", stratum: stratum, selected: ma, of: ma + mr),
            GroupOutcomes.Cell(group: "Female", stratum: stratum, selected: fa, of: fa + fr),
          ]
        })
    }
  }
}

@Suite("Impact as published") struct ImpactReferenceTests {
  private func found() throws -> (ImpactResult, ImpactComparison, StratifiedImpact) {
    let result = try #require(try ImpactAnalysis().run(on: Berkeley.outcomes).estimate)
    let comparison = try #require(result["Female"])
    return (result, comparison, try #require(comparison.withinStrata))
  }

  // R 4.2.2 (chisq.test, fisher.test, prop.test, mantelhaen.test), statsmodels 0.15.0
  // (proportions_ztest, Table2x2, StratifiedTable), fairlearn 0.15.0, closed forms.
  @Test func `admissions of 1973`() throws {
    let (result, female, _) = try found()
    #expect(result.reference == "Male" && result.comparisons.count == 1)
    let expected: [(String, Double?, Double, Double)] = [
      ("rate", result.groups[0].rate, 0.30354223433242505, 1e-12),
      ("reference's rate", result.groups[1].rate, 0.4451876625789669, 1e-12),
      ("ratio", female.ratio?.value, 0.6818298435630683, 1e-12),
      ("its error", female.ratio?.standardErrorOfLogarithm, 0.041394304946696575, 1e-12),
      ("its lower", female.ratio?.interval?.lower, 0.6286965976247881, 1e-10),
      ("its upper", female.ratio?.interval?.upper, 0.7394535572955174, 1e-10),
      ("difference", female.difference.value, 0.14164542824654186, 1e-12),
      ("its lower", female.difference.interval?.lower, 0.1134469654913, 1e-8),
      ("its upper", female.difference.interval?.upper, 0.1698438910018, 1e-8),
      ("z", female.pooled.statistic, 9.602358065159185, 1e-8),
      ("p of z / 1e-22", female.pooled.pValue / 1e-22, 7.813600388994533, 1e-8),
      ("chi-square", female.chiSquare.statistic, 92.205280411528, 1e-8),
      ("Yates", female.correctedChiSquare.statistic, 91.609597858121, 1e-8),
      ("Fisher / 1e-22", female.fisher.pValue / 1e-22, 4.835903179337, 1e-8),
      // scipy 1.17.1, and the root to 50 digits; R stops its search at a relative 1e-4, 1.840856.
      ("conditional odds", female.conditionalOddsRatio?.value, 1.840832304294270, 1e-11),
      ("phi", female.phi, 0.1427317602060813, 1e-10),
      ("odds", female.oddsRatio?.value, 1.8410800371812925, 1e-12),
      ("its error", female.oddsRatio?.standardErrorOfLogarithm, 0.0638930485669006, 1e-10),
      ("h", female.standardizedDifference, 0.2939545341046559, 1e-10),
    ]
    for (name, value, wanted, tolerance) in expected {
      #expect(Samples.isNear(value, wanted, tolerance), "\(name) \(value ?? .nan)")
    }
    let odds = try #require(female.oddsRatio?.interval)
    #expect(Samples.isNear(odds.lower, 1.6243769, 1e-5), "exp(0.4851243)")
    #expect(Samples.isNear(odds.upper, 2.0866926, 1e-5), "exp(0.7355805)")
    #expect(female.isBelowLeastRatio == true && female.conclusion == .largeAndSure)
    #expect(female.method == .pooled && result.overall.statistic == female.chiSquare.statistic)
  }

  @Test func `admissions within departments`() throws {
    let (result, _, within) = try found()
    let expected: [(String, Double?, Double, Double)] = [
      ("CMH", within.test?.statistic, 1.524606660443, 1e-8),
      ("corrected", within.correctedTest?.statistic, 1.426946228587, 1e-8),
      ("p", within.test?.pValue, 0.2169236970555, 1e-8),
      ("odds", within.commonOddsRatio?.value, 0.9046968282586, 1e-8),
      ("lower", within.commonOddsRatio?.interval?.lower, 0.7719073617594, 1e-8),
      ("upper", within.commonOddsRatio?.interval?.upper, 1.060329764437, 1e-8),
      ("error", within.commonOddsRatio?.standardErrorOfLogarithm, 0.08098890965622091, 1e-8),
      ("Breslow-Day", within.homogeneity?.statistic, 18.825513705236514, 1e-6),
      ("Tarone", within.homogeneityTarone?.statistic, 18.82550125205323, 1e-6),
      ("generalised", result.overallWithinStrata?.statistic, 1.524606660443, 1e-8),
    ]
    for (name, value, wanted, tolerance) in expected {
      #expect(Samples.isNear(value, wanted, tolerance), "\(name) \(value ?? .nan)")
    }
    let ratios = [
      1.3278537326388464, 1.0787535410765607, 0.9225688589094023, 1.055594202898326,
      0.8619712900280989, 1.1932817915221448,
    ]
    let pValues = [
      1.669189328389e-05, 0.677089913723, 0.3866165759751, 0.5994965079613, 0.3603964314147,
      0.5458408269006,
    ]
    for (stratum, (ratio, pValue)) in zip(within.strata, zip(ratios, pValues)) {
      #expect(Samples.isNear(stratum.ratio, ratio, 1e-10))
      #expect(Samples.isNear(stratum.fisherPValue, pValue, 1e-10), "\(stratum.name)")
    }
    #expect(within.strata.map(\.name) == ["A", "B", "C", "D", "E", "F"])
  }

  // 48 of 80 and 12 of 40: the example of the Uniform Guidelines; scipy 1.12.0 for Fisher.
  @Test func `the example of the guidelines`() throws {
    let outcomes = try GroupOutcomes([
      .init(group: "one", selected: 48, of: 80), .init(group: "other", selected: 12, of: 40),
    ])
    let result = try #require(try ImpactAnalysis().run(on: outcomes).estimate)
    let other = try #require(result["other"])
    #expect(other.ratio?.value == 0.5)
    #expect(Samples.isNear(other.fisher.pValue, 0.0034092217678491827, 1e-12))
    // 0.8 · 0.6 · 40 = 19.2, so that 8 of the group are missing.
    #expect(other.shortfall == 8 && !other.turnsWithOnePerson)
    #expect(other.withinStrata == nil && result.overallWithinStrata == nil)
  }

  /// Every check of the reference file that is one of ours, read from the file.
  @Test(.enabled(if: ReferenceFolder.url != nil, ReferenceFolder.absence))
  func `the whole reference file`() throws {
    let (result, female, within) = try found()
    var values: [String: Double?] = [
      "selection_rate.Male": result.groups[1].rate, "selection_rate.Female": result.groups[0].rate,
      "impact_ratio": female.ratio?.value, "impact_ratio.fairlearn": female.ratio?.value,
      "parity_difference": female.difference.value,
      "parity_difference.fairlearn": female.difference.value,
      "two_proportion_z_pooled": female.pooled.statistic, "two_proportion_p": female.pooled.pValue,
      "chi2": female.chiSquare.statistic, "chi2_yates": female.correctedChiSquare.statistic,
      "fisher_p": female.fisher.pValue,
      "fisher_conditional_or": female.conditionalOddsRatio?.value, "phi": female.phi,
      "odds_ratio": female.oddsRatio?.value,
      "log_or.se": female.oddsRatio?.standardErrorOfLogarithm,
      "log_or.ci95_low": female.oddsRatio?.interval.map { log($0.lower) },
      "log_or.ci95_high": female.oddsRatio?.interval.map { log($0.upper) },
      "log_impact_ratio.se": female.ratio?.standardErrorOfLogarithm,
      "impact_ratio.ci95_low": female.ratio?.interval?.lower,
      "impact_ratio.ci95_high": female.ratio?.interval?.upper,
      "prop_diff.ci95_low": female.difference.interval?.lower,
      "prop_diff.ci95_high": female.difference.interval?.upper,
      "cohens_h": female.standardizedDifference, "cmh_chi2": within.test?.statistic,
      "cmh_chi2_continuity": within.correctedTest?.statistic, "cmh_p": within.test?.pValue,
      "mh_common_or": within.commonOddsRatio?.value,
      "mh_or.ci95_low": within.commonOddsRatio?.interval?.lower,
      "mh_or.ci95_high": within.commonOddsRatio?.interval?.upper,
      "breslow_day_chi2": within.homogeneity?.statistic,
      "breslow_day_tarone_chi2": within.homogeneityTarone?.statistic,
      "mh_log_or.se": within.commonOddsRatio?.standardErrorOfLogarithm,
    ]
    for stratum in within.strata {
      let id = "stratum.\(stratum.name)"
      values["\(id).rate.Male"] =
        Double(stratum.referenceSelectedCount) / Double(stratum.referenceTotalCount)
      values["\(id).rate.Female"] = Double(stratum.selectedCount) / Double(stratum.totalCount)
      values["\(id).impact_ratio_female_over_male"] = stratum.ratio
      values["\(id).fisher_p"] = stratum.fisherPValue
    }
    let checks = try ReferenceFolder.checks("adverse_impact_ucb1973")
      .filter { !$0.id.hasPrefix("example.") }
    #expect(checks.count == 56)
    for check in checks {
      let wanted = try #require(check.value)
      let value = values[check.id] ?? nil
      let tolerance =
        switch check.id {
        // Of 5e-22, given with a relative tolerance.
        case "fisher_p": check.tolerance * wanted
        // R's search stops at a quarter root of the precision of doubles, which is more.
        case "fisher_conditional_or": 1.22e-4
        default: check.tolerance
        }
      #expect(Samples.isNear(value, wanted, tolerance), "\(check.id) \(value ?? .nan)")
    }
  }
}
