public import KinerjaCore

/// A rule as data: inputs, parameters and named steps, each with its source in law.
///
/// A rule is not checked when made, so that a draft can be held, shown and corrected;
/// ``check(on:at:)`` tells everything wrong with it for a day. The order of the steps is that of the
/// law's text; a step may use one that stands after it, but not itself through others.
public struct Rule: Sendable, Hashable {
  /// The identifier.
  public let id: RuleID
  /// The version, which is never edited once used; a change is a new version.
  public package(set) var version: String
  /// What it is called.
  public let title: LocalizedText
  /// The days for which it decides.
  public package(set) var effective: DayRange
  /// The instruments of law that it follows, the main one first.
  public package(set) var sources: [LegalSource]
  /// The scales of its categories.
  public let scales: [CategoryScale]
  /// The figures, apart from the steps.
  public package(set) var parameters: [RuleParameter]
  /// The tables that formulas look up.
  public package(set) var tables: [RuleTable]
  /// What it asks about one person.
  public let inputs: [RuleInput]
  /// The lists that it asks for.
  public package(set) var lists: [RuleList]
  /// The steps, in the order of the law's text.
  public package(set) var steps: [RuleStep]

  /// The rules that it takes the place of; see ``superseding(_:)``.
  public package(set) var supersedes: [RuleID] = []

  /// Creates a rule that reads beside the law.
  public init(
    _ id: RuleID, version: String, _ title: LocalizedText, effective: DayRange,
    sources: [LegalSource],
    @ListBuilder<CategoryScale> scales: () -> [CategoryScale] = { [] },
    @ListBuilder<RuleParameter> parameters: () -> [RuleParameter] = { [] },
    @ListBuilder<RuleTable> tables: () -> [RuleTable] = { [] },
    @ListBuilder<RuleInput> inputs: () -> [RuleInput],
    @ListBuilder<RuleList> lists: () -> [RuleList] = { [] },
    @ListBuilder<RuleStep> steps: () -> [RuleStep]
  ) {
    self.init(
      id, version: version, title, effective: effective, sources: sources, scales: scales(),
      parameters: parameters(), tables: tables(), inputs: inputs(), lists: lists(), steps: steps())
  }

  /// Creates a rule from its parts.
  public init(
    _ id: RuleID, version: String, _ title: LocalizedText, effective: DayRange,
    sources: [LegalSource], scales: [CategoryScale], parameters: [RuleParameter],
    tables: [RuleTable] = [], inputs: [RuleInput], lists: [RuleList], steps: [RuleStep]
  ) {
    self.id = id
    self.version = version
    self.title = title
    self.effective = effective
    self.sources = sources
    self.scales = scales
    self.parameters = parameters
    self.tables = tables
    self.inputs = inputs
    self.lists = lists
    self.steps = steps
  }

  /// The same rule, which takes the place of others from its first day on.
  public func superseding(_ rules: RuleID...) -> Rule {
    var copy = self
    copy.supersedes += rules
    return copy
  }

  /// The scale with an identifier; nil if the rule has none.
  public func scale(_ id: ScaleID) -> CategoryScale? { scales.first { $0.id == id } }

  /// The table with an identifier; nil if the rule has none.
  public func table(_ id: StepID) -> RuleTable? { tables.first { $0.id == id } }

  /// The step with an identifier, outside the lists; nil if the rule has none.
  public func step(_ id: StepID) -> RuleStep? { steps.first { $0.id == id } }

  /// The list with an identifier; nil if the rule has none.
  public func list(_ id: StepID) -> RuleList? { lists.first { $0.id == id } }
}

extension Rule: CustomStringConvertible {
  /// Identifier and version.
  public var description: String { "\(id) \(version)" }
}
