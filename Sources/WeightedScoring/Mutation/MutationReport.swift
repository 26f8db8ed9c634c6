public import KinerjaCore
public import KinerjaTables
public import RuleLanguage

/// How many single edits of a rule its tests notice.
public struct MutationReport: Sendable {
  /// Who noticed an edit first.
  public enum Catch: String, Sendable, Hashable, CaseIterable {
    /// The rule does not compile any more, or with another warning.
    case compiler
    /// The linter finds something that it does not find in the rule itself.
    case linter
    /// A case of the vectors fails.
    case vectors
  }

  /// What is known of an edit that nobody noticed.
  public enum Equivalence: String, Sendable, Hashable, CaseIterable {
    /// The part that was edited is never computed, whatever the inputs: it makes no difference.
    case neverComputed
    /// No difference along any input of any of the people tried, followed exactly from end to end.
    case alikeAlongLines
    /// Somebody gets another result: the vectors have a hole.
    case different
  }

  /// What became of one edit.
  public struct Outcome: Sendable {
    /// The rule with the edit.
    public let mutant: RuleMutant
    /// Who noticed it; nil for nobody.
    public let caught: Catch?
    /// What is known of one that nobody noticed; nil for one that was.
    public let equivalence: Equivalence?
  }

  /// The rule.
  public let rule: ScoringRule
  /// One outcome an edit, in the order of the rule.
  public let outcomes: [Outcome]

  /// How many edits one of the three noticed first.
  public func count(caughtBy catcher: Catch) -> Int { outcomes.count { $0.caught == catcher } }
  /// The edits that nobody noticed.
  public var survivors: [Outcome] { outcomes.filter { $0.caught == nil } }
  /// The share of all edits that somebody noticed, from 0 to 1; 1 if there are none.
  public var caughtShare: Ratio {
    (try? Ratio(outcomes.count - survivors.count) / Ratio(max(1, outcomes.count))) ?? 1
  }
}

extension ScoringRule {
  /// Edits the rule once in every way and asks the compiler, the linter and vectors whether they
  /// notice.
  ///
  /// - Parameters:
  ///   - day: The day whose parameter values hold.
  ///   - vectors: Cases that the rule passes.
  ///   - step: By how much a figure or an edge moves.
  ///   - every: Takes only every so many-th edit, for a quick look; 1 for all.
  ///   - work: The threads, and who is told how far it is.
  /// - Throws: Everything wrong with the rule itself, or `CancellationError`.
  public func mutationReport(
    on day: Day, vectors: PolicyVectors, step: Ratio = "0.01", every: Int = 1,
    work: ParallelBlocks = ParallelBlocks()
  ) throws -> MutationReport {
    let judge = try MutationJudge(self, on: day, vectors)
    let mutants = rule.mutants(step: step).enumerated()
      .filter { $0.offset % max(1, every) == 0 }.map(\.element)
    let outcomes = try work.map(blocks: mutants.count) { judge.outcome(of: mutants[$0]) }
    return MutationReport(rule: self, outcomes: outcomes)
  }
}
