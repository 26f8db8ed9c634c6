/// An exact number, which may stand as a number or as text, and never passes through a `Double`.
protocol NumericDefinition: DefinitionValue, Codable, CustomStringConvertible {
  init(definition text: String) throws(InvalidNumber)
  init(_ integer: Int64)
}

extension NumericDefinition {
  /// Reads a number such as `0.25` or `1e-3`, or its text such as `"0.25"` or `"1/3"`.
  ///
  /// The decimal point is a point in both. No figure passes through binary floating point.
  public init?(_ node: JSONNode, _ reader: DefinitionReader) {
    guard let text = node.plainNumberText ?? node.string else {
      reader.reportKind(of: node, expected: JSONNode.Kind.number.label, example: "0.25")
      return nil
    }
    do throws(InvalidNumber) {
      try self.init(definition: text)
    } catch {
      reader.report(error.diagnostic, at: node)
      return nil
    }
  }

  /// Decodes text such as "93.86" or "1/3", or a whole number.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    if let text = try? container.decode(String.self) {
      do throws(InvalidNumber) {
        try self.init(definition: text)
      } catch {
        throw decoder.corrupted(error.description, by: error)
      }
    } else if let whole = try? container.decode(Int64.self) {
      self.init(whole)
    } else {
      throw decoder.corrupted(
        """
        an exact number is text such as "93.86" or "1/3", or a whole number; a floating number \
        may have lost digits before it arrives here
        """)
    }
  }

  /// Encodes the number as exact text, such as "93.86" or "1/3".
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(description)
  }
}

extension JSONNode {
  /// The number without a power of ten; nil if it is something else.
  fileprivate var plainNumberText: String? {
    guard let text = numberText else { return nil }
    let hasPower = text.utf8.contains { $0 | 0x20 == UInt8(ascii: "e") }
    return hasPower ? JSONNumber(text)?.plainText : text
  }
}

extension Ratio: NumericDefinition {
  init(definition text: String) throws(InvalidNumber) { try self.init(text, .point) }

  /// A whole number as such, any other as text, which every coder keeps exactly.
  public var json: JSONValue {
    Int64(exactly: numerator).flatMap { isWhole ? .integer($0) : nil } ?? .string(description)
  }
}

extension Points: NumericDefinition {
  init(definition text: String) throws(InvalidNumber) { try self.init(text, .point) }

  /// A whole number as such, any other as text, which every coder keeps exactly.
  public var json: JSONValue { Ratio(self).json }
}
