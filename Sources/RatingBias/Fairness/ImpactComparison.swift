public import KinerjaCore
import Foundation
import KinerjaNumerics

/// The outcomes of one group beside those of the reference group.
///
/// Differences and odds are those of the reference against the group: above nought, or above 1, the
/// group fares worse. Only ``ratio`` is of the group to the reference, as the field has it.
public struct ImpactComparison: Sendable, Hashable {
  /// A ratio with its error.
  public struct RatioEstimate: Sendable, Hashable {
    /// From 0 to infinity.
    public let value: Double
    /// Of the natural logarithm; nil where a count is 0.
    public let standardErrorOfLogarithm: Double?
    /// From that error; nil where there is none.
    public let interval: ConfidenceInterval?
  }

  /// An odds ratio given the number of selections.
  public struct ConditionalOddsRatio: Sendable, Hashable {
    /// Of greatest conditional likelihood; 0 or infinite if one group has all it could have.
    public let value: Double
    /// Exact, each tail with half of what is left.
    public let interval: ConfidenceInterval
  }

  /// A difference of rates.
  public struct Difference: Sendable, Hashable {
    /// From −1 to 1.
    public let value: Double
    /// Of ``value``, by its error; nil where a rate is 0 or 1.
    public let interval: ConfidenceInterval?
    /// Of ``value``, from the groups' Wilson intervals (Newcombe 1998, *Statistics in Medicine* 17,
    /// method 10): right for small groups and for rates of 0 and 1 too.
    public let scoreInterval: ConfidenceInterval
  }

  /// A statistic and its probability if rates are equal.
  public struct Test: Sendable, Hashable {
    /// The statistic; nil for Fisher's test.
    public let statistic: Double?
    /// Degrees of freedom of chi-square; nil for others.
    public let degreesOfFreedom: Int?
    /// Two-sided.
    public let pValue: Double
  }

  /// The test that ``ImpactConclusion`` heeds.
  public enum Method: String, Sendable, Hashable, Codable, CaseIterable {
    /// Fisher's exact test, since a group or an expected count is small.
    case exact
    /// The test of two rates by their pooled error.
    case pooled
  }

  /// The group.
  public let group: String
  /// The group that it is compared with.
  public let reference: String
  /// Persons of the group with the outcome.
  public let selectedCount: Int
  /// Persons of the group.
  public let totalCount: Int
  /// Persons of the reference with the outcome.
  public let referenceSelectedCount: Int
  /// Persons of the reference.
  public let referenceTotalCount: Int

  /// The group's rate by the reference's, the impact ratio, with the interval of Morris and Lobsenz
  /// (2000, *Personnel Psychology* 53); nil if nobody of the reference has the outcome.
  public let ratio: RatioEstimate?
  /// Whether the ratio is below ``ImpactAnalysis/leastRatio``, decided in whole numbers.
  public let isBelowLeastRatio: Bool?
  /// How many more of the group would have to have the outcome for the ratio to reach
  /// ``ImpactAnalysis/leastRatio``, the reference's outcomes as they are; 0 if it does.
  public let shortfall: Int
  /// Whether one person decides: whether with one more or one less of the group, or with one outcome
  /// passed between the groups, the ratio would be on the other side of the border.
  public let turnsWithOnePerson: Bool
  /// The reference's rate less the group's.
  public let difference: Difference
  /// The reference's odds by the group's, infinite if the group's are 0; nil if both are 0 or both
  /// infinite.
  public let oddsRatio: RatioEstimate?
  /// Nil if nothing could have been otherwise given the sums.
  public let conditionalOddsRatio: ConditionalOddsRatio?
  /// The difference of rates by its pooled error, normal.
  public let pooled: Test
  /// Pearson's chi-square.
  public let chiSquare: Test
  /// With Yates's correction.
  public let correctedChiSquare: Test
  /// Fisher's exact test: all tables with these sums that are no likelier.
  public let fisher: Test
  /// The smallest count expected if rates were equal.
  public let leastExpectedCount: Double
  /// Which test the conclusion heeds.
  public let method: Method
  /// That test.
  public var test: Test { method == .exact ? fisher : pooled }
  /// Its *p* value adjusted after Holm over all groups compared.
  public private(set) var adjustedPValue: Double
  /// The correlation of group and outcome, φ.
  public let phi: Double
  /// The difference of rates on the scale on which its error is the same everywhere, Cohen's *h*:
  /// 0.2 is small, 0.5 middling, 0.8 large (Cohen 1988).
  public let standardizedDifference: Double
  /// The comparison within strata; nil if there are none.
  public let withinStrata: StratifiedImpact?
  /// What may be concluded, and what not.
  public private(set) var conclusion: ImpactConclusion

