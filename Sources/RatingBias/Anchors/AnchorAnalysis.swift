public import KinerjaCore

/// Settings of the rater effects that need no model of many facets: what is looked for, from which size
/// on it matters, and how flags are kept honest.
///
/// They suit the way civil servants are rated in fact: one superior rates five to fifteen persons of
/// their own, on a few items of three levels, so that no two raters share a person. What is known of the
/// persons besides (a ``RateeReference``) joins raters, and the years of a superior are pooled.
///
/// ```swift
/// let analysis = AnchorAnalysis()
/// let leniency = try analysis.leniency(of: ratings, by: achievement)
/// for rater in leniency.flagged { print(leniency.finding(rater)?.sentence[.english] ?? "") }
/// ```
///
/// An analysis describes and warns. It never changes a score.
public struct AnchorAnalysis: Sendable, Hashable, Codable {
  /// How flags are kept honest within each effect.
  public var control: FlagControl
  /// The confidence of intervals.
  public var confidenceLevel: Double
  /// How much data a statement about one rater needs.
  public var limits: SampleLimits
  /// How much data a statement about a rater beside a reference needs.
  ///
  /// Fewer persons are asked for than elsewhere: teams are small, errors are those of persons, and
  /// the power sought guards the rest.
  public var teamLimits: SampleLimits
  /// How much data a statement about people's ratings of themselves needs; its ratees are the others
  /// who rated the same person.
  public var selfRatingLimits: SampleLimits
  /// Tests in place of ``defaultTest(for:on:)``.
  public var tests: [RaterEffect.Kind: EffectTest]

  /// Creates settings.
  public init(
    control: FlagControl = FlagControl(), confidenceLevel: Double = 0.95,
    limits: SampleLimits = SampleLimits(),
    teamLimits: SampleLimits = SampleLimits(
      ratingsToEstimate: 10, rateesToEstimate: 3, ratingsToFlag: 10, rateesToFlag: 5),
    selfRatingLimits: SampleLimits = SampleLimits(
      ratingsToEstimate: 3, rateesToEstimate: 1, ratingsToFlag: 5, rateesToFlag: 1),
    tests: [RaterEffect.Kind: EffectTest] = [:]
  ) {
    self.control = control
    self.confidenceLevel = confidenceLevel
    self.limits = limits
    self.teamLimits = teamLimits
    self.selfRatingLimits = selfRatingLimits
    self.tests = tests
  }

  /// What is tested of an effect on a scale, unless ``tests`` say otherwise.
  ///
  /// Effects in points matter from one eighth of the scale's span on, which on five levels is the half
  /// point that Linacre, *A User's Guide to FACETS*, counts as large enough. One third of the span must
  /// not be missed: where it would be with a chance of more than 70 per cent, the answer is that the
  /// data are not enough, and how many ratings would do. All are tested against their gate.
  public static func defaultTest(for kind: RaterEffect.Kind, on scale: RatingScale) -> EffectTest {
    switch kind {
    case .heaping: EffectTest(gate: 0.2, hypothesis: .insideGate, sought: 0.6)
    case .uninformative: EffectTest(gate: 0.75, hypothesis: .insideGate)
    case .bunching: EffectTest(gate: 0.05, hypothesis: .noEffect)
    default:
      EffectTest(
        gate: scale.span / 8, hypothesis: .insideGate, sought: scale.span / 3)
    }
  }

  func test(for kind: RaterEffect.Kind, on scale: RatingScale) -> EffectTest {
    tests[kind] ?? Self.defaultTest(for: kind, on: scale)
  }

  func check() throws(InvalidInput) {
    var problems = Diagnostics()
    problems.checkSetting("control.rate", control.rate, in: 0...1, isOpen: true)
    problems.checkSetting("confidenceLevel", confidenceLevel, in: 0...1, isOpen: true)
    for kind in RaterEffect.Kind.allCases {
      guard let test = tests[kind] else { continue }
      problems.checkSetting(
        "tests.\(kind.rawValue).gate", test.gate, in: 0...Double.greatestFiniteMagnitude)
      problems.checkSetting(
        "tests.\(kind.rawValue).leastPower", test.leastPower, in: 0...1, isOpen: true)
    }
    try problems.throwIfAny()
  }

  func effect(
    _ kind: RaterEffect.Kind, on scale: RatingScale, limits: SampleLimits? = nil,
    reference: LocalizedText? = nil,
    _ raters: [(rater: PersonID, answer: Answer<RaterEffect.Estimate>)]
  ) -> RaterEffect {
    RaterEffect(
      kind, test: test(for: kind, on: scale), control: control, limits: limits ?? self.limits,
      reference: reference, raters: raters)
  }
}

extension RatingScale {
  /// The highest value less the lowest.
  var span: Double { Double(highest.value) - Double(lowest.value) }
}
