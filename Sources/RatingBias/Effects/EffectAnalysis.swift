import Foundation
import KinerjaCore

/// Settings of an analysis of rater effects by the many-facet model: what is looked for, from which size
/// on it matters, and how flags are kept honest.
///
/// Tests rest on what the model leaves unexplained, with the measures of ratees free to adapt to the effect
/// (efficient scores), so that a ratee's measure does not hide part of it.
///
/// ```swift
/// let effects = try EffectAnalysis().run(on: ratings)
/// for effect in effects { print(effect.kind, effect.flagged) }
/// ```
public struct EffectAnalysis: Sendable, Hashable, Codable {
  /// How flags are kept honest within each effect.
  public var control: FlagControl
  /// The confidence of intervals.
  public var confidenceLevel: Double
  /// How much data a statement about one rater needs.
  public var limits: SampleLimits
  /// What is looked for: tests by effect.
  public var tests: [RaterEffect.Kind: EffectTest]

  /// Creates settings.
  ///
  /// The gates follow Linacre for severity (0.5 logit counts), the calibration of this package for the
  /// others; see <doc:OperatingCharacteristics>.
  public init(
    control: FlagControl = FlagControl(), confidenceLevel: Double = 0.95,
    limits: SampleLimits = SampleLimits(),
    tests: [RaterEffect.Kind: EffectTest] = EffectAnalysis.defaultTests
  ) {
    self.control = control
    self.confidenceLevel = confidenceLevel
    self.limits = limits
    self.tests = tests
  }

  /// Gates, and the sizes that must not be missed.
  public static let defaultTests: [RaterEffect.Kind: EffectTest] = [
    .severity: EffectTest(gate: 0.5, hypothesis: .insideGate, sought: 1.2),
    .centrality: EffectTest(gate: 0.2, hypothesis: .noEffect, sought: 0.35),
    .randomness: EffectTest(gate: log(1.3), hypothesis: .insideGate, sought: log(2.5)),
    .halo: EffectTest(gate: 0.1, hypothesis: .noEffect, sought: 0.3),
    .straightLining: EffectTest(gate: 0.1, hypothesis: .noEffect, sought: 0.3),
    .copiedProfiles: EffectTest(gate: 0.1, hypothesis: .noEffect, sought: 0.3),
    .drift: EffectTest(gate: 0.5, hypothesis: .noEffect, sought: 1.5),
    .sequence: EffectTest(gate: 0.2, hypothesis: .noEffect, sought: 0.8),
    .recency: EffectTest(gate: 0.5, hypothesis: .noEffect, sought: 1),
    .groupDifference: EffectTest(gate: 0.5, hypothesis: .noEffect, sought: 1),
  ]
}
