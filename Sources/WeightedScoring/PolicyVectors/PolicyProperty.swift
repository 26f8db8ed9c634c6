public import KinerjaCore
public import RuleLanguage

/// A law that holds along an input while all others stay as they are.
public struct PolicyProperty: Sendable, Hashable {
  /// What is claimed.
  public enum Claim: Sendable, Hashable {
    /// More of the input never gives less, or, falling, never more.
    case monotone(InputPath, Direction)
    /// The value stays between two numbers, both allowed; nil for no limit.
    case bounded(InputPath, least: Ratio?, most: Ratio?)
    /// To exchange the two inputs changes nothing.
    case symmetric(InputPath, InputPath)
    /// One step of the input changes the value by no more than this: categories by places in their
    /// scale, numbers by their difference. Steps over one of the exceptions may change it by more.
    case jump(InputPath, most: Ratio, except: [Ratio])
  }

  /// Which way a value goes.
  public enum Direction: String, Sendable, Hashable, CaseIterable {
    /// Not downwards.
    case rising
    /// Not upwards.
    case falling
  }

  /// Which values the input takes.
  public enum Points: Sendable, Hashable {
    /// Each of *from, from + step, …* up to *to*.
    case grid(from: Ratio, to: Ratio, step: Ratio)
    /// So many between *from* and *to*, both among them, drawn with a seed.
    case samples(Int, from: Ratio, to: Ratio, seed: UInt64)
  }

  /// What is claimed.
  public let claim: Claim
  /// The step whose value it is about; nil for the category of the result.
  public let step: StepID?
  /// Which values the input takes.
  public let points: Points

  /// Creates a property; `step` is nil for the category of the result.
  public init(_ claim: Claim, of step: StepID? = nil, over points: Points) {
    self.claim = claim
    self.step = step
    self.points = points
  }

  /// The most values that an input may take.
  public static let mostPoints = 1_000_000
}

extension PolicyProperty.Claim {
  /// The inputs that it varies.
  var inputs: [InputPath] {
    switch self {
    case .monotone(let input, _), .bounded(let input, _, _), .jump(let input, _, _): [input]
    case .symmetric(let one, let other): [one, other]
    }
  }
}