  init(
    _ outcomes: GroupOutcomes, _ group: Int, against reference: Int, settings: ImpactAnalysis
  ) {
    let table = outcomes.table(group, against: reference)
    let level = settings.level
    self.group = outcomes.groups[group]
    self.reference = outcomes.groups[reference]
    selectedCount = table.selected
    totalCount = table.total
    referenceSelectedCount = table.referenceSelected
    referenceTotalCount = table.referenceTotal
    ratio = RatioEstimate(ratioOf: table, level: level)
    isBelowLeastRatio = table.isBelow(settings.leastRatio)
    shortfall = table.shortfall(to: settings.leastRatio)
    turnsWithOnePerson = table.turnsWithOnePerson(at: settings.leastRatio)
    difference = Difference(table, level: level)
    oddsRatio = RatioEstimate(oddsOf: table, level: level)
    conditionalOddsRatio = ConditionalOddsRatio(table, level: level)
    pooled = Test(normal: table.isInformative ? table.pooledZ : 0)
    chiSquare = Test(chiSquare: table.isInformative ? table.chiSquare(corrected: false) : 0, 1)
    correctedChiSquare = Test(
      chiSquare: table.isInformative ? table.chiSquare(corrected: true) : 0, 1)
    fisher = Test(
      statistic: nil, degreesOfFreedom: nil,
      pValue: table.hypergeometric.twoSided(table.referenceSelected))
    leastExpectedCount = table.leastExpected
    let isSmall =
      min(table.total, table.referenceTotal) < settings.leastGroup
      || table.leastExpected < settings.leastExpected
    method = isSmall ? .exact : .pooled
    adjustedPValue = 1
    phi = table.isInformative ? (table.chiSquare(corrected: false) / table.n).squareRoot() : 0
    standardizedDifference =
      2 * asin(table.referenceRate.squareRoot()) - 2 * asin(table.rate.squareRoot())
    withinStrata =
      outcomes.strata.count > 1
      ? StratifiedImpact(outcomes, group, against: reference, settings: settings) : nil
    conclusion = .undefined
  }

  mutating func finish(adjustedPValue: Double, settings: ImpactAnalysis) {
    self.adjustedPValue = adjustedPValue
    guard let isBelowLeastRatio else { return }
    let isSure = adjustedPValue <= settings.significance
    if isBelowLeastRatio {
      conclusion = isSure ? .largeAndSure : .largeButUnsure
    } else if isSure {
      conclusion = difference.value < 0 ? .favoured : .smallButSure
    } else {
      conclusion = .noneShown
    }
  }
}

extension ImpactComparison.RatioEstimate {
  init(value: Double, error: Double?, level: Double) {
    self.value = value
    standardErrorOfLogarithm = error
    interval = error.map {
      ConfidenceInterval.student(
        log(value), standardError: $0, degreesOfFreedom: .infinity, level: level
      ).exponential
    }
  }

  init?(ratioOf table: FourfoldTable, level: Double) {
    guard table.total > 0, table.referenceSelected > 0 else { return nil }
    self.init(value: table.rate / table.referenceRate, error: table.logRatioError, level: level)
  }

  init?(oddsOf table: FourfoldTable, level: Double) {
    let (above, below) = (table.a * table.d, table.b * table.c)
    guard above + below > 0 else { return nil }
    self.init(value: above / below, error: table.logOddsError, level: level)
  }
}

extension ImpactComparison.ConditionalOddsRatio {
  init?(_ table: FourfoldTable, level: Double) {
    let distribution = table.hypergeometric
    let seen = table.referenceSelected
    guard let value = distribution.conditionalOddsRatio(seen),
      let (lower, upper) = distribution.interval(seen, level: level)
    else { return nil }
    self.value = value
    interval = ConfidenceInterval(lower: lower, upper: upper, level: level)
  }
}

extension ImpactComparison.Difference {
  init(_ table: FourfoldTable, level: Double) {
    let (one, other) = (table.referenceRate, table.rate)
    let value = one - other
    self.value = value
    let variance =
      one * (1 - one) / Double(table.referenceTotal) + other * (1 - other) / Double(table.total)
    let isInside = min(one, other) > 0 && max(one, other) < 1
    interval =
      isInside
      ? .student(
        value, standardError: variance.squareRoot(), degreesOfFreedom: .infinity, level: level)
      : nil
    let wilson = (
      ConfidenceInterval.wilson(table.referenceSelected, of: table.referenceTotal, level: level),
      ConfidenceInterval.wilson(table.selected, of: table.total, level: level)
    )
    func length(_ x: Double, _ y: Double) -> Double { (x * x + y * y).squareRoot() }
    scoreInterval = ConfidenceInterval(
      lower: value - length(one - wilson.0.lower, wilson.1.upper - other),
      upper: value + length(wilson.0.upper - one, other - wilson.1.lower), level: level)
  }
}

extension ImpactComparison.Test {
  init(normal z: Double) {
    self.init(
      statistic: z, degreesOfFreedom: nil, pValue: min(1, NormalDistribution.twoSided(z)))
  }

  init(chiSquare: Double, _ degrees: Int) {
    self.init(
      statistic: chiSquare, degreesOfFreedom: degrees,
      pValue: ChiSquareDistribution(degreesOfFreedom: Double(degrees)).upperTail(chiSquare))
  }
}
