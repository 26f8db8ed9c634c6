public import KinerjaCore

/// How a plan item stands on a day: what was expected by then, and what was done.
public struct ProgressStanding: Hashable, Sendable {
  /// The person and the item.
  public let person: PersonID
  public let item: PlanItemID
  /// The day of which it speaks.
  public let day: Day
  /// What was done so far; nil if nothing was reported.
  public let realisation: Ratio?
  /// How far that reaches the target of the whole period.
  public let attainment: Attainment
  /// What was expected by then, in per cent of the target.
  ///
  /// For figures that add up, the share of the period's days gone by; for others, which tell how
  /// things stand, 100 at any time. Nought before the period.
  public let expected: Ratio
  /// The last day of which a report speaks.
  public let lastReport: Day?
  /// Whether the period has ended.
  public let isPeriodOver: Bool

  /// Percentage points done beyond what was expected, negative when behind; nil without attainment.
  public var lead: Ratio? {
    attainment.percent.flatMap { percent in try? percent - expected }
  }

  /// Days since the last report; nil if there was none.
  public var daysSinceReport: Int? { lastReport.map { day - $0 } }

  /// Whether the period is over and the target not reached.
  public var isOverdue: Bool {
    guard isPeriodOver else { return false }
    return attainment.percent.map { $0 < .hundred } ?? true
  }
}

extension WorkPlan {
  /// How each item stands on a day, in the order of the plan.
  ///
  /// Items whose indicator the catalogue does not have on that day are left out; the plan's
  /// ``problems(with:_:)`` name them.
  public func standing(
    on day: Day, _ log: ProgressLog, with catalogue: IndicatorCatalogue
  ) -> [ProgressStanding] {
    items.compactMap { item in
      guard let indicator = catalogue.indicator(item.indicator, on: max(day, period.first)) else {
        return nil
      }
      let reports = log.reports(on: item.id, of: person, through: day)
      let realisation: Ratio?
      let attainment: Attainment
      do throws(ArithmeticError) {
        realisation = try indicator.consolidation.consolidated(reports.map(\.realisation))
        attainment = indicator.attainment(of: realisation, against: item.target)
      } catch {
        realisation = nil
        attainment = .undefined(.overflow)
      }
      return ProgressStanding(
        person: person, item: item.id, day: day, realisation: realisation, attainment: attainment,
        expected: expected(on: day, indicator.consolidation), lastReport: reports.last?.day,
        isPeriodOver: day > period.last)
    }
  }

  private func expected(on day: Day, _ consolidation: Consolidation) -> Ratio {
    guard day >= period.first else { return .zero }
    guard consolidation == .sum, day < period.last else { return .hundred }
    let gone = Int128(day - period.first + 1)
    let all = Int128(period.last - period.first + 1)
    return (try? Ratio(100 * gone, over: all)) ?? .hundred
  }
}
