public import KinerjaCore

/// One of several ways in which a step may find its value, with the conditions under which it
/// applies.
///
/// A variant holds if its `when` is true and its `unless` is false. Of the variants that hold, one
/// that overrides another wins over it, and over those that the other overrides; an exception to
/// an exception is a variant that overrides the exception. Two that hold without such an order
/// are a conflict, which stops the evaluation; none that holds leaves the step missing.
public struct StepVariant: Sendable, Hashable {
  /// The name by which other variants of the step override it.
  public let id: VariantID
  /// What it is called.
  public let title: LocalizedText
  /// The condition under which it holds; nil for always.
  public let when: FormulaText?
  /// The condition under which it does not hold after all; nil for none.
  public let unless: FormulaText?
  /// The variants of the step over which it wins.
  public let overrides: [VariantID]
  /// How the value is found under it; anything but variants once more.
  public let body: RuleStep.Body
  /// Where law says so; nil where the step's own source says enough.
  public let source: LegalSource?

  /// Creates a variant.
  public init(
    _ id: VariantID, _ title: LocalizedText, when: FormulaText? = nil, unless: FormulaText? = nil,
    overrides: [VariantID] = [], _ body: RuleStep.Body, source: LegalSource? = nil
  ) {
    self.id = id
    self.title = title
    self.when = when
    self.unless = unless
    self.overrides = overrides
    self.body = body
    self.source = source
  }

  /// Creates a variant that computes a formula.
  public init(
    _ id: VariantID, _ title: LocalizedText, when: FormulaText? = nil, unless: FormulaText? = nil,
    overrides: [VariantID] = [], formula: FormulaText, source: LegalSource? = nil
  ) {
    self.init(
      id, title, when: when, unless: unless, overrides: overrides, .formula(formula),
      source: source)
  }
}
