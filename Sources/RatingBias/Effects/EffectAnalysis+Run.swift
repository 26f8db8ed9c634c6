import KinerjaCore
import KinerjaNumerics
public import KinerjaTables

extension EffectAnalysis {
  /// Finds rater effects.
  ///
  /// Drift, sequence, recency and copied profiles need times or orders, group differences groups of the
  /// ratings. A design that falls into subsets is fitted with the raters of each subset at the mean 0: what
  /// cannot be told then is "not enough data". The mean of ratees alone with their rater takes up all that is
  /// constant over them.
  ///
  /// - Parameters:
  ///   - ratings: All ratings of a round; those that people gave themselves are left out.
  ///   - work: How the work is spread and stopped.
  /// - Returns: The effects of ``tests``, in the order of `RaterEffect.Kind.allCases`; of group
  ///   differences one for each label of each group, but one for a group of two labels.
  /// - Throws: `InvalidInput` if a setting is out of its range; `CancellationError` if the task is
  ///   cancelled.
  /// - Complexity: O(*n*) in the number of ratings, for the model's passes and one more; for severity
  ///   also the cube of the number of raters, up to some hundreds.
  public func run(
    on ratings: RatingSet, by work: ParallelBlocks = ParallelBlocks()
  ) throws -> [RaterEffect] {
    try problems.throwIfAny()
    let others = ratings.withoutSelfRatings
    return effects(others, try EffectPass(others, by: work))
  }

  private func effects(_ ratings: RatingSet, _ pass: EffectPass) -> [RaterEffect] {
    let counts = RatingCounts(ratings.cells, raterCount: ratings.raterCount)
    let raters = counts.active.map { ratings.raters[$0] }
    var effects: [RaterEffect] = []
    func add(
      _ kind: RaterEffect.Kind, _ test: EffectTest, reference: LocalizedText? = nil,
      size: (RaterFindings) -> RaterFindings.Size?
    ) {
      effects.append(
        RaterEffect(
          kind, test: test, control: control, limits: limits, reference: reference,
          raters: raters.enumerated().map { number, rater in
            let answer = answer(
              kind, test, pass, pass.found[rater], size,
              all: counts.ratings[counts.active[number]])
            return (rater, answer)
          }))
    }
    for kind in RaterEffect.Kind.allCases {
      guard let test = tests[kind], Self.defaultTests[kind] != nil else { continue }
      guard kind == .groupDifference else {
        add(kind, test) { $0.sizes[kind] }
        continue
      }
      for group in pass.context.groups {
        for label in group.labels.dropFirst(group.labels.count == 2 ? 1 : 0) {
          add(kind, test, reference: LocalizedText(same: "\(group.name) \(label)")) {
            $0.groups[RaterFindings.Group(name: group.name, label: label)]
          }
        }
      }
    }
    return effects
  }

  private func answer(
    _ kind: RaterEffect.Kind, _ test: EffectTest, _ pass: EffectPass, _ own: RaterFindings?,
    _ size: (RaterFindings) -> RaterFindings.Size?, all: Int
  ) -> Answer<RaterEffect.Estimate> {
    guard let own else {
      return .notEnough(pass.lacking ?? NotEnoughData(.differentRatings, needed: 2, found: 1))
    }
    let needsOrder = [.drift, .sequence, .recency, .copiedProfiles].contains(kind)
    let isOrdered = pass.context.hasOrders || (kind == .drift && pass.context.hasTimes)
    let found = size(own)
    let lacking = NotEnoughData.first([
      (.ratings, limits.ratingsToEstimate, own.ratingCount),
      (.ratees, limits.leastRatees, own.rateeCount),
      (.orderedRatings, needsOrder ? 2 : 0, isOrdered ? 2 : 0),
      (.sharedRatings, limits.ratingsToEstimate, found == nil ? 0 : own.ratingCount),
    ])
    guard lacking == nil, let found else {
      return .notEnough(lacking ?? NotEnoughData(.sharedRatings, needed: 1, found: 0))
    }
    return .estimate(
      RaterEffect.Estimate(
        kind, size: found.size, standardError: found.error, level: confidenceLevel, test: test,
        ratings: own.ratingCount, leftOut: all - own.ratingCount, ratees: own.rateeCount,
        onlyOther: found.onlyOther))
  }

  private var problems: Diagnostics {
    var problems = Diagnostics()
    problems.checkSetting("control.rate", control.rate, in: 0...1, isOpen: true)
    problems.checkSetting("confidenceLevel", confidenceLevel, in: 0...1, isOpen: true)
    for kind in tests.keys.sorted(by: { $0.rawValue < $1.rawValue }) {
      guard let test = tests[kind] else { continue }
      problems.checkSetting("tests.\(kind.rawValue).gate", test.gate, in: 0...100)
      problems.checkSetting(
        "tests.\(kind.rawValue).leastPower", test.leastPower, in: 0...1, isOpen: true)
    }
    return problems
  }
}
