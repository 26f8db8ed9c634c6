import Foundation

/// Settings of an audit of raters: how much data it needs, and what it flags.
///
/// An audit describes and warns. It never changes a score.
public struct RatingAudit: Sendable, Hashable, Codable {
  /// How flags are kept honest within each effect.
  public var control: FlagControl
  /// The confidence of intervals.
  public var confidenceLevel: Double
  /// How much data a statement about one rater needs.
  public var limits: SampleLimits
  /// How far from the others a rater must be to be flagged as lenient or severe, in points of the
  /// scale, from 0 to the difference of its highest and its lowest value.
  public var leniencyGateInPoints: Double
  /// A leniency or severity that must not be missed, in points of the scale; nil to ask for no power.
  ///
  /// Where it would be flagged with a chance below 30 in 100 the answer is "not enough data", with the number of
  /// ratings that would do.
  public var soughtLeniencyInPoints: Double?
  /// How narrow a rater's spread must be to be flagged, relative to the others', from 0 to 1; a
  /// spread wider than one over this is flagged too.
  public var spreadGate: Double
  /// Agreement whose interval lies below this, or whose value does if it has no interval, is reported
  /// as low; from −1 to 1.
  public var leastAgreement: Double
  /// How agreement is measured.
  public var agreement: AgreementCoefficient
  /// How the interval of agreement is found.
  public var agreementInterval: IntervalSettings

  /// Creates settings.
  ///
  /// The defaults follow Benjamini and Hochberg (1995) for the rate, half a point of the scale for
  /// leniency (Linacre, *A User's Guide to FACETS*, counts half a score point as large enough to
  /// matter), and Krippendorff's (2004) 0.667 as the least alpha on which even tentative conclusions
  /// may rest.
  public init(
    control: FlagControl = FlagControl(), confidenceLevel: Double = 0.95,
    limits: SampleLimits = SampleLimits(), leniencyGateInPoints: Double = 0.5,
    soughtLeniencyInPoints: Double? = nil,
    spreadGate: Double = 0.8, leastAgreement: Double = 0.667,
    agreement: AgreementCoefficient = .krippendorffAlpha(.ordinal),
    agreementInterval: IntervalSettings = .analytic
  ) {
    self.control = control
    self.confidenceLevel = confidenceLevel
    self.limits = limits
    self.leniencyGateInPoints = leniencyGateInPoints
    self.soughtLeniencyInPoints = soughtLeniencyInPoints
    self.spreadGate = spreadGate
    self.leastAgreement = leastAgreement
    self.agreement = agreement
    self.agreementInterval = agreementInterval
  }

  var leniencyTest: EffectTest {
    EffectTest(
      gate: leniencyGateInPoints, hypothesis: .noEffect, sought: soughtLeniencyInPoints)
  }
  var anchorAnalysis: AnchorAnalysis {
    AnchorAnalysis(
      control: control, confidenceLevel: confidenceLevel, limits: limits, teamLimits: limits,
      tests: [.leniencyByReference: leniencyTest])
  }
  var spreadTest: EffectTest { EffectTest(gate: -log(spreadGate), hypothesis: .noEffect) }
}
