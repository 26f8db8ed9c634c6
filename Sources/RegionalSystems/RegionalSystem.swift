public import AppraisalCycles
public import KinerjaCore
public import WeightedScoring

/// How a region appraises its civil servants, as a value: the process, the rules, what is
/// published about them, and what this library had to assume.
///
/// A region is written by naming its parts; nothing here is code that another region would have
/// to repeat. What no source says stands in ``assumptions``, so that the region's own office can
/// correct it.
public struct RegionalSystem: Sendable, Hashable, Identifiable {
  /// A rule and what it is for.
  public struct RuleUse: Sendable, Hashable {
    /// What a rule's outcome is for.
    public enum Purpose: String, Sendable, Hashable, Codable, CaseIterable {
      /// It is the result of the person.
      case result
      /// It is shown beside the result and decides nothing.
      case comparison
    }

    /// The rule.
    public let rule: ScoringRule
    /// What it is for.
    public let purpose: Purpose

    /// Creates a use of a rule.
    public init(_ rule: ScoringRule, as purpose: Purpose) {
      self.rule = rule
      self.purpose = purpose
    }
  }

  /// Something that is published about the region's practice.
  public struct Fact: Sendable, Hashable {
    /// What is said.
    public let statement: LocalizedText
    /// Who says so.
    public let source: LegalSource

    /// Creates a fact.
    public init(_ statement: LocalizedText, _ source: LegalSource) {
      self.statement = statement
      self.source = source
    }
  }

  /// The identifier.
  public let id: SystemID
  /// What the system is called.
  public let name: LocalizedText
  /// The region.
  public let region: LocalizedText
  /// The process by which people are appraised.
  public let process: ProcessID
  /// The rules, the one that gives the result first.
  public let rules: [RuleUse]
  /// What is published.
  public let facts: [Fact]
  /// What no source says and was therefore assumed.
  public let assumptions: [LocalizedText]

  /// Creates a system.
  public init(
    _ id: SystemID, name: LocalizedText, region: LocalizedText, process: ProcessID,
    rules: [RuleUse], facts: [Fact], assumptions: [LocalizedText]
  ) {
    self.id = id
    self.name = name
    self.region = region
    self.process = process
    self.rules = rules
    self.facts = facts
    self.assumptions = assumptions
  }

  /// The rules whose outcome is the person's result.
  public var resultRules: [ScoringRule] { rules(for: .result) }
  /// The rules that are shown beside the result.
  public var comparisonRules: [ScoringRule] { rules(for: .comparison) }

  private func rules(for purpose: RuleUse.Purpose) -> [ScoringRule] {
    rules.filter { $0.purpose == purpose }.map(\.rule)
  }
}

extension RegionalSystem.RuleUse {
  /// Compiles the rule for a day.
  ///
  /// A rule for comparison is often one that no longer holds: it is then computed with the
  /// figures of its last day, which the derivation names.
  ///
  /// - Throws: Everything wrong with the rule on that day; for a result, also that it does not
  ///   hold then.
  public func scorer(on day: Day) throws(InvalidInput) -> Scorer {
    guard purpose == .comparison, !rule.effective.contains(day) else {
      return try rule.compiled(on: day)
    }
    let nearest = rule.effective.through.map { min($0, max(day, rule.effective.from)) }
    return try rule.compiled(on: nearest ?? rule.effective.from)
  }
}
