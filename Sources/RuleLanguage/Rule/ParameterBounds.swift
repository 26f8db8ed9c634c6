public import KinerjaCore

/// What a region may choose for a parameter that law leaves open.
///
/// A parameter without bounds is closed: only law sets it. A region may narrow the bounds for
/// those below it, and never widen them.
public enum ParameterBounds: Sendable, Hashable {
  /// Any number of the range, both ends included.
  case numbers(ClosedRange<Ratio>)
  /// One of these values: categories, flags or single numbers.
  case oneOf([RuleValue])

  /// Whether the bounds allow a value.
  public func allow(_ value: RuleValue) -> Bool {
    switch self {
    case .numbers(let range): value.number.map(range.contains) ?? false
    case .oneOf(let values): values.contains(value)
    }
  }

  /// Whether everything that the bounds allow is allowed by the others too.
  public func lie(within others: ParameterBounds) -> Bool {
    switch (self, others) {
    case (.numbers(let own), .numbers(let range)):
      range.lowerBound <= own.lowerBound && own.upperBound <= range.upperBound
    case (.numbers(let own), .oneOf):
      own.lowerBound == own.upperBound && others.allow(.number(own.lowerBound))
    case (.oneOf(let values), _):
      values.allSatisfy(others.allow)
    }
  }
}

extension ParameterBounds {
  /// The bounds in words, such as "0.5 to 0.7"; a category by the name that the rule gives it.
  public func text(in language: Language, of rule: Rule) -> String {
    let words = ValueWords(rule, language)
    switch self {
    case .numbers(let range):
      let (low, high) = (words.exactText(range.lowerBound), words.exactText(range.upperBound))
      return words.word("\(low) s.d. \(high)", "\(low) to \(high)")
    case .oneOf(let values):
      let texts = values.map { words.exactText($0) }
      guard let last = texts.last, texts.count > 1 else { return texts.first ?? "–" }
      let first = texts.dropLast().joined(separator: ", ")
      return words.word("\(first) atau \(last)", "\(first) or \(last)")
    }
  }
}

extension RuleParameter {
  /// The same parameter, open to regions within bounds.
  ///
  /// ```swift
  /// RuleParameter("weight.skp", title, .number("0.6"), inUse, pp46)
  ///   .open(within: .numbers("0.5"..."0.7"))
  /// ```
  public func open(within bounds: ParameterBounds) -> RuleParameter {
    var copy = self
    copy.bounds = bounds
    return copy
  }
}

extension RuleStep {
  /// The same step, which a region may replace by its own.
  public var openToRegions: RuleStep {
    var copy = self
    copy.isOpen = true
    return copy
  }
}

extension ParameterBounds: DefinitionValue {
  /// Reads `{"from": "0.5", "through": "0.7"}` or `{"oneOf": ["halfUp", "down"]}`.
  public init?(_ node: JSONNode, _ reader: DefinitionReader) {
    guard let object = reader.object(node, example: Self.example) else { return nil }
    let least = object.optional("from", Ratio.self)
    let most = object.optional("through", Ratio.self)
    let values = object.optional("oneOf", [RuleValue].self)
    let isRange = object.node(for: "from") != nil || object.node(for: "through") != nil
    object.finish()
    if let values, !isRange {
      self = .oneOf(values)
    } else if let least, let most, least <= most, object.node(for: "oneOf") == nil {
      self = .numbers(least...most)
    } else {
      reader.report(.boundsShape, ["example": .text(Self.example)], at: node)
      return nil
    }
  }

  private static let example = #"{"from": "0.5", "through": "0.7"} | {"oneOf": [true, false]}"#

  public var json: JSONValue {
    switch self {
    case .numbers(let range): ["from": range.lowerBound.json, "through": range.upperBound.json]
    case .oneOf(let values): ["oneOf": values.json]
    }
  }
}
