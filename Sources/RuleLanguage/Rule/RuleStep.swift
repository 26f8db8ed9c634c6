public import KinerjaCore

/// One step of a rule: a name for a value, and how it is found.
public struct RuleStep: Sendable, Hashable {
  /// How a step finds its value.
  public enum Body: Sendable, Hashable {
    /// By a formula over inputs, parameters and other steps.
    case formula(FormulaText)
    /// By the weighted mean of the terms, Σ *wᵢxᵢ* ∕ Σ *wᵢ*.
    ///
    /// If a total is declared, weights that do not add up to it are an error.
    case weightedMean([WeightedTerm], total: Ratio?)
    /// By the band into which a number falls.
    case bands(of: FormulaText, BandTable)
    /// By the cell where two categories meet.
    case matrix(rows: FormulaText, columns: FormulaText, CategoryMatrix)
    /// By the one variant that holds and that no other overrides.
    case variants([StepVariant])
    /// By the weighted mean over groups of raters; ratings and roles are those of a list.
    ///
    /// If a total is declared, weights that do not add up to it are an error.
    case raterGroups(of: FormulaText, by: FormulaText, [RaterGroup], total: Ratio?)
    /// By combining the values of sub-periods; values and periods are those of a list.
    case periods(of: FormulaText, by: FormulaText, PeriodCombination)
  }

  /// A term of a weighted mean.
  public struct WeightedTerm: Sendable, Hashable {
    /// The value, usually a name.
    public let value: FormulaText
    /// Its weight, usually a parameter; not negative.
    public let weight: FormulaText

    /// Creates a term.
    public init(_ value: FormulaText, weight: FormulaText) {
      self.value = value
      self.weight = weight
    }
  }

  /// The name that other formulas use.
  public let id: StepID
  /// What it is called.
  public let title: LocalizedText
  /// How its value is found.
  public package(set) var body: Body
  /// The scale of the category that it gives; nil for a number or a flag.
  public let scale: ScaleID?
  /// The rounding of its value; nil for none, since nothing is rounded that does not say so.
  public package(set) var rounding: DecimalRounding?
  /// What it does when its value is missing.
  public package(set) var whenMissing: MissingPolicy
  /// Where law says so; nil where the rule's own source says enough.
  public package(set) var source: LegalSource?
  /// Whether a region may replace it; see ``openToRegions``.
  public package(set) var isOpen = false

  /// Creates a step.
  public init(
    _ id: StepID, _ title: LocalizedText, _ body: Body, giving scale: ScaleID? = nil,
    rounded rounding: DecimalRounding? = nil, whenMissing: MissingPolicy = .incomplete,
    source: LegalSource? = nil
  ) {
    self.id = id
    self.title = title
    self.body = body
    self.scale = scale
    self.rounding = rounding
    self.whenMissing = whenMissing
    self.source = source
  }

  /// Creates a step that computes a formula; `giving` names the scale if it gives a category.
  public init(
    _ id: StepID, _ title: LocalizedText, formula: FormulaText, giving scale: ScaleID? = nil,
    rounded rounding: DecimalRounding? = nil, whenMissing: MissingPolicy = .incomplete,
    source: LegalSource? = nil
  ) {
    self.init(
      id, title, .formula(formula), giving: scale, rounded: rounding, whenMissing: whenMissing,
      source: source)
  }

  /// Creates a step that is a weighted mean.
  public init(
    _ id: StepID, _ title: LocalizedText, weightedMean terms: [WeightedTerm],
    weightsTotal: Ratio? = nil, rounded rounding: DecimalRounding? = nil,
    whenMissing: MissingPolicy = .incomplete, source: LegalSource? = nil
  ) {
    self.init(
      id, title, .weightedMean(terms, total: weightsTotal), rounded: rounding,
      whenMissing: whenMissing, source: source)
  }

  /// Creates a step that looks a number up in bands.
  public init(
    _ id: StepID, _ title: LocalizedText, bandsOf number: FormulaText, giving scale: ScaleID,
    whenMissing: MissingPolicy = .incomplete, source: LegalSource? = nil,
    @ListBuilder<Band> _ bands: () -> [Band]
  ) {
    self.init(
      id, title, .bands(of: number, BandTable(bands())), giving: scale, whenMissing: whenMissing,
      source: source)
  }

  /// Creates a step that looks two categories up in a matrix.
  public init(
    _ id: StepID, _ title: LocalizedText, rows: FormulaText, columns: FormulaText,
    giving scale: ScaleID, _ matrix: CategoryMatrix,
    whenMissing: MissingPolicy = .incomplete, source: LegalSource? = nil
  ) {
    self.init(
      id, title, .matrix(rows: rows, columns: columns, matrix), giving: scale,
      whenMissing: whenMissing, source: source)
  }

  /// Creates a step with several variants; `giving` names the scale if it gives a category.
  public init(
    _ id: StepID, _ title: LocalizedText, giving scale: ScaleID? = nil,
    rounded rounding: DecimalRounding? = nil, whenMissing: MissingPolicy = .incomplete,
    source: LegalSource? = nil, @ListBuilder<StepVariant> variants: () -> [StepVariant]
  ) {
    self.init(
      id, title, .variants(variants()), giving: scale, rounded: rounding,
      whenMissing: whenMissing, source: source)
  }

  /// Creates a step that weighs groups of raters.
  ///
  /// ```swift
  /// RuleStep("behaviour", title, ratings: "ratings.value", by: "ratings.role") {
  ///   RaterGroup("superior", weight: "0.6")
  ///   RaterGroup("peer", weight: "0.4", atLeast: 3, .median)
  /// }
  /// ```
  public init(
    _ id: StepID, _ title: LocalizedText, ratings: FormulaText, by role: FormulaText,
    weightsTotal: Ratio? = nil, rounded rounding: DecimalRounding? = nil,
    whenMissing: MissingPolicy = .incomplete, source: LegalSource? = nil,
    @ListBuilder<RaterGroup> _ groups: () -> [RaterGroup]
  ) {
    self.init(
      id, title, .raterGroups(of: ratings, by: role, groups(), total: weightsTotal),
      rounded: rounding, whenMissing: whenMissing, source: source)
  }

  /// Creates a step that combines sub-periods; `giving` names the scale if it gives a category.
  public init(
    _ id: StepID, _ title: LocalizedText, periods value: FormulaText, by period: FormulaText,
    _ combination: PeriodCombination, giving scale: ScaleID? = nil,
    rounded rounding: DecimalRounding? = nil, whenMissing: MissingPolicy = .incomplete,
    source: LegalSource? = nil
  ) {
    self.init(
      id, title, .periods(of: value, by: period, combination), giving: scale, rounded: rounding,
      whenMissing: whenMissing, source: source)
  }
}
