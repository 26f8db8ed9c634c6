public import KinerjaCore

/// A value that a rule asks for, about one person or about one element of a list.
public struct RuleInput: Sendable, Hashable {
  /// The name that formulas use: letters, digits, points and underscores.
  public let id: StepID
  /// What it is called.
  public let title: LocalizedText
  /// What kind of value it is.
  public let type: ValueType
  /// In what it is measured; nil for a number whose unit nobody checks.
  public let unit: MeasurementUnit?
  /// How many decimals it may have, from 0 to 18; nil for any exact number.
  public let decimals: Int?
  /// The numbers allowed, both ends included; nil for any number.
  public let range: ClosedRange<Ratio>?
  /// Whether it must be given.
  public let isRequired: Bool

  /// Creates an input.
  ///
  /// An input that is not given is missing, and formulas that need it are too; where law foresees
  /// that, they ask with `isMissing(x)` or `coalesce(x, y)`. One that is required and not given is
  /// an error that names it. A number with more decimals than allowed is one too: nothing is
  /// rounded unasked.
  public init(
    _ id: StepID, _ title: LocalizedText, _ type: ValueType = .number,
    unit: MeasurementUnit? = nil, decimals: Int? = nil, within range: ClosedRange<Ratio>? = nil,
    isRequired: Bool = false
  ) {
    self.id = id
    self.title = title
    self.type = type
    self.unit = unit
    self.decimals = decimals
    self.range = range
    self.isRequired = isRequired
  }
}

/// A list that a rule asks for: any number of elements with the same fields, such as the tasks of
/// a work plan.
///
/// Its steps are computed for each element. Formulas outside it reach the elements through `sum`,
/// `mean`, `weightedMean`, `min`, `max`, `last` and `count`, by qualified name: `mean(tasks.value)`.
public struct RuleList: Sendable, Hashable {
  /// The name that formulas use.
  public let id: StepID
  /// What one element is called.
  public let title: LocalizedText
  /// What is asked about each element.
  public let fields: [RuleInput]
  /// What is computed for each element, in the order of the law's text.
  public package(set) var steps: [RuleStep]

  /// Creates a list.
  public init(
    _ id: StepID, _ title: LocalizedText,
    @ListBuilder<RuleInput> fields: () -> [RuleInput],
    @ListBuilder<RuleStep> steps: () -> [RuleStep] = { [] }
  ) {
    self.init(id, title, fields: fields(), steps: steps())
  }

  /// Creates a list.
  public init(_ id: StepID, _ title: LocalizedText, fields: [RuleInput], steps: [RuleStep]) {
    self.id = id
    self.title = title
    self.fields = fields
    self.steps = steps
  }
}
