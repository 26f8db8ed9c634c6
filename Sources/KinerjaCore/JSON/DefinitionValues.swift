// The simple values of definition files.

extension String: DefinitionValue {
  public init?(_ node: JSONNode, _ reader: DefinitionReader) {
    guard let text = node.string else {
      reader.reportKind(of: node, expected: JSONNode.Kind.string.label, example: "\"…\"")
      return nil
    }
    self = text
  }

  public var json: JSONValue { .string(self) }
}

extension Bool: DefinitionValue {
  public init?(_ node: JSONNode, _ reader: DefinitionReader) {
    guard let bool = node.bool else {
      reader.reportKind(of: node, expected: JSONNode.Kind.bool.label, example: "true")
      return nil
    }
    self = bool
  }

  public var json: JSONValue { .bool(self) }
}

extension DefinitionValue where Self: FixedWidthInteger & SignedInteger {
  /// Reads a whole number; `5.0` and `5e0` are five as well.
  public init?(_ node: JSONNode, _ reader: DefinitionReader) {
    guard let text = node.numberText else {
      reader.reportKind(
        of: node, expected: LocalizedText(id: "bilangan bulat", en: "a whole number"),
        example: "12")
      return nil
    }
    guard let integer = Self(text) ?? JSONNumber(text)?.integer.flatMap(Self.init(exactly:)) else {
      reader.report(
        .definitionWholeNumber,
        [
          "number": .text(JSONProblems.excerpt(text)), "least": .text(String(Self.min)),
          "most": .text(String(Self.max)),
        ], at: node)
      return nil
    }
    self = integer
  }

  public var json: JSONValue { .integer(Int64(self)) }
}

extension Int64: DefinitionValue {}
extension Int: DefinitionValue {}

extension DefinitionValue where Self: RawRepresentable & CaseIterable, RawValue == String {
  /// Reads one of the words that name the cases.
  public init?(_ node: JSONNode, _ reader: DefinitionReader) {
    let choices = Self.allCases.map(\.rawValue)
    guard let word = node.string else {
      reader.reportKind(
        of: node, expected: JSONNode.Kind.string.label, example: "\"\(choices.first ?? "…")\"")
      return nil
    }
    guard let choice = Self(rawValue: word) else {
      reader.reportChoice(word, among: choices, at: node)
      return nil
    }
    self = choice
  }

  public var json: JSONValue { .string(rawValue) }
}

extension RoundingMode: DefinitionValue {}
extension Language: DefinitionValue {}
extension LegalSource.Standing: DefinitionValue {}
extension DecimalConvention: DefinitionValue {}
