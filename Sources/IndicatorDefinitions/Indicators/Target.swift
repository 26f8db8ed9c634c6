public import KinerjaCore

/// What is to be achieved: a figure, or any figure of a range (*target*).
public enum Target: Hashable, Sendable {
  /// One figure.
  case exact(Ratio)
  /// Any figure from the lower to the upper, both included; lower is below upper.
  case range(lower: Ratio, upper: Ratio)

  /// Creates a range from two figures in either order, or an exact target if they are equal.
  public static func between(_ one: Ratio, _ other: Ratio) -> Target {
    one == other ? .exact(one) : .range(lower: min(one, other), upper: max(one, other))
  }

  /// The figure against which a realisation is measured: for a range the nearer bound, and
  /// nothing inside it, where the target is met whatever the figure.
  public func bound(for realisation: Ratio) -> Ratio? {
    switch self {
    case .exact(let figure): figure
    case .range(let lower, _) where realisation < lower: lower
    case .range(_, let upper) where realisation > upper: upper
    case .range: nil
    }
  }

  /// Whether a realisation is as good as the target or better.
  public func isMet(by realisation: Ratio, _ polarity: Polarity) -> Bool {
    guard let bound = bound(for: realisation) else { return true }
    return switch polarity {
    case .maximize: realisation >= bound
    case .minimize: realisation <= bound
    case .stabilize, .withinRange: realisation == bound
    }
  }

  /// Whether a bound of it is nought.
  package var hasZero: Bool {
    switch self {
    case .exact(let figure): figure == 0
    case .range(let lower, let upper): lower == 0 || upper == 0
    }
  }

  /// The target in words, such as "90%" or "7–8 bulan".
  public func text(_ unit: MeasurementUnit, in language: Language) -> String {
    switch self {
    case .exact(let figure): unit.text(figure, in: language)
    case .range(let lower, let upper):
      "\(unit.text(lower, in: language))–\(unit.text(upper, in: language))"
    }
  }
}

extension Target: Definition {
  /// Reads a figure, or `{"lower": 7, "upper": 8}`.
  public init?(_ node: JSONNode, _ reader: DefinitionReader) {
    guard node.kind == .object, let object = reader.object(node) else {
      guard let figure = Ratio(node, reader) else { return nil }
      self = .exact(figure)
      return
    }
    let lower = object.required("lower", Ratio.self)
    let upper = object.required("upper", Ratio.self)
    object.finish()
    guard let lower, let upper else { return nil }
    guard lower < upper else {
      reader.report(.targetRange, ["lower": .number(lower), "upper": .number(upper)], at: node)
      return nil
    }
    self = .range(lower: lower, upper: upper)
  }

  public var json: JSONValue {
    switch self {
    case .exact(let figure): figure.json
    case .range(let lower, let upper): ["lower": lower.json, "upper": upper.json]
    }
  }
}
