public import KinerjaCore

/// What is known about one person, by the names of a rule's inputs.
///
/// ```swift
/// let inputs: RuleInputs = [
///   "additionalTasks": 3,
///   "creativity": .category("unit"),
///   "tasks": [["target.quantity": 12, "realised.quantity": 11]],
/// ]
/// ```
/// What is left out is missing, which is not nought.
public struct RuleInputs: Sendable, Hashable {
  /// The single values.
  public var values: [StepID: RuleValue]
  /// The lists.
  public var lists: [StepID: [RuleRecord]]
  /// What steps gave for an earlier period, for those that may carry it forward; the latest one
  /// of each.
  public var earlier: [StepID: EarlierValue]
  /// The documents on which single values rest, as far as they were named.
  public var evidence: [StepID: Evidence]

  /// Creates inputs of which nothing is known yet.
  public init() { self.init(values: [:]) }

  /// Creates inputs.
  public init(
    values: [StepID: RuleValue], lists: [StepID: [RuleRecord]] = [:],
    earlier: [StepID: EarlierValue] = [:], evidence: [StepID: Evidence] = [:]
  ) {
    self.values = values
    self.lists = lists
    self.earlier = earlier
    self.evidence = evidence
  }

  /// The single value of an input; missing if it was not given.
  public subscript(input: StepID) -> RuleValue {
    get { values[input] ?? .missing(.notGiven) }
    set { values[input] = newValue }
  }

  /// The elements of a list; none if it was not given.
  public subscript(list list: StepID) -> [RuleRecord] {
    get { lists[list] ?? [] }
    set { lists[list] = newValue }
  }
}

/// What is known about one element of a list.
public struct RuleRecord: Sendable, Hashable, ExpressibleByDictionaryLiteral {
  /// The values, by the names of the list's fields.
  public var values: [StepID: RuleValue]
  /// The documents on which they rest, as far as they were named.
  public var evidence: [StepID: Evidence]

  /// Creates a record.
  public init(_ values: [StepID: RuleValue], evidence: [StepID: Evidence] = [:]) {
    self.values = values
    self.evidence = evidence
  }

  public init(dictionaryLiteral elements: (StepID, RuleValue)...) {
    self.init(Dictionary(elements) { _, last in last })
  }

  /// The value of a field; missing if it was not given.
  public subscript(field: StepID) -> RuleValue {
    get { values[field] ?? .missing(.notGiven) }
    set { values[field] = newValue }
  }
}

extension RuleInputs: ExpressibleByDictionaryLiteral {
  /// A value or a list, for a literal of inputs.
  public enum Entry: Sendable, Hashable {
    /// A single value.
    case value(RuleValue)
    /// The elements of a list.
    case list([RuleRecord])

    /// A number.
    public static func number(_ number: Ratio) -> Entry { .value(.number(number)) }
    /// A category.
    public static func category(_ category: CategoryID) -> Entry { .value(.category(category)) }
    /// True or false.
    public static func flag(_ flag: Bool) -> Entry { .value(.flag(flag)) }
  }

  public init(dictionaryLiteral elements: (StepID, Entry)...) {
    self.init(values: [:])
    for (name, entry) in elements {
      switch entry {
      case .value(let value): values[name] = value
      case .list(let records): lists[name] = records
      }
    }
  }
}

extension RuleInputs.Entry: ExpressibleByIntegerLiteral, ExpressibleByBooleanLiteral,
  ExpressibleByArrayLiteral
{
  public init(integerLiteral value: Int64) { self = .number(Ratio(value)) }

  public init(booleanLiteral value: Bool) { self = .flag(value) }

  public init(arrayLiteral elements: RuleRecord...) { self = .list(elements) }
}
