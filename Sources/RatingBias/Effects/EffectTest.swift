import Foundation
import KinerjaNumerics

/// What is tested of an effect, and how large it must be to matter.
public struct EffectTest: Sendable, Hashable, Codable {
  /// What is tested.
  public enum Hypothesis: String, Sendable, Hashable, Codable, CaseIterable {
    /// That the true effect lies inside the gate: only what is surely beyond it is flagged.
    case insideGate = "inside-gate"
    /// That there is no effect: what is surely there and estimated as large as the gate is flagged.
    case noEffect = "no-effect"
  }

  /// How far from no effect a rater must be to matter, in the unit of the measure; of a ratio, the
  /// distance of its natural logarithm.
  public var gate: Double
  /// What is tested.
  public var hypothesis: Hypothesis
  /// An effect that must not be missed, as far from no effect as the gate is counted; nil to ask for no power.
  ///
  /// Where it would be flagged with a chance below ``leastPower`` the answer is "not enough data".
  public var sought: Double?
  /// The least chance of flagging an effect as large as ``sought``, from 0 to 1.
  public var leastPower: Double

  /// Creates a test.
  public init(
    gate: Double, hypothesis: Hypothesis, sought: Double? = nil, leastPower: Double = 0.3
  ) {
    self.gate = gate
    self.hypothesis = hypothesis
    self.sought = sought
    self.leastPower = leastPower
  }

  func significance(
    distance: Double, standardError: Double, degreesOfFreedom: Double, pValue exact: Double? = nil
  ) -> Significance {
    let student = StudentDistribution(degreesOfFreedom: degreesOfFreedom)
    let pValue: Double
    switch hypothesis {
    case _ where exact != nil: pValue = exact ?? 1
    case .insideGate:
      // The largest chance inside the gate is that at its border.
      pValue =
        student.upperTail((abs(distance) - gate) / standardError)
        + student.upperTail((abs(distance) + gate) / standardError)
    case .noEffect:
      pValue = student.twoSided(distance / standardError)
    }
    return Significance(
      t: distance / standardError, degreesOfFreedom: degreesOfFreedom, pValue: min(1, pValue),
      isLargeEnough: abs(distance) >= gate)
  }

  /// The chance that a rater with an effect is flagged, in the direction of the effect.
  ///
  /// - Parameters:
  ///   - distance: How far the true effect lies from none.
  ///   - standardError: Of the estimate, taken as normal; positive.
  ///   - level: The *p* value at which a rater is flagged, between 0 and 1.
  public func power(at distance: Double, standardError: Double, level: Double) -> Double {
    let least: Double
    switch hypothesis {
    case .insideGate:
      least = gate + critical(level: level, standardError: standardError) * standardError
    case .noEffect:
      least = max(gate, NormalDistribution.quantile(1 - level / 2) * standardError)
    }
    return NormalDistribution.upperTail((least - abs(distance)) / standardError)
  }

  /// How many errors beyond the gate an estimate has to lie.
  private func critical(level: Double, standardError: Double) -> Double {
    var range = (
      NormalDistribution.quantile(1 - level), NormalDistribution.quantile(1 - level / 2)
    )
    for _ in 0..<60 {
      let middle = (range.0 + range.1) / 2
      let chance =
        NormalDistribution.upperTail(middle)
        + NormalDistribution.upperTail(middle + 2 * gate / standardError)
      if chance > level { range.0 = middle } else { range.1 = middle }
    }
    return range.1
  }

  /// The largest standard error at which an effect is flagged with a chance; nil if none is small
  /// enough, as for an effect inside the gate.
  ///
  /// - Parameters:
  ///   - distance: How far the true effect lies from none.
  ///   - power: The chance, between the level and 1.
  ///   - level: The *p* value at which a rater is flagged.
  public func largestError(for distance: Double, power: Double, level: Double) -> Double? {
    guard abs(distance) > gate, power > level, power < 1 else { return nil }
    // The power falls as the error grows.
    var (small, large) = (1e-9 * abs(distance), 1e3 * abs(distance))
    for _ in 0..<80 {
      let middle = (small * large).squareRoot()
      if self.power(at: distance, standardError: middle, level: level) >= power {
        small = middle
      } else {
        large = middle
      }
    }
    return small
  }

  /// Takes back estimates too uncertain to show the effect sought, and says how many ratings would do.
  ///
  /// Below the limits nobody is flagged, so that there is no power at all.
  func demandPower(
    _ answers: inout [Answer<RaterEffect.Estimate>], control: FlagControl, limits: SampleLimits
  ) {
    guard let sought else { return }
    let belowLimits = answers.map { answer in
      answer.estimate.flatMap { estimate in
        NotEnoughData.first([
          (.ratings, limits.ratingsToFlag, estimate.ratingCount),
          (.ratees, limits.rateesToFlag, estimate.rateeCount),
        ])
      }
    }
    let tests = answers.count { $0.estimate != nil }
    // The only rater with an effect has to pass the strictest step of either control.
    let level = control.rate / Double(max(1, tests))
    let enough = largestError(for: sought, power: leastPower, level: level) ?? .infinity
    for (index, lacking) in belowLimits.enumerated() {
      guard let estimate = answers[index].estimate else { continue }
      let ratio = estimate.standardError / enough
      if ratio > 1 {
        let needed = min(Double(estimate.ratingCount) * ratio * ratio, 1e15).rounded(.up)
        answers[index] = .notEnough(
          NotEnoughData(.ratings, needed: Int(needed), found: estimate.ratingCount))
      } else if let lacking {
        answers[index] = .notEnough(lacking)
      }
    }
  }
}
