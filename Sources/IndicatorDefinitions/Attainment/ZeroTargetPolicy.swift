public import KinerjaCore

/// What an attainment is when the target is nought, such as no accident at all.
public enum ZeroTargetPolicy: Hashable, Sendable {
  /// It has no value, and says so.
  case undefined
  /// One per cent when the target is met, another when it is not.
  case values(met: Ratio, missed: Ratio)
}

extension ZeroTargetPolicy: DefinitionValue {
  private enum Word: String, CaseIterable, DefinitionValue { case undefined }

  /// Reads `"undefined"`, or `{"met": 100, "missed": 0}`.
  public init?(_ node: JSONNode, _ reader: DefinitionReader) {
    guard node.kind == .object, let object = reader.object(node) else {
      guard Word(node, reader) != nil else { return nil }
      self = .undefined
      return
    }
    let met = object.required("met", Ratio.self)
    let missed = object.required("missed", Ratio.self)
    object.finish()
    guard let met, let missed else { return nil }
    self = .values(met: met, missed: missed)
  }

  public var json: JSONValue {
    switch self {
    case .undefined: Word.undefined.json
    case .values(let met, let missed): ["met": met.json, "missed": missed.json]
    }
  }
}
