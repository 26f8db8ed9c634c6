import KinerjaCore
import Foundation
import KinerjaNumerics

/// The outcomes of a group beside those of the reference within strata, such as at the same
/// achievement.
///
/// Where the strata take a difference away, or turn it round, who is in which stratum made it; that
/// the strata themselves are fair is taken for granted.
public struct StratifiedImpact: Sendable, Hashable {
  /// One stratum.
  public struct Stratum: Sendable, Hashable {
    /// Its name.
    public let name: String
    /// Persons of the group with the outcome.
    public let selectedCount: Int
    /// Persons of the group.
    public let totalCount: Int
    /// Persons of the reference with the outcome.
    public let referenceSelectedCount: Int
    /// Persons of the reference.
    public let referenceTotalCount: Int
    /// The group's rate by the reference's; nil if either group is missing or nobody of the reference
    /// has the outcome.
    public let ratio: Double?
    /// Of Fisher's exact test; nil if either group is missing.
    public let fisherPValue: Double?
    /// Whether it tells anything: both groups are there, and both outcomes.
    public let isUsed: Bool
  }

  /// The strata, in the order given.
  public let strata: [Stratum]
  /// The reference's odds by the group's within strata, after Mantel and Haenszel, with the error of
  /// Robins, Breslow and Greenland (1986); nil if no stratum is used.
  public let commonOddsRatio: ImpactComparison.RatioEstimate?
  /// The group's rate by the reference's within strata (Greenland and Robins 1985, *Biometrics* 41).
  public let commonRatio: ImpactComparison.RatioEstimate?
  /// That odds within strata are equal (Cochran 1954, Mantel and Haenszel 1959), without correction; nil
  /// if nothing varies.
  public let test: ImpactComparison.Test?
  /// The same with the correction for continuity.
  public let correctedTest: ImpactComparison.Test?
  /// That all strata have the same odds ratio (Breslow and Day 1980); nil if fewer than two are used.
  public let homogeneity: ImpactComparison.Test?
  /// The same with Tarone's (1985) correction, which makes it exact for many persons.
  public let homogeneityTarone: ImpactComparison.Test?
  /// Persons of both groups in strata that tell nothing.
  public let leftOutCount: Int

  init(
    _ outcomes: GroupOutcomes, _ group: Int, against reference: Int, settings: ImpactAnalysis
  ) {
    let all = outcomes.strata.indices.map { outcomes.table(group, against: reference, in: $0) }
    let tables = StratifiedTables(all)
    strata = zip(outcomes.strata, all).map { name, table in
      let hasBoth = table.total > 0 && table.referenceTotal > 0
      return Stratum(
        name: name, selectedCount: table.selected, totalCount: table.total,
        referenceSelectedCount: table.referenceSelected,
        referenceTotalCount: table.referenceTotal,
        ratio: hasBoth && table.referenceSelected > 0 ? table.rate / table.referenceRate : nil,
        fisherPValue: hasBoth
          ? table.hypergeometric.twoSided(table.referenceSelected) : nil,
        isUsed: table.isInformative)
    }
    commonOddsRatio = tables.commonOddsRatio.map {
      ImpactComparison.RatioEstimate(value: $0, error: tables.logError, level: settings.level)
    }
    commonRatio = tables.commonRatio.map {
      ImpactComparison.RatioEstimate(
        value: $0.value, error: $0.logError, level: settings.level)
    }
    test = tables.chiSquare(corrected: false).map { ImpactComparison.Test(chiSquare: $0, 1) }
    correctedTest = tables.chiSquare(corrected: true).map {
      ImpactComparison.Test(chiSquare: $0, 1)
    }
    let homogeneity = tables.homogeneity()
    self.homogeneity = homogeneity.map {
      ImpactComparison.Test(chiSquare: $0.breslowDay, $0.degrees)
    }
    homogeneityTarone = homogeneity.map {
      ImpactComparison.Test(chiSquare: max(0, $0.tarone), $0.degrees)
    }
    leftOutCount = all.reduce(0) { $0 + ($1.isInformative ? 0 : $1.total + $1.referenceTotal) }
  }
}
