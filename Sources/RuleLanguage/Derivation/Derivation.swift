public import KinerjaCore

/// How a rule came to its results for one person: every step with what it used and what it found.
///
/// A derivation stands on its own: it carries the rule, the inputs and every value in between, so
/// that a third party can read it, print it as sentences, and check it with
/// ``verify()``.
public struct Derivation: Sendable, Hashable {
  /// The rule, as it was applied.
  public let rule: Rule
  /// The day whose parameter values hold.
  public let day: Day
  /// What was known about the person.
  public let inputs: RuleInputs
  /// The steps in the order of the rule's text: the lists first, element by element.
  public let steps: [DerivationStep]
  /// The digest of the rule's canonical JSON.
  public let ruleDigest: Digest
  /// The digest of the canonical JSON of the inputs.
  public let inputsDigest: Digest

  package init(
    rule: Rule, day: Day, inputs: RuleInputs, steps: [DerivationStep], ruleDigest: Digest,
    inputsDigest: Digest
  ) {
    self.rule = rule
    self.day = day
    self.inputs = inputs
    self.steps = steps
    self.ruleDigest = ruleDigest
    self.inputsDigest = inputsDigest
  }

  /// The step with an identifier, outside the lists; nil if there is none.
  public subscript(step: StepID) -> DerivationStep? {
    steps.first { $0.id == step && $0.element == nil }
  }

  /// The steps of one element of a list, in the order of the rule's text.
  public func steps(of list: StepID, element: Int) -> [DerivationStep] {
    steps.filter { $0.list == list && $0.element == element }
  }

  /// The parameters that some step used, with the values that held and their sources, in the
  /// order of the rule.
  public var parameters: [(parameter: RuleParameter, value: RuleParameter.Value)] {
    let named = Set(steps.flatMap { $0.operands.map(\.name) })
    return rule.parameters.compactMap { parameter in
      guard named.contains(parameter.id.text),
        let value = parameter.values.first(where: { $0.effective.contains(day) })
      else { return nil }
      return (parameter, value)
    }
  }
}

/// One step of a derivation.
public struct DerivationStep: Sendable, Hashable {
  /// Something that the step names.
  public struct Operand: Sendable, Hashable {
    enum Content: Sendable, Hashable {
      case value(RuleValue)
      case elements([RuleValue])
    }

    /// The name, as the formula writes it.
    public let name: String
    let content: Content

    /// Its value; for a figure over a list, the value of each element.
    public var values: [RuleValue] {
      switch content {
      case .value(let value): [value]
      case .elements(let values): values
      }
    }

    /// Whether the values are those of the elements of a list.
    public var isList: Bool {
      if case .elements = content { true } else { false }
    }
  }

  /// A condition that was asked.
  public struct Condition: Sendable, Hashable {
    /// The condition, as the formula writes it.
    public let text: String
    /// Whether it holds; what stands behind the other way was not computed.
    public let holds: RuleValue
  }

  /// A table that was looked up, outside figures over a list.
  public struct Lookup: Sendable, Hashable {
    /// The look-up, as the formula writes it.
    public let text: String
    /// The table.
    public let table: StepID
    /// What was looked up: a number, or one or two keys.
    public let keys: [RuleValue]
    /// The row that was taken, by its position in the table; nil beyond the ends of a line.
    public let row: Int?
    /// The column that was taken, by its position.
    public let column: Int?
    /// The lower limit of the numbers that share the row; nil if there is none.
    public let lower: Edge?
    /// The upper limit of the numbers that share the row; nil if there is none.
    public let upper: Edge?
    /// The rate that held, for a scale of rates.
    public let rate: Ratio?
    /// What the table gave.
    public let value: RuleValue
  }

  /// A term of a weighted mean.
  public struct Term: Sendable, Hashable {
    /// The value; missing if it was.
    public let value: RuleValue
    /// Its weight.
    public let weight: RuleValue
  }

  /// Which part of a table was taken.
  public enum Choice: Sendable, Hashable {
    /// The band with these edges, by its position in the table.
    case band(Int, lower: Edge?, upper: Edge?)
    /// The cell where these two categories meet.
    case cell(row: CategoryID, column: CategoryID)
  }

  /// A variant of the step, and what became of it.
  public struct Variant: Sendable, Hashable {
    /// The variant.
    public let id: VariantID
    /// The answer of its `when`; nil if it has none.
    public internal(set) var when: RuleValue?
    /// The answer of its `unless`; nil if it has none, or if its `when` is false.
    public internal(set) var unless: RuleValue?
    /// What became of it.
    public internal(set) var outcome: Outcome

    /// What became of a variant.
    public enum Outcome: Sendable, Hashable {
      /// It holds, and the value was found under it.
      case taken
      /// It does not hold.
      case notHolding
      /// It may hold: a condition is missing.
      case undecided
      /// It holds, and so does this one that wins over it.
      case overridden(by: VariantID)
      /// It holds, but whether another wins over it is undecided.
      case open
    }
  }

  /// What took the place of a missing value.
  public enum Replacement: Sendable, Hashable {
    /// The value that the rule names.
    case substituted
    /// What the step gave for an earlier period, which ended on this day.
    case carriedForward(from: Day)
    /// The worst category that the step can give.
    case lowestBand
  }

  /// An edge of a band, as a number.
  public struct Edge: Sendable, Hashable {
    /// The number.
    public let value: Ratio
    /// Whether the number at the edge belongs to the band.
    public let isClosed: Bool
  }

  /// The step of the rule.
  public let id: StepID
  /// The list whose element it was computed for; nil for one about the person.
  public let list: StepID?
  /// The position of the element, counted from 0.
  public let element: Int?
  /// What it names, each name once.
  public let operands: [Operand]
  /// The conditions that were asked, in the order asked.
  public let conditions: [Condition]
  /// The tables that were looked up, each look-up once, in the order asked.
  public let lookups: [Lookup]
  /// The variants of the step, in the order of the rule; none if it has none.
  public let variants: [Variant]
  /// The terms, if it is a weighted mean, of groups or periods too, in the order of the rule.
  public let terms: [Term]
  /// The terms or elements that were left out because they are missing, by position.
  public let dropped: [Int]
  /// The part of a table that was taken.
  public let choice: Choice?
  /// The exact value, before rounding and before anything takes a missing one's place.
  public let exact: RuleValue
  /// The value.
  public let result: RuleValue
  /// In what the value is measured; nil if that is not known, or it is no number.
  public let unit: MeasurementUnit?
  /// What took the place of a missing value; nil if nothing did.
  public let replacement: Replacement?
  /// The share of the weight behind it that was measured, from 0 to 1.
  public let measuredShare: Ratio
}

extension DerivationStep {
  /// The path of the step: `skp`, or `tasks[0].quantity`.
  public var path: String {
    guard let list, let element else { return id.text }
    return "\(list)[\(element)].\(id)"
  }
}
