/// Something that reads itself from one value of a definition file, and writes itself.
///
/// The two sides name the same keys, and nothing else knows them. What is read and written again
/// is equal.
public protocol DefinitionValue {
  /// Reads the value.
  ///
  /// - Returns: nil if it cannot be read; the reader has then been told why, and every other
  ///   problem inside the node as well.
  init?(_ node: JSONNode, _ reader: DefinitionReader)

  /// The value as it is written.
  var json: JSONValue { get }
}

/// A type of which definition files are made: a rule, an indicator, a framework.
///
/// `Codable` comes from the two requirements of ``DefinitionValue``, so that a value passes
/// through any coder in the same shape as through a file.
public protocol Definition: DefinitionValue, Codable, Sendable {}

extension Definition {
  /// Reads the value from any coder.
  ///
  /// - Throws: `DecodingError.dataCorrupted` with an ``InvalidInput`` of all problems beneath it.
  public init(from decoder: any Decoder) throws {
    let value = try JSONValue(from: decoder)
    do throws(InvalidInput) {
      self = try JSONDocument(
        value.canonicalBytes, file: nil, limits: JSONLimits(), showsLines: false
      ).read(Self.self)
    } catch {
      throw decoder.corrupted(error.description, by: error)
    }
  }

  /// Writes the value through any coder.
  public func encode(to encoder: any Encoder) throws {
    try json.encode(to: encoder)
  }
}

extension Decoder {
  /// What is thrown for data at this place that cannot be used.
  func corrupted(_ description: String, by error: (any Error)? = nil) -> DecodingError {
    .dataCorrupted(
      .init(codingPath: codingPath, debugDescription: description, underlyingError: error))
  }
}

extension JSONDocument {
  /// Reads the whole document as a type, such as `[Indicator].self`.
  ///
  /// Warnings alone do not stop it and are not passed on; who wants them gives ``root`` to a
  /// ``DefinitionReader`` of their own.
  ///
  /// - Throws: ``InvalidInput`` with all problems, each at its line, column and path.
  public func read<Value: DefinitionValue>(
    _ type: Value.Type = Value.self
  ) throws(InvalidInput) -> Value {
    let reader = DefinitionReader()
    let value = Value(root, reader)
    try reader.problems.throwIfAny()
    guard let value else {
      throw InvalidInput(
        Diagnostic(
          .definitionUnexplained, ["type": .text(String(describing: Value.self))], at: root.place))
    }
    return value
  }
}
