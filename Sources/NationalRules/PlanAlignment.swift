/// How plans of PermenPANRB 8/2021 serve those of the superior (*penyelarasan*).
public enum PlanAlignment {
  /// Counts for each plan with how many plans it counts together.
  ///
  /// Plans that serve one plan of the superior, but are not its direct continuation (*non-direct
  /// cascading*), count together as one; a direct one counts alone.
  ///
  /// - Parameter superiorPlans: For each plan the plan of the superior that it serves without being
  ///   its direct continuation; nil for a direct one.
  /// - Returns: In the same order, what the rule asks for as `alignedWith`.
  /// - Complexity: O(*n*).
  public static func counts(superiorPlans: [String?]) -> [Int] {
    var counts: [String: Int] = [:]
    for case let plan? in superiorPlans { counts[plan, default: 0] += 1 }
    return superiorPlans.map { $0.flatMap { counts[$0] } ?? 1 }
  }
}
