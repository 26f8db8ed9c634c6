public import KinerjaCore
public import RuleLanguage

/// The kind of a ``ReformID``.
public enum ReformKind: IdentifierKind {
  public static let label = LocalizedText(id: "perubahan aturan", en: "reform")
}

/// A reform of a rule; named in the version of the rule that it gives.
public typealias ReformID = Identifier<ReformKind>

/// One change of a ``Reform``.
///
/// A step is named as formulas name it: `score`, or `tasks.value` for one that is computed for each
/// element of a list.
public struct ReformChange: Sendable, Hashable {
  /// What is changed.
  public enum Action: Sendable, Hashable {
    /// A parameter has another value.
    case set(ParameterID, RuleValue)
    /// A step is found in another way; the new one has the name of the old.
    case replace(StepID, with: RuleStep)
    /// A table that formulas look up is another; the new one has the name of the old.
    case replaceTable(StepID, with: RuleTable)
    /// A step always has one value, whatever is known about the person.
    case neutralise(StepID, with: RuleValue)
    /// A step is added, in front of another or behind it and in the same list.
    case insert(RuleStep, Position)
    /// A parameter is open to regions within other bounds; nil closes it.
    case limit(ParameterID, within: ParameterBounds?)
  }

  /// Where a new step stands in the text of the rule.
  public enum Position: Sendable, Hashable {
    case before(StepID)
    case after(StepID)
  }

  /// What is changed.
  public let action: Action
  /// The days on which the change holds.
  public let days: DayRange
  /// Who says so; nil for the reform's own source.
  public let source: LegalSource?

  /// Creates a change.
  public init(_ action: Action, during days: DayRange, source: LegalSource? = nil) {
    self.action = action
    self.days = days
    self.source = source
  }

  /// Gives a parameter another value on some days.
  public static func set(
    _ parameter: ParameterID, _ value: RuleValue, during days: DayRange,
    source: LegalSource? = nil
  ) -> ReformChange {
    ReformChange(.set(parameter, value), during: days, source: source)
  }

  /// Replaces a step; the days are those of the rule that comes of it.
  public static func replace(
    _ step: StepID, with new: RuleStep, during days: DayRange, source: LegalSource? = nil
  ) -> ReformChange {
    ReformChange(.replace(step, with: new), during: days, source: source)
  }

  /// Replaces a table that formulas look up; the days are those of the rule that comes of it.
  public static func replaceTable(
    _ table: StepID, with new: RuleTable, during days: DayRange, source: LegalSource? = nil
  ) -> ReformChange {
    ReformChange(.replaceTable(table, with: new), during: days, source: source)
  }

  /// Lets a step always have one value; the days are those of the rule that comes of it.
  public static func neutralise(
    _ step: StepID, with value: RuleValue, during days: DayRange, source: LegalSource? = nil
  ) -> ReformChange {
    ReformChange(.neutralise(step, with: value), during: days, source: source)
  }

  /// Adds a step; the days are those of the rule that comes of it.
  public static func insert(
    _ step: RuleStep, _ position: Position, during days: DayRange, source: LegalSource? = nil
  ) -> ReformChange {
    ReformChange(.insert(step, position), during: days, source: source)
  }

  /// Opens a parameter to regions within bounds, or closes it with nil.
  public static func limit(
    _ parameter: ParameterID, within bounds: ParameterBounds?, during days: DayRange,
    source: LegalSource? = nil
  ) -> ReformChange {
    ReformChange(.limit(parameter, within: bounds), during: days, source: source)
  }
}
