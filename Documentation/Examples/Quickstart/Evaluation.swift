import Kinerja

/// What the rules say of one person, from the facts in the journal.
struct Evaluation {
  /// How far each item of the plan was reached, in the order of the plan.
  let attainments: [(item: PlanItem, indicator: Indicator, realisation: Ratio?, is: Attainment)]
  /// The mean of the attainments by the weights of the plan, in per cent; it informs the rating.
  let achievement: Ratio?
  /// The result in force: work result and behaviour, PermenPANRB 6/2022.
  let result: Score
  /// The score for comparison: PP 46/2011.
  let comparison: Score

  /// The rules of Kendari's system, compiled for the end of the period; the one that is shown
  /// for comparison no longer holds and is computed as on its last day.
  struct Rules {
    let result: Scorer
    let comparison: Scorer

    init() throws {
      func scorer(for purpose: RegionalSystem.RuleUse.Purpose) throws -> Scorer {
        guard let use = RegionalSystem.kendari.rules.first(where: { $0.purpose == purpose }) else {
          throw EvaluationError.noRule(purpose)
        }
        return try use.scorer(on: Agency.period.last)
      }
      result = try scorer(for: .result)
      comparison = try scorer(for: .comparison)
    }
  }

  /// Evaluates a person.
  ///
  /// - Parameters:
  ///   - state: Where the person's appraisal stands: plan, progress and ratings.
  ///   - superior: Whose ratings count.
  init(
    _ state: AppraisalState, by superior: PersonID, _ indicators: IndicatorCatalogue,
    _ rules: Rules
  ) throws {
    guard let plan = state.plan else { throw EvaluationError.noPlan }
    attainments = try plan.items.map { item in
      guard let indicator = indicators.indicator(item.indicator, on: plan.period.last) else {
        throw EvaluationError.unknownIndicator(item.indicator)
      }
      let realisation = try state.progress.realisation(
        of: item.id, of: plan.person, indicator.consolidation)
      return (
        item, indicator, realisation, indicator.attainment(of: realisation, against: item.target)
      )
    }
    achievement = try Self.achievement(attainments)

    let ratings = state.standingRatings.filter { $0.rater == superior }
    func level(of aspect: AspectID) -> RuleInputs.Entry {
      let level = ratings.first { $0.subject == RatedSubject(aspect) }?.level
      let words = ["below", "as-expected", "above"] as [CategoryID]
      return level.map { .category(words[$0 - 1]) } ?? .value(.missing(.notGiven))
    }
    result = try rules.result.score([
      "result": level(of: "work-result"), "behaviour": level(of: "behaviour"),
    ])
    let reached = attainments
    comparison = try rules.comparison.score([
      "additionalTasks": 0, "creativity": .category("none"),
      "tasks": .list(plan.tasks.map { Self.record(of: $0, reached) }),
      "behaviours": .list(
        ratings.filter { $0.subject.aspect == "behaviour-marks" }.map {
          ["mark": .number(Ratio($0.level))]
        }),
    ])
  }

  private static func record(
    of task: PlanTask,
    _ attainments: [(item: PlanItem, indicator: Indicator, realisation: Ratio?, is: Attainment)]
  ) -> RuleRecord {
    var record: RuleRecord = [:]
    for entry in attainments where task.items.contains(entry.item) {
      guard let aspect = entry.indicator.aspect?.rawValue else { continue }
      if case .exact(let target) = entry.item.target {
        record[StepID(stringLiteral: "target.\(aspect)")] = .number(target)
      }
      if let realisation = entry.realisation {
        record[StepID(stringLiteral: "realised.\(aspect)")] = .number(realisation)
      }
    }
    return record
  }

  /// Nil if an item has no weight or no attainment.
  private static func achievement(
    _ attainments: [(item: PlanItem, indicator: Indicator, realisation: Ratio?, is: Attainment)]
  ) throws -> Ratio? {
    let weights = attainments.compactMap { entry in
      entry.item.weight.map { (id: entry.item.id, weight: $0) }
    }
    let percents = attainments.compactMap(\.is.percent)
    guard weights.count == attainments.count, percents.count == attainments.count else {
      return nil
    }
    return try WeightTable(weights).mean(ofRatios: percents)
  }
}

/// A journal that lacks what an evaluation needs.
enum EvaluationError: Error {
  case noPlan
  case noRule(RegionalSystem.RuleUse.Purpose)
  case unknownIndicator(IndicatorID)
}
