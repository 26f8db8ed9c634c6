public import KinerjaCore

/// How the values of sub-periods become one, such as those of two semesters.
///
/// The periods are the categories of a scale of the rule, the earliest first, and each element of
/// a list belongs to one of them. A period that the list lacks is missing, and the step's
/// ``MissingPolicy`` says what follows.
public enum PeriodCombination: Sendable, Hashable {
  /// The arithmetic mean over all periods.
  case mean
  /// The value of the last period.
  case last
  /// The worst value: the smallest number, or the category nearest to the worst of its scale.
  case worst
  /// The mean weighted by period; every period has a weight.
  ///
  /// If a total is declared, weights that do not add up to it are an error.
  case weighted([PeriodWeight], total: Ratio?)
  /// The mean over the periods in the list, each weighted by time, such as months or days served;
  /// the formula names a value of the element. A period in which nobody served has no element.
  case byTime(FormulaText)

  /// The mean weighted by period, with the weights as they are printed.
  public static func weighted(
    _ weights: KeyValuePairs<CategoryID, FormulaText>, total: Ratio? = nil
  ) -> PeriodCombination {
    .weighted(weights.map { PeriodWeight($0.key, $0.value) }, total: total)
  }
}

/// The weight of one period.
public struct PeriodWeight: Sendable, Hashable {
  /// The period, a category of the scale of periods.
  public let period: CategoryID
  /// Its weight, usually a parameter; not negative.
  public let weight: FormulaText

  /// Creates a weight.
  public init(_ period: CategoryID, _ weight: FormulaText) {
    self.period = period
    self.weight = weight
  }
}
