public import KinerjaCore
public import RuleLanguage

/// What became of one case.
public struct PolicyOutcome: Sendable, Hashable {
  /// The name of the case.
  public let name: String
  /// Where the case stands in its file.
  public let place: SourcePlace
  /// Everything in which the rule differs from the case; nothing if it passes.
  public let differences: [Diagnostic]
  /// How the rule came to its values; nil if it was stopped, and for a property that holds.
  public let derivation: Derivation?
  /// The paths of the steps of the derivation that differ.
  public let differingSteps: Set<String>
  /// The nearest value of an input with which the case would pass; nil if none was found.
  public let nearest: NearestInput?

  /// Whether the rule does what the case asks.
  public var isPassed: Bool { differences.isEmpty }
}

/// The value of one input that is nearest to the one given and with which a case would pass.
public struct NearestInput: Sendable, Hashable {
  /// The input.
  public let input: InputPath
  /// The value that the case gives.
  public let given: Ratio
  /// The nearest value, in steps of the last decimal that the case writes, at least of 0.01.
  public let passing: Ratio
}

/// What became of the cases of some vectors.
public struct PolicyReport: Sendable, Hashable {
  /// The rule, as the vectors name it.
  public let rule: PolicyVectors.RuleReference
  /// What is wrong with the rule as a whole: another version, other bytes.
  public let problems: [Diagnostic]
  /// One outcome a case, in the order of the vectors.
  public let outcomes: [PolicyOutcome]

  /// The outcomes of the cases that do not pass.
  public var failures: [PolicyOutcome] { outcomes.filter { !$0.isPassed } }
  /// Whether the rule is the one that is meant and every case passes.
  public var isSatisfied: Bool { problems.isEmpty && failures.isEmpty }
}

/// A rule that does not do what its vectors ask; the description is the whole report.
public struct UnsatisfiedVectors: Error, Sendable, CustomStringConvertible {
  /// What became of each case.
  public let report: PolicyReport

  /// The report, in English.
  public var description: String { report.text(in: .english) }
}
