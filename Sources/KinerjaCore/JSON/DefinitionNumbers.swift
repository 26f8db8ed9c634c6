// Exact numbers in definition files.

/// An exact number, which may stand as a JSON number or as text.
protocol NumericDefinition: DefinitionValue {
  init(definition text: String) throws(InvalidNumber)
}

extension NumericDefinition {
  /// Reads a number such as `0.25` or `1e-3`, or its text such as `"0.25"` or `"1/3"`.
  ///
  /// The decimal point is a point in both. No figure passes through binary floating point.
  public init?(_ node: JSONNode, _ reader: DefinitionReader) {
    let text: String
    if let number = node.numberText.flatMap({ JSONNumber($0) }) {
      text = number.plainText
    } else if let string = node.string {
      text = string
    } else {
      reader.reportKind(
        of: node, expected: JSONNode.Kind.number.label, example: "0.25")
      return nil
    }
    do throws(InvalidNumber) {
      try self.init(definition: text)
    } catch {
      reader.report(error.diagnostic, at: node)
      return nil
    }
  }
}

extension Ratio: NumericDefinition {
  init(definition text: String) throws(InvalidNumber) { try self.init(text, .point) }

  /// A whole number as such, any other as text, which every coder keeps exactly.
  public var json: JSONValue {
    Int64(exactly: numerator).flatMap { isWhole ? .integer($0) : nil } ?? .string(text(.point))
  }
}

extension Points: NumericDefinition {
  init(definition text: String) throws(InvalidNumber) { try self.init(text, .point) }

  /// A whole number as such, any other as text, which every coder keeps exactly.
  public var json: JSONValue { Ratio(self).json }
}
